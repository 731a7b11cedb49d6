//! The long middle of an import: text in, rows out. What stands above the header or below the
//! table is set aside; a quote that is never closed costs one line and not the rest of the file.
//!
//! Not here: where the bytes come from (`importer`), what the cells are (`finish`).

use super::super::error::{Bound, ImportError};
use super::super::issue::{IssueKind, Location};
use super::below::Below;
use super::bulk::Bulk;
use super::column::RawColumn;
use super::decode::TextDecoder;
use super::headline::grouped;
use super::marks::{Quotes, quotes};
use super::notes::{Notes, Spot};
use super::record::Record;
use super::rows::{Rows, headers};
use super::sniff::Layout;
use super::splitter::Splitter;
use super::stray;
use super::swallow::has_swallowed;
use super::tail::Tail;
use super::trace::Quoting;
use super::{AsideReason, Dialect, SetAside};

/// More columns than any spreadsheet holds: the delimiter is wrong, or the file is.
const MAX_COLUMNS: usize = 16_384;
/// A quoted cell longer than this was never meant to go on.
const LONGEST_QUOTED: usize = 1 << 22;
/// A record longer than this is no record: it would fill the memory.
const LONGEST_RECORD: usize = 1 << 27;
/// After so many unclosed quotes, quotes mean nothing in this file.
pub(super) const MOST_UNCLOSED: u32 = 100;
/// Codes and row numbers are 32 bits wide.
const MOST_ROWS: usize = u32::MAX as usize - 1;
const MOST_TEXT: usize = (u32::MAX - (1 << 29)) as usize;

pub struct Reading {
    pub layout: Layout,
    pub mark: bool,
    pub decoder: TextDecoder,
    pub notes: Notes,
    pub rows: Rows,
    pub tail: Tail,
    /// Decoded text from the beginning of the record under way.
    pub(super) text: String,
    /// Where that beginning stands in the whole decoded text.
    text_begin: u64,
    /// Position in `text` of that record (`begin`) and of the next byte (`at`).
    pub(super) begin: usize,
    pub(super) at: usize,
    complete: bool,
    pub(super) splitter: Splitter,
    pub(super) record: Record,
    pub(super) checked: bool,
    pub(super) unclosed: u32,
    pub(super) bulk: Bulk,
    pub(super) below: Below,
    /// The cells of the record that groups the headers.
    groups: Vec<String>,
    /// The record is one line of several that an unclosed quote had joined.
    recovered: bool,
    /// The line of the header, or of the first row.
    table_line: Option<u32>,
}

impl Reading {
    pub fn new(
        file: &str,
        layout: Layout,
        decoder: TextDecoder,
        text: String,
        mark: bool,
    ) -> Result<Reading, ImportError> {
        if layout.width > MAX_COLUMNS {
            let place = Location { file: file.to_owned(), ..Location::default() };
            let bound = Bound::Columns(MAX_COLUMNS as u64);
            return Err(ImportError::TooLarge { place, bound });
        }
        let mut reading = Reading {
            notes: Notes {
                file: file.to_owned(),
                delimiter: char::from(layout.marks.delimiter),
                ..Notes::default()
            },
            rows: Rows::default(),
            tail: Tail::default(),
            splitter: Splitter::new(layout.marks),
            layout,
            mark,
            decoder,
            text,
            text_begin: 0,
            begin: 0,
            at: 0,
            complete: false,
            record: Record::default(),
            checked: false,
            unclosed: 0,
            bulk: Bulk::default(),
            below: Below::default(),
            groups: Vec::new(),
            recovered: false,
            table_line: None,
        };
        reading.name_columns(None);
        Ok(reading)
    }

    /// Whether all text was used up and more is needed.
    pub fn is_hungry(&self) -> bool {
        self.at == self.text.len() && !self.complete
    }

    pub fn row_count(&self) -> u64 {
        (self.rows.len() + self.tail.len()) as u64
    }

    pub fn dialect(&self) -> Dialect {
        let marks = self.layout.marks;
        Dialect {
            encoding: self.decoder.encoding().name().to_owned(),
            bom: self.mark,
            delimiter: self.notes.delimiter,
            quote: marks.quote.filter(|_| self.splitter.has_quoted()).map(char::from),
            escape: marks.escape.map(char::from),
            newline: self.splitter.newline(),
            skipped: self.table_line.map_or(0, |line| line - 1),
            header_record: self.layout.header,
        }
    }

