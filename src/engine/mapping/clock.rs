//! The days and moments of a file by the user's clock. A date without a time is a calendar day and
//! never moves.
//!
//! Not here: how a date is read (`import`).

use super::FileMapping;
use crate::engine::table::{Cells, Column};
use crate::engine::value::{Day, Moment};

impl FileMapping {
    /// The calendar day of a cell by the user's clock: a written time is brought to it, a date
    /// without a time stays what it is.
    pub fn day(&self, column: &Column, row: usize) -> Option<Day> {
        match &column.cells {
            Cells::Moment(_) if self.clock_minutes != 0 => {
                self.moment(column, row).map(Moment::day)
            }
            _ => column.day(row),
        }
    }

    /// The moment of a cell by the user's clock; of a date without a time its midnight.
    pub fn moment(&self, column: &Column, row: usize) -> Option<Moment> {
        let minutes = match &column.cells {
            Cells::Moment(_) => i64::from(self.clock_minutes),
            _ => 0,
        };
        column.moment(row).map(|m| Moment(m.0.saturating_add(minutes * 60)))
    }
}
