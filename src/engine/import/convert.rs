//! Texts to typed cells under a plan: every distinct text once, then every row by its code.
//!
//! Work comes in slices, so that a long column can be left and taken up again. Not here: how the
//! plan was found (`infer`).

use super::super::profile::{ColumnProfile, Tally};
use super::super::table::{
    Cells, Codes, Column, ColumnType, NO_DAY, NO_FLAG, NO_MOMENT, TextCells,
};
use super::column::RawColumn;
use super::infer::Plan;
use super::notes::{LONGEST_SHOWN, clipped};
use super::{cell, words};
use crate::engine::currency::is_settled;
use std::ops::Range;

/// What one distinct text became.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    Missing,
    Value,
    Unread,
}

/// Values by code, in the storage of the column's type.
enum Values {
    Number(Vec<f64>),
    Day(Vec<i32>),
    Moment(Vec<i64>),
    Flag(Vec<u8>),
}

/// One column on its way from codes to typed cells.
pub struct Conversion {
    raw: RawColumn,
    counts: Vec<u32>,
    plan: Plan,
    readings: Vec<Reading>,
    values: Values,
    tally: Tally,
    /// How many distinct texts and how many rows are done.
    codes_done: usize,
    rows_done: usize,
    cells: Values,
    unread: Vec<(u32, String)>,
    any_unread: bool,
}

impl Conversion {
    pub fn new(raw: RawColumn, counts: Vec<u32>, plan: Plan) -> Conversion {
        let storage = |room: usize| match plan.kind {
            ColumnType::Day => Values::Day(Vec::with_capacity(room)),
            ColumnType::Moment => Values::Moment(Vec::with_capacity(room)),
            ColumnType::Flag => Values::Flag(Vec::with_capacity(room)),
            ColumnType::Text => Values::Number(Vec::new()),
            _ => Values::Number(Vec::with_capacity(room)),
        };
        let rows = raw.codes.len();
        Conversion {
            values: storage(0),
            cells: storage(rows),
            raw,
            counts,
            plan,
            readings: Vec::new(),
            tally: Tally::default(),
            codes_done: 0,
            rows_done: 0,
            unread: Vec::new(),
            any_unread: false,
        }
    }

    /// Goes on for about `budget` cells. Whether the column is done.
    pub fn step(&mut self, budget: usize) -> bool {
        if self.codes_done < self.raw.dictionary.len() {
            let end = self.raw.dictionary.len().min(self.codes_done + budget);
            for code in self.codes_done..end {
                self.read_code(code as u32);
            }
            self.codes_done = end;
            return false;
        }
        if self.plan.kind == ColumnType::Text {
            return true;
        }
        let end = self.raw.codes.len().min(self.rows_done + budget);
        let (codes, rows) = (&self.raw.codes, self.rows_done..end);
        match (&mut self.cells, &self.values) {
            (Values::Number(cells), Values::Number(v)) => place(cells, v, codes, rows, f64::NAN),
            (Values::Day(cells), Values::Day(v)) => place(cells, v, codes, rows, NO_DAY),
            (Values::Moment(cells), Values::Moment(v)) => place(cells, v, codes, rows, NO_MOMENT),
            (Values::Flag(cells), Values::Flag(v)) => place(cells, v, codes, rows, NO_FLAG),
            _ => {}
        }
        if self.any_unread {
            for row in self.rows_done..end {
                let code = self.raw.codes.get(row);
                if self.readings.get(code as usize) == Some(&Reading::Unread) {
                    self.unread.push((row as u32, self.raw.dictionary.get(code).to_owned()));
                }
            }
        }
        self.rows_done = end;
        end == self.raw.codes.len()
    }

    fn read_code(&mut self, code: u32) {
        let rows = u64::from(self.counts.get(code as usize).copied().unwrap_or(0));
        let text = self.raw.dictionary.get(code);
        let reading = match &mut self.values {
            _ if text.is_empty() => Reading::Missing,
            _ if self.plan.kind == ColumnType::Text => Reading::Value,
            _ if words::is_placeholder(text) => Reading::Missing,
            Values::Number(v) => keep(v, code, cell::number(text, &self.plan), f64::NAN),
            Values::Day(v) => keep(v, code, cell::day(text, &self.plan), NO_DAY),
            Values::Moment(v) => keep(v, code, cell::moment(text, &self.plan), NO_MOMENT),
            Values::Flag(v) => keep(v, code, cell::flag(text), NO_FLAG),
        };
        match reading {
            Reading::Missing => self.tally.missing += rows,
            Reading::Unread => {
                self.tally.unread += rows;
                self.any_unread |= rows > 0;
            }
            Reading::Value if rows > 0 => {
                self.tally.add(code, rows);
                let at = code as usize;
                match &self.values {
                    Values::Number(v) => self.tally.number(v.get(at).copied()),
                    Values::Day(v) => self.tally.whole(v.get(at).map(|d| i64::from(*d))),
                    Values::Moment(v) => self.tally.whole(v.get(at).copied()),
                    Values::Flag(v) => self.tally.whole(v.get(at).map(|f| i64::from(*f))),
                }
            }
            Reading::Value => {}
        }
        if self.plan.kind != ColumnType::Text {
            self.readings.resize(code as usize, Reading::Missing);
            self.readings.push(reading);
        }
    }

    /// The finished column with what is known of it.
    pub fn finish(self) -> (Column, ColumnProfile) {
        // A sign of two currencies was good to read the cells by; which of the two is not settled.
        let settled = self.plan.currency.filter(|currency| is_settled(currency));
        let currency = settled.map(str::to_owned);
        let mut profile = self.tally.profile(self.plan.kind, |code| {
            clipped(self.raw.dictionary.get(code), LONGEST_SHOWN).into_owned()
        });
        profile.header.clone_from(&self.raw.header);
        profile.format = self.plan.format;
        profile.currency.clone_from(&currency);
        let cells = match self.cells {
            _ if self.plan.kind == ColumnType::Text => {
                Cells::Text(TextCells { codes: self.raw.codes, dictionary: self.raw.dictionary })
            }
            Values::Number(v) => Cells::Number(v.into()),
            Values::Day(v) => Cells::Day(v),
            Values::Moment(v) => Cells::Moment(v),
            Values::Flag(v) => Cells::Flag(v),
        };
        let column = Column {
            header: self.raw.header,
            kind: self.plan.kind,
            cells,
            currency,
            unread: self.unread,
        };
        (column, profile)
    }
}

/// Each row's value by its code.
fn place<T: Copy>(cells: &mut Vec<T>, values: &[T], codes: &Codes, rows: Range<usize>, none: T) {
    codes.each(rows, |c| cells.push(values.get(c as usize).copied().unwrap_or(none)));
}

/// Puts a value at its code, filling codes that were passed over.
fn keep<T: Copy>(values: &mut Vec<T>, code: u32, value: Option<T>, none: T) -> Reading {
    values.resize(code as usize, none);
    values.push(value.unwrap_or(none));
    if value.is_some() { Reading::Value } else { Reading::Unread }
}
