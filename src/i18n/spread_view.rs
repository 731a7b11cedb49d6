//! Boxes and curves of the distribution block.

use crate::engine::report::{SpreadOf, SpreadView};

/// See the module.
pub struct SpreadViews {
    pub view_label: &'static str,
    pub view: fn(SpreadView) -> &'static str,
    pub split_label: &'static str,
    /// `Days in stage: Offer`.
    pub in_stage: fn(&str) -> String,
    /// All values together, beside groups.
    pub all: &'static str,
    pub group: &'static str,
    pub low_whisker: &'static str,
    pub high_whisker: &'static str,
    pub below: &'static str,
    pub above: &'static str,
    pub box_hint: &'static str,
    pub days: &'static str,
    pub watched: &'static str,
    /// Ended in the way that is asked for.
    pub ended: fn(&SpreadOf) -> &'static str,
    pub ended_otherwise: &'static str,
    pub still: &'static str,
    pub at_risk: &'static str,
    /// What the curve shows.
    pub share: fn(&SpreadOf) -> &'static str,
    pub interval: &'static str,
    /// Heads of its lower and its upper end.
    pub interval_ends: [&'static str; 2],
    pub not_reached: &'static str,
    pub curves: &'static str,
    pub steps: &'static str,
    pub curve_hint: fn(&SpreadOf) -> &'static str,
    /// Which records, and what the marks are.
    pub who: &'static str,
    pub few: fn(u64) -> String,
}
