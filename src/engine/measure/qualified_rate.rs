//! Qualified lead rate (lead → MQL).
//!
//! - **Answers:** What share of leads is good enough to work on?
//! - **Formula:** qualified ÷ leads
//! - **Unit:** share, with its Wilson interval
//! - **Basis:** cohort: of the records created in the period, as the funnel has them. Period:
//!   entered the stage in the period ÷ created in it; these are different records, so it may
//!   exceed 1 and has no interval. A stage of which no day is known is counted by creation
//! - **Empty when:** there are no leads
//! - **Cautions:** fewer than 10 leads; what counts as qualified is the mapping’s choice; under the
//!   period basis, records without the day of the stage, and a stage without days
//! - **Source:** reference, kpis 4b “Qualified lead rate”

use super::entry::Rung;
use super::fact::{Count, Facts, Needs};
use super::{Measure, Require, entered, rate};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: Needs::nothing().and_count(Count::Qualified).and_count(Count::Records),
    requires: &[Require::Records, Require::QualifiedStage],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let is_share = !facts.entries.is_by_entry(Rung::Qualified);
    let rate = rate(facts.count(Count::Qualified), facts.count(Count::Records), is_share);
    entered(rate, facts, &[Rung::Qualified], Count::QualifiedUndated)
}
