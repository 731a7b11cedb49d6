//! A file as JSON lines: how it is written, every row, and every trouble where it occurs.
//!
//! 1. One object: `encoding` (a WHATWG label), `bom`, `delimiter`, `quote`, `escape`, `newline`,
//!    `skipped` (lines above the header), `header` (its cells as in the file, or `null`), and
//!    `columns`, each with `name` (unique, as the table has it), `type`, `format`, `decimal`,
//!    `group`, `ambiguous`, `note`.
//! 2. A row is an array of texts exactly as in the file: quotes taken off, blanks kept, as many
//!    cells as the row has. Typed, it has one value for each column: numbers (as a text of digits
//!    where a double does not hold them), `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM:SS`, `true`, `false`,
//!    trimmed text, and `null` for what is missing or could not be read.
//! 3. A trouble is an object `{"problem","row","line","byte","column","raw","message"}`, behind
//!    the row that it concerns; troubles of whole columns stand behind the first object. `raw` is
//!    what has no place in a row: the line as it is written for titles, totals, footers, second
//!    tables and records of blanks alone; the surplus cells of a row that is too long (the row itself
//!    keeps them too, unless it is typed); the cell that could not be read, holds bad bytes (one
//!    trouble a cell) or has text behind its closing quote (as it is written, quotes and all). `row` counts rows and `line` lines from 1; `byte` is the offset of the record
//!    in the file (in the table itself, where the file is an archive), or of a bad byte, from 0.
//! 4. Last, `{"rows","problems","complete":true}`.
//!
//! Not here: files and streams (the command line), what the second look is (`engine::import`).

mod described;
mod pattern;
mod typed;

use crate::engine::error::ImportError;
use crate::engine::import::{AsideReason, Fate, Imported, Importer, Replayed, Step, trimmed};
use crate::engine::issue::{Issue, IssueKind, Location};
use crate::engine::table::ColumnType;
use crate::i18n::Strings;
use described::Described;
use serde::Serialize;
use std::io::{self, Read, Seek, Write};

/// How much is read in one step: nobody cancels here, so the size matters little.
const SLICE: usize = 1 << 22;
/// How much of a text is repeated in a message.
const IN_MESSAGE: usize = 200;

/// Why a listing ends before its last line.
#[derive(Debug)]
pub enum Broken {
    /// The file can't be read; nothing was written unless it changed under our hands.
    Import(ImportError),
    Write(io::Error),
}

impl From<ImportError> for Broken {
    fn from(error: ImportError) -> Broken {
        Broken::Import(error)
    }
}
impl From<io::Error> for Broken {
    fn from(error: io::Error) -> Broken {
        Broken::Write(error)
    }
}

/// Reads a file and writes its listing.
pub fn write_listing<R: Read + Seek>(
    importer: Importer<R>,
    typed: bool,
    words: &Strings,
    out: &mut impl Write,
) -> Result<(), Broken> {
    let mut importer = importer.traced();
    let imported = loop {
        if let Step::Done(imported) = importer.step(SLICE)? {
            break imported;
        }
    };
    let mut listing = Listing::new(&imported, typed, words, out);
    // A finished import that was asked to be traced can always be looked at again.
    let Some(mut replay) = importer.replay(&imported.table) else { return Ok(()) };
    while let Some(record) = replay.next()? {
        listing.record(&record)?;
    }
    listing.end()
}

/// One trouble as it is written.
#[derive(Serialize)]
struct Problem<'a> {
    problem: &'a IssueKind,
    row: Option<usize>,
    line: Option<u32>,
    byte: Option<u64>,
    column: Option<&'a str>,
    raw: &'a str,
    message: String,
}

/// A record of blanks alone is nothing that the figures could miss: only a listing tells it.
#[derive(Serialize)]
struct BlankRecord<'a> {
    problem: &'a str,
    row: Option<usize>,
    line: u32,
    byte: u64,
    column: Option<&'a str>,
    raw: &'a str,
    message: &'a str,
}

#[derive(Serialize)]
struct End {
    rows: u64,
    problems: u64,
    complete: bool,
}

struct Listing<'a, W> {
    imported: &'a Imported,
    typed: bool,
    words: &'a Strings,
    out: &'a mut W,
    /// What stands above the header waits until the first line is written.
    held: Option<Vec<u8>>,
    header: Option<Vec<String>>,
    /// Troubles that only the import knows, in the order of their records.
    others: Vec<&'a Issue>,
    /// How many of a column's unread cells were told.
    unread: Vec<usize>,
    rows: u64,
    problems: u64,
}

