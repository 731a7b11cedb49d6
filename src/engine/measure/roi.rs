//! Return on investment (ROI), over all costs.
//!
//! - **Answers:** How much comes back beyond all that marketing and sales cost?
//! - **Formula:** (revenue × margin − spend − other costs) ÷ (spend + other costs)
//! - **Unit:** share: 0 is break-even, −1 means that nothing came back
//! - **Basis:** costs by their own day; revenue by the report’s basis
//! - **Empty when:** no row of other costs falls here
//! - **Cautions:** without a margin it is of revenue; other costs belong to no channel, so it is
//!   known for the whole and along time only; what is said of revenue and of costs
//! - **Source:** reference, kpis 4b “ROI”

use super::fact::{Count, Facts, Total};
use super::{
    ALL_COSTS, Measure, Require, WON_AMOUNTS, all_costs, caution_of_all_costs,
    caution_of_won_amount,
};
use crate::engine::value::{Caution, Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: WON_AMOUNTS.union(ALL_COSTS),
    requires: &[Require::Records, Require::Outcome, Require::Amount, Require::OtherCosts],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let cost = all_costs(facts);
    let gain = facts.total(Total::WonAmount) * facts.terms.margin.unwrap_or(1.0);
    let found = Quantity::ratio(gain - cost, cost, Unit::Share);
    let found = match facts.counted(Count::OtherRows) {
        0 => Quantity { value: None, ..found },
        _ => found,
    };
    let found = match facts.terms.margin {
        None => found.with(Caution::WithoutMargin),
        Some(_) => found,
    };
    caution_of_all_costs(caution_of_won_amount(found, facts), facts)
}
