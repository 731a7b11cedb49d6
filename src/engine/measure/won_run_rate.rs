//! Run rate of won deals.
//!
//! - **Answers:** How many won deals will the period end with, if it goes on as it did?
//! - **Formula:** won records ÷ share of the period’s days that are over on the last day of the data
//! - **Unit:** count
//! - **Basis:** events of the period
//! - **Empty when:** no period is chosen, or it has not begun
//! - **Cautions:** it goes straight on: no season, weekends count as workdays
//! - **Source:** reference, kpis 4b “Target attainment” (run rate)

use super::fact::{Count, Facts, Needs};
use super::{Measure, Require, run_rate, without_dates};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Count,
    needs: Needs::nothing().and_count(Count::Won),
    requires: &[Require::Records, Require::Outcome, Require::Window, Require::PeriodBasis],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let rate = run_rate(facts, facts.count(Count::Won), Unit::Count);
    without_dates(rate, facts.counted(Count::WonUndated))
}
