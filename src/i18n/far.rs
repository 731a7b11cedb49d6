//! Words of what lies beyond the axes of time.

use super::Strings;
use crate::engine::report::Beyond;
use crate::engine::value::Day;

/// See the module.
pub struct FarWords {
    pub records: fn(u64) -> String,
    /// Of costs and of visits.
    pub rows: fn(u64) -> String,
    /// What lies behind a day, and up to when.
    pub behind: fn(what: &str, day: &str, last: &str) -> String,
    /// What lies before a day, and from when on.
    pub before: fn(what: &str, day: &str, first: &str) -> String,
}

impl Strings {
    /// What an axis of time does not reach.
    pub fn not_drawn(&self, beyond: &Beyond) -> String {
        let far = &self.far;
        let counts = [(beyond.records, far.records), (beyond.rows, far.rows)];
        let what: Vec<String> =
            counts.into_iter().filter(|(n, _)| *n > 0).map(|(n, write)| write(n)).collect();
        let (what, day) = (what.join(", "), |day: i32| self.locale.day(Day(day)));
        let (first, last) = (beyond.days.first.0, beyond.days.last.0);
        match beyond.is_before {
            true => (far.before)(&what, &day(last + 1), &day(first)),
            false => (far.behind)(&what, &day(first - 1), &day(last)),
        }
    }
}
