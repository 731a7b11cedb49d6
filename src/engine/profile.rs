//! What is known of a file after it was read: how it is written, and what each column holds.
//! Small and plain, so that it can travel to the page, where the rows never go.

use super::import::{Dialect, ImportOptions, SetAside};
use super::issue::IssueLog;
use super::table::ColumnType;
use serde::{Deserialize, Serialize};

/// How many of the first rows travel with the profile.
pub const HEAD_ROWS: usize = 100;
/// How many of the most frequent values a column profile keeps.
pub const TOP_VALUES: usize = 200;

/// One file after import.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileProfile {
    pub name: String,
    pub bytes: u64,
    pub rows: u64,
    pub options: ImportOptions,
    pub dialect: Dialect,
    pub columns: Vec<ColumnProfile>,
    /// The first [`HEAD_ROWS`] rows, cells as in the file.
    pub head: Vec<Vec<String>>,
    /// Lines that are in the file and not in the table: titles, totals, footers.
    pub set_aside: Vec<SetAside>,
    pub issues: IssueLog,
}

/// One column after import.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColumnProfile {
    pub header: String,
    pub kind: ColumnType,
    pub format: ColumnFormat,
    pub currency: Option<String>,
    /// Cells that hold a value.
    pub filled: u64,
    /// Cells that are empty or hold a placeholder such as `-`.
    pub missing: u64,
    /// Cells that hold something that could not be read.
    pub unread: u64,
    /// Distinct values (of the written texts), the missing one not counted.
    pub distinct: u64,
    /// Most frequent values with their counts; ties by first appearance.
    pub top: Vec<(String, u64)>,
    /// Least and greatest, as [`super::table::Column::plain_text`] writes them; for text, empty.
    pub least: String,
    pub greatest: String,
}

impl ColumnProfile {
    /// Whether every filled cell is different.
    pub fn is_unique(&self) -> bool {
        self.filled > 0 && self.distinct == self.filled
    }
}

/// How the cells of a column are written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnFormat {
    pub decimal: Option<DecimalSign>,
    /// The character between thousands, such as `,`, `.`, U+00A0, `'`.
    pub group: Option<char>,
    pub date_order: Option<DateOrder>,
    /// Nothing in the column tells day from month (or decimals from thousands): an assumption.
    pub ambiguous: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecimalSign {
    Point,
    Comma,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    YearMonthDay,
    DayMonthYear,
    MonthDayYear,
}
