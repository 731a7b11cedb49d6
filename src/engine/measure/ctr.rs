//! Click-through rate (CTR).
//!
//! - **Answers:** What share of the times that an ad is shown is it clicked?
//! - **Formula:** clicks ÷ impressions, each summed over the cost rows that have both
//! - **Unit:** share, 0..1
//! - **Basis:** by the day of the cost, on either basis
//! - **Empty when:** there are no impressions
//! - **Cautions:** fewer than 10 impressions; rows without one of the two are in neither sum
//! - **Source:** reference, data fb_ads “ctr”

use super::fact::{Facts, Needs, Total};
use super::{Measure, Require, share};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: Needs::nothing().and_total(Total::ShownClicks).and_total(Total::ClickedImpressions),
    requires: &[Require::Spend, Require::Impressions, Require::Clicks],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    share(facts.total(Total::ShownClicks), facts.total(Total::ClickedImpressions))
}
