//! Cost per click (CPC).
//!
//! - **Answers:** What does a click cost?
//! - **Formula:** cost ÷ clicks, each summed over the cost rows that have both
//! - **Unit:** money by click
//! - **Basis:** by the day of the cost, on either basis
//! - **Empty when:** there are no clicks
//! - **Cautions:** fewer than 10 of what it is divided by; cost rows in other currencies or
//!   without a day; rows without one of the two are in neither sum
//! - **Source:** reference, data fb_ads “cpc”

use super::fact::{Count, Facts, Needs, Total};
use super::{Measure, Require, caution_of_spend, marked_if_small};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Money,
    needs: Needs::nothing()
        .and_total(Total::ClicksCost)
        .and_total(Total::PaidClicks)
        .and_count(Count::SpendElsewhere),
    requires: &[Require::Spend, Require::Clicks],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let (cost, count) = (facts.total(Total::ClicksCost), facts.total(Total::PaidClicks));
    let cost = Quantity::ratio(cost, count, Unit::Money);
    caution_of_spend(marked_if_small(cost), facts)
}
