//! Calls by hour and weekday, on the clock of their file (or the one that the user set for it).
//!
//! A missed call is an incoming one that nobody took, as the measure has it (reference: kpis). Calls
//! that speak of a record are in or out by its filters; the period is that of their own days.

use super::frame::Frame;
use crate::engine::calendar::WeekStart;
use crate::engine::funnel::{ActivityKind, NO_ROW, NO_TIME};
use crate::engine::measure;
use crate::engine::report::{Absence, CallCell, CallFigure, Calls, CallsSpec};
use crate::engine::table::NO_DAY;
use crate::engine::value::{Day, Quantity, Unit};

const DAYS: usize = 7;
const HOURS: usize = 24;

pub(super) fn calls(frame: &Frame<'_>, spec: &CallsSpec) -> Result<Calls, Absence> {
    let done = &frame.assembled.beside.activities;
    let is_call = |row: &usize| done.kind.get(*row) == Some(&ActivityKind::Call);
    let all: Vec<usize> = (0..done.kind.len()).filter(is_call).collect();
    if all.is_empty() {
        return Err(Absence::NoActivities);
    }
    if all.iter().all(|row| done.week_hour.get(*row).is_none_or(|at| *at == NO_TIME)) {
        return Err(Absence::NoTimes);
    }
    let is_inbound = |row: usize| done.is_inbound.get(row) == Some(&true);
    let tells_direction = all.iter().any(|row| is_inbound(*row));
    let first = first_day(frame.spec.calendar.week_start);
    let mut found = Calls {
        figure: spec.figure,
        week_start: frame.spec.calendar.week_start,
        cells: vec![vec![CallCell::default(); HOURS]; DAYS],
        days: vec![CallCell::default(); DAYS],
        hours: vec![CallCell::default(); HOURS],
        total: CallCell::default(),
        tells_direction,
        without_time: 0,
    };
    for row in all.into_iter().filter(|row| is_in(frame, *row)) {
        let at = usize::from(done.week_hour.get(row).copied().unwrap_or(NO_TIME));
        if at >= DAYS * HOURS {
            found.without_time += 1;
            continue;
        }
        let missed = done.is_missed.get(row) == Some(&true);
        let asked = is_inbound(row) || !tells_direction;
        let call = CallCell {
            calls: 1,
            answered: u64::from(!missed),
            asked: u64::from(asked),
            missed: u64::from(asked && missed),
        };
        let (day, hour) = ((at / HOURS + DAYS - first) % DAYS, at % HOURS);
        let cell = found.cells.get_mut(day).and_then(|hours| hours.get_mut(hour));
        let sums = [cell, found.days.get_mut(day), found.hours.get_mut(hour)];
        sums.into_iter().flatten().for_each(|cell| cell.add(call));
        found.total.add(call);
    }
    Ok(found)
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
fn is_in(frame: &Frame<'_>, row: usize) -> bool {
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
    fn add(&mut self, other: CallCell) {
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
