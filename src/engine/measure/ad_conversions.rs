//! Conversions as the ad systems count them.
//!
//! - **Answers:** How many results do the ad systems claim?
//! - **Formula:** sum of the conversions (results, leads) of the cost rows
//! - **Unit:** conversions, which may be fractions
//! - **Basis:** by the day of the cost, on either basis
//! - **Empty when:** never: without conversions it is 0
//! - **Cautions:** not the leads of the CRM: each system counts its own, some by views, and
//!   several may claim one lead
//! - **Source:** reference, channels-and-headers 6d

use super::fact::{Facts, Needs, Total};
use super::{Measure, Require};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Count,
    needs: Needs::nothing().and_total(Total::Conversions),
    requires: &[Require::Spend, Require::Conversions],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    Quantity::plain(facts.total(Total::Conversions), Unit::Count)
}
