//! Calls by hour and weekday, on the clock of their file (or the one that the user set for it).
//!
//! A missed call is an incoming one that nobody took, as the measure has it (reference: kpis). Calls
//! that speak of a record are in or out by its filters; the period is that of their own days.

use super::frame::Frame;
use crate::engine::calendar::WeekStart;
use crate::engine::funnel::{Activities, ActivityKind, NO_ROW, NO_TIME};
use crate::engine::measure;
use crate::engine::report::{Absence, CallCell, CallFigure, Calls, CallsSpec};
use crate::engine::table::NO_DAY;
use crate::engine::value::{Day, Quantity, Unit};

const DAYS: usize = 7;
const HOURS: usize = 24;

pub(super) fn calls(frame: &Frame<'_>, spec: &CallsSpec) -> Result<Calls, Absence> {
    let ground = Ground::of(frame, spec.figure)?;
    let first = first_day(frame.spec.calendar.week_start);
    let mut found = Calls {
        figure: spec.figure,
        week_start: frame.spec.calendar.week_start,
        cells: vec![vec![CallCell::default(); HOURS]; DAYS],
        days: vec![CallCell::default(); DAYS],
        hours: vec![CallCell::default(); HOURS],
        total: CallCell::default(),
        without_time: 0,
    };
    for row in (0..ground.done.kind.len()).filter(|row| is_in(frame, *row)) {
        let Some((call, at)) = ground.call(row) else { continue };
        let Some(at) = at else {
            found.without_time += 1;
            continue;
        };
        let (day, hour) = ((at / HOURS + DAYS - first) % DAYS, at % HOURS);
        let cell = found.cells.get_mut(day).and_then(|hours| hours.get_mut(hour));
        let sums = [cell, found.days.get_mut(day), found.hours.get_mut(hour)];
        sums.into_iter().flatten().for_each(|cell| cell.add(call));
        found.total.add(call);
    }
    Ok(found)
}

/// The activities of files that tell what a figure of calls needs.
pub(super) struct Ground<'a> {
    done: &'a Activities,
}

impl<'a> Ground<'a> {
    pub fn of(frame: &Frame<'a>, figure: CallFigure) -> Result<Ground<'a>, Absence> {
        let done = &frame.assembled.beside.activities;
        let is_call = |row: &usize| done.kind.get(*row) == Some(&ActivityKind::Call);
        let mut all = (0..done.kind.len()).filter(is_call).peekable();
        if all.peek().is_none() {
            return Err(Absence::NoActivities);
        }
        if !all.any(|row| done.week_hour.get(row).is_some_and(|at| *at != NO_TIME)) {
            return Err(Absence::NoTimes);
        }
        if figure.needs_direction() && !done.tells_direction {
            return Err(Absence::NoDirection);
        }
        Ok(Ground { done })
    }

    /// A call by itself, with its hour of the week from Monday on where it has one; `None` for what
    /// is no call.
    pub fn call(&self, row: usize) -> Option<(CallCell, Option<usize>)> {
        if self.done.kind.get(row) != Some(&ActivityKind::Call) {
            return None;
        }
        let at = usize::from(self.done.week_hour.get(row).copied().unwrap_or(NO_TIME));
        let missed = self.done.is_missed.get(row) == Some(&true);
        let asked = self.done.is_inbound.get(row) == Some(&true);
        let call = CallCell {
            calls: 1,
            answered: u64::from(!missed),
            asked: u64::from(asked),
            missed: u64::from(asked && missed),
        };
        Some((call, (at < DAYS * HOURS).then_some(at)))
    }
}

/// An hour of the day, a weekday (from Monday on), both, or any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Hour {
    pub day: Option<u8>,
    pub hour: Option<u8>,
}

impl Hour {
    /// Whether an hour of the week is one of these.
    pub fn holds(self, at: usize) -> bool {
        self.day.is_none_or(|day| usize::from(day) == at / HOURS)
            && self.hour.is_none_or(|hour| usize::from(hour) == at % HOURS)
    }
}

/// The position of a week's first day, counted from Monday.
fn first_day(start: WeekStart) -> usize {
    match start {
        WeekStart::Monday => 0,
        WeekStart::Saturday => 5,
        WeekStart::Sunday => 6,
    }
}

/// Whether a call is of the question: by its own day, and by the record that it speaks of.
pub(super) fn is_in(frame: &Frame<'_>, row: usize) -> bool {
    let done = &frame.assembled.beside.activities;
    let day = done.day.get(row).copied().unwrap_or(NO_DAY);
    let within = frame.now.window.is_none_or(|w| day != NO_DAY && w.contains(Day(day)));
    within
        && match done.record.get(row).copied().unwrap_or(NO_ROW) {
            NO_ROW => frame.kept.records.is_none(),
            record => frame.kept.record(record as usize),
        }
}

impl CallCell {
    pub(super) fn add(&mut self, other: CallCell) {
        self.calls += other.calls;
        self.answered += other.answered;
        self.asked += other.asked;
        self.missed += other.missed;
    }

    /// The figure of these calls.
    pub fn quantity(self, figure: CallFigure) -> Quantity {
        let count = |n: u64| Quantity::plain(n as f64, Unit::Count);
        match figure {
            CallFigure::All => count(self.calls),
            CallFigure::Answered => count(self.answered),
            CallFigure::Missed => count(self.missed),
            CallFigure::MissedShare => measure::share(self.missed as f64, self.asked as f64),
        }
    }
}
