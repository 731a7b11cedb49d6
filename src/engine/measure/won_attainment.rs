//! Target attainment, won deals.
//!
//! - **Answers:** How much of the planned number of won deals is reached?
//! - **Formula:** won ÷ planned won
//! - **Unit:** share of the plan; more than 1 is beyond it
//! - **Basis:** events of the period; plans by the period that begins on their day
//! - **Empty when:** there is no plan here, or it is 0
//! - **Cautions:** a plan belongs to the period that begins on its day: a period that cuts a
//!   month in two has all of its plan or none; a plan of a quarter is parted among its months by
//!   their days, and it is said where that shows; a plan of the whole beside plans of its parts (by
//!   owner, channel or whatever else the file names) is not added to them
//! - **Source:** reference, kpis 4b “Target attainment”

use super::fact::{Count, Facts, Needs, Total};
use super::{Measure, Require, with_plan_parts, without_dates};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: Needs::nothing()
        .and_count(Count::Won)
        .and_total(Total::PlannedWon)
        .and_total(Total::WonPlanParts)
        .and_count(Count::WonPlans),
    requires: &[Require::Records, Require::Outcome, Require::WonPlan, Require::PeriodBasis],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let reached =
        Quantity::ratio(facts.count(Count::Won), facts.total(Total::PlannedWon), Unit::Share);
    let reached = with_plan_parts(reached, facts.total(Total::WonPlanParts));
    without_dates(reached, facts.counted(Count::WonUndated))
}
