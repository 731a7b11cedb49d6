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
        self.moved(start, 1)
    }
    /// The first day of the unit that is `n` units before the one that begins at `start`.
    pub fn back(self, start: Day, n: u32) -> Day {
        self.moved(start, -(n as i32))
    }
    /// The first day of the unit that is `n` units after the one that begins at `start`.
    pub fn ahead(self, start: Day, n: u32) -> Day {
        self.moved(start, n as i32)
    }
    fn moved(self, start: Day, n: i32) -> Day {
        match self {
            Grain::Day => Day(start.0 + n),
            Grain::Week | Grain::WeekFrom(_) => Day(start.0 + 7 * n),
            Grain::Month => start.add_months(n),
            Grain::Quarter | Grain::FiscalQuarter(_) => start.add_months(3 * n),
            Grain::Year | Grain::FiscalYear(_) => start.add_months(12 * n),
        }
    }
    /// How many units these days are in.
    pub fn units(self, days: Period) -> u32 {
        let starts = std::iter::successors(Some(self.start(days.first)), |s| Some(self.next(*s)));
        starts.take_while(|start| *start <= days.last).count() as u32
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
    /// From another day on. Where that is after the end, the end goes along: what was said last
    /// holds, and nothing is dropped.
    pub fn beginning(self, first: Day) -> Period {
        Period { first, last: self.last.max(first) }
    }
    /// Up to another day; the start goes along where it would be later.
    pub fn ending(self, last: Day) -> Period {
        Period { first: self.first.min(last), last }
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
    /// The same days of the year before; a February ends where February ends.
    pub fn year_before(&self) -> Period {
        Period { first: self.first.add_months(-12), last: months_earlier(self.last, 12) }
    }
    /// How many whole months this is, where it is whole months.
    fn whole_months(&self) -> Option<i32> {
        let next = Day(self.last.0 + 1);
        let whole = self.first.month_start() == self.first && next.month_start() == next;
        let ((y1, m1, _), (y2, m2, _)) = (self.first.ymd(), next.ymd());
        whole.then(|| (y2 - y1) * 12 + m2 as i32 - m1 as i32)
    }
}

/// As far into its month as `day` is into its own, some months earlier: the end of a month for the
/// end of a month, else the day of the same number, or the last one where the month has no such.
fn months_earlier(day: Day, months: i32) -> Day {
    let next = Day(day.0 + 1);
    match next.month_start() == next {
        true => Day(next.add_months(-months).0 - 1),
        false => day.add_months(-months),
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
            (Comparison::SamePeriodLastYear, _) => months_earlier(now, 12),
            (_, Some(months)) => months_earlier(now, months),
            (_, None) => Day(other.first.0 + now.0 - period.first.0),
        };
        Some(Period { first: other.first, last: last.clamp(other.first, other.last) })
    }
}

#[cfg(test)]
mod tests;
