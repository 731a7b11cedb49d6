//! Clicks.
//!
//! - **Answers:** How many clicks did the ads bring?
//! - **Formula:** sum of the clicks of the cost rows
//! - **Unit:** clicks
//! - **Basis:** by the day of the cost, on either basis
//! - **Empty when:** never: without clicks it is 0
//! - **Cautions:** as the ad system counts them; a click is not a visit
//! - **Source:** reference, channels-and-headers 6d

use super::fact::{Facts, Needs, Total};
use super::{Measure, Require};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Count,
    needs: Needs::nothing().and_total(Total::Clicks),
    requires: &[Require::Spend, Require::Clicks],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    Quantity::plain(facts.total(Total::Clicks), Unit::Count)
}
