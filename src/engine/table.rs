//! A table in memory: typed columns, text by dictionary codes, missing cells marked.
//!
//! Rows are 0-based positions; people see the csv record (from 1) and the physical line.
//! Not here: how cells became typed (`import`), what a column means (`mapping`).

mod codes;
mod dictionary;
mod numbers;

pub use codes::Codes;
pub use dictionary::Dictionary;
pub use numbers::{Numbers, Whole};

use super::value::{Day, Moment, clock_text};
use serde::{Deserialize, Serialize};

/// Marks a missing [`Day`] in [`Cells::Day`].
pub const NO_DAY: i32 = i32::MIN;
/// Marks a missing [`Moment`] in [`Cells::Moment`].
pub const NO_MOMENT: i64 = i64::MIN;
/// Marks a missing flag in [`Cells::Flag`]; else 0 or 1.
pub const NO_FLAG: u8 = 2;

/// What the cells of a column are. `Money` and `Percent` are numbers whose writing said so;
/// a percent is held as a share (12 % is 0.12), a time of day or a duration as seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnType {
    Text,
    Integer,
    Decimal,
    Money,
    Percent,
    Day,
    Moment,
    /// A time of day or a duration: seconds since midnight, or from its beginning.
    Time,
    Flag,
}

/// One table: columns of equal length, and where each row stood in the file.
#[derive(Clone, Debug, Default)]
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: usize,
    /// The 1-based csv record of each row.
    pub records: Vec<u32>,
    /// The 1-based physical line on which each row begins.
    pub lines: Vec<u32>,
    /// Of a table of several files: which rows came from which. Empty where it is one file.
    pub parts: Vec<Part>,
}

/// The rows from `first` on, as far as the next part, came from this file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub file: String,
    pub first: u32,
}

impl Table {
    /// The file of a row in a table of several files; its record and line are of that file.
    pub fn file_of(&self, row: u32) -> Option<&str> {
        let after = self.parts.partition_point(|part| part.first <= row);
        self.parts.get(after.checked_sub(1)?).map(|part| part.file.as_str())
    }
    /// The column with this header, headers being unique within a table.
    pub fn column(&self, header: &str) -> Option<&Column> {
        self.columns.iter().find(|c| c.header == header)
    }
}

/// One typed column.
#[derive(Clone, Debug)]
pub struct Column {
    /// As in the file, trimmed; a repeated header carries `.2`, `.3`, …
    pub header: String,
    pub kind: ColumnType,
    pub cells: Cells,
    /// ISO 4217 code that the header or every cell names, such as `RUB` for `Расход (руб.)`.
    pub currency: Option<String>,
    /// Cells that were not empty and could not be read as `kind`: (row, text as in the file).
    pub unread: Vec<(u32, String)>,
}

/// The cells, by storage.
#[derive(Clone, Debug)]
pub enum Cells {
    Text(TextCells),
    /// Integer, Decimal, Money, Percent, Time. A missing cell is NaN.
    Number(Numbers),
    /// Missing is [`NO_DAY`].
    Day(Vec<i32>),
    /// Missing is [`NO_MOMENT`].
    Moment(Vec<i64>),
    /// 0, 1 or [`NO_FLAG`].
    Flag(Vec<u8>),
}

impl Column {
    /// The number in a row of a number column.
    pub fn number(&self, row: usize) -> Option<f64> {
        match &self.cells {
            Cells::Number(v) => v.get(row).copied().filter(|x| !x.is_nan()),
            _ => None,
        }
    }
    /// The calendar day in a row of a day or moment column.
    pub fn day(&self, row: usize) -> Option<Day> {
        match &self.cells {
            Cells::Day(v) => v.get(row).copied().filter(|d| *d != NO_DAY).map(Day),
            Cells::Moment(_) => self.moment(row).map(Moment::day),
            _ => None,
        }
    }
    /// The moment in a row; a day counts as its midnight.
    pub fn moment(&self, row: usize) -> Option<Moment> {
        match &self.cells {
            Cells::Moment(v) => v.get(row).copied().filter(|d| *d != NO_MOMENT).map(Moment),
            Cells::Day(_) => self.day(row).map(|d| Moment(i64::from(d.0) * 86_400)),
            _ => None,
        }
    }
    /// The text cells of a text column.
    pub fn text(&self) -> Option<&TextCells> {
        match &self.cells {
            Cells::Text(t) => Some(t),
            _ => None,
        }
    }
    /// Whether the cell holds nothing (or nothing that could be read).
    pub fn is_missing(&self, row: usize) -> bool {
        match &self.cells {
            Cells::Text(t) => t.codes.get(row) == 0,
            Cells::Number(v) => v.get(row).is_none_or(|x| x.is_nan()),
            Cells::Day(v) => v.get(row).is_none_or(|d| *d == NO_DAY),
            Cells::Moment(v) => v.get(row).is_none_or(|d| *d == NO_MOMENT),
            Cells::Flag(v) => v.get(row).is_none_or(|f| *f == NO_FLAG),
        }
    }
    /// The cell as plain text, locale-free: ISO dates, full-precision numbers, empty when missing.
    pub fn plain_text(&self, row: usize) -> String {
        match &self.cells {
            Cells::Text(t) => t.get(row).to_owned(),
            Cells::Number(_) => match self.number(row) {
                Some(seconds) if self.kind == ColumnType::Time => clock_text(seconds),
                number => number.map(|x| x.to_string()).unwrap_or_default(),
            },
            Cells::Day(_) => self.day(row).map(|d| d.to_string()).unwrap_or_default(),
            Cells::Moment(_) => self.moment(row).map(|d| d.to_string()).unwrap_or_default(),
            Cells::Flag(v) => match v.get(row) {
                Some(0) => "false".to_owned(),
                Some(1) => "true".to_owned(),
                _ => String::new(),
            },
        }
    }
}

/// Text cells: one code a row into a dictionary. Code 0 is the missing (empty) cell.
#[derive(Clone, Debug, Default)]
pub struct TextCells {
    pub codes: Codes,
    pub dictionary: Dictionary,
}

impl TextCells {
    /// The text of a row; empty when missing.
    pub fn get(&self, row: usize) -> &str {
        self.dictionary.get(self.codes.get(row))
    }
}

/// How many rows [`is_all`] looks at without a branch.
const ROWS_AT_ONCE: usize = 1 << 10;

/// Whether these are all rows of a table in their order, so that a column can be taken as it is.
pub(crate) fn is_all(rows: &[u32], count: usize) -> bool {
    // In blocks without a branch: a million rows are asked this for each column.
    let in_order = |(block, at): (&[u32], u32)| {
        block.iter().zip(at..).fold(0, |odd, (row, at)| odd | (row ^ at)) == 0
    };
    rows.len() == count && rows.chunks(ROWS_AT_ONCE).zip((0..).step_by(ROWS_AT_ONCE)).all(in_order)
}
