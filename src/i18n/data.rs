//! The first screen: files, how they were read, overrides, first rows.

use crate::engine::import::AsideReason;
use crate::engine::profile::{DateOrder, DecimalSign};

/// See the module.
pub struct Data {
    pub title: &'static str,
    pub subtitle: &'static str,
    pub open_saved: &'static str,
    pub continue_to_mapping: &'static str,
    pub start_over: &'static str,
    pub start_over_question: &'static str,

    /// Stands before [`Data::choose_files`] in one line: `Drop CSV files here, or `.
    pub drop_title: &'static str,
    pub choose_files: &'static str,
    pub drop_kinds: &'static str,
    pub drop_now: &'static str,
    /// A button that shows a place to paste into, and what is said there.
    pub paste: &'static str,
    pub paste_here: &'static str,
    /// The name of the table that was pasted as the n-th.
    pub pasted: fn(n: u64) -> String,
    /// Takes what was typed into that place, and why it could not be taken.
    pub paste_add: &'static str,
    pub paste_no_table: &'static str,
    pub sample: &'static str,
    pub sample_note: &'static str,
    pub sample_making: &'static str,

    /// The three steps in a few words, for an empty screen: title and text.
    pub how: [(&'static str, &'static str); 3],

    pub files_label: &'static str,
    pub rows: fn(n: u64) -> String,
    pub columns: fn(n: u64) -> String,
    pub files: fn(n: u64) -> String,
    /// `semicolon`.
    pub delimiter: fn(sign: char) -> String,
    /// `decimal comma`.
    pub decimal: fn(DecimalSign) -> &'static str,
    /// `DD.MM.YYYY` in words: `day first`.
    pub date_order: fn(DateOrder) -> &'static str,
    pub with_bom: &'static str,
    /// `header on line 3`.
    pub header_on_line: fn(line: u32) -> String,
    pub no_header: &'static str,
    /// `2 rows set aside`.
    pub set_aside: fn(n: u64) -> String,
    /// `totals on line 2,916 skipped`.
    pub aside: fn(AsideReason, line: u32) -> String,

    pub waiting: &'static str,
    pub reading: &'static str,
    /// `62 % · 214 MB/s · 1.1 s left`, given the three figures as text.
    pub progress: fn(done: &str, rate: &str, left: &str) -> String,
    pub progress_label: fn(file: &str) -> String,
    /// `read in 0.9 s`.
    pub read_in: fn(time: &str) -> String,
    pub cancelled: &'static str,
    pub cancel_reading: fn(file: &str) -> String,
    pub remove_file: fn(file: &str) -> String,
    pub read_again: &'static str,
    /// A file of the same name was there before.
    pub replaced: fn(file: &str) -> String,
    /// The document speaks of files that are not here.
    pub drop_these: &'static str,
    /// The file has other columns than the document's file of that name.
    pub columns_differ: fn(file: &str) -> String,

    pub encoding: &'static str,
    pub delimiter_label: &'static str,
    pub header_line: &'static str,
    pub dates: &'static str,
    pub decimals: &'static str,
    pub automatic: &'static str,
    /// `automatic: semicolon`.
    pub automatic_found: fn(found: &str) -> String,
    pub overridden: &'static str,

    pub preview: &'static str,
    /// `all 85 rows`, and `first 100 rows` where there are more.
    pub all_rows: fn(n: u64) -> String,
    pub first_rows: fn(n: u64) -> String,
    pub select_file: &'static str,
    pub places: &'static str,
    /// `first 1,000 places`.
    pub first_places: fn(n: u64) -> String,
    pub place_line: &'static str,
    pub place_column: &'static str,
    pub place_text: &'static str,
    pub no_issues: &'static str,

    pub column_filled: fn(n: u64) -> String,
    pub column_empty: fn(n: u64) -> String,
    pub column_unread: fn(n: u64) -> String,
    pub column_distinct: fn(n: u64) -> String,
    pub column_range: fn(least: &str, greatest: &str) -> String,
    pub column_assumed: &'static str,
}
