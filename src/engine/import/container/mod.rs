//! What a table may come wrapped in: gzip, a ZIP archive, a workbook, a page of markup. A layer is
//! taken off before the importer begins, which then reads plain text as ever.
//!
//! Here: what was unwrapped ([`Container`]) and why it could not be ([`Fault`], [`Limit`]).

mod archive;
mod book;
mod cells;
mod gzip;
mod html;
mod inflate;
mod markup;
mod member;
mod open;
mod opened;
mod sheet_xml;
mod source;
#[cfg(any(not(target_arch = "wasm32"), feature = "book"))]
mod workbook;
#[cfg(any(not(target_arch = "wasm32"), feature = "book"))]
mod workbook_cell;
mod zip;

pub use book::{BookFault, BookReader, Sheet};
pub use inflate::{MOST_BYTES, MOST_RATIO};
pub use open::open;
pub use opened::{Opened, Opening, Origin};
pub use sheet_xml::is_workbook as is_sheet_xml;
pub use source::{Source, import_error};
#[cfg(any(not(target_arch = "wasm32"), feature = "book"))]
pub use workbook::read_workbook;

use source::{Refusal, absolute, skip_to};

use serde::{Deserialize, Serialize};

/// One layer around a table; a file's profile lists them, the outermost first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Container {
    pub kind: ContainerKind,
    /// The one of [`Container::entries`] that was read, where there are names.
    pub entry: Option<String>,
    /// What else could be read: the tables of an archive, the sheets of a workbook. Empty where the
    /// layer holds one thing only. Another is chosen by `ImportOptions::entry` or `::sheet`.
    pub entries: Vec<Entry>,
}

/// Kinds of layers that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContainerKind {
    Gzip,
    /// Its tables are files of their own: `ImportOptions::entry` says which.
    Zip,
    /// Its sheets are chosen by `ImportOptions::sheet`.
    Xlsx,
    Xls,
    Ods,
    /// A workbook as XML of 2003, also called `.xls`.
    Xml,
    /// A page of markup with a table, which some CRMs call `.xls`.
    Html,
}

impl ContainerKind {
    /// The format's name, the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            ContainerKind::Gzip => "GZIP",
            ContainerKind::Zip => "ZIP",
            ContainerKind::Xlsx => "XLSX",
            ContainerKind::Xls => "XLS",
            ContainerKind::Ods => "ODS",
            ContainerKind::Xml => "Excel XML",
            ContainerKind::Html => "HTML",
        }
    }

    /// Whether its entries are sheets.
    pub fn is_workbook(self) -> bool {
        use ContainerKind::{Ods, Xls, Xlsx, Xml};
        matches!(self, Xlsx | Xls | Ods | Xml)
    }
}

/// One table inside of a container.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub name: String,
    /// Unpacked length, where the container says so.
    pub bytes: Option<u64>,
}

/// What is broken in a container.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// It ends too early.
    Truncated,
    /// The unpacked bytes are not those that were packed.
    Checksum,
    /// It is not written as its format says.
    Structure,
    /// It is packed in a way that is not read here.
    Packing,
}

/// A limit that a container goes beyond.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// Bytes after unpacking.
    Bytes(u64),
    /// Bytes after unpacking for each packed byte.
    Ratio(u32),
    /// Tables (or any entries) in an archive.
    Entries(u32),
}
