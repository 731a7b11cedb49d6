//! Words of what lies beyond the axes of time.

use super::Strings;
use crate::engine::formula::OwnHead;
use crate::engine::measure::MeasureId;
use crate::engine::report::Beyond;
use crate::engine::value::{Caution, Day};

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

    /// What an axis of time holds nowhere, as it has no day: measures that miss as many together.
    pub fn on_no_day(&self, undated: &[(MeasureId, u64)], own: &[OwnHead]) -> Vec<String> {
        let mut said: Vec<u64> = Vec::new();
        let mut lines = Vec::new();
        for (_, records) in undated {
            if said.contains(records) {
                continue;
            }
            said.push(*records);
            let same = undated.iter().filter(|(_, n)| n == records);
            let names: Vec<String> = same.map(|(id, _)| self.measure_short(*id, own)).collect();
            let text = (self.names.caution)(&Caution::WithoutDates { records: *records });
            lines.push(format!("{}: {text}", names.join(", ")));
        }
        lines
    }
}
