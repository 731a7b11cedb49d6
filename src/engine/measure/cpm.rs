//! Cost per thousand impressions (CPM).
//!
//! - **Answers:** What does it cost to be shown a thousand times?
//! - **Formula:** cost × 1000 ÷ impressions, each summed over the cost rows that have both
//! - **Unit:** money by 1,000 impressions
//! - **Basis:** by the day of the cost, on either basis
//! - **Empty when:** there are no impressions
//! - **Cautions:** fewer than 10 of what it is divided by; cost rows in other currencies or
//!   without a day; rows without one of the two are in neither sum
//! - **Source:** reference, data fb_ads “cpm”

use super::fact::{Count, Facts, Needs, Total};
use super::{Measure, Require, caution_of_spend, marked_if_small};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Money,
    needs: Needs::nothing()
        .and_total(Total::ImpressionsCost)
        .and_total(Total::PaidImpressions)
        .and_count(Count::SpendElsewhere),
    requires: &[Require::Spend, Require::Impressions],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let (cost, count) = (facts.total(Total::ImpressionsCost), facts.total(Total::PaidImpressions));
    let cost = Quantity::ratio(cost, count, Unit::Money);
    // The parts stay what they are: money, and single impressions.
    let value = cost.value.map(|one| one * 1000.0);
    let cost = Quantity { value, ..cost };
    caution_of_spend(marked_if_small(cost), facts)
}
