//! Calls by hour and weekday.

use super::super::calendar::WeekStart;
use super::super::filter::Filter;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CallsSpec {
    pub figure: CallFigure,
    pub filters: Vec<Filter>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CallFigure {
    #[default]
    All,
    Answered,
    Missed,
    /// Of the incoming calls.
    MissedShare,
}

impl CallFigure {
    /// Whether it is of incoming calls alone.
    pub fn needs_direction(self) -> bool {
        matches!(self, CallFigure::Missed | CallFigure::MissedShare)
    }

    pub const EVERY: [CallFigure; 4] =
        [CallFigure::All, CallFigure::Answered, CallFigure::Missed, CallFigure::MissedShare];
}

/// Counts of one hour of one weekday, or of several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallCell {
    pub calls: u64,
    /// Somebody was reached.
    pub answered: u64,
    /// Incoming ones, and those of them that nobody took.
    pub asked: u64,
    pub missed: u64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Calls {
    pub figure: CallFigure,
    /// The day that the week begins with.
    pub week_start: WeekStart,
    /// Seven days from that one on, each of 24 hours.
    pub cells: Vec<Vec<CallCell>>,
    /// By day, by hour, and of all: counted anew, with calls that have a time.
    pub days: Vec<CallCell>,
    pub hours: Vec<CallCell>,
    pub total: CallCell,
    /// Calls of the question without a time of day.
    pub without_time: u64,
}
