//! Words of where figures of reasons, moves, flows, calls, trends and ranks come from.

use crate::engine::query::MovesFigure;
use crate::engine::report::{CallFigure, ReasonsOf};

/// See the module.
pub struct Trace {
    /// The head of the column that says what part of a record a figure counts, or how many times.
    pub share: &'static str,
    pub reason: fn(of: ReasonsOf, is_share: bool) -> &'static str,
    pub moves: fn(of: MovesFigure) -> &'static str,
    pub flow: fn(of: MovesFigure) -> &'static str,
    /// Records that are in a stage now.
    pub open_here: &'static str,
    pub call: fn(of: CallFigure) -> &'static str,
    /// How the Markov chain parts single records, beside its column of an attribution.
    pub markov_by_record: &'static str,
    pub average_of: fn(units: u32, days: &str) -> String,
    /// Which of how many figures, among the groups of what.
    pub rank: fn(place: &str, of: &str, among: &str) -> String,
    /// What a seasonality index is, in sentences.
    pub season: &'static str,
    /// Heads of the columns beside the units of a season.
    pub season_level: &'static str,
    pub season_ratio: &'static str,
    /// What is divided, and by what.
    pub season_mean: &'static str,
    pub season_of_all: &'static str,
}
