//! Several files as one table: why, what became of their rows and columns, what can be changed.

use crate::engine::append::{ColumnNote, JoinReason, Refusal};

/// See the module.
pub struct Append {
    pub joined: fn(files: u64) -> String,
    pub apart: fn(files: u64) -> String,
    pub offered: fn(files: u64) -> String,
    pub reason: fn(&JoinReason) -> String,
    pub note: fn(&ColumnNote) -> String,
    pub refusal: fn(&Refusal) -> String,

    /// Heads of the table of files: days, rows read, rows that count, overlap, copies.
    pub days: &'static str,
    pub read: &'static str,
    pub counted: &'static str,
    pub overlap: &'static str,
    pub copies: &'static str,
    pub total: &'static str,
    /// What was decided by the key, given as text.
    pub key_rule: fn(key: &str, modified: Option<&str>) -> String,
    pub no_key: &'static str,
    pub restated: fn(rows: u64) -> String,
    pub doubted: fn(key: &str) -> String,
    pub shared_days: fn(days: u64, rows: u64) -> String,
    /// `{n} exact copies are counted as data`: a switch to count them once.
    pub count_once: fn(copies: u64) -> String,

    pub split: &'static str,
    pub join: &'static str,
    pub take_out: fn(file: &str) -> String,
    pub add_file: &'static str,
    pub change_key: &'static str,
    pub trust_key: &'static str,
    pub show_left: fn(rows: u64) -> String,
    pub download_left: &'static str,
    pub left_why: &'static str,
    pub left_copy: &'static str,
    pub left_overlap: &'static str,
    /// `first 50 of 1,200`.
    pub left_first: fn(shown: u64, total: u64) -> String,
    /// The end of the file's name: `deals-left-out`.
    pub left_file: &'static str,
}