    /// Decodes more bytes. `last`: nothing follows them.
    pub fn feed(&mut self, raw: &mut Vec<u8>, last: bool) -> Result<(), ImportError> {
        self.text.drain(..self.begin);
        self.text_begin += self.begin as u64;
        self.at -= self.begin;
        self.begin = 0;
        self.decoder.push(raw, last, &mut self.text);
        self.complete = last;
        self.check_size()
    }

    /// Works on about `budget` bytes of text. Whether all rows are read.
    pub fn step(&mut self, mut budget: usize) -> Result<bool, ImportError> {
        while budget > 0 {
            if self.at == self.text.len() {
                return Ok(self.complete && self.end());
            }
            let run = self.take_run(budget);
            if run > 0 {
                budget -= run;
                continue;
            }
            let limit = self.begin + if self.checked { LONGEST_RECORD } else { LONGEST_QUOTED };
            let stop = self.text.len().min(self.at + budget).min(limit);
            let input = self.text.as_bytes().get(self.at..stop).unwrap_or_default();
            let (taken, complete) = self.splitter.read(input, &mut self.record);
            self.at += taken;
            budget -= taken;
            if complete {
                if self.has_swallowed() { self.recover() } else { self.take_record() }
            } else if !self.splitter.is_inside() {
                self.begin = self.at;
            } else if self.at == limit {
                if self.checked {
                    return Err(self.too_large(Bound::RecordBytes(LONGEST_RECORD as u64)));
                }
                self.checked = true;
                if self.is_unclosed() {
                    self.recover();
                }
            }
        }
        Ok(false)
    }

    fn too_large(&self, bound: Bound) -> ImportError {
        let line = self.splitter.is_inside().then_some(self.record.line);
        let place = Location { file: self.notes.file.clone(), line, ..Location::default() };
        ImportError::TooLarge { place, bound }
    }

    /// All text is used up: the last record needs no line end.
    fn end(&mut self) -> bool {
        if self.splitter.is_inside() && self.is_unclosed() {
            self.recover();
            return false;
        }
        if self.splitter.finish(&mut self.record) {
            if self.record.is_end_mark() {
                // It is shown where the file is listed, and no part of the table.
                self.trace();
                self.begin = self.at;
            } else {
                self.take_record();
            }
        }
        self.judge();
        while let Some(bad) = self.decoder.bad.pop_front() {
            let spot = Spot { byte: Some(bad.byte), ..Spot::default() };
            self.notes.add(IssueKind::BadBytes, spot, String::new);
        }
        true
    }

    /// The text of the record under way, without the line ends around it.
    fn raw(&self) -> &str {
        let raw = self.text.get(self.begin..self.at).unwrap_or_default();
        raw.trim_matches(['\r', '\n'])
    }

    fn is_unclosed(&mut self) -> bool {
        if self.unclosed >= MOST_UNCLOSED {
            return false;
        }
        let open = quotes(self.raw().as_bytes(), self.layout.marks) == Quotes::Open;
        self.unclosed += u32::from(open);
        if self.unclosed == MOST_UNCLOSED {
            self.splitter.without_quotes();
        }
        open
    }

    /// Whether a quote that nobody meant joined whole rows to one record.
    fn has_swallowed(&self) -> bool {
        self.splitter.line() > self.record.line + 1
            && has_swallowed(self.raw(), self.layout.marks, self.layout.width, self.record.len())
    }

    /// Takes the first line of the record under way as it stands, and goes on behind it.
    fn recover(&mut self) {
        let text = self.text.get(self.begin..).unwrap_or_default();
        let blank = text.len() - text.trim_start_matches(['\r', '\n']).len();
        let line = text.get(blank..).unwrap_or_default();
        let line = line.split(['\r', '\n']).next().unwrap_or_default();
        let end = self.begin + blank + line.len();
        self.splitter.read_plain(line.as_bytes(), &mut self.record);
        let (spot, text) = (Spot::of(&self.record), line.to_owned());
        self.notes.add(IssueKind::UnclosedQuote, spot, || text);
        self.at = end;
        self.recovered = true;
        self.take_record();
        self.recovered = false;
        self.below.next_line = self.splitter.line() + 1;
    }

    fn take_record(&mut self) {
        self.trace();
        let strays = self.mend();
        let spot = Spot::of(&self.record);
        self.place_record();
        for (at, raw) in strays {
            let columns = &self.rows.columns;
            // Above the table there are no columns yet.
            let column = self.table_line.and_then(|_| Some(columns.get(at)?.header.as_str()));
            self.notes.add(IssueKind::TextAfterQuote, Spot { column, ..spot }, || raw);
        }
    }

