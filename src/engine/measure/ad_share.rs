//! Ad share of revenue (ДРР).
//!
//! - **Answers:** What share of revenue goes into ads?
//! - **Formula:** spend ÷ revenue won of the same cell
//! - **Unit:** share; above 1 the ads cost more than came in
//! - **Basis:** spend by its own day; revenue as the report’s basis has it
//! - **Empty when:** nothing was won with an amount, or no cost row falls here
//! - **Cautions:** what is said of revenue and of spend
//! - **Source:** reference, kpis 4b “ДРР”

use super::fact::{Count, Facts, Total};
use super::{COSTS, Measure, Require, WON_AMOUNTS, caution_of_spend, caution_of_won_amount};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: COSTS.union(WON_AMOUNTS),
    requires: &[Require::Records, Require::Outcome, Require::Amount, Require::Spend],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let (revenue, spend) = (facts.total(Total::WonAmount), facts.total(Total::Spend));
    let part = Quantity::ratio(spend, revenue, Unit::Share);
    let value = part.value.filter(|_| facts.counted(Count::SpendRows) > 0);
    caution_of_spend(caution_of_won_amount(Quantity { value, ..part }, facts), facts)
}
