//! Which days a question is about: periods and grains. Not here: which records (`condition`).

pub use super::condition::{DaysTest, Filter, Having, NumberTest, Test, TextTest, Than};
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
    /// Of a fiscal year. The user chooses quarters and years; his calendar makes them fiscal.
    FiscalQuarter(Fiscal),
    FiscalYear(Fiscal),
    /// A week that begins on another day than Monday: 6 = Saturday, 7 = Sunday.
    WeekFrom(u8),
}

/// A year that begins in another month than January.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Fiscal {
    /// 1 to 12.
    pub month: u8,
    /// Named after the year in which it ends.
    pub by_end: bool,
}

impl Fiscal {
    /// The fiscal year of a day, by its name, and the quarter of it (1 to 4).
    pub fn of(self, day: Day) -> (i32, u32) {
        let (year, month, _) = day.ymd();
        let since = (month as i32 - i32::from(self.month)).rem_euclid(12);
        let begins = if (month as i32) < i32::from(self.month) { year - 1 } else { year };
        (begins + i32::from(self.by_end), since as u32 / 3 + 1)
    }
}

impl Grain {
    /// The unit that people choose, whatever their calendar makes of it.
    pub fn plain(self) -> Grain {
        match self {
            Grain::FiscalQuarter(_) => Grain::Quarter,
            Grain::FiscalYear(_) => Grain::Year,
            Grain::WeekFrom(_) => Grain::Week,
            plain => plain,
        }
    }
    /// As coarse a unit of the same calendar.
    pub fn with(self, grain: Grain) -> Grain {
        match (self, grain) {
            (Grain::FiscalQuarter(f), Grain::Year) => Grain::FiscalYear(f),
            _ => grain,
        }
    }
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
            Grain::FiscalQuarter(f) => {
                month.add_months(-((m as i32 - i32::from(f.month)).rem_euclid(3)))
            }
            Grain::FiscalYear(f) => {
                month.add_months(-((m as i32 - i32::from(f.month)).rem_euclid(12)))
            }
            Grain::WeekFrom(first) => {
                Day(day.0 - (day.weekday() as i32 - i32::from(first)).rem_euclid(7))
            }
        }
    }
    /// The first day of the next unit after the one that begins at `start`.
    pub fn next(self, start: Day) -> Day {
        match self {
            Grain::Day => Day(start.0 + 1),
            Grain::Week | Grain::WeekFrom(_) => Day(start.0 + 7),
            Grain::Month => start.add_months(1),
            Grain::Quarter | Grain::FiscalQuarter(_) => start.add_months(3),
            Grain::Year | Grain::FiscalYear(_) => start.add_months(12),
        }
    }
    /// The first day of the unit that is `n` units before the one that begins at `start`.
    pub fn back(self, start: Day, n: u32) -> Day {
        let n = n as i32;
        match self {
            Grain::Day => Day(start.0 - n),
            Grain::Week | Grain::WeekFrom(_) => Day(start.0 - 7 * n),
            Grain::Month => start.add_months(-n),
            Grain::Quarter | Grain::FiscalQuarter(_) => start.add_months(-3 * n),
            Grain::Year | Grain::FiscalYear(_) => start.add_months(-12 * n),
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
        if let Some(months) = self.whole_months() {
            return Period { first: self.first.add_months(-months), last: Day(self.first.0 - 1) };
        }
        Period { first: Day(self.first.0 - self.days()), last: Day(self.first.0 - 1) }
    }
    /// The same days of the year before: up to the day before the anniversary of the next day, so
    /// that a February ends where February ends.
    pub fn year_before(&self) -> Period {
        let next = Day(self.last.0 + 1).add_months(-12);
        Period { first: self.first.add_months(-12), last: Day(next.0 - 1) }
    }
    /// How many whole months this is, where it is whole months.
    fn whole_months(&self) -> Option<i32> {
        let next = Day(self.last.0 + 1);
        let whole = self.first.month_start() == self.first && next.month_start() == next;
        let ((y1, m1, _), (y2, m2, _)) = (self.first.ymd(), next.ymd());
        whole.then(|| (y2 - y1) * 12 + m2 as i32 - m1 as i32)
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

impl PeriodSpec {
    /// The days that are meant; `None` = everything. Without an as-of day (no date in the data)
    /// there is nothing to count back from, and nothing is left out.
    pub fn resolve(self, as_of: Option<Day>) -> Option<Period> {
        match self {
            PeriodSpec::All => None,
            // Ends that were given in the wrong order mean the same days.
            PeriodSpec::Between(p) => {
                Some(Period { first: p.first.min(p.last), last: p.first.max(p.last) })
            }
            PeriodSpec::This(grain) => as_of.map(|day| {
                let first = grain.start(day);
                Period { first, last: Day(grain.next(first).0 - 1) }
            }),
            PeriodSpec::Last(n, grain) => as_of.map(|day| {
                let end = grain.start(day);
                // More units than a calendar has are as good as all of them.
                Period { first: grain.back(end, n.clamp(1, 10_000)), last: Day(end.0 - 1) }
            }),
        }
    }
}

/// What the period is compared with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparison {
    Nothing,
    #[default]
    PreviousPeriod,
    SamePeriodLastYear,
    /// What is planned for the period.
    Target,
    /// One part of the records beside another: `ReportSpec::segments`.
    Segments,
}

impl Comparison {
    /// The days to compare `period` with. Where the period is not over at the as-of day, the other
    /// is cut off at the same point, so that half a month is not compared with a whole one.
    pub fn period(self, period: Period, as_of: Option<Day>) -> Option<Period> {
        let other = match self {
            Comparison::Nothing | Comparison::Target | Comparison::Segments => return None,
            Comparison::PreviousPeriod => period.previous(),
            Comparison::SamePeriodLastYear => period.year_before(),
        };
        let Some(now) = as_of.filter(|day| period.contains(*day) && *day < period.last) else {
            return Some(other);
        };
        let last = match (self, period.whole_months()) {
            (Comparison::SamePeriodLastYear, _) => Day(Day(now.0 + 1).add_months(-12).0 - 1),
            (_, Some(months)) => Day(Day(now.0 + 1).add_months(-months).0 - 1),
            (_, None) => Day(other.first.0 + now.0 - period.first.0),
        };
        Some(Period { first: other.first, last: last.clamp(other.first, other.last) })
    }
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

    fn text(period: Option<Period>) -> String {
        period.map_or("-".to_owned(), |p| format!("{}..{}", p.first, p.last))
    }

    #[test]
    fn relative_periods_count_back_from_the_as_of_day() {
        let as_of = Some(day(2026, 11, 22));
        let resolved = |spec: PeriodSpec| text(spec.resolve(as_of));
        assert_eq!(resolved(PeriodSpec::All), "-");
        assert_eq!(resolved(PeriodSpec::This(Grain::Quarter)), "2026-10-01..2026-12-31");
        assert_eq!(resolved(PeriodSpec::Last(3, Grain::Month)), "2026-08-01..2026-10-31");
        assert_eq!(resolved(PeriodSpec::Last(2, Grain::Week)), "2026-11-02..2026-11-15");
        assert_eq!(resolved(PeriodSpec::Last(1, Grain::Year)), "2025-01-01..2025-12-31");
        assert_eq!(resolved(PeriodSpec::Last(7, Grain::Day)), "2026-11-15..2026-11-21");
        assert_eq!(text(PeriodSpec::This(Grain::Year).resolve(None)), "-");
    }

    #[test]
    fn an_unfinished_period_is_compared_with_as_much_of_the_other() {
        let as_of = Some(day(2026, 11, 22));
        let this = |grain| PeriodSpec::This(grain).resolve(as_of).unwrap();
        let previous = |p| text(Comparison::PreviousPeriod.period(p, as_of));
        let last_year = |p| text(Comparison::SamePeriodLastYear.period(p, as_of));
        assert_eq!(previous(this(Grain::Month)), "2026-10-01..2026-10-22");
        assert_eq!(previous(this(Grain::Quarter)), "2026-07-01..2026-08-22");
        assert_eq!(previous(this(Grain::Year)), "2025-01-01..2025-11-22");
        assert_eq!(last_year(this(Grain::Month)), "2025-11-01..2025-11-22");
        let whole = PeriodSpec::Last(1, Grain::Month).resolve(as_of).unwrap();
        assert_eq!(previous(whole), "2026-09-01..2026-09-30");
        assert_eq!(last_year(whole), "2025-10-01..2025-10-31");
        let ten = Period { first: day(2026, 11, 16), last: day(2026, 11, 25) };
        assert_eq!(previous(ten), "2026-11-06..2026-11-12");
        let february = Period { first: day(2025, 2, 1), last: day(2025, 2, 28) };
        assert_eq!(last_year(february), "2024-02-01..2024-02-29");
        assert_eq!(text(Comparison::Nothing.period(whole, as_of)), "-");
    }
}
