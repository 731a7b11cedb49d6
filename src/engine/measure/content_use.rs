//! Use of content by sales.
//!
//! - **Answers:** In what share of deals was content used?
//! - **Formula:** records with an activity that is content (a presentation, a case study, a
//!   proposal) ÷ records
//! - **Unit:** share, with its Wilson interval
//! - **Basis:** by creation, on either basis
//! - **Empty when:** there are no records
//! - **Cautions:** what is not in the file of activities was not used here; fewer than 10
//! - **Source:** reference, kpis 4b “Content use” (deals with content ÷ deals)

use super::fact::{Count, Facts, Needs};
use super::{Measure, Require, share};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: Needs::nothing().and_count(Count::WithContent).and_count(Count::Records),
    requires: &[Require::Records, Require::Activities, Require::TiedActivities],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    share(facts.count(Count::WithContent), facts.count(Count::Records))
}
