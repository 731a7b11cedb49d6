//! Words of what a figure is compared with, where the figure says where it comes from.

/// See the module.
pub struct Beside {
    /// Over the other figure and the difference.
    pub title: &'static str,
    pub difference: &'static str,
    /// The filters of either segment, where they act.
    pub of_first: fn(filter: &str) -> String,
    pub of_second: fn(filter: &str) -> String,
    /// What a planned figure is.
    pub planned: &'static str,
    /// In words that no test is due.
    pub plan_is_no_sample: &'static str,
    /// A step of the funnel: those that came so far, of those that entered.
    pub of_entered: fn(entered: &str) -> String,
}
