//! What the values of a column say about its type, each distinct text weighed by its rows.
//!
//! Here: which reader a text belongs to, and yes or no. Not here: what follows from it (`infer`).

mod context;
mod days;
mod numbers;

pub use context::Context;
pub use days::Days;
pub use numbers::Numbers;

use super::exporter::DateHabit;
use super::period::{self, Length};
use super::{clock, date, number, words};
use crate::engine::profile::DateOrder;

/// What the distinct texts of a column say, in rows.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// Cells that are neither empty nor a placeholder, and no failed formula, NaN or infinity.
    pub(super) values: u64,
    /// Failed formulas and numbers that can't be: they say nothing of the type.
    pub(super) broken: u64,
    pub(super) numbers: Numbers,
    pub(super) days: Days,
    pub(super) times: Times,
    pub(super) periods: Periods,
    pub(super) yes: u64,
    pub(super) no: u64,
    /// Yes or no as a single letter, or a plain `no`, which may be Norway.
    pub(super) weak_flag: u64,
}

/// Clocks without a day.
#[derive(Clone, Debug, Default)]
pub struct Times {
    pub(super) read: u64,
    /// Shaped like a clock, without such a time.
    pub(super) impossible: u64,
    /// Hours and minutes without seconds.
    pub(super) short: u64,
    /// Of 24 hours and more: with seconds, and without.
    pub(super) long: u64,
    pub(super) long_short: u64,
}

/// Months, quarters and weeks without a day.
#[derive(Clone, Debug, Default)]
pub struct Periods {
    pub(super) months: u64,
    pub(super) quarters: u64,
    pub(super) weeks: u64,
    pub(super) doubtful: u64,
    pub(super) padded: u64,
}

impl Evidence {
    /// Takes in a distinct, trimmed, non-empty text that stands in `rows` rows.
    pub fn weigh(&mut self, text: &str, rows: u64) {
        if words::is_placeholder(text) {
            return;
        }
        let has_digit = text.bytes().any(|b| b.is_ascii_digit());
        if words::is_formula_error(text) || number::is_impossible(text) {
            self.broken += rows;
            return;
        }
        self.values += rows;
        if !has_digit {
            self.weigh_word(text, rows);
            return;
        }
        if let Some(written) = date::scan(text) {
            self.days.weigh(&written, rows);
            return;
        }
        if let Some(clock) = clock::scan(text) {
            self.times.weigh(clock, rows);
            return;
        }
        if let Some(period) = period::scan(text) {
            self.periods.weigh(&period, rows);
        }
        if let Some(written) = number::scan(text) {
            self.numbers.weigh(&written, rows);
        }
    }

    /// Whether nearly every value is a date.
    pub fn is_dates(&self) -> bool {
        let most = self.days.orders.iter().max().copied().unwrap_or(0);
        most > 0 && most * 100 >= (self.values - self.days.impossible) * 95
    }

    /// Whether day and month could be swapped, in dates written the exporter's way.
    pub fn is_open(&self, habit: DateHabit) -> bool {
        self.days.open > 0 && habit.slashes == (self.days.slashes > 0)
    }

    /// The date order that the column proves, if it proves one.
    pub fn proven_order(&self) -> Option<DateOrder> {
        self.days.proven_order()
    }

    fn weigh_word(&mut self, text: &str, rows: u64) {
        let Some(yes) = words::flag(text) else { return };
        *(if yes { &mut self.yes } else { &mut self.no }) += rows;
        if text.chars().nth(1).is_none() || text.eq_ignore_ascii_case("no") {
            self.weak_flag += rows;
        }
    }
}

impl Times {
    fn weigh(&mut self, clock: Option<clock::Clock>, rows: u64) {
        let Some(clock) = clock else {
            self.impossible += rows;
            return;
        };
        self.read += rows;
        let is_long = clock.millis >= clock::DAY;
        if clock.short {
            self.short += rows;
            self.long_short += if is_long { rows } else { 0 };
        } else {
            self.long += if is_long { rows } else { 0 };
        }
    }
}

impl Periods {
    fn weigh(&mut self, period: &period::Written, rows: u64) {
        *(match period.length {
            Length::Month => &mut self.months,
            Length::Quarter => &mut self.quarters,
            Length::Week => &mut self.weeks,
        }) += rows;
        self.doubtful += if period.doubtful { rows } else { 0 };
        self.padded += if period.padded { rows } else { 0 };
    }
}

fn count<T: PartialEq>(found: &mut Vec<(T, u64)>, key: T, rows: u64) {
    match found.iter_mut().find(|(k, _)| *k == key) {
        Some((_, n)) => *n += rows,
        None => found.push((key, rows)),
    }
}

/// The most frequent, the first one winning a tie.
pub(super) fn most<T: Copy>(found: &[(T, u64)]) -> Option<(T, u64)> {
    found.iter().rev().max_by_key(|(_, n)| *n).copied()
}
