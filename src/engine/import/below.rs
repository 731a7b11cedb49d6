//! What stands below a table: another table, told by a header of another shape and rows of that
//! shape. From there on every line is set aside and shown.
//!
//! A few records are held back to be judged together. Not here: totals and footers (`tail`).

use super::again::is_header_again;
use super::headline::is_typed;
use super::reading::Reading;
use super::record::Record;
use super::{AsideReason, SetAside};

/// How many records are judged together.
const JUDGED: usize = 3;
/// Where blank lines are more than this, they divide nothing.
const MOST_GAPS: u32 = 3;

#[derive(Debug, Default)]
pub struct Below {
    /// Records that may begin another table, and whether a blank line stands above the first.
    pending: Vec<Record>,
    after_gap: bool,
    /// Blank lines stand above the next record.
    pub gap: bool,
    gaps: u32,
    /// The line on which the next record begins if no blank line comes.
    pub next_line: u32,
    /// Another table has begun.
    begun: bool,
}

impl Below {
    /// Whether records can't go into the table without being looked at.
    pub fn is_watching(&self) -> bool {
        self.gap || self.begun || !self.pending.is_empty()
    }
}

impl Reading {
    /// A record below the header: a row of the table, or of another one.
    pub(super) fn take_row(&mut self) {
        let below = &mut self.below;
        let gap = std::mem::take(&mut below.gap);
        below.gaps += u32::from(gap);
        if below.begun {
            self.notes.set_aside(SetAside::of(AsideReason::SecondTable, &self.record));
            return;
        }
        let gap = gap && below.gaps <= MOST_GAPS;
        if !below.pending.is_empty() || self.may_begin_another(gap) {
            if self.below.pending.is_empty() {
                self.below.after_gap = gap;
            }
            self.below.pending.push(std::mem::take(&mut self.record));
            if self.below.pending.len() == JUDGED {
                self.judge();
            }
        } else {
            self.push_row();
        }
    }

    fn push_row(&mut self) {
        if self.tail.push(&mut self.record) {
            self.tail.pass_on(&mut self.rows, &mut self.notes);
        }
    }

    /// Decides about the records held back: another table, or rows like all others.
    pub(super) fn judge(&mut self) {
        let pending = std::mem::take(&mut self.below.pending);
        if self.is_another(&pending) {
            self.below.begun = true;
            for record in &pending {
                self.notes.set_aside(SetAside::of(AsideReason::SecondTable, record));
            }
        } else {
            for record in pending {
                self.record = record;
                self.push_row();
            }
        }
    }

    fn may_begin_another(&self, gap: bool) -> bool {
        let record = &self.record;
        let wide = record.len() != self.layout.width;
        (gap || wide)
            && self.layout.width > 1
            && self.row_count() > 0
            && (is_header(record, false) || (gap && filled(record) == 1))
    }

    fn is_another(&self, records: &[Record]) -> bool {
        let gap = self.below.after_gap;
        let titles = records.iter().take_while(|r| gap && filled(r) == 1).count();
        let Some([head, rows @ ..]) = records.get(titles..) else { return false };
        let Some(next) = rows.first() else { return false };
        if is_header_again(&self.rows, head.cells()) {
            return false;
        }
        let width = filled(head);
        let alike = |r: &Record| filled(r) <= width && filled(r) * 2 > width && filled(r) > 1;
        if !is_header(head, true) || !alike(next) || !next.cells().any(|c| is_typed(c.trim())) {
            return false;
        }
        if width != self.layout.width {
            // Without a blank line above, rows of the same width must prove it.
            return gap || (rows.len() + 1 == JUDGED && rows.iter().all(|r| r.len() == head.len()));
        }
        // As wide as the table: words stand where the table has values of a kind.
        let first = self.rows.head.first().cloned().or_else(|| self.tail.first());
        let first = first.unwrap_or_default();
        let named =
            |(value, name): (&String, &str)| is_typed(value.trim()).then(|| !is_typed(name.trim()));
        let kinds: Vec<bool> = first.iter().zip(head.cells()).filter_map(named).collect();
        gap && !kinds.is_empty() && kinds.iter().all(|named| *named)
    }
}

/// How many cells there are up to the last one that is filled.
fn filled(record: &Record) -> usize {
    let last = record.cells().enumerate().filter(|(_, c)| !c.trim().is_empty()).last();
    last.map_or(0, |(i, _)| i + 1)
}

/// Whether the cells are names: at least two, none left out, none of another kind than text and,
/// when looked at closely, each different.
fn is_header(record: &Record, closely: bool) -> bool {
    let cells: Vec<&str> = record.cells().take(filled(record)).map(str::trim).collect();
    cells.len() > 1
        && cells.iter().all(|c| !c.is_empty() && !is_typed(c))
        && super::words::totals_word(cells.first().copied().unwrap_or_default()).is_none()
        && (!closely
            || cells.iter().enumerate().all(|(i, c)| !cells.iter().skip(i + 1).any(|d| d == c)))
}
