//! Impressions.
//!
//! - **Answers:** How often were the ads shown?
//! - **Formula:** sum of the impressions of the cost rows
//! - **Unit:** impressions
//! - **Basis:** by the day of the cost, on either basis
//! - **Empty when:** never: without impressions it is 0
//! - **Cautions:** as the ad system counts them; systems count differently
//! - **Source:** reference, channels-and-headers 6d

use super::fact::{Facts, Needs, Total};
use super::{Measure, Require};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Count,
    needs: Needs::nothing().and_total(Total::Impressions),
    requires: &[Require::Spend, Require::Impressions],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    Quantity::plain(facts.total(Total::Impressions), Unit::Count)
}
