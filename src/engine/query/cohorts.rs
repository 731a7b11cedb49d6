//! Cohorts by age: records by the unit of their creation, wins by how long after it they came.
//!
//! A cohort always follows its own records, so the report's basis plays no part: the period selects
//! the records created in it. A cell is *young* while not every record of the cohort has had so
//! long until the as-of day, and the total of an age is that of the mature cohorts alone.

use super::frame::Frame;
use crate::engine::filter::{Grain, Period};
use crate::engine::funnel::Outcome;
use crate::engine::measure;
use crate::engine::measure::gather::NO_CELL;
use crate::engine::report::{
    Absence, Cohort, CohortAges, CohortCell, CohortFigure, Cohorts, CohortsSpec, Maturity,
};
use crate::engine::stats::Sum;
use crate::engine::table::NO_DAY;
use crate::engine::value::{Caution, Day, Quantity, Unit};

/// More than anybody reads; a wrong date must not make a table of a thousand columns.
const MOST_AGES: usize = 60;
const MOST_COHORTS: usize = 400;
/// A century: a window that a document asks for is no longer.
const MOST_DAYS: u32 = 36_525;

pub(super) fn cohorts(frame: &Frame<'_>, spec: &CohortsSpec) -> Result<Cohorts, Absence> {
    let has = &frame.assembled.has;
    let money = matches!(spec.figure, CohortFigure::Revenue | CohortFigure::RevenuePerLead);
    for (needed, lack) in [
        (has.records, Absence::NoRecords),
        (has.outcome, Absence::NoStages),
        (has.created, Absence::NoCreatedDate),
        (has.closed, Absence::NoClosedDate),
        (has.amount || !money, Absence::NoAmount),
    ] {
        if !needed {
            return Err(lack);
        }
    }
    let records = &frame.assembled.records;
    let is_in = |row: usize| match &frame.now.created {
        None => true,
        Some(mask) => mask.get(row).is_some_and(|cell| *cell != NO_CELL),
    };
    let created = || {
        let days = records.created.iter().enumerate();
        days.filter(|(row, day)| **day != NO_DAY && is_in(*row)).map(|(row, day)| (row, *day))
    };
    let first = created().map(|(_, day)| day).min().ok_or(Absence::NoDates)?;
    let last = created().map(|(_, day)| day).max().ok_or(Absence::NoDates)?;
    let starts = starts(spec.grain, Period { first: Day(first), last: Day(last) });
    let as_of = frame.as_of.map_or(last, |day| day.0.max(last));

    let ages = ages(spec, &starts, Day(as_of));
    let units = Units::new(spec.grain, &starts);
    let mut rows: Vec<Filling> = starts.iter().map(|_| Filling::new(ages.len())).collect();
    let mut unplaced = 0;
    for (row, day) in created() {
        // Days before the first start are those of cohorts that are too many to be shown.
        let unit = units.of(day);
        let Some(filling) = unit.and_then(|at| rows.get_mut(at as usize)) else { continue };
        filling.records += 1;
        if records.outcome.get(row) != Some(&Outcome::Won) {
            continue;
        }
        let closed = records.closed.get(row).copied().unwrap_or(NO_DAY);
        let age = match &spec.ages {
            _ if closed == NO_DAY || closed < day => None,
            CohortAges::Units => Some(match (unit, units.of(closed)) {
                (Some(from), Some(to)) => to - from,
                _ => units_between(spec.grain, Day(day), Day(closed)),
            }),
            CohortAges::Days(_) => Some((closed - day) as u32),
        };
        unplaced += u64::from(age.is_none());
        let ours = records.currency.get(row).is_some_and(|c| frame.population.is_ours(*c));
        let amount = records.amount.get(row).copied().unwrap_or(f64::NAN);
        let win = Wins::one(ours, amount);
        filling.by_now.take(&win);
        // Up to this age and every greater one.
        let first = age.map_or(ages.len(), |age| ages.partition_point(|end| *end < age));
        // Sums of money are of their rows in order; what is only counted is added up at the end.
        let reach = if money { ages.len() } else { first + 1 };
        let cells = filling.by_age.iter_mut().take(reach).skip(first);
        cells.for_each(|wins| wins.take(&win));
    }
    if !money {
        rows.iter_mut().for_each(Filling::add_up);
    }
    let mut total = Filling::new(ages.len());
    // Records of the cohorts that are old enough for an age.
    let mut mature = vec![0; ages.len()];
    let mut made = Vec::with_capacity(rows.len());
    for (start, filling) in starts.iter().zip(&rows) {
        let cells = ages.iter().zip(&filling.by_age).enumerate().map(|(at, (age, wins))| {
            let maturity = maturity(spec, *start, *age, Day(as_of));
            if maturity == Maturity::Mature
                && let (Some(records), Some(all)) = (mature.get_mut(at), total.by_age.get_mut(at))
            {
                *records += filling.records;
                all.take(wins);
            }
            CohortCell { figure: wins.figure(spec.figure, filling.records, maturity), maturity }
        });
        made.push(Cohort {
            start: *start,
            records: filling.records,
            cells: cells.collect(),
            by_now: filling.by_now.figure(spec.figure, filling.records, Maturity::Young),
        });
        total.records += filling.records;
        total.by_now.take(&filling.by_now);
    }
    let of_age = |(wins, records): (&Wins, &u64)| {
        let maturity = if *records > 0 { Maturity::Mature } else { Maturity::Unborn };
        CohortCell { figure: wins.figure(spec.figure, *records, maturity), maturity }
    };
    Ok(Cohorts {
        grain: spec.grain,
        figure: spec.figure,
        in_days: matches!(spec.ages, CohortAges::Days(_)),
        rows: made,
        total: total.by_age.iter().zip(&mature).map(of_age).collect(),
        records: total.records,
        by_now: total.by_now.figure(spec.figure, total.records, Maturity::Young),
        ages,
        unplaced,
    })
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

fn maturity(spec: &CohortsSpec, start: Day, age: u32, as_of: Day) -> Maturity {
    let next = spec.grain.next(start);
    let (begins, ends) = match spec.ages {
        // A window counts from the first day on, and is whole when the last record is so old.
        CohortAges::Days(_) => (start.0, next.0 - 1 + age as i32),
        CohortAges::Units => {
            let mut unit = start;
            for _ in 0..age {
                unit = spec.grain.next(unit);
            }
            (unit.0, spec.grain.next(unit).0 - 1)
        }
    };
    match as_of.0 {
        now if now >= ends => Maturity::Mature,
        now if now >= begins => Maturity::Young,
        _ => Maturity::Unborn,
    }
}

/// What a cohort holds.
struct Filling {
    records: u64,
    /// Its wins up to each age, and all of them.
    by_age: Vec<Wins>,
    by_now: Wins,
}

impl Filling {
    fn new(ages: usize) -> Filling {
        Filling { records: 0, by_age: vec![Wins::default(); ages], by_now: Wins::default() }
    }

    /// Wins of each age become wins up to it.
    fn add_up(&mut self) {
        let mut all = Wins::default();
        for wins in &mut self.by_age {
            all.take(wins);
            *wins = all;
        }
    }
}

/// Wins, with what can and can't be added up of their amounts.
#[derive(Clone, Copy, Default)]
struct Wins {
    count: u64,
    amount: Sum,
    elsewhere: u64,
    unpriced: u64,
}

impl Wins {
    fn one(ours: bool, amount: f64) -> Wins {
        let mut sum = Sum::default();
        if ours && !amount.is_nan() {
            sum.add(amount);
        }
        Wins {
            count: 1,
            amount: sum,
            elsewhere: u64::from(!ours),
            unpriced: u64::from(ours && amount.is_nan()),
        }
    }

    fn take(&mut self, other: &Wins) {
        self.count += other.count;
        self.amount.merge(other.amount);
        self.elsewhere += other.elsewhere;
        self.unpriced += other.unpriced;
    }

    fn figure(&self, figure: CohortFigure, records: u64, maturity: Maturity) -> Quantity {
        let (won, records, amount) = (self.count as f64, records as f64, self.amount.value());
        let quantity = match figure {
            CohortFigure::WonShare => measure::share(won, records),
            CohortFigure::Won => Quantity::plain(won, Unit::Count),
            CohortFigure::Revenue => self.cautioned(Quantity::plain(amount, Unit::Money)),
            CohortFigure::RevenuePerLead => {
                self.cautioned(Quantity::ratio(amount, records, Unit::Money))
            }
        };
        match maturity {
            Maturity::Unborn => Quantity::none(quantity.unit),
            _ => quantity,
        }
    }

    /// Says what was left out of a sum of money.
    fn cautioned(&self, quantity: Quantity) -> Quantity {
        let quantity = measure::other_currencies(quantity, self.elsewhere);
        measure::with_any(quantity, Caution::WithoutAmount { records: self.unpriced })
    }
}
