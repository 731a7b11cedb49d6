//! What is said about a file while it is read: issues with their places, lines set aside.

use super::super::issue::{Issue, IssueKind, IssueLog, Location, PLACES_KEPT};
use super::super::table::ColumnType;
use super::record::Record;
use super::trace::Trace;
use super::{AsideReason, SetAside};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// How much of a text is kept where it is only shown: whole cells of any length stay in the table.
pub const LONGEST_SHOWN: usize = 1 << 12;
/// How much of it where it may be all that is kept.
pub const LONGEST_KEPT: usize = 1 << 16;

/// A text with its end left off, and a sign of that, where it is too long.
pub fn clipped(text: &str, most: usize) -> Cow<'_, str> {
    if text.len() <= most {
        return Cow::Borrowed(text);
    }
    let end = (0..=most).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    Cow::Owned(text.get(..end).unwrap_or_default().to_owned() + "…")
}

/// Issues and lines set aside of one file.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    pub file: String,
    pub delimiter: char,
    pub log: IssueLog,
    pub set_aside: Vec<SetAside>,
    /// The records that are rows too short or too long, by number.
    pub uneven: BTreeMap<u32, IssueKind>,
    /// Where every record stood, if that was asked for.
    pub trace: Option<Box<Trace>>,
}

/// Where in a file an issue is; what is not known is left empty.
#[derive(Clone, Copy, Debug, Default)]
pub struct Spot<'a> {
    pub record: Option<u32>,
    pub line: Option<u32>,
    pub byte: Option<u64>,
    pub column: Option<&'a str>,
    pub expected: Option<ColumnType>,
}

impl Spot<'_> {
    pub fn of(record: &Record) -> Spot<'static> {
        Spot { record: Some(record.number), line: Some(record.line), ..Spot::default() }
    }
}

impl SetAside {
    pub(super) fn of(reason: AsideReason, record: &Record) -> SetAside {
        SetAside {
            reason,
            record: record.number,
            line: record.line,
            cells: record.cells().map(|c| clipped(c, LONGEST_KEPT).into_owned()).collect(),
        }
    }
}

impl Notes {
    /// Counts an issue; its text is only made while places are still kept.
    pub fn add(&mut self, kind: IssueKind, spot: Spot, text: impl FnOnce() -> String) {
        let kept = self.log.count(kind) < PLACES_KEPT as u64;
        let place = if kept {
            Location {
                file: self.file.clone(),
                record: spot.record,
                line: spot.line,
                byte: spot.byte,
                column: spot.column.map(str::to_owned),
            }
        } else {
            Location::default()
        };
        let text = if kept { clipped(&text(), LONGEST_KEPT).into_owned() } else { String::new() };
        self.log.add(Issue { kind, place, text, expected: spot.expected });
    }

    /// Counts a row that has other than as many cells as the table has columns.
    pub fn add_uneven(&mut self, kind: IssueKind, record: &Record, text: impl FnOnce() -> String) {
        self.uneven.insert(record.number, kind);
        self.add(kind, Spot::of(record), text);
    }

    /// Keeps a line that is not a row of the table. Where it was one until now, how many cells it has
    /// is no trouble any more.
    pub fn set_aside(&mut self, aside: SetAside) {
        if let Some(kind) = self.uneven.remove(&aside.record) {
            self.log.take_back(kind, aside.record);
        }
        if let Some(trace) = &mut self.trace {
            trace.aside.push((aside.record, aside.reason));
        }
        let kind = aside.reason.issue_kind();
        let (record, line) = (Some(aside.record), Some(aside.line));
        let text = self.joined(aside.cells.iter().map(String::as_str));
        self.add(kind, Spot { record, line, ..Spot::default() }, || text);
        if self.set_aside.len() < PLACES_KEPT {
            self.set_aside.push(aside);
        }
    }

    /// Cells as one text, the file's own delimiter between them.
    pub fn joined<'a>(&self, cells: impl Iterator<Item = &'a str>) -> String {
        let mut text = String::new();
        for (i, cell) in cells.enumerate() {
            if i > 0 {
                text.push(self.delimiter);
            }
            text.push_str(cell);
        }
        text
    }
}
