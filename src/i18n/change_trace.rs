//! Words of where figures of two exports come from.

use crate::engine::query::{ChangeFigure, ChangeRows};

/// See the module.
pub struct ChangeTrace {
    /// What a figure counts.
    pub counts: fn(rows: &ChangeRows, of: ChangeFigure) -> &'static str,
    pub earlier: fn(file: &str) -> String,
    pub later: fn(file: &str) -> String,
    /// Rows of records that are not of the figure, and those that are and brought nothing to it.
    pub elsewhere: &'static str,
    pub closed: &'static str,
    /// How filters act on two exports.
    pub filters: &'static str,
    /// Titles of the kinds of change and of the bridges as tables.
    pub kinds: &'static str,
    pub bridge: &'static str,
    /// What the steps of a bridge are of.
    pub open: &'static str,
}
