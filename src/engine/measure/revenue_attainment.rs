//! Target attainment, revenue.
//!
//! - **Answers:** How much of the planned revenue is won?
//! - **Formula:** revenue ÷ planned revenue
//! - **Unit:** share of the plan; more than 1 is beyond it
//! - **Basis:** events of the period; plans by the period that begins on their day
//! - **Empty when:** there is no plan here, or it is 0
//! - **Cautions:** a plan belongs to the period that begins on its day: a period that cuts a
//!   month in two has all of its plan or none; a plan of a quarter is parted among its months by
//!   their days, and it is said where that shows; a plan of the whole beside plans of its parts (by
//!   owner, channel or whatever else the file names) is not added to them
//! - **Source:** reference, kpis 4b “Target attainment”

use super::fact::{Count, Facts, Total};
use super::{Measure, Require, WON_AMOUNTS, caution_of_won_amount, with_plan_parts};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: WON_AMOUNTS
        .and_total(Total::PlannedRevenue)
        .and_total(Total::RevenuePlanParts)
        .and_count(Count::RevenuePlans),
    requires: &[
        Require::Records,
        Require::Outcome,
        Require::Amount,
        Require::RevenuePlan,
        Require::PeriodBasis,
    ],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let reached = Quantity::ratio(
        facts.total(Total::WonAmount),
        facts.total(Total::PlannedRevenue),
        Unit::Share,
    );
    let reached = with_plan_parts(reached, facts.total(Total::RevenuePlanParts));
    caution_of_won_amount(reached, facts)
}
