//! Words of comparisons: with a plan, with another part of the records, and whether a difference may
//! be chance.

use crate::engine::report::Compared;

/// See the module.
pub struct Compare {
    /// What a figure is compared with, in a few words: a column's head, a line of a chart.
    pub name: fn(Compared) -> &'static str,
    /// `of 120 planned`.
    pub of_plan: fn(plan: &str) -> String,
    /// `B: 120`.
    pub of_segment: fn(figure: &str) -> String,
    /// Why there is nothing to compare with; and that plans of sales wait for the other basis.
    pub no_plan: &'static str,
    pub plan_by_events: fn(basis: &str) -> String,
    pub segments: &'static str,
    pub first: &'static str,
    pub second: &'static str,
    pub choose: &'static str,
    /// The figures are those of the first segment, beside those of the second.
    pub line: fn(first: &str, second: &str) -> String,
    pub changes: &'static str,
    /// Beside each figure its difference from what the report is compared with.
    pub changes_hint: &'static str,
    /// The head of the column that says whether a difference may be chance.
    pub chance_head: &'static str,
    /// It lies between these two, and 0 is not between them.
    pub sure: fn(low: &str, high: &str) -> String,
}
