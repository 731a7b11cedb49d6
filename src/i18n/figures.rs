//! Words about figures: headings of their list, small counts, what may be chance, the margin.

use crate::engine::measure::MeasureGroup;

/// See the module.
pub struct Figures {
    pub group: fn(MeasureGroup) -> &'static str,
    pub search: &'static str,
    pub none_found: &'static str,
    /// `3 of 5`, instead of a rate of few cases.
    pub of_count: fn(part: &str, whole: &str) -> String,
    /// Beside a change that the data can't tell from chance.
    pub chance: &'static str,
    /// Why: the difference lies between these two, and so may be none.
    pub chance_why: fn(low: &str, high: &str) -> String,
    /// The same where 0 is not between them.
    pub sure_why: fn(low: &str, high: &str) -> String,
    pub margin: &'static str,
    pub margin_hint: &'static str,
    /// What was typed is no margin.
    pub no_margin: &'static str,
}
