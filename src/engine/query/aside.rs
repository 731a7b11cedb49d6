//! Where rows beside the records fall: other costs, activities, survey answers, plans, costs moved on
//! by the cycle, open records by the day on which they are expected to close, and as they stand now.
//!
//! A row that speaks of a record is grouped as the record is, and placed in time by its own day.

use super::axis::{Axis, Codes};
use super::frame::Frame;
use super::selection::Selection;
use crate::engine::filter::Period;
use crate::engine::funnel::{BesideKind, NO_ROW};
use crate::engine::mapping::working::WorkingHours;
use crate::engine::measure::fact::{Anchor, WorkingDays};
use crate::engine::measure::gather::NO_CELL;
use crate::engine::stats;
use crate::engine::table::NO_DAY;
use crate::engine::value::Day;

/// What places a row.
#[derive(Clone, Copy)]
struct Row {
    day: i32,
    /// The record that it speaks of, or the cost row that it is.
    of: u32,
}

impl Frame<'_> {
    /// The cell of each row that is anchored so, `width` cells a row of the table.
    pub(super) fn aside(
        &self,
        anchor: Anchor,
        selection: &Selection,
        (rows, columns): (&Axis, &Axis),
    ) -> Vec<u32> {
        let beside = &self.assembled.beside;
        let linked = |days: &[i32], records: &[u32]| {
            let rows_of = days.iter().zip(records).map(|(day, of)| Row { day: *day, of: *of });
            self.place(rows_of, anchor, selection, (rows, columns))
        };
        let alone = |days: &[i32]| {
            let rows_of = days.iter().map(|day| Row { day: *day, of: NO_ROW });
            self.place(rows_of, anchor, selection, (rows, columns))
        };
        match anchor {
            Anchor::Activities => linked(&beside.activities.day, &beside.activities.record),
            Anchor::Scores => linked(&beside.scores.day, &beside.scores.record),
            Anchor::OtherCosts => alone(&beside.other_costs.day),
            Anchor::Targets => self.plans(selection, (rows, columns)),
            Anchor::Lagged => {
                let lag = self.lag_days().unwrap_or(0.0) as i32;
                let later = |day: i32| if day == NO_DAY { NO_DAY } else { day + lag };
                let days: Vec<i32> = self.assembled.spend.day.iter().map(|d| later(*d)).collect();
                let own: Vec<u32> = (0..days.len() as u32).collect();
                linked(&days, &own)
            }
            // What stands now is in no days.
            Anchor::Open if self.basics.extents.expected.is_none() => {
                self.aside(Anchor::Standing, selection, (rows, columns))
            }
            Anchor::Expected | Anchor::Open => {
                let days = &self.assembled.records.expected;
                let own: Vec<u32> = (0..days.len() as u32).collect();
                linked(days, &own)
            }
            Anchor::Standing => {
                let days = &self.assembled.records.created;
                let own: Vec<u32> = (0..days.len() as u32).collect();
                linked(days, &own)
            }
            Anchor::Created | Anchor::Entered | Anchor::Closed | Anchor::Spend => Vec::new(),
        }
    }

    /// The cell of each row of plans: of those that count among these columns of plans.
    fn plans(&self, selection: &Selection, (rows, columns): (&Axis, &Axis)) -> Vec<u32> {
        let days = &self.assembled.beside.plans.day;
        let counts = self.counting_plans(rows, columns);
        let width = columns.width() as u32;
        let cell = |(row, day): (usize, &i32)| {
            let is_in = selection.window.is_none_or(|w| *day != NO_DAY && w.contains(Day(*day)));
            if !is_in || counts.get(row) != Some(&true) {
                return NO_CELL;
            }
            match (rows.plan(row, *day), columns.plan(row, *day)) {
                (NO_CELL, _) | (_, NO_CELL) => NO_CELL,
                (at_row, at_column) => at_row * width + at_column,
            }
        };
        days.iter().enumerate().map(cell).collect()
    }

    /// Whether each row of plans is one that this question counts, wherever it falls.
    pub(super) fn counting_plans(&self, rows: &Axis, columns: &Axis) -> Vec<bool> {
        let bits = rows.plan_columns() | columns.plan_columns() | self.kept.plan_columns;
        let mut counts = self.assembled.beside.plans.counting(bits);
        for (row, counts) in counts.iter_mut().enumerate() {
            *counts &= self.kept.plan(row);
        }
        counts
    }

    fn place(
        &self,
        placed: impl Iterator<Item = Row>,
        anchor: Anchor,
        selection: &Selection,
        (rows, columns): (&Axis, &Axis),
    ) -> Vec<u32> {
        // Costs that were moved beyond the data bring nothing that could be known.
        let last = self.as_of.unwrap_or(Day(i32::MAX));
        let known = Period { first: Day(NO_DAY + 1), last };
        let window = match anchor {
            // What stands now is in no days.
            Anchor::Standing => None,
            Anchor::Lagged => selection.window.or(Some(known)),
            _ => selection.window,
        };
        let width = columns.width() as u32;
        let kind = match anchor {
            Anchor::OtherCosts => Some(BesideKind::OtherCosts),
            Anchor::Activities => Some(BesideKind::Activities),
            Anchor::Scores => Some(BesideKind::Scores),
            _ => None,
        };
        let cell = |(at, row): (usize, Row)| {
            if kind.is_some_and(|kind| !self.kept.beside(kind, at)) {
                return NO_CELL;
            }
            let is_in = window.is_none_or(|w| row.day != NO_DAY && w.contains(Day(row.day)));
            let is_kept = match anchor {
                Anchor::Lagged => self.kept.cost(row.of as usize),
                _ if row.of == NO_ROW => self.kept.records.is_none(),
                _ => self.kept.record(row.of as usize),
            };
            if !is_in || !is_kept {
                return NO_CELL;
            }
            match (code(rows, anchor, row), code(columns, anchor, row)) {
                (NO_CELL, _) | (_, NO_CELL) => NO_CELL,
                (at_row, at_column) => at_row * width + at_column,
            }
        };
        placed.enumerate().map(cell).collect()
    }

    /// The usual cycle, by which costs precede wins: the median over all that was won.
    pub(super) fn lag_days(&self) -> Option<f64> {
        let days = self.population.won_rows().cycle_days().filter(|d| *d >= 0);
        let mut days: Vec<f64> = days.map(f64::from).collect();
        stats::median(&mut days).map(f64::round)
    }

    /// What share of the question's days is over on the last day of the data.
    pub(super) fn elapsed(&self, selection: &Selection) -> Option<f64> {
        let (window, as_of) = (selection.window?, self.as_of?);
        let over = as_of.0.min(window.last.0) - window.first.0 + 1;
        (over > 0).then(|| f64::from(over) / f64::from(window.days()))
    }
}

