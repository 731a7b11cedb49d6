//! The check-list of the audit and what is planned about it; windows onto rows.

use crate::engine::audit::{CheckId, Counted, Detail, Lack, Priority, Progress, Severity};
use crate::engine::window::Part;

/// What a check is called, what it looks for, and what to do about what it finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckText {
    pub name: &'static str,
    pub about: &'static str,
    pub advice: &'static str,
}

/// See the module.
pub struct Audit {
    pub title: &'static str,
    /// On the button that opens the list.
    pub open: &'static str,
    pub hint: &'static str,
    /// `4 found something, 20 passed, 5 can't be made on this data`.
    pub summary: fn(found: u64, passed: u64, not: u64) -> String,
    pub passed: &'static str,
    pub not_checkable: &'static str,
    pub check: fn(CheckId) -> CheckText,
    pub severity: fn(Severity) -> &'static str,
    /// `12 of 340 records`.
    pub count: fn(n: u64, of: u64, Counted) -> String,
    pub lack: fn(Lack) -> &'static str,
    pub detail: fn(&Detail) -> String,
    pub recommendation: &'static str,
    /// Before figures with and without the rows.
    pub effects: &'static str,
    /// `Revenue: €1,200 → €1,100 without them`.
    pub effect: fn(name: &str, with: &str, without: &str) -> String,
    pub no_effect: &'static str,
    /// What a check means for the figures where leaving its rows out would not show it.
    pub concern: fn(CheckId) -> Option<&'static str>,
    pub show_rows: fn(n: u64) -> String,

    pub check_heading: &'static str,
    pub result: &'static str,
    pub importance: &'static str,
    pub priority: &'static str,
    pub priority_name: fn(Priority) -> &'static str,
    /// As the check's own importance.
    pub priority_usual: &'static str,
    pub owner: &'static str,
    pub due: &'static str,
    pub progress: &'static str,
    pub progress_name: fn(Progress) -> &'static str,
    pub download: &'static str,
    pub copy: &'static str,
    /// Of a file: `audit`.
    pub file: &'static str,

    pub part: fn(Part) -> &'static str,
    pub part_heading: &'static str,
    pub all_parts: &'static str,
    pub find_rows: &'static str,
    pub download_rows: &'static str,
    /// `Downloading: 5,000 of 20,000`.
    pub downloading: fn(done: u64, of: u64) -> String,
    /// Of a file: `rows`.
    pub rows_file: &'static str,
}
