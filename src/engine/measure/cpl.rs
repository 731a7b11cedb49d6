//! Cost per lead (CPL).
//!
//! - **Answers:** What does one lead cost?
//! - **Formula:** spend ÷ leads of the same cell: in a channel's row that channel's spend and
//!   leads; in a total all spend ÷ all leads, unpaid ones included (the blended CPL)
//! - **Unit:** money by lead
//! - **Basis:** spend by its own day, leads by creation
//! - **Empty when:** there are no leads, or no cost row falls here (leads without cost rows
//!   are unpaid; they don't cost 0)
//! - **Cautions:** fewer than 10 leads; cost rows in other currencies or without a day
//! - **Source:** reference, kpis 4b “CPL”

use super::fact::{Count, Facts};
use super::{COSTS, Measure, Require, caution_of_spend, cost_per};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Money,
    needs: COSTS.and_count(Count::Records),
    requires: &[Require::Records, Require::Spend],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    caution_of_spend(cost_per(facts, facts.count(Count::Records)), facts)
}
