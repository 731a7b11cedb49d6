//! Cost per opportunity.
//!
//! - **Answers:** What does an opportunity cost in advertising?
//! - **Formula:** spend ÷ opportunities created
//! - **Unit:** money by opportunity
//! - **Basis:** spend by its own day; opportunities by the day on which their record was created
//! - **Empty when:** there is no opportunity, or no cost row falls here
//! - **Cautions:** paid costs only; fewer than 10 opportunities; cost rows in other currencies
//!   or without a day
//! - **Source:** reference, kpis 4b “CPQL/CPO”

use super::fact::{Count, Facts};
use super::{COSTS, Measure, Require, caution_of_spend, cost_per};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Money,
    needs: COSTS.and_count(Count::Opportunities),
    requires: &[Require::Records, Require::NextStage, Require::Spend],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    caution_of_spend(cost_per(facts, facts.count(Count::Opportunities)), facts)
}
