//! Calls by hour and weekday, a block of the third screen.

use crate::engine::report::CallFigure;

/// See the module.
pub struct Calls {
    pub name: &'static str,
    pub figure_label: &'static str,
    pub figure: fn(CallFigure) -> &'static str,
    /// `Calls by hour and weekday: missed`.
    pub title: fn(CallFigure) -> String,
    pub weekday: &'static str,
    pub counted: fn(calls: u64) -> String,
    /// Whose hours these are.
    pub clock: &'static str,
    /// What missed calls are a share of.
    pub of_incoming: &'static str,
    pub without_time: fn(n: u64) -> String,
}
