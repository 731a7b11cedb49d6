//! Cost per conversion.
//!
//! - **Answers:** What does a result cost, as the ad systems count them?
//! - **Formula:** cost ÷ conversions, each summed over the cost rows that have both
//! - **Unit:** money by conversion
//! - **Basis:** by the day of the cost, on either basis
//! - **Empty when:** there are no conversions
//! - **Cautions:** fewer than 10 of what it is divided by; cost rows in other currencies or
//!   without a day; rows without one of the two are in neither sum
//! - **Source:** reference, channels-and-headers 6d: derived metrics are recomputed, never
//!   imported

use super::fact::{Count, Facts, Needs, Total};
use super::{Measure, Require, caution_of_spend, marked_if_small};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Money,
    needs: Needs::nothing()
        .and_total(Total::ConversionsCost)
        .and_total(Total::PaidConversions)
        .and_count(Count::SpendElsewhere),
    requires: &[Require::Spend, Require::Conversions],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let (cost, count) = (facts.total(Total::ConversionsCost), facts.total(Total::PaidConversions));
    let cost = Quantity::ratio(cost, count, Unit::Money);
    caution_of_spend(marked_if_small(cost), facts)
}
