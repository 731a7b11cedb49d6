//! Target attainment, leads.
//!
//! - **Answers:** How much of the planned number of leads is reached?
//! - **Formula:** leads ÷ planned leads
//! - **Unit:** share of the plan; more than 1 is beyond it
//! - **Basis:** events of the period; plans by the period that begins on their day
//! - **Empty when:** there is no plan here, or it is 0
//! - **Cautions:** a plan belongs to the period that begins on its day: a period that cuts a
//!   month in two has all of its plan or none; a plan of a quarter is parted among its months by
//!   their days, and it is said where that shows; a plan of the whole beside plans of its parts (by
//!   owner, channel or whatever else the file names) is not added to them
//! - **Source:** reference, kpis 4b “Target attainment”

use super::fact::{Count, Facts, Needs, Total};
use super::{Measure, Require, with_plan_parts};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: Needs::nothing()
        .and_count(Count::Records)
        .and_total(Total::PlannedLeads)
        .and_total(Total::LeadPlanParts)
        .and_count(Count::LeadPlans),
    requires: &[Require::Records, Require::LeadPlan, Require::PeriodBasis],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let (leads, planned) = (facts.count(Count::Records), facts.total(Total::PlannedLeads));
    let reached = Quantity::ratio(leads, planned, Unit::Share);
    with_plan_parts(reached, facts.total(Total::LeadPlanParts))
}
