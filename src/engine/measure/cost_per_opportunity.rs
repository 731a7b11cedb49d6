//! Cost per opportunity.
//!
//! - **Answers:** What does an opportunity cost in advertising?
//! - **Formula:** spend ÷ opportunities created
//! - **Unit:** money by opportunity
//! - **Basis:** spend by its own day; opportunities by creation of their record, under the period
//!   basis by the day on which they became one (who has no such day is left out and counted), or
//!   by creation where no such day is known at all
//! - **Empty when:** there is no opportunity, or no cost row falls here
//! - **Cautions:** paid costs only; fewer than 10 opportunities; cost rows in other currencies
//!   or without a day; opportunities without theirs
//! - **Source:** reference, kpis 4b “CPQL/CPO”

use super::entry::Rung;
use super::fact::{Count, Facts};
use super::{COSTS, Measure, Require, caution_of_spend, cost_per, entered};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Money,
    needs: COSTS.and_count(Count::Opportunities),
    requires: &[Require::Records, Require::NextStage, Require::Spend],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let cost = caution_of_spend(cost_per(facts, facts.count(Count::Opportunities)), facts);
    entered(cost, facts, &[Rung::Next], Count::OpportunitiesUndated)
}
