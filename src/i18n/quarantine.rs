//! What could not be read, what was assumed, and putting it right: below and above the first rows
//! of a file.

use crate::engine::table::ColumnType;

/// See the module.
pub struct Quarantine {
    /// The verdict in one line: `20,000 rows read`.
    pub rows_read: fn(n: u64) -> String,
    /// `12 cells not read`.
    pub cells_unread: fn(n: u64) -> String,
    /// `3 damaged places`.
    pub damaged: fn(n: u64) -> String,
    /// `2 subtotals among the rows`.
    pub subtotals: fn(n: u64) -> String,
    /// `1 column to confirm`.
    pub to_confirm: fn(n: u64) -> String,
    /// `2 cells corrected`.
    pub corrected: fn(n: u64) -> String,
    /// `8 files to look at`.
    pub to_look_at: fn(n: u64) -> String,
    pub nothing_odd: &'static str,
    pub reading_again: &'static str,

    /// The heading of the list of issues.
    pub title: &'static str,
    pub download: &'static str,
    /// `from line 43`.
    pub from_line: fn(line: u32) -> String,
    /// `line 43`.
    pub line: fn(line: u32) -> String,
    pub record: fn(record: u32) -> String,
    /// Behind a line: `and 2 more`.
    pub more_lines: fn(n: u64) -> String,
    pub more_places: &'static str,
    /// Only so many places are kept, the count goes on.
    pub kept: fn(kept: u64, of: u64) -> String,
    pub record_heading: &'static str,

    pub show_in_file: &'static str,
    pub hide: &'static str,
    /// `Rows around line 43`.
    pub context: fn(line: u32) -> String,
    pub context_note: &'static str,
    /// `2 of 14`.
    pub place_of: fn(n: u64, of: u64) -> String,
    pub previous_place: &'static str,
    pub next_place: &'static str,
    pub set_aside: &'static str,

    pub correct: &'static str,
    /// `Read “31.02.2026” as`.
    pub correct_as: fn(text: &str) -> String,
    pub apply: &'static str,
    pub leave_empty: &'static str,
    /// What was typed can't be read as the column's type.
    pub unfit: fn(ColumnType) -> String,
    pub correction_note: &'static str,
    pub take_back: &'static str,
    pub read_as: fn(reading: &str) -> String,
    pub read_as_empty: &'static str,

    /// Day or month first? The column, and a date of it that can be read in both ways.
    pub which_date: fn(column: &str, text: &str) -> String,
    /// The same without an example.
    pub which_order: fn(column: &str) -> String,
    pub which_number: fn(column: &str, text: &str) -> String,
    pub which_sign: fn(column: &str) -> String,
    pub assumed: &'static str,
    /// All columns in question are settled.
    pub confirmed: &'static str,

    /// Of a workbook, of an archive.
    pub sheet: &'static str,
    pub inner_file: &'static str,
    pub quotes: &'static str,
    pub double_quotes: &'static str,
    pub single_quotes: &'static str,
    pub no_quotes: &'static str,
    /// `Encoding: which lines look right?`
    pub which_lines: &'static str,
    pub plain_letters: &'static str,
    pub other_encoding: &'static str,
    pub in_use: &'static str,
    /// Back to what the program finds by itself.
    pub by_itself: &'static str,
    /// `How to read “Amount”`.
    /// Behind the name of the program that wrote the file.
    pub what_follows: &'static str,
    pub column_panel: fn(column: &str) -> String,
    pub type_label: &'static str,
    /// `Date and time`, standing alone.
    pub type_name: fn(ColumnType) -> &'static str,

    /// After a file was read again: cells that came back, cells that are still unread.
    pub came_back: fn(back: u64, left: u64) -> String,
    pub worse: fn(more: u64) -> String,
    pub read_again: &'static str,
    /// `Columns 1 to 50 of 1,000`.
    pub columns_window: fn(first: u64, last: u64, of: u64) -> String,
    pub previous_columns: &'static str,
    pub next_columns: &'static str,
}
