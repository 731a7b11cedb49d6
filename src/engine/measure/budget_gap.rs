//! Revenue share beyond the budget share.
//!
//! - **Answers:** Does this group bring a larger share of the revenue than it takes of the
//!   budget?
//! - **Formula:** revenue ÷ all revenue − spend ÷ all spend
//! - **Unit:** percentage points, held as a difference of shares
//! - **Basis:** revenue by the report’s basis; spend by its own day
//! - **Empty when:** there is no revenue or no spend at all, or no cost row falls here
//! - **Cautions:** a hint for moving budget, no proof that more spend brings more; what is said
//!   of revenue and of spend
//! - **Source:** reference, kpis 4b “Budget share vs revenue share”

use super::fact::{Count, Facts, Total};
use super::{COSTS, Measure, Require, WON_AMOUNTS, caution_of_spend, caution_of_won_amount};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Points,
    needs: WON_AMOUNTS.union(COSTS).and_whole(),
    requires: &[Require::Records, Require::Outcome, Require::Amount, Require::Spend],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let terms = &facts.terms;
    let share = |part: f64, whole: f64| Quantity::ratio(part, whole, Unit::Share).value;
    let revenue = share(facts.total(Total::WonAmount), terms.all_won);
    let budget = share(facts.total(Total::Spend), terms.all_spend);
    let both = revenue.zip(budget).filter(|_| facts.counted(Count::SpendRows) > 0);
    let value = both.map(|(revenue, budget)| revenue - budget);
    let gap = Quantity { value, ..Quantity::none(Unit::Points) };
    caution_of_spend(caution_of_won_amount(gap, facts), facts)
}
