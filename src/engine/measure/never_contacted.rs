//! Never contacted.
//!
//! - **Answers:** What share of leads did nobody ever contact?
//! - **Formula:** records without an activity on or after the day of creation that came to
//!   something ÷ records
//! - **Unit:** share, with its Wilson interval
//! - **Basis:** by creation, on either basis
//! - **Empty when:** there are no records
//! - **Cautions:** activities that are not in the file did not happen here; the newest leads may
//!   still be waiting; fewer than 10
//! - **Source:** reference, kpis 4b “Lead response time” (never contacted counted apart)

use super::fact::{Count, Facts, Needs};
use super::{Measure, Require, share};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: Needs::nothing().and_count(Count::Contacted).and_count(Count::Records),
    requires: &[Require::Records, Require::Created, Require::Activities, Require::TiedActivities],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let records = facts.count(Count::Records);
    share(records - facts.count(Count::Contacted), records)
}
