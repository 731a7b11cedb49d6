//! What became of the pipeline between two exports, a block of the third screen.

use crate::engine::append::exports::LatestBy;
use crate::engine::report::ChangeKind;

/// See the module.
pub struct PipelineChange {
    pub name: &'static str,
    /// Which two files, each with its latest day.
    pub between:
        fn(before: &str, before_day: Option<&str>, after: &str, after_day: Option<&str>) -> String,
    pub kind: fn(ChangeKind) -> &'static str,
    /// What a kind is, in a sentence.
    pub kind_hint: fn(ChangeKind) -> &'static str,
    pub earlier_label: &'static str,
    pub only_label: &'static str,
    pub only_all: &'static str,
    pub open_before: &'static str,
    pub open_after: &'static str,
    /// Title of a bridge.
    pub bridge_title: fn(currency: &str) -> String,
    pub no_currency: &'static str,
    pub change: &'static str,
    pub records: &'static str,
    pub value_before: &'static str,
    pub value_after: &'static str,
    /// What the open pipeline gained or lost by it.
    pub effect: &'static str,
    pub passages_title: &'static str,
    /// In the corner of the matrix.
    pub matrix_corner: &'static str,
    pub not_there_before: &'static str,
    pub not_there_after: &'static str,
    pub no_stage: &'static str,
    pub list_title: &'static str,
    pub id: &'static str,
    pub record_name: &'static str,
    pub what: &'static str,
    pub stage_before: &'static str,
    pub stage_after: &'static str,
    pub amount_before: &'static str,
    pub amount_after: &'static str,
    pub currency: &'static str,
    pub close_before: &'static str,
    pub close_after: &'static str,
    /// Every record in exactly one of three.
    pub counted: fn(kept: u64, created: u64, gone: u64) -> String,
    pub dates_unknown: &'static str,
    pub no_period: &'static str,
    pub reversed: &'static str,
    pub unpriced: fn(before: u64, after: u64) -> String,
    pub repeated: fn(file: &str, n: u64) -> String,
    pub without_id: fn(file: &str, n: u64) -> String,
    pub without_stage: fn(n: u64) -> String,
    pub without_day: fn(n: u64) -> String,
    pub elsewhere: &'static str,
    pub shown: fn(shown: u64, of: u64) -> String,
    /// Pages of the list.
    pub page: fn(first: u64, last: u64, of: u64) -> String,
    pub previous: &'static str,
    pub next: &'static str,
    /// In the card of files that are one table: that they look like exports of the same records.
    pub proposal: fn(shared: u64, of: u64) -> String,
    /// The same where nobody has compared the ids.
    pub possible: &'static str,
    /// What the decision means.
    pub explain: &'static str,
    pub latest: &'static str,
    pub latest_by: fn(LatestBy) -> &'static str,
    pub accept: &'static str,
    /// The card of files that are compared, and what follows from it.
    pub compared: fn(files: u64) -> String,
    pub shared: fn(shared: u64, of: u64, earlier: u64) -> String,
    pub latest_counts: fn(latest: &str, by: &str, earlier: u64) -> String,
    /// What to do where the proposal is wrong.
    pub otherwise: &'static str,
}
