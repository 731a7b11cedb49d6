//! Cost per qualified lead (CPQL).
//!
//! - **Answers:** What does a lead that is worth working on cost?
//! - **Formula:** spend ÷ qualified leads of the same cell
//! - **Unit:** money by qualified lead
//! - **Basis:** spend by its own day; leads by creation, under the period basis by the day on which
//!   they were qualified (who has no such day is left out and counted), or by creation where no
//!   such day is known at all
//! - **Empty when:** no lead is qualified, or no cost row falls here
//! - **Cautions:** paid costs only; fewer than 10 qualified leads; cost rows in other currencies
//!   or without a day; qualified leads without theirs. What counts as qualified is the mapping’s
//! - **Source:** reference, kpis 4b “CPQL/CPO”

use super::entry::Rung;
use super::fact::{Count, Facts};
use super::{COSTS, Measure, Require, caution_of_spend, cost_per, entered};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Money,
    needs: COSTS.and_count(Count::Qualified),
    requires: &[Require::Records, Require::QualifiedStage, Require::Spend],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let cost = caution_of_spend(cost_per(facts, facts.count(Count::Qualified)), facts);
    entered(cost, facts, &[Rung::Qualified], Count::QualifiedUndated)
}
