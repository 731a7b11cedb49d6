//! The end of a table: totals rows and footers stand there, and only the end of the file tells
//! that it is the end. So the last records are held back until more come.
//!
//! Not here: totals that no word names (`totals`).

use super::AsideReason;
use super::notes::Notes;
use super::record::Record;
use super::rows::{BATCH, Rows};
use super::words::{self, Totals};
use std::collections::VecDeque;

/// How many records are held back.
pub const HELD: usize = 32;
/// Records that together are longer than this are passed on without waiting for a full batch.
const HEAVY: usize = 1 << 18;

/// The last records, and emptied ones to use again.
#[derive(Debug, Default)]
pub struct Tail {
    held: VecDeque<Record>,
    held_bytes: usize,
    spare: Vec<Record>,
}

impl Tail {
    pub fn len(&self) -> usize {
        self.held.len()
    }

    /// Takes the record in, leaving an empty one in its place. Whether enough are held to pass
    /// some on.
    pub fn push(&mut self, record: &mut Record) -> bool {
        let fresh = self.spare.pop().unwrap_or_default();
        self.held_bytes += record.byte_len();
        self.held.push_back(std::mem::replace(record, fresh));
        self.held.len() >= HELD + BATCH || (self.held_bytes > HEAVY && self.held.len() > HELD)
    }

    /// Passes on the records that can't be part of the end any more.
    pub fn pass_on(&mut self, rows: &mut Rows, notes: &mut Notes) {
        self.pass(self.held.len().saturating_sub(HELD), rows, notes);
    }

    /// Passes on all records, in order.
    pub fn pass_all(&mut self, rows: &mut Rows, notes: &mut Notes) {
        self.pass(self.held.len(), rows, notes);
    }

    fn pass(&mut self, count: usize, rows: &mut Rows, notes: &mut Notes) {
        let (records, _) = self.held.make_contiguous().split_at(count);
        rows.push(records, notes);
        for record in self.held.drain(..count) {
            self.held_bytes -= record.byte_len();
            if record.is_light() {
                self.spare.push(record);
            }
        }
    }

    /// Takes off the totals rows and footers, in the order of the file.
    pub fn take_end(&mut self, rows: &Rows) -> Vec<(AsideReason, Record)> {
        let mut end = Vec::new();
        while let Some(last) = self.held.pop_back() {
            let below = end.last().is_some_and(|(reason, _)| *reason == AsideReason::Totals);
            match self.reason(&last, rows, below || self.ends_with_totals()) {
                Some(reason) => end.push((reason, last)),
                None => {
                    self.held.push_back(last);
                    break;
                }
            }
        }
        end.reverse();
        end
    }

    /// The cells of the first record that is held.
    pub fn first(&self) -> Option<Vec<String>> {
        self.held.front().map(Record::to_cells)
    }

    /// The last record that is held.
    pub fn last(&self) -> Option<&Record> {
        self.held.back()
    }

    /// Whether the last record held is totals, averages below it aside.
    fn ends_with_totals(&self) -> bool {
        let mut firsts =
            self.held.iter().rev().map(|record| filled(record).next().unwrap_or_default());
        let above = firsts.find(|first| !words::names_average(first));
        above.is_some_and(|first| words::totals_word(first) == Some(Totals::Alone))
    }

    /// Whether an average stands above, or another extreme.
    fn ends_with_average(&self) -> bool {
        let first = self.held.back().and_then(|record| filled(record).next());
        first.is_some_and(words::names_average)
    }

    fn reason(&self, record: &Record, rows: &Rows, beside_totals: bool) -> Option<AsideReason> {
        let width = rows.columns.len();
        let mut filled = filled(record);
        let first = filled.next().unwrap_or_default();
        let alone = filled.next().is_none();
        // `Max` alone is a name.
        let may_be_name = words::names_extreme(first) && !self.ends_with_average();
        if words::names_average(first)
            && width > 1
            && (beside_totals
                || (!may_be_name
                    && (record.len() < width || self.lacks_a_key(record, Totals::Of, rows))))
        {
            return Some(AsideReason::Totals);
        }
        match words::totals_word(first) {
            Some(Totals::Alone) if width > 1 || alone => return Some(AsideReason::Totals),
            Some(word) if record.len() < width || self.lacks_a_key(record, word, rows) => {
                return Some(AsideReason::Totals);
            }
            _ => {}
        }
        if alone && words::is_footer_text(first) {
            return Some(AsideReason::Footer);
        }
        // A row that is cut short is still a row where rows are often cut short.
        let ragged = rows.short * 50 > rows.len() as u64;
        let stub = width >= 3 && record.len() * 2 <= width && !ragged;
        let below_table = rows.len() > 0 || self.held.iter().any(|r| r.len() >= width);
        (stub && below_table).then_some(AsideReason::Footer)
    }

    /// Whether a cell is empty in a column that every other row fills; a dash is as good as empty
    /// where the row can be nothing but totals.
    fn lacks_a_key(&self, record: &Record, word: Totals, rows: &Rows) -> bool {
        let is_average =
            |r: &&Record| words::names_average(self::filled(r).next().unwrap_or_default());
        let mut cells = record.cells();
        rows.columns.iter().enumerate().any(|(i, column)| {
            let cell = cells.next().unwrap_or_default().trim();
            let empty = cell.is_empty() || (word != Totals::Begun && words::is_placeholder(cell));
            let filled = |r: &Record| r.cells().nth(i).is_some_and(|c| !c.trim().is_empty());
            empty
                && column.blanks == 0
                && rows.len() + self.held.len() > 0
                && self.held.iter().filter(|r| !is_average(r)).all(filled)
        })
    }
}

/// The cells that hold anything.
fn filled(record: &Record) -> impl Iterator<Item = &str> {
    record.cells().map(str::trim).filter(|c| !c.is_empty())
}
