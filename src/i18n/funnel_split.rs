//! The funnel by the groups of a dimension, in the funnel's block.

use crate::engine::report::FunnelRate;

/// See the module.
pub struct FunnelSplit {
    pub title: fn(dimension: &str) -> String,
    pub rate_label: &'static str,
    pub rate: fn(FunnelRate) -> &'static str,
    /// Head of a column: the share of a stage.
    pub rate_of: fn(stage: &str, FunnelRate) -> String,
    pub others: &'static str,
    pub others_hint: &'static str,
    /// What a group is set against.
    pub all_others: &'static str,
    /// Between what a share lies.
    pub between: fn(low: &str, high: &str) -> String,
    /// How the picture is read.
    pub reading: fn(FunnelRate) -> &'static str,
    pub own_channel: &'static str,
    pub first_record: &'static str,
}
