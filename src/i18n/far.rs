//! Words of what lies behind the axes of time.

use super::Strings;
use crate::engine::report::Beyond;
use crate::engine::value::Day;

/// See the module.
pub struct FarWords {
    /// How many records lie behind a day, and up to when.
    pub not_drawn: fn(records: u64, after: &str, last: &str) -> String,
}

impl Strings {
    /// What an axis of time does not reach.
    pub fn not_drawn(&self, beyond: &Beyond) -> String {
        let after = self.locale.day(Day(beyond.days.first.0 - 1));
        (self.far.not_drawn)(beyond.records, &after, &self.locale.day(beyond.days.last))
    }
}
