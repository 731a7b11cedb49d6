//! Content items in use.
//!
//! - **Answers:** What share of the content that was published did sales use?
//! - **Formula:** items of the content list that an activity of at least one record names ÷ items
//!   of the content list
//! - **Unit:** share, with its Wilson interval
//! - **Basis:** activities by their own day; the list as a whole, whatever the period
//! - **Empty when:** the list is empty
//! - **Cautions:** what is used and not on the list is not in it; an activity of no record does not
//!   count; fewer than 10 items on the list
//! - **Source:** reference, kpis 4b “Content use” (content items used in ≥ 1 deal ÷ items published)

use super::fact::{Facts, Kept, Needs};
use super::{Measure, Require, share};
use crate::engine::stats;
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    // What was published is the same for every cell.
    needs: Needs::nothing().and_kept(Kept::UsedItems).and_whole(),
    requires: &[
        Require::Records,
        Require::Activities,
        Require::TiedActivities,
        Require::ContentItems,
        Require::ContentList,
    ],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let used = stats::distinct(facts.values(Kept::UsedItems)) as f64;
    share(used, facts.terms.published.map_or(0.0, f64::from))
}