impl<'a, W: Write> Listing<'a, W> {
    fn new(imported: &'a Imported, typed: bool, words: &'a Strings, out: &'a mut W) -> Self {
        let aside = |kind| imported.profile.set_aside.iter().any(|a| a.reason.issue_kind() == kind);
        let places = imported.profile.issues.places.iter();
        let mut others: Vec<&Issue> =
            places.filter(|issue| !is_seen_again(issue.kind) && !aside(issue.kind)).collect();
        // The next one stands at the end.
        others.sort_by_key(|issue| issue.place.record);
        others.reverse();
        Listing {
            imported,
            typed,
            words,
            out,
            held: Some(Vec::new()),
            header: None,
            others,
            unread: vec![0; imported.table.columns.len()],
            rows: 0,
            problems: 0,
        }
    }

    fn line(&mut self, line: &impl Serialize) -> Result<(), Broken> {
        let mut text = serde_json::to_vec(line).map_err(io::Error::from)?;
        text.push(b'\n');
        match &mut self.held {
            Some(held) => held.extend(text),
            None => self.out.write_all(&text)?,
        }
        Ok(())
    }

    /// Writes the first line, what concerns the whole file, and what was held back.
    fn begin(&mut self, last_header: Option<u32>) -> Result<(), Broken> {
        let Some(held) = self.held.take() else { return Ok(()) };
        let profile = &self.imported.profile;
        let header = self.header.take();
        self.line(&Described::of(profile, header.as_deref(), self.words))?;
        let of_file = |issue: &Issue| issue.place.record.is_none_or(|r| Some(r) <= last_header);
        while let Some(issue) = self.others.pop_if(|issue| of_file(issue)) {
            self.issue(issue, None)?;
        }
        self.out.write_all(&held)?;
        Ok(())
    }

    fn record(&mut self, record: &Replayed) -> Result<(), Broken> {
        match record.fate {
            Fate::Header => {
                self.header = Some(record.cells().map(str::to_owned).collect());
                self.begin(Some(record.record))?;
            }
            Fate::Aside(reason) => {
                self.trouble(record, reason.issue_kind(), None, record.raw, None)?;
            }
            Fate::Row(row) => {
                if self.held.is_some() {
                    self.begin(None)?;
                }
                self.row(row, record)?;
            }
            Fate::Blank => self.blank(record)?,
        }
        self.bad_bytes(record)?;
        if record.recovered {
            self.trouble(record, IssueKind::UnclosedQuote, None, record.raw, None)?;
        }
        for (at, range) in &record.strays {
            let raw = record.raw.get(range.clone()).unwrap_or_default();
            let column = self.imported.table.columns.get(*at).map(|c| c.header.as_str());
            let column = column.filter(|_| record.fate != Fate::Aside(AsideReason::Title));
            self.trouble(record, IssueKind::TextAfterQuote, column, raw, None)?;
        }
        if let Fate::Row(row) = record.fate {
            self.row_troubles(row, record)?;
        }
        while self.held.is_none()
            && let Some(issue) = self.others.pop_if(|i| i.place.record <= Some(record.record))
        {
            self.issue(issue, Some(record))?;
        }
        Ok(())
    }

    fn row(&mut self, row: usize, record: &Replayed) -> Result<(), Broken> {
        self.rows += 1;
        let out = &mut *self.out;
        out.write_all(b"[")?;
        let mut cells = record.cells();
        if self.typed {
            for (i, column) in self.imported.table.columns.iter().enumerate() {
                if i > 0 {
                    out.write_all(b",")?;
                }
                let raw = cells.next().unwrap_or_default();
                let format = self.imported.profile.columns.get(i).map(|p| &p.format);
                typed::write_cell(out, column, row, raw, format)?;
            }
        } else {
            for (i, cell) in cells.enumerate() {
                if i > 0 {
                    out.write_all(b",")?;
                }
                serde_json::to_writer(&mut *out, cell).map_err(io::Error::from)?;
            }
        }
        out.write_all(b"]\n")?;
        Ok(())
    }

    fn row_troubles(&mut self, row: usize, record: &Replayed) -> Result<(), Broken> {
        let imported = self.imported;
        let width = imported.table.columns.len();
        if record.len() < width {
            self.trouble(record, IssueKind::ShortRow, None, record.raw, None)?;
        } else if record.cells().skip(width).any(|cell| !trimmed(cell).is_empty()) {
            let delimiter = imported.profile.dialect.delimiter.to_string();
            let surplus = record.cells().skip(width).collect::<Vec<_>>().join(&delimiter);
            self.trouble(record, IssueKind::LongRow, None, &surplus, None)?;
        }
        for (i, column) in imported.table.columns.iter().enumerate() {
            let Some(told) = self.unread.get_mut(i) else { continue };
            if column.unread.get(*told).is_some_and(|(at, _)| *at as usize == row) {
                *told += 1;
                let raw = record.cells().nth(i).unwrap_or_default();
                let (kind, expected) = (IssueKind::UnreadCell, Some(column.kind));
                self.trouble(record, kind, Some(&column.header), raw, expected)?;
            }
        }
        Ok(())
    }

