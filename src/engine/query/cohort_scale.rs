//! The scale of cohorts: the units of creation, the ages, and where each record stands on both.
//!
//! Not here: what is counted of them (`cohorts`, `lineage`).

use super::frame::Frame;
use super::selection::is_in;
use super::support::needs;
use crate::engine::filter::{Grain, Period};
use crate::engine::report::{Absence, CohortAges, CohortsSpec, Maturity};
use crate::engine::table::NO_DAY;
use crate::engine::value::Day;

/// More than anybody reads; a wrong date must not make a table of a thousand columns.
const MOST_AGES: usize = 60;
const MOST_COHORTS: usize = 400;
/// A century: a window that a document asks for is no longer.
const MOST_DAYS: u32 = 36_525;

pub(super) struct Scale<'a> {
    spec: &'a CohortsSpec,
    pub starts: Vec<Day>,
    pub ages: Vec<u32>,
    units: Units,
    as_of: Day,
    /// All days that begin a cohort, and those that rows are of.
    pub all: Period,
    pub shown: Period,
}

impl<'a> Scale<'a> {
    pub fn of(frame: &Frame<'_>, spec: &'a CohortsSpec) -> Result<Scale<'a>, Absence> {
        let has = &frame.assembled.has;
        needs(has.records, Absence::NoRecords)?;
        needs(has.outcome, Absence::NoStages)?;
        needs(has.created, Absence::NoCreatedDate)?;
        needs(has.closed, Absence::NoClosedDate)?;
        needs(has.amount || !spec.figure.is_money(), Absence::NoAmount)?;
        let mut days = created(frame).map(|(_, day)| day);
        Scale::over(spec, &mut days, frame).ok_or(Absence::NothingInPeriod)
    }

    /// Over the units of these days; `None` without any.
    pub fn over(
        spec: &'a CohortsSpec,
        days: &mut dyn Iterator<Item = i32>,
        frame: &Frame<'_>,
    ) -> Option<Scale<'a>> {
        let as_of = frame.as_of;
        // Days far before all others begin no cohort, unless they are asked for or the only ones.
        let begins = frame.assembled.begins.filter(|_| frame.now.window.is_none());
        let begins = begins.unwrap_or(NO_DAY);
        let (mut earliest, mut first, mut last) = (i32::MAX, i32::MAX, NO_DAY);
        for day in days {
            earliest = earliest.min(day);
            first = first.min(if day < begins { i32::MAX } else { day });
            last = last.max(day);
        }
        if last == NO_DAY {
            return None;
        }
        if last < begins {
            first = earliest;
        }
        // Days behind the as-of day are those of no cohort; where there are no others, they are asked for.
        let shown = as_of.map(|day| day.0).filter(|day| first <= *day && *day < last);
        let all = Period { first: Day(earliest), last: Day(last) };
        let last = shown.unwrap_or(last);
        let starts = starts(spec.grain, Period { first: Day(first), last: Day(last) });
        let as_of = Day(as_of.map_or(last, |day| day.0.max(last)));
        let ages = ages(spec, &starts, as_of);
        let units = Units::new(spec.grain, &starts);
        // A row is of its whole unit.
        let end = starts.last().map_or(all.last, |start| Day(spec.grain.next(*start).0 - 1));
        let begin = starts.first().map_or(all.first, |start| Day(first).max(*start));
        let shown = Period { first: begin, last: end.min(all.last) };
        Some(Scale { spec, units, starts, ages, as_of, all, shown })
    }

    /// The last day that anything is known of.
    pub fn as_of(&self) -> i32 {
        self.as_of.0
    }

    /// The place of the cohort that a day is in.
    pub fn unit_of(&self, day: i32) -> Option<usize> {
        self.units.of(day).map(|unit| unit as usize).filter(|unit| *unit < self.starts.len())
    }

    /// The first and the last day of an age (by its place), for one that began on a day.
    pub fn days_of(&self, start: Day, from: i32, at: usize) -> Option<(i32, i32)> {
        let age = *self.ages.get(at)?;
        Some(match &self.spec.ages {
            CohortAges::Days(_) => {
                let before = at.checked_sub(1).and_then(|before| self.ages.get(before));
                (before.map_or(from, |days| from + *days as i32 + 1), from + age as i32)
            }
            CohortAges::Units => unit_after(self.spec.grain, start, age),
        })
    }

    /// The records with their cohort, by its place. Days before the first start are those of cohorts
    /// that are too many to be shown.
    pub fn records(&self, frame: &Frame<'a>) -> impl Iterator<Item = (usize, usize)> {
        let unit = |day: i32| self.units.of(day).map(|unit| unit as usize);
        created(frame).filter_map(move |(row, day)| Some((row, unit(day)?)))
    }

    /// The cohort of one record.
    pub fn cohort(&self, frame: &Frame<'_>, row: usize) -> Option<usize> {
        let day = frame.assembled.records.created.get(row).filter(|day| **day != NO_DAY)?;
        self.units.of(*day).filter(|_| is_in(&frame.now.created, row)).map(|unit| unit as usize)
    }

    /// How old a record was when it closed; `None` without a day, and where it closed before it was
    /// created.
    pub fn age(&self, frame: &Frame<'_>, row: usize) -> Option<u32> {
        let records = &frame.assembled.records;
        let day = |days: &[i32]| days.get(row).copied().filter(|day| *day != NO_DAY);
        let (created, closed) = (day(&records.created)?, day(&records.closed)?);
        if closed < created {
            return None;
        }
        Some(match &self.spec.ages {
            CohortAges::Units => match (self.units.of(created), self.units.of(closed)) {
                (Some(from), Some(to)) => to - from,
                _ => units_between(self.spec.grain, Day(created), Day(closed)),
            },
            CohortAges::Days(_) => (closed - created) as u32,
        })
    }

    pub fn maturity(&self, start: Day, age: u32) -> Maturity {
        maturity(self.spec, start, age, self.as_of)
    }
}

