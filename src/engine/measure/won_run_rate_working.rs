//! Run rate of won deals by working days.
//!
//! - **Answers:** How many won deals will the period end with, if each working day brings what it brought?
//! - **Formula:** won records ÷ share of the period’s working days that are over on the last day of the
//!   data
//! - **Unit:** count
//! - **Basis:** events of the period
//! - **Empty when:** no period is chosen, or no working day of it is over
//! - **Cautions:** it goes straight on: no season; working days are those of the working hours, where they are
//!   set, else Monday to Friday, and public holidays are not known
//! - **Source:** reference, kpis 4b “Target attainment” (working-day calendar option)

use super::fact::{Count, Facts, Needs};
use super::{Measure, Require, run_rate_working, without_dates};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Count,
    needs: Needs::nothing().and_count(Count::Won),
    requires: &[Require::Records, Require::Outcome, Require::Window, Require::PeriodBasis],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let rate = run_rate_working(facts, facts.count(Count::Won), Unit::Count);
    without_dates(rate, facts.counted(Count::WonUndated))
}
