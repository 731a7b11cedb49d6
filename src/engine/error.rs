//! Errors: there is no answer. The enum is the message key; each language says what happened,
//! where, and what to do.

use super::import::container::{ContainerKind, Fault, Limit};
use super::issue::Location;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Why a file could not be read at all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportError {
    /// The file holds nothing, or nothing but blank lines.
    Empty { place: Location },
    /// Not a table of text: the format's name, such as `PNG`, `PDF`, `XLSX`, `ZIP`, `JSON`, `HTML`.
    NotATable { place: Location, format: String },
    /// Reading failed; the text is the system's own.
    Unreadable { place: Location, reason: String },
    /// An encoding label that is not known.
    UnknownEncoding { place: Location, label: String },
    /// It goes beyond a stated limit.
    TooLarge { place: Location, bound: Bound },
    /// From this byte on nothing but zeros: it was not written to its end.
    Zeros { place: Location },
    /// An archive or a workbook that can't be unpacked.
    Damaged { place: Location, format: ContainerKind, fault: Fault },
    /// It opens with a password only.
    Encrypted { place: Location, format: ContainerKind },
    /// It unpacks to more than a limit.
    Oversized { place: Location, format: ContainerKind, limit: Limit },
    /// An archive or a workbook without a table; the names of what is inside.
    NothingInside { place: Location, format: ContainerKind, names: Vec<String> },
    /// An archive with several tables where one is to be chosen by its name.
    Several { place: Location, names: Vec<String> },
    /// The table or sheet that was asked for is not there; the names of those that are.
    EntryMissing { place: Location, entry: String, names: Box<[String]> },
    /// The part of the program that reads workbooks is not at hand: why.
    ReaderMissing { place: Location, format: ContainerKind, reason: String },
}

/// A limit that a table goes beyond, with its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    Columns(u64),
    Rows(u64),
    /// Bytes of a file that has to be held whole.
    FileBytes(u64),
    /// Bytes of one record.
    RecordBytes(u64),
    /// Bytes of the distinct texts of one column.
    ColumnBytes(u64),
}

/// Why a report could not be built.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BuildError {
    /// No file is mapped as deals or leads (nor as spend).
    NoRecords,
    /// A mapped file was not given.
    FileMissing { file: String },
    /// A mapped column is not in the file.
    ColumnMissing { file: String, column: String },
    /// The document is of a newer version, or not a document.
    Document { reason: String },
}

impl ImportError {
    /// Where it happened.
    pub fn place(&self) -> &Location {
        match self {
            ImportError::Empty { place }
            | ImportError::NotATable { place, .. }
            | ImportError::Unreadable { place, .. }
            | ImportError::UnknownEncoding { place, .. }
            | ImportError::TooLarge { place, .. }
            | ImportError::Zeros { place }
            | ImportError::Damaged { place, .. }
            | ImportError::Encrypted { place, .. }
            | ImportError::Oversized { place, .. }
            | ImportError::NothingInside { place, .. }
            | ImportError::Several { place, .. }
            | ImportError::EntryMissing { place, .. }
            | ImportError::ReaderMissing { place, .. } => place,
        }
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ImportError::Empty { place } => write!(f, "{}: the file is empty", place.file),
            ImportError::NotATable { place, format } => {
                write!(f, "{}: this is a {format} file; save it as CSV and try again", place.file)
            }
            ImportError::Unreadable { place, reason } => {
                write!(f, "{}: could not be read: {reason}", place.file)
            }
            ImportError::UnknownEncoding { place, label } => {
                write!(f, "{}: unknown encoding {label}", place.file)
            }
            ImportError::TooLarge { place, bound } => {
                let (number, of) = match bound {
                    Bound::Columns(n) => (n, "columns"),
                    Bound::Rows(n) => (n, "rows"),
                    Bound::FileBytes(n) => (n, "bytes"),
                    Bound::RecordBytes(n) => (n, "bytes in one record"),
                    Bound::ColumnBytes(n) => (n, "bytes in the texts of one column"),
                };
                write!(f, "{}: more than {number} {of}", place.file)
            }
            ImportError::Zeros { place } => {
                let byte = place.byte.unwrap_or(0);
                write!(f, "{}: nothing but zeros from byte {byte} on", place.file)
            }
            ImportError::Damaged { place, format, fault } => {
                write!(f, "{}: the {} file is damaged ({fault:?})", place.file, format.name())
            }
            ImportError::Encrypted { place, format } => {
                write!(f, "{}: the {} file is encrypted", place.file, format.name())
            }
            ImportError::Oversized { place, format, limit } => {
                write!(f, "{}: the {} file unpacks beyond {limit:?}", place.file, format.name())
            }
            ImportError::NothingInside { place, format, .. } => {
                write!(f, "{}: no table in this {} file", place.file, format.name())
            }
            ImportError::Several { place, names } => {
                write!(f, "{}: several tables: {}", place.file, names.join(", "))
            }
            ImportError::EntryMissing { place, entry, names } => {
                write!(f, "{}: no “{entry}” among {}", place.file, names.join(", "))
            }
            ImportError::ReaderMissing { place, format, reason } => {
                write!(f, "{}: no reader for {}: {reason}", place.file, format.name())
            }
        }
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BuildError::NoRecords => write!(f, "no file is mapped as deals, leads or ad spend"),
            BuildError::FileMissing { file } => write!(f, "the file {file} is missing"),
            BuildError::ColumnMissing { file, column } => {
                write!(f, "{file} has no column “{column}”")
            }
            BuildError::Document { reason } => write!(f, "the document can't be read: {reason}"),
        }
    }
}

impl std::error::Error for ImportError {}
impl std::error::Error for BuildError {}
