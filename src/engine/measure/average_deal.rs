//! Average deal.
//!
//! - **Answers:** How much is a won deal worth on average?
//! - **Formula:** revenue ÷ won records in the report's currency that carry an amount; an
//!   amount of 0 is an amount
//! - **Unit:** money
//! - **Basis:** as revenue
//! - **Empty when:** no won record in the report's currency carries an amount
//! - **Cautions:** fewer than 10 such records; won records in other currencies; won records
//!   without an amount
//! - **Source:** reference, kpis 4b “Average deal size”

use super::fact::{Count, Facts, Total};
use super::{Measure, Require, WON_AMOUNTS, caution_of_won_amount, marked_if_small};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Money,
    needs: WON_AMOUNTS,
    requires: &[Require::Records, Require::Outcome, Require::Amount],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let (revenue, deals) = (facts.total(Total::WonAmount), facts.count(Count::WonPriced));
    let average = marked_if_small(Quantity::ratio(revenue, deals, Unit::Money));
    caution_of_won_amount(average, facts)
}
