//! Return on ad spend (ROAS).
//!
//! - **Answers:** How much revenue comes back for each unit of money spent on ads?
//! - **Formula:** revenue won ÷ spend of the same cell
//! - **Unit:** ratio, 1 = the spend came back as revenue
//! - **Basis:** spend by its own day; revenue as the report’s basis has it
//! - **Empty when:** no cost row falls here, or nothing was spent
//! - **Cautions:** revenue and not profit: above 1 may still lose money; what is said of revenue
//!   and of spend
//! - **Source:** reference, kpis 4b “ROAS”

use super::fact::{Count, Facts, Total};
use super::{COSTS, Measure, Require, WON_AMOUNTS, caution_of_spend, caution_of_won_amount};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Ratio,
    needs: COSTS.union(WON_AMOUNTS),
    requires: &[Require::Records, Require::Outcome, Require::Amount, Require::Spend],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let (revenue, spend) = (facts.total(Total::WonAmount), facts.total(Total::Spend));
    let roas = Quantity::ratio(revenue, spend, Unit::Ratio);
    // Without a cost row the spend is unknown, and unknown is not 0.
    let value = roas.value.filter(|_| facts.counted(Count::SpendRows) > 0);
    caution_of_spend(caution_of_won_amount(Quantity { value, ..roas }, facts), facts)
}