impl Frame<'_> {
    /// The working days of the question, and those that are over on the last day of the data.
    pub(super) fn working_days(&self, selection: &Selection) -> Option<WorkingDays> {
        let (window, as_of) = (selection.window?, self.as_of?);
        let set = self.assembled.working_days;
        let days = set.unwrap_or(WorkingHours::default().days);
        let until = |last: i32| working_between(days, window.first.0, last);
        let (over, of) = (until(as_of.0.min(window.last.0)), until(window.last.0));
        (of > 0).then_some(WorkingDays { over, of, are_assumed: set.is_none() })
    }
}

/// How many days from one to another, both included, are on these weekdays (from Monday on).
fn working_between(days: [bool; 7], first: i32, last: i32) -> u32 {
    let count = i64::from(last) - i64::from(first) + 1;
    if count <= 0 {
        return 0;
    }
    let works = days.iter().filter(|works| **works).count() as i64;
    // 1970-01-01 was a Thursday.
    let weekday = |day: i64| (day + 3).rem_euclid(7) as usize;
    let rest = (0..count % 7).filter(|at| days.get(weekday(i64::from(first) + at)) == Some(&true));
    (count / 7 * works + rest.count() as i64) as u32
}

/// Whether a row that speaks of a record (or of none) is in a group of an axis.
pub(super) fn is_grouped(axis: &Axis, of: u32) -> bool {
    code(axis, Anchor::Activities, Row { day: NO_DAY, of }) != NO_CELL
}

/// The group of a row on one axis.
fn code(axis: &Axis, anchor: Anchor, row: Row) -> u32 {
    if let Some(units) = &axis.units {
        return units.of(row.day);
    }
    let codes = if anchor == Anchor::Lagged { &axis.spend } else { &axis.created };
    match codes {
        Codes::One => 0,
        Codes::None => NO_CELL,
        Codes::Each(_) if row.of == NO_ROW => axis.unlinked.unwrap_or(NO_CELL),
        Codes::Each(codes) => codes.get(row.of as usize).copied().unwrap_or(NO_CELL),
    }
}
