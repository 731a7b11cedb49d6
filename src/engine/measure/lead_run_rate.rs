//! Run rate of leads.
//!
//! - **Answers:** How many leads will the period end with, if it goes on as it did?
//! - **Formula:** records created ÷ share of the period’s days that are over on the last day of the data
//! - **Unit:** count
//! - **Basis:** events of the period
//! - **Empty when:** no period is chosen, or it has not begun
//! - **Cautions:** it goes straight on: no season, weekends count as workdays
//! - **Source:** reference, kpis 4b “Target attainment” (run rate)

use super::fact::{Count, Facts, Needs};
use super::{Measure, Require, run_rate};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Count,
    needs: Needs::nothing().and_count(Count::Records),
    requires: &[Require::Records, Require::Window, Require::PeriodBasis],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    run_rate(facts, facts.count(Count::Records), Unit::Count)
}