/// The records of the question that have a day of creation, with it.
fn created<'f>(frame: &'f Frame<'_>) -> impl Iterator<Item = (usize, i32)> + use<'f> {
    let days = frame.assembled.records.created.iter().enumerate();
    let mask = &frame.now.created;
    days.filter(|(row, day)| **day != NO_DAY && is_in(mask, *row)).map(|(row, day)| (row, *day))
}

/// The first days of all units that hold a creation, without gaps; the latest where there are too
/// many.
fn starts(grain: Grain, range: Period) -> Vec<Day> {
    let mut starts = vec![grain.start(range.last)];
    while let Some(earliest) = starts.last().copied() {
        if earliest <= range.first || starts.len() >= MOST_COHORTS {
            break;
        }
        starts.push(grain.back(earliest, 1));
    }
    starts.reverse();
    starts
}

/// All units that are shown, be they years, and room behind them.
const MOST_UNIT_DAYS: i32 = 1 << 18;

/// Which unit of the calendar a day is in, counted from the first unit that is shown.
struct Units {
    begin: i32,
    of_day: Vec<u32>,
}

impl Units {
    /// As far as the last unit that is shown and as long again, for what was closed later.
    fn new(grain: Grain, starts: &[Day]) -> Units {
        let begin = starts.first().map_or(0, |day| day.0);
        let shown = starts.last().map_or(0, |day| grain.next(*day).0 - begin);
        let days = shown.saturating_mul(2).clamp(0, MOST_UNIT_DAYS);
        let (mut of_day, mut unit, mut end) = (Vec::new(), 0, grain.next(Day(begin)).0);
        for day in begin..begin + days {
            if day >= end {
                unit += 1;
                end = grain.next(Day(day)).0;
            }
            of_day.push(unit);
        }
        Units { begin, of_day }
    }

    /// `None` before the first unit and beyond what is known.
    fn of(&self, day: i32) -> Option<u32> {
        let at = usize::try_from(day.checked_sub(self.begin)?).ok()?;
        self.of_day.get(at).copied()
    }
}

/// How many units of the calendar lie between the units of two days.
fn units_between(grain: Grain, from: Day, to: Day) -> u32 {
    let (a, b) = (grain.start(from), grain.start(to));
    let months = || {
        let ((y1, m1, _), (y2, m2, _)) = (a.ymd(), b.ymd());
        (y2 - y1) * 12 + m2 as i32 - m1 as i32
    };
    let units = match grain {
        Grain::Day => b.0 - a.0,
        Grain::Week | Grain::WeekFrom(_) => (b.0 - a.0) / 7,
        Grain::Month => months(),
        Grain::Quarter | Grain::FiscalQuarter(_) => months() / 3,
        Grain::Year | Grain::FiscalYear(_) => months() / 12,
    };
    units.max(0) as u32
}

fn ages(spec: &CohortsSpec, starts: &[Day], as_of: Day) -> Vec<u32> {
    match &spec.ages {
        CohortAges::Days(days) => {
            let days = days.iter().map(|n| (*n).min(MOST_DAYS));
            let mut days: Vec<u32> = days.take(MOST_AGES).collect();
            days.sort_unstable();
            days.dedup();
            days
        }
        CohortAges::Units => {
            let oldest = starts.first().map_or(0, |s| units_between(spec.grain, *s, as_of));
            (0..=oldest).take(MOST_AGES).collect()
        }
    }
}

/// The first and the last day of the unit so many after one.
fn unit_after(grain: Grain, start: Day, age: u32) -> (i32, i32) {
    let unit = grain.ahead(start, age);
    (unit.0, grain.next(unit).0 - 1)
}

fn maturity(spec: &CohortsSpec, start: Day, age: u32, as_of: Day) -> Maturity {
    let next = spec.grain.next(start);
    let (begins, ends) = match spec.ages {
        // A window counts from the first day on, and is whole when the last record is so old.
        CohortAges::Days(_) => (start.0, next.0 - 1 + age as i32),
        CohortAges::Units => unit_after(spec.grain, start, age),
    };
    match as_of.0 {
        now if now >= ends => Maturity::Mature,
        now if now >= begins => Maturity::Young,
        _ => Maturity::Unborn,
    }
}
