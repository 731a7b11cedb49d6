//! From bytes to a typed table. `Importer::step` reads a bounded slice at a time, so that a shell
//! (worker or command line) can show progress and cancel between slices.
//!
//! The way of a byte: `magic` refuses what is no table, `charset` and `decode` make text, `sniff`
//! finds delimiter and header, `splitter` cuts records, `tail` keeps totals and footers out, `rows`
//! turns cells into codes; at the end `evidence` weighs the texts of each column, `infer` decides what
//! they are, and `convert` types them by `cell`, which reads one text.
//! The result never depends on how large the slices were.
//!
//! Here: what a reader may ask for ([`ImportOptions`]) and what was found ([`Dialect`],
//! [`SetAside`]). Not here: what a column means (`mapping`).

mod again;
mod agreement;
mod below;
mod bulk;
mod cell;
mod charset;
mod clock;
mod column;
pub mod container;
mod convert;
mod correct;
mod currency;
mod cut;
mod date;
mod decode;
mod delimiter;
mod digits;
mod enclosing;
mod evidence;
mod evidence_words;
pub mod exporter;
mod finish;
mod garbled;
mod header;
mod header_kind;
mod headline;
mod importer;
mod infer;
mod intern;
mod letters;
mod magic;
mod marks;
mod mask;
mod month;
mod notes;
mod number;
mod period;
mod reading;
mod record;
mod replay;
mod rows;
mod samples;
mod serial;
mod settle;
mod sniff;
mod splitter;
mod standing;
mod stray;
mod structured;
mod subtotals;
mod swallow;
mod tail;
mod titles;
mod totals;
mod trace;
mod trial;
mod turn;
mod words;

pub use column::trimmed;
pub use correct::Correction;
pub use importer::{Imported, Importer, Progress, Step};
pub use magic::{Foreign, foreign};
pub use month::{by_name as month_by_name, is_weekday};
pub use replay::{Fate, Replay, Replayed};
pub use trial::{day_of, number_of};

use super::issue::IssueKind;
use super::profile::{DateOrder, DecimalSign};
use super::table::ColumnType;
use serde::{Deserialize, Serialize};

/// What the user decided about a file; everything left `None` is found by looking at it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ImportOptions {
    /// WHATWG label, such as `windows-1251`.
    pub encoding: Option<String>,
    pub delimiter: Option<char>,
    pub quote: Option<QuoteSign>,
    /// The 1-based record that holds the headers; 0 = the file has none.
    pub header_record: Option<u32>,
    pub date_order: Option<DateOrder>,
    pub decimal: Option<DecimalSign>,
    /// Texts that are read otherwise than the file has them.
    pub corrections: Vec<Correction>,
    /// Which table of an archive, by its name there.
    pub entry: Option<String>,
    /// Which sheet of a workbook, by its name; `None`: the first one with cells.
    pub sheet: Option<String>,
    /// Whether money that an exporter may write in millionths is so.
    pub micro_units: Option<bool>,
    /// What was decided for single columns; it goes before what holds for the file.
    pub columns: Vec<ColumnOption>,
}

/// What encloses cells, as the user says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuoteSign {
    Double,
    Single,
    /// Quotes are characters like any other.
    None,
}

/// What the user decided about one column, found by its header as the table shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ColumnOption {
    pub header: String,
    /// The type, whatever the cells look like; what can't be read as it is kept as unread.
    pub kind: Option<ColumnType>,
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
    /// What encloses cells; `None` where no cell of the file is enclosed.
    pub quote: Option<char>,
    /// What takes its meaning from a quote inside quotes; `None`: quotes are doubled.
    #[serde(default)]
    pub escape: Option<char>,
    #[serde(default)]
    pub newline: Newline,
    /// Physical lines above the header, or above the first row where there is no header.
    #[serde(default)]
    pub skipped: u32,
    /// The 1-based record that holds the headers; `None` = no header, columns are numbered.
    pub header_record: Option<u32>,
}

/// How the lines of a file end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Newline {
    #[default]
    Lf,
    CrLf,
    Cr,
    /// More than one kind.
    Mixed,
}

/// A few lines of a file as one encoding makes them, so that a person can see which is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EncodingSample {
    /// WHATWG name.
    pub encoding: String,
    /// At most three lines that hold something beyond ASCII, the same ones for each encoding.
    pub lines: Vec<String>,
}

/// Why a line of the file is not a row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AsideReason {
    Title,
    Totals,
    Footer,
    /// A line of another table below the first one.
    SecondTable,
    /// The header again, among the rows.
    Header,
}

impl AsideReason {
    /// What is said of such a line.
    pub fn issue_kind(self) -> IssueKind {
        match self {
            AsideReason::Title => IssueKind::TitleLine,
            AsideReason::Totals => IssueKind::TotalsRow,
            AsideReason::Footer => IssueKind::FooterLine,
            AsideReason::SecondTable => IssueKind::SecondTable,
            AsideReason::Header => IssueKind::HeaderRow,
        }
    }
}

/// A line that was set aside: kept, counted and shown, never lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAside {
    pub reason: AsideReason,
    pub record: u32,
    pub line: u32,
    pub cells: Vec<String>,
}
