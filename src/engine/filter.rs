//! Which records and which days a question is about: periods, grains, filters.

use super::dimension::Dimension;
use super::value::Day;
use serde::{Deserialize, Serialize};

/// Calendar grain of an axis. Weeks are ISO weeks (Monday first).
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Grain {
    Day,
    Week,
    #[default]
    Month,
    Quarter,
    Year,
}

impl Grain {
    /// The first day of the grain's unit that holds `day`.
    pub fn start(self, day: Day) -> Day {
        let month = day.month_start();
        let (_, m, _) = month.ymd();
        match self {
            Grain::Day => day,
            Grain::Week => Day(day.0 - day.weekday() as i32 + 1),
            Grain::Month => month,
            Grain::Quarter => month.add_months(-((m as i32 - 1) % 3)),
            Grain::Year => month.add_months(-(m as i32 - 1)),
        }
    }
    /// The first day of the next unit after the one that begins at `start`.
    pub fn next(self, start: Day) -> Day {
        match self {
            Grain::Day => Day(start.0 + 1),
            Grain::Week => Day(start.0 + 7),
            Grain::Month => start.add_months(1),
            Grain::Quarter => start.add_months(3),
            Grain::Year => start.add_months(12),
        }
    }
}

/// Days from `first` to `last`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Period {
    pub first: Day,
    pub last: Day,
}

impl Period {
    pub fn contains(&self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }
    /// Count of days, both ends included.
    pub fn days(&self) -> i32 {
        self.last.0 - self.first.0 + 1
    }
    /// The period before: whole months where this is whole months, else as many days.
    pub fn previous(&self) -> Period {
        let next = Day(self.last.0 + 1);
        if self.first.month_start() == self.first && next.month_start() == next {
            let (y1, m1, _) = self.first.ymd();
            let (y2, m2, _) = next.ymd();
            let months = (y2 - y1) * 12 + m2 as i32 - m1 as i32;
            return Period { first: self.first.add_months(-months), last: Day(self.first.0 - 1) };
        }
        Period { first: Day(self.first.0 - self.days()), last: Day(self.first.0 - 1) }
    }
}

/// Which days the report is about. Relative ones count back from the data's own as-of date, never
/// from today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PeriodSpec {
    /// Everything, records without a date included.
    #[default]
    All,
    Between(Period),
    /// The calendar month, quarter or year that holds the as-of date.
    This(Grain),
    /// The last n whole units before the one that holds the as-of date.
    Last(u32, Grain),
}

/// What the period is compared with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparison {
    Nothing,
    #[default]
    PreviousPeriod,
    SamePeriodLastYear,
}

/// Keeps the records whose value of a dimension is (or is not) among some; filters combine by and.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Filter {
    pub dimension: Dimension,
    /// Folded labels; the empty text stands for the empty value.
    pub values: Vec<String>,
    pub exclude: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> Day {
        Day::from_ymd(y, m, d).unwrap()
    }

    #[test]
    fn grains_begin_where_calendars_say() {
        let d = day(2026, 11, 22);
        let starts = [Grain::Day, Grain::Week, Grain::Month, Grain::Quarter, Grain::Year]
            .map(|g| g.start(d).to_string());
        assert_eq!(starts, ["2026-11-22", "2026-11-16", "2026-11-01", "2026-10-01", "2026-01-01"]);
        assert_eq!(Grain::Quarter.next(day(2026, 10, 1)), day(2027, 1, 1));
    }

    #[test]
    fn the_previous_period_of_whole_months_is_whole_months() {
        let q3 = Period { first: day(2026, 7, 1), last: day(2026, 9, 30) };
        assert_eq!(q3.previous(), Period { first: day(2026, 4, 1), last: day(2026, 6, 30) });
        let ten = Period { first: day(2026, 3, 5), last: day(2026, 3, 14) };
        assert_eq!(ten.previous(), Period { first: day(2026, 2, 23), last: day(2026, 3, 4) });
    }
}
