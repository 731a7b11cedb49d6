//! All costs of marketing and sales.
//!
//! - **Answers:** What do marketing and sales cost together?
//! - **Formula:** spend + other costs (salaries, tools, agencies)
//! - **Unit:** money
//! - **Basis:** by their own day, on either basis
//! - **Empty when:** no cost row falls here
//! - **Cautions:** rows in other currencies or without a day; what is not in the files is not in
//!   it
//! - **Source:** reference, kpis 4b “CAC (fully loaded)”

use super::fact::{Count, Facts};
use super::{ALL_COSTS, Measure, Require, all_costs, caution_of_all_costs};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure =
    Measure { unit: Unit::Money, needs: ALL_COSTS, requires: &[Require::OtherCosts], derive };

fn derive(facts: &Facts) -> Quantity {
    let rows = facts.counted(Count::SpendRows) + facts.counted(Count::OtherRows);
    let costs = Quantity::plain(all_costs(facts), Unit::Money);
    let costs = if rows == 0 { Quantity::none(Unit::Money) } else { costs };
    caution_of_all_costs(costs, facts)
}
