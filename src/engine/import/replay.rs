//! The file seen again beside its table: every record with its cells as they were written, where
//! it stood, and what became of it. Types need every value first, so that a listing of typed rows
//! needs a second look; memory stays that of the table.
//!
//! The same decoder and the same splitter run again over the places that the import noted, so
//! that nothing can be told differently than it was decided. Not here: what is said of it.

use super::super::error::ImportError;
use super::super::table::Table;
use super::AsideReason;
use super::decode::{BadBytes, TextDecoder};
use super::importer::Importer;
use super::marks::Marks;
use super::record::Record;
use super::splitter::Splitter;
use super::stray::{self, Stray};
use super::trace::{Quoting, Trace, Traced};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use std::collections::VecDeque;
use std::io::{Read, Seek};

/// What became of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// A row of the table, by its position there.
    Row(usize),
    Header,
    Aside(AsideReason),
    /// Nothing stands in it but blanks and delimiters: it is no row.
    Blank,
}

/// One record of the file.
pub struct Replayed<'a> {
    pub fate: Fate,
    /// 1-based number among the records, and physical line.
    pub record: u32,
    pub line: u32,
    /// Where it begins in the file.
    pub byte: u64,
    /// The record as it is written, without the end of its line.
    pub raw: &'a str,
    /// Its quotes are plain characters, since one of them was never closed.
    pub recovered: bool,
    /// Offsets of bad bytes, with the position of the cell that holds them.
    pub bad: Vec<(u64, Option<usize>)>,
    /// Cells with text behind the quote that closes them, and where they stand in `raw`.
    pub strays: Vec<Stray>,
    cells: &'a Record,
}

impl Replayed<'_> {
    /// The cells without their quotes, blanks kept.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        self.cells.cells()
    }
    pub fn len(&self) -> usize {
        self.cells.len()
    }
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Goes through a file again, record by record.
pub struct Replay<'t, R> {
    source: Importer<R>,
    table: &'t Table,
    trace: Box<Trace>,
    marks: Marks,
    decoder: TextDecoder,
    lines: LineStarts,
    /// How many bytes of the mark are still to be skipped.
    mark: usize,
    text: String,
    text_begin: u64,
    /// Positions of the next record, row and line set aside.
    next: usize,
    row: usize,
    aside: usize,
    splitter: Splitter,
    record: Record,
}

impl<'t, R: Read + Seek> Replay<'t, R> {
    pub(super) fn new(
        source: Importer<R>,
        table: &'t Table,
        mut trace: Box<Trace>,
    ) -> Replay<'t, R> {
        let (marks, (encoding, mark)) = (trace.marks, trace.begun);
        trace.aside.sort_unstable();
        Replay {
            source,
            table,
            trace,
            marks,
            decoder: TextDecoder::new(encoding, mark),
            lines: LineStarts::new(encoding, mark),
            mark,
            text: String::new(),
            text_begin: 0,
            next: 0,
            row: 0,
            aside: 0,
            splitter: Splitter::new(marks),
            record: Record::default(),
        }
    }

    /// The next record, or `None` behind the last.
    #[allow(clippy::should_implement_trait)]
    pub fn next(&mut self) -> Result<Option<Replayed<'_>>, ImportError> {
        let Some(traced) = self.trace.records.get(self.next).copied() else { return Ok(None) };
        self.next += 1;
        self.read_to(traced.begin + u64::from(traced.length))?;
        let begin = (traced.begin.saturating_sub(self.text_begin)) as usize;
        self.lines.pass(self.text.get(..begin).unwrap_or_default());
        self.text.drain(..begin.min(self.text.len()));
        self.text_begin += begin as u64;
        let raw = self.text.get(..traced.length as usize);
        let raw =
            raw.ok_or_else(|| self.source.unreadable("the file changed while it was read"))?;
        cut(&mut self.splitter, &mut self.record, self.marks, raw, traced.quotes);
        let strays = stray::mend(&mut self.record, raw, self.marks);
        let bad = bad_cells(&mut self.decoder.bad, &traced, raw, &self.record);
        let byte = self.lines.byte;
        let fate = self.fate(traced.number);
        let raw = self.text.get(..traced.length as usize).unwrap_or_default();
        Ok(Some(Replayed {
            fate,
            record: traced.number,
            line: traced.line,
            byte,
            raw,
            recovered: traced.quotes == Quoting::Recovered,
            bad,
            strays,
            cells: &self.record,
        }))
    }

    /// What became of a record; records are asked for in their order.
    fn fate(&mut self, number: u32) -> Fate {
        if self.table.records.get(self.row) == Some(&number) {
            self.row += 1;
            return Fate::Row(self.row - 1);
        }
        match self.trace.aside.get(self.aside) {
            Some((record, reason)) if *record == number => {
                self.aside += 1;
                Fate::Aside(*reason)
            }
            _ if self.trace.header.contains(&number) => Fate::Header,
            _ => Fate::Blank,
        }
    }

    /// Decodes until the text reaches to `end` of the whole, or the file ends.
    fn read_to(&mut self, end: u64) -> Result<(), ImportError> {
        while self.text_begin + (self.text.len() as u64) < end && !self.source.ended {
            let before = self.source.raw.len();
            self.source.read_block()?;
            if self.mark > 0 {
                // Nothing is decoded before the mark is off.
                let cut = self.mark.min(self.source.raw.len());
                self.source.raw.drain(..cut);
                self.mark -= cut;
            }
            self.lines.scan(self.source.raw.get(before..).unwrap_or_default());
            self.decoder.push(&mut self.source.raw, self.source.ended, &mut self.text);
        }
        Ok(())
    }
}