    /// Reads cells anew that have text behind their quotes; each with its text in the file.
    fn mend(&mut self) -> Vec<(usize, String)> {
        if !self.record.stray {
            return Vec::new();
        }
        let raw = self.text.get(self.begin..self.at).unwrap_or_default();
        let raw = raw.trim_matches(['\r', '\n']);
        let found = stray::mend(&mut self.record, raw, self.layout.marks);
        let written =
            |(at, range): stray::Stray| (at, raw.get(range).unwrap_or_default().to_owned());
        found.into_iter().map(written).collect()
    }

    fn place_record(&mut self) {
        self.begin = self.at;
        self.bulk.wait = self.bulk.wait.saturating_sub(1);
        self.checked = false;
        if !self.decoder.bad.is_empty() {
            self.note_bad_bytes();
        }
        if !self.decoder.turns.is_empty() {
            self.note_turns();
        }
        let number = self.record.number;
        let above = self.layout.header.unwrap_or(self.layout.skipped + 1);
        let next_line = std::mem::replace(&mut self.below.next_line, self.splitter.line());
        self.below.gap |= self.record.line > next_line;
        if self.record.is_blank() && Some(number) != self.layout.header {
            self.below.gap = true;
            return;
        }
        if number < above {
            self.below.gap = false;
            if Some(number) == self.layout.group {
                self.groups = self.record.to_cells();
            }
            self.notes.set_aside(SetAside::of(AsideReason::Title, &self.record));
            return;
        }
        self.table_line.get_or_insert(self.record.line);
        if Some(number) == self.layout.header {
            if let Some(trace) = &mut self.notes.trace {
                trace.header.push(number);
            }
            let record = std::mem::take(&mut self.record);
            self.name_columns(Some(&record));
            self.record = record;
            self.below.gap = false;
        } else {
            self.take_row();
        }
    }

    /// Notes where the record stands, if that was asked for.
    fn trace(&mut self) {
        let Some(trace) = &mut self.notes.trace else { return };
        let raw = self.text.get(self.begin..self.at).unwrap_or_default();
        let begin = self.text_begin + self.begin as u64;
        let quotes = match self.recovered {
            true => Quoting::Recovered,
            false if self.unclosed >= MOST_UNCLOSED => Quoting::Plain,
            false => Quoting::Usual,
        };
        trace.record(&self.record, raw, begin, quotes);
    }

    fn name_columns(&mut self, record: Option<&Record>) {
        let grouped = record
            .filter(|_| !self.groups.is_empty())
            .map(|r| r.with_cells(&grouped(&self.groups, &r.to_cells())));
        let names = headers(grouped.as_ref().or(record), self.layout.width, &mut self.notes);
        self.rows.columns = names.into_iter().map(RawColumn::new).collect();
    }

    fn note_bad_bytes(&mut self) {
        let end = self.text_begin + self.at as u64;
        let mut nth = 0;
        while let Some(bad) = self.decoder.bad.front().copied().filter(|b| b.text < end) {
            self.decoder.bad.pop_front();
            let before = self.record.text().match_indices('\u{fffd}').nth(nth).map(|(i, _)| i);
            nth += 1;
            let cell = before.map(|at| self.record.ends().partition_point(|end| *end <= at));
            let header = cell.and_then(|i| self.rows.columns.get(i)).map(|c| c.header.as_str());
            let text = cell.and_then(|i| self.record.cells().nth(i)).unwrap_or_default();
            let spot = Spot { byte: Some(bad.byte), column: header, ..Spot::of(&self.record) };
            self.notes.add(IssueKind::BadBytes, spot, || text.to_owned());
        }
    }

    /// Where the file turned to another encoding in the record.
    fn note_turns(&mut self) {
        let end = self.text_begin + self.at as u64;
        while let Some(turn) = self.decoder.turns.front().copied().filter(|t| t.text < end) {
            self.decoder.turns.pop_front();
            let spot = Spot { byte: Some(turn.byte), ..Spot::of(&self.record) };
            self.notes.add(IssueKind::EncodingTurns, spot, || turn.to.name().to_owned());
        }
    }

    fn check_size(&self) -> Result<(), ImportError> {
        if self.rows.len() >= MOST_ROWS {
            return Err(self.too_large(Bound::Rows(MOST_ROWS as u64)));
        }
        if self.rows.columns.iter().any(|c| c.dictionary.byte_len() > MOST_TEXT) {
            return Err(self.too_large(Bound::ColumnBytes(MOST_TEXT as u64)));
        }
        Ok(())
    }
}
