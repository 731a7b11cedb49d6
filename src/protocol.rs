//! What page and worker say to each other: plain serde enums, carried as postcard bytes.
//!
//! Every request carries a [`Generation`] of its lane and is answered by exactly one of done,
//! failed or cancelled. The page drops answers of older generations. A File handle can't be
//! serialized: it rides beside [`Request::Open`]. A message that can't be read is said to be so: whoever
//! waits for its answer would wait for ever.

use crate::engine::append::Left;
use crate::engine::audit::{Audit, CheckId};
use crate::engine::dimension::Dimension;
use crate::engine::document::Document;
use crate::engine::error::{BuildError, ImportError};
use crate::engine::import::ImportOptions;
use crate::engine::mapping::Mapping;
use crate::engine::mapping::view::MappingView;
use crate::engine::profile::FileProfile;
use crate::engine::query::{Figure, Lineage};
use crate::engine::report::{Absence, Breakdown, Preview, Report};
use crate::engine::value::Day;
use crate::engine::window::{Window, WindowSpec};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Counts up within a lane: one lane per file's import, one for suggest, preview, explain, build,
/// groups, rows, rows left out, audit, lineage, window and rows that are taken away each.
pub type Generation = u32;
/// The page's number for a file.
pub type FileId = u32;

/// Page → worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Reads a file whose handle rides beside this message.
    Open { file: FileId, generation: Generation, name: String, bytes: u64, options: ImportOptions },
    /// Makes the sample files and reads them under these ids, one each.
    Sample { files: Vec<FileId>, generation: Generation },
    /// Reads a held file again with other options.
    Reread { file: FileId, generation: Generation, options: ImportOptions },
    /// Stops reading a file; answered by `ImportCancelled`.
    Cancel { file: FileId },
    /// Forgets a file. Not answered.
    Close { file: FileId },
    /// Proposes a mapping that keeps what the document decides.
    Suggest { generation: Generation, mapping: Mapping },
    /// What a mapping makes of the data, in a few figures: the mapping screen waits for them.
    Preview { generation: Generation, document: Document },
    /// Explains a mapping against the data, role by role and value by value.
    Explain { generation: Generation, document: Document },
    /// Answers the whole report.
    Build { generation: Generation, document: Document },
    /// The groups of a dimension with their counts, for a filter to choose from: as the document
    /// asks, but without its own filter on that dimension.
    Groups { generation: Generation, document: Document, dimension: Dimension },
    /// The rows of a file around a physical line, for reading.
    Rows { generation: Generation, file: FileId, line: u32, around: u32 },
    /// Rows of a table of several files that were read and don't count.
    LeftRows { generation: Generation, group: String, start: u64, count: u32 },
    /// The check-list of the audit. The worker knows no calendar: the page says what day it is.
    Audit { generation: Generation, document: Document, today: Option<Day> },
    /// What a figure is made of, in counts.
    Lineage { generation: Generation, document: Document, figure: Figure },
    /// A window onto the rows of a check or a figure.
    Window {
        generation: Generation,
        document: Document,
        of: RowsOf,
        today: Option<Day>,
        spec: WindowSpec,
        /// For a file that is being written, beside what is looked at.
        taken: bool,
    },
    /// A plain table over one file, for measuring.
    #[cfg(feature = "bench")]
    Tabulate { file: FileId, spec: crate::engine::query::tabulate::TabulateSpec },
}

/// Worker → page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// The worker listens. Messages sent before this are lost.
    Ready,
    Progress {
        file: FileId,
        generation: Generation,
        bytes_read: u64,
        rows: u64,
    },
    /// A sample file was made; it is read next.
    Opened {
        file: FileId,
        generation: Generation,
        name: String,
        bytes: u64,
    },
    Imported {
        file: FileId,
        generation: Generation,
        profile: Box<FileProfile>,
    },
    ImportFailed {
        file: FileId,
        generation: Generation,
        error: ImportError,
    },
    ImportCancelled {
        file: FileId,
        generation: Generation,
    },
    /// The file is an archive with several tables, by their names: it is not read itself, each is
    /// to be opened as a file of its own with `ImportOptions::entry`.
    Several {
        file: FileId,
        generation: Generation,
        entries: Vec<String>,
    },
    Suggested {
        generation: Generation,
        mapping: Box<Mapping>,
    },
    Explained {
        generation: Generation,
        view: Box<MappingView>,
    },
    /// `None`: the mapping makes no records.
    Previewed {
        generation: Generation,
        preview: Option<Box<Preview>>,
    },
    Built {
        generation: Generation,
        report: Box<Report>,
    },
    /// `None`: the data doesn't have this dimension.
    Grouped {
        generation: Generation,
        groups: Option<Box<Breakdown>>,
    },
    /// Suggest, explain or build has no answer.
    BuildFailed {
        generation: Generation,
        lane: Lane,
        error: BuildError,
    },
    /// A newer request of the same lane made this one moot.
    Superseded {
        generation: Generation,
        lane: Lane,
    },
    Rows {
        generation: Generation,
        file: FileId,
        line: u32,
        rows: Vec<NearRow>,
    },
    LeftRows {
        generation: Generation,
        group: String,
        left: Left,
    },
    Audited {
        generation: Generation,
        audit: Box<Audit>,
    },
    Traced {
        generation: Generation,
        figure: Figure,
        lineage: Result<Box<Lineage>, Absence>,
    },
    Window {
        generation: Generation,
        of: RowsOf,
        window: Box<Window>,
        taken: bool,
    },
    /// A request could not be read, or an answer not be written: whoever asked gets none.
    Misread {
        reason: String,
    },
    /// How many network requests the worker has made; said when the number changes. It makes none.
    Requests {
        count: u32,
    },
    #[cfg(feature = "bench")]
    Tabulated {
        groups: Vec<crate::engine::query::tabulate::Tabulated>,
    },
}

/// A message as it crosses.
///
/// # Errors
/// Why it can't be written.
pub fn to_bytes<T: Serialize>(message: &T) -> Result<Vec<u8>, String> {
    postcard::to_allocvec(message).map_err(|e| e.to_string())
}

/// The message that [`to_bytes`] wrote.
///
/// # Errors
/// Why it can't be read: it was cut off, or written by another version, which shows at the latest
/// where something is left over.
pub fn from_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
    let (message, rest) = postcard::take_from_bytes(bytes).map_err(|e| e.to_string())?;
    match rest.len() {
        0 => Ok(message),
        left => Err(format!("{left} of {} bytes are left over", bytes.len())),
    }
}

/// Whose rows a window shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum RowsOf {
    Check(CheckId),
    Figure(Figure),
}

/// One row of a file as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NearRow {
    /// As people count: the csv record and the physical line on which it begins.
    pub record: u32,
    pub line: u32,
    /// Cells as plain text; one that could not be read as it stands in the file.
    pub cells: Vec<String>,
    /// The columns that could not be read, by number from 0.
    pub unread: Vec<u32>,
}

/// The lanes of questions about all files together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lane {
    Suggest,
    Preview,
    Explain,
    Build,
    Groups,
    Rows,
    LeftRows,
    Audit,
    Lineage,
    Window,
    Taken,
}

impl Lane {
    /// How many lanes there are.
    pub const COUNT: usize = Lane::Taken as usize + 1;
}
