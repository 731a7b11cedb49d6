//! Return on marketing investment (ROMI), without margin.
//!
//! - **Answers:** What came back, above the cost, for each unit of money spent?
//! - **Formula:** (revenue − spend) ÷ spend, of the same cell; in a total all revenue and all
//!   spend
//! - **Unit:** share: 0 breaks even, −1 means that nothing came back, 1.5 that 1.5 came back
//!   above each 1 spent
//! - **Basis:** spend by its own day; revenue as the report's basis has it
//! - **Empty when:** nothing was spent, or no cost row falls here
//! - **Cautions:** revenue, not profit: no margin is taken off; revenue and cost rows in
//!   other currencies are left out; won records without an amount
//! - **Source:** reference, kpis 4b “ROMI”, the variant without margin

use super::fact::{Facts, Total};
use super::{COSTS, Measure, Require, WON_AMOUNTS, caution_of_spend, caution_of_won_amount};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: COSTS.union(WON_AMOUNTS),
    requires: &[Require::Records, Require::Outcome, Require::Amount, Require::Spend],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let spend = facts.total(Total::Spend);
    let gain = facts.total(Total::WonAmount) - spend;
    caution_of_spend(caution_of_won_amount(Quantity::ratio(gain, spend, Unit::Share), facts), facts)
}