    fn blank(&mut self, record: &Replayed) -> Result<(), Broken> {
        self.problems += 1;
        self.line(&BlankRecord {
            problem: "blank_record",
            row: None,
            line: record.line,
            byte: record.byte,
            column: None,
            raw: record.raw,
            message: self.words.trouble.blank_record,
        })
    }

    /// One trouble for each cell that holds bad bytes, at the first of them.
    fn bad_bytes(&mut self, record: &Replayed) -> Result<(), Broken> {
        let mut told = None;
        for (byte, cell) in &record.bad {
            if told == Some(cell) {
                continue;
            }
            told = Some(cell);
            let text = cell.and_then(|i| record.cells().nth(i)).unwrap_or(record.raw);
            let column = cell.and_then(|i| self.imported.table.columns.get(i));
            let column = column.map(|c| c.header.as_str());
            self.tell(record, IssueKind::BadBytes, column, text, None, *byte)?;
        }
        Ok(())
    }

    fn trouble(
        &mut self,
        record: &Replayed,
        kind: IssueKind,
        column: Option<&str>,
        raw: &str,
        expected: Option<ColumnType>,
    ) -> Result<(), Broken> {
        self.tell(record, kind, column, raw, expected, record.byte)
    }

    fn tell(
        &mut self,
        record: &Replayed,
        kind: IssueKind,
        column: Option<&str>,
        raw: &str,
        expected: Option<ColumnType>,
        byte: u64,
    ) -> Result<(), Broken> {
        let place = Location {
            file: String::new(),
            record: Some(record.record),
            line: Some(record.line),
            byte: Some(byte),
            column: column.map(str::to_owned),
        };
        let issue = Issue { kind, place, text: clipped(raw), expected };
        self.write_issue(&issue, raw, row_number(record))
    }

    /// A trouble as the import kept it.
    fn issue(&mut self, issue: &Issue, record: Option<&Replayed>) -> Result<(), Broken> {
        let record = record.filter(|r| issue.place.record == Some(r.record));
        let byte = issue.place.byte.or(record.map(|r| r.byte));
        let place = Location { byte, ..issue.place.clone() };
        let raw = if is_remark(issue.kind) { "" } else { &issue.text };
        self.write_issue(&Issue { place, ..issue.clone() }, raw, record.and_then(row_number))
    }

    fn write_issue(&mut self, issue: &Issue, raw: &str, row: Option<usize>) -> Result<(), Broken> {
        self.problems += 1;
        let place = &issue.place;
        self.line(&Problem {
            problem: &issue.kind,
            row,
            line: place.line,
            byte: place.byte,
            column: place.column.as_deref(),
            raw,
            message: (self.words.trouble.issue)(issue),
        })
    }

    fn end(&mut self) -> Result<(), Broken> {
        self.begin(None)?;
        for issue in std::mem::take(&mut self.others).into_iter().rev() {
            self.issue(issue, None)?;
        }
        self.line(&End { rows: self.rows, problems: self.problems, complete: true })?;
        Ok(self.out.flush()?)
    }
}

/// 1-based, for people.
fn row_number(record: &Replayed) -> Option<usize> {
    match record.fate {
        Fate::Row(row) => Some(row + 1),
        _ => None,
    }
}

/// Troubles that the second look finds by itself, every one of them, as it does lines set aside; of
/// others the import kept the first places.
fn is_seen_again(kind: IssueKind) -> bool {
    matches!(
        kind,
        IssueKind::UnreadCell
            | IssueKind::ShortRow
            | IssueKind::LongRow
            | IssueKind::BadBytes
            | IssueKind::UnclosedQuote
            | IssueKind::TextAfterQuote
    )
}

/// Whether the issue's text is said of the file, and does not stand in it.
fn is_remark(kind: IssueKind) -> bool {
    matches!(
        kind,
        IssueKind::AmbiguousDates | IssueKind::AmbiguousNumbers | IssueKind::EncodingTurns
    )
}

fn clipped(text: &str) -> String {
    let end = text.char_indices().nth(IN_MESSAGE).map_or(text.len(), |(at, _)| at);
    let more = if end < text.len() { "…" } else { "" };
    format!("{}{more}", text.get(..end).unwrap_or(text))
}
