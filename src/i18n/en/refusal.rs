//! English: why a file is not read, and what to do instead.

use super::L;
use super::trouble::place;
use crate::engine::error::{Bound, ImportError};
use crate::engine::import::container::{Fault, Limit};
use crate::engine::import::{Foreign, foreign};
use crate::i18n::Help;
use crate::i18n::label::some_names;
use crate::i18n::plural::en as count;

pub fn import_error(error: &ImportError) -> Help {
    let (what, todo) = match error {
        ImportError::Empty { .. } => (
            "The file is empty.".to_owned(),
            "Export it again and check that it has rows.".to_owned(),
        ),
        ImportError::NotATable { format, .. } => not_a_table(format),
        ImportError::Unreadable { reason, .. } => (
            format!("The file could not be read: {reason}."),
            "It may have been moved, changed or locked by another program. Drop it again."
                .to_owned(),
        ),
        ImportError::UnknownEncoding { label, .. } => (
            format!("There is no encoding called “{label}”."),
            "Choose another encoding, or automatic.".to_owned(),
        ),
        ImportError::TooLarge { bound, .. } => match bound {
            Bound::Columns(n) => (
                format!("The file has more than {} columns.", L.count(*n)),
                "Check the delimiter, or export fewer columns.".to_owned(),
            ),
            Bound::Rows(n) => (
                format!("The file has more than {} rows.", L.count(*n)),
                "Export it in parts, by years for instance.".to_owned(),
            ),
            Bound::FileBytes(n) => (
                format!("The file is larger than {}, the most that can be unpacked.", L.bytes(*n)),
                "Save it as CSV, or in parts.".to_owned(),
            ),
            Bound::RecordBytes(n) => (
                format!("One row is longer than {}.", L.bytes(*n)),
                "Its lines don’t end, or a quote is never closed. Export the file again."
                    .to_owned(),
            ),
            Bound::ColumnBytes(n) => (
                format!("The texts of one column are longer than {} together.", L.bytes(*n)),
                "Export it without that column, or in parts.".to_owned(),
            ),
        },
        ImportError::Zeros { place: spot } => (
            format!(
                "From byte {} on the file holds nothing but zeros.",
                L.count(spot.byte.unwrap_or(0))
            ),
            "It was not written to its end, or is damaged. Export or copy it again.".to_owned(),
        ),
        ImportError::Damaged { format, fault, .. } => (
            format!(
                "This {format} file can’t be opened: {}.",
                fault_text(*fault),
                format = format.name()
            ),
            "Download or export it once more.".to_owned(),
        ),
        ImportError::Encrypted { format, .. } => (
            format!("This {format} file opens with a password only.", format = format.name()),
            "Save it without a password, or as CSV.".to_owned(),
        ),
        ImportError::Oversized { format, limit, .. } => oversized(format.name(), *limit),
        ImportError::NothingInside { format, names, .. } => nothing_inside(format.name(), names),
        ImportError::Several { names, .. } => (
            format!(
                "The archive holds {}: {}.",
                count(names.len() as u64, "table", "tables"),
                some_names(names)
            ),
            "Say which one is meant.".to_owned(),
        ),
        ImportError::EntryMissing { entry, names, .. } => (
            format!("There is no “{entry}” in the file any more."),
            format!("Choose one of: {}.", some_names(names)),
        ),
        ImportError::ReaderMissing { format, reason, .. } => (
            format!(
                "The part of Tundish that reads {format} could not be loaded: {reason}.",
                format = format.name()
            ),
            "Reload the page while you are online, or save the file as CSV.".to_owned(),
        ),
    };
    Help { what, place: place(error.place()), todo }
}

fn not_a_table(format: &str) -> (String, String) {
    let kind = foreign(format);
    let what = match kind {
        Foreign::Unknown => "This is no text, and no format that is known here.".to_owned(),
        Foreign::Page => "This is a web page (HTML) without a table.".to_owned(),
        _ => format!("This is a {format} file, not a table of text."),
    };
    let todo = match kind {
        Foreign::Picture => {
            "A picture of a table can’t be read. Export the table itself as CSV or Excel."
        }
        Foreign::Recording => "Sound and video hold no table. Drop a CSV or Excel file.",
        Foreign::Archive => "Unpack it and drop the files inside, or pack them as ZIP.",
        Foreign::Document => {
            "Documents keep no cells. Export the table as CSV or Excel where it was made."
        }
        Foreign::Spreadsheet => "Open it in the program that made it and save it as XLSX or CSV.",
        Foreign::Structured => "Export it as CSV from the system that it comes from.",
        Foreign::Page => {
            "Use the export button of the report instead of saving the page, and choose CSV or Excel."
        }
        Foreign::Program | Foreign::Unknown => {
            "Export the table as CSV or Excel and drop that file."
        }
    };
    (what, todo.to_owned())
}

fn fault_text(fault: Fault) -> &'static str {
    match fault {
        Fault::Truncated => "it ends too early",
        Fault::Checksum => "its checksum does not fit what is inside",
        Fault::Structure => "it is not built as that format is",
        Fault::Packing => "it is packed in a way that is not read here (only Deflate is)",
    }
}

fn oversized(format: &str, limit: Limit) -> (String, String) {
    let (what, todo) = match limit {
        Limit::Bytes(n) => (
            format!("This {format} file unpacks to more than {}, the limit.", L.bytes(n)),
            "Export a shorter period or fewer columns.",
        ),
        Limit::Ratio(n) => (
            format!(
                "This {format} file unpacks to more than {} times its size, the limit.",
                L.count(n.into())
            ),
            "If you know what is inside, unpack it yourself and drop that.",
        ),
        Limit::Entries(n) => (
            format!("This {format} file holds more than {} files, the limit.", L.count(n.into())),
            "Unpack it and drop the files that you need.",
        ),
    };
    (what, todo.to_owned())
}

fn nothing_inside(format: &str, names: &[String]) -> (String, String) {
    let what = if names.is_empty() {
        format!("This {format} file is empty.")
    } else {
        format!("This {format} file holds no table, only: {}.", some_names(names))
    };
    (what, "Put CSV or Excel files into it, or drop them as they are.".to_owned())
}
