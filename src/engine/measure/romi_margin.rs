//! Return on marketing investment (ROMI), on margin.
//!
//! - **Answers:** How much profit comes back beyond what the ads cost?
//! - **Formula:** (revenue × margin − spend) ÷ spend
//! - **Unit:** share: 0 is break-even, −1 means that nothing came back
//! - **Basis:** spend by its own day; revenue by the report’s basis
//! - **Empty when:** no margin is set, there is no spend, or no cost row falls here
//! - **Cautions:** the margin is one number for all that was sold; what is said of revenue and
//!   of spend
//! - **Source:** reference, kpis 4b “ROMI”

use super::fact::{Count, Facts, Total};
use super::{COSTS, Measure, Require, WON_AMOUNTS, caution_of_spend, caution_of_won_amount};
use crate::engine::value::{Caution, Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: WON_AMOUNTS.union(COSTS),
    requires: &[
        Require::Records,
        Require::Outcome,
        Require::Amount,
        Require::Spend,
        Require::Margin,
    ],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let cost = facts.total(Total::Spend);
    let gain = facts.total(Total::WonAmount) * facts.terms.margin.unwrap_or(1.0);
    let found = Quantity::ratio(gain - cost, cost, Unit::Share);
    let found = match facts.counted(Count::SpendRows) {
        0 => Quantity { value: None, ..found },
        _ => found,
    };
    let found = match facts.terms.margin {
        None => found.with(Caution::WithoutMargin),
        Some(_) => found,
    };
    caution_of_spend(caution_of_won_amount(found, facts), facts)
}
