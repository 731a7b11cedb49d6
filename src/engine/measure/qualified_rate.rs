//! Qualified lead rate (lead → MQL).
//!
//! - **Answers:** What share of leads is good enough to work on?
//! - **Formula:** qualified ÷ leads
//! - **Unit:** share, with its Wilson interval
//! - **Basis:** by creation, on either basis: of the records created in the period, as the
//!   funnel has them
//! - **Empty when:** there are no leads
//! - **Cautions:** fewer than 10 leads; what counts as qualified is the mapping’s choice
//! - **Source:** reference, kpis 4b “Qualified lead rate”

use super::fact::{Count, Facts, Needs};
use super::{Measure, Require, share};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: Needs::nothing().and_count(Count::Qualified).and_count(Count::Records),
    requires: &[Require::Records, Require::QualifiedStage],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    share(facts.count(Count::Qualified), facts.count(Count::Records))
}
