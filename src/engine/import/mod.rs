//! From bytes to a typed table. `Importer::step` reads a bounded slice at a time, so that a shell
//! (worker or command line) can show progress and cancel between slices.
//!
//! Here: what a reader may ask for ([`ImportOptions`]) and what was found ([`Dialect`],
//! [`SetAside`]). Not here: what a column means (`mapping`).

use super::profile::{DateOrder, DecimalSign};
use serde::{Deserialize, Serialize};

/// What the user decided about a file; everything left `None` is found by looking at it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ImportOptions {
    /// WHATWG label, such as `windows-1251`.
    pub encoding: Option<String>,
    pub delimiter: Option<char>,
    /// The 1-based record that holds the headers; 0 = the file has none.
    pub header_record: Option<u32>,
    pub date_order: Option<DateOrder>,
    pub decimal: Option<DecimalSign>,
}

/// How a file is written, as found or as decided by the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dialect {
    /// WHATWG name, such as `UTF-8`, `windows-1251`, `UTF-16LE`.
    pub encoding: String,
    pub bom: bool,
    pub delimiter: char,
    pub quote: Option<char>,
    /// The 1-based record that holds the headers; `None` = no header, columns are numbered.
    pub header_record: Option<u32>,
}

/// Why a line of the file is not a row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AsideReason {
    Title,
    Totals,
    Footer,
}

/// A line that was set aside: kept, counted and shown, never lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAside {
    pub reason: AsideReason,
    pub record: u32,
    pub line: u32,
    pub cells: Vec<String>,
}