/// Cuts one record into its cells, as it was cut in the stream.
fn cut(splitter: &mut Splitter, record: &mut Record, marks: Marks, raw: &str, quotes: Quoting) {
    if quotes != Quoting::Usual {
        splitter.read_plain(raw.as_bytes(), record);
        return;
    }
    splitter.read(raw.as_bytes(), record);
    if !splitter.read(b"\n", record).1 {
        splitter.finish(record);
        *splitter = Splitter::new(marks);
    }
}

/// Takes the bad bytes of a record off the queue; a bad byte became the n-th U+FFFD of the text,
/// and is that of the cells as well.
fn bad_cells(
    bad: &mut VecDeque<BadBytes>,
    traced: &Traced,
    raw: &str,
    record: &Record,
) -> Vec<(u64, Option<usize>)> {
    let end = traced.begin + u64::from(traced.length);
    let mut found = Vec::new();
    if bad.front().is_none_or(|b| b.text >= end) {
        return found;
    }
    let mut signs = raw.match_indices('\u{fffd}').map(|(at, _)| traced.begin + at as u64);
    let mut in_cells = record.text().match_indices('\u{fffd}').map(|(at, _)| at);
    while let Some(bytes) = bad.front().copied().filter(|b| b.text < end) {
        bad.pop_front();
        let mut at = None;
        for sign in signs.by_ref() {
            at = in_cells.next();
            if sign >= bytes.text {
                break;
            }
        }
        let cell = at.map(|at| record.ends().partition_point(|end| *end <= at));
        found.push((bytes.byte, cell));
    }
    found
}

/// Where lines begin in the file. The n-th line end of the bytes is the n-th of the text, whatever
/// the encoding makes of the bytes between; a record always begins a line.
struct LineStarts {
    /// The unit of UTF-16, and the place of its significant byte; bytes in all other encodings.
    wide: Option<usize>,
    /// Offset of the next byte that will be scanned, and the one before it.
    scanned: u64,
    mark: u64,
    previous: u8,
    /// Offsets behind the line ends that were scanned and not passed yet.
    ends: VecDeque<u64>,
    /// Offset of the line in which the text stands.
    byte: u64,
}

impl LineStarts {
    fn new(encoding: Option<&'static Encoding>, mark: usize) -> LineStarts {
        let wide = match encoding {
            Some(e) if e == UTF_16LE => Some(0),
            Some(e) if e == UTF_16BE => Some(1),
            _ => None,
        };
        let mark = mark as u64;
        LineStarts { wide, scanned: mark, mark, previous: 0, ends: VecDeque::new(), byte: mark }
    }

    fn scan(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.scanned += 1;
            let is_end = match self.wide {
                None => matches!(byte, b'\n' | b'\r'),
                Some(_) if (self.scanned - self.mark) % 2 == 1 => false,
                Some(0) => *byte == 0 && matches!(self.previous, b'\n' | b'\r'),
                Some(_) => self.previous == 0 && matches!(byte, b'\n' | b'\r'),
            };
            if is_end {
                self.ends.push_back(self.scanned);
            }
            self.previous = *byte;
        }
    }

    /// The text goes on behind `text`.
    fn pass(&mut self, text: &str) {
        for _ in text.bytes().filter(|b| matches!(b, b'\n' | b'\r')) {
            self.byte = self.ends.pop_front().unwrap_or(self.byte);
        }
    }
}
