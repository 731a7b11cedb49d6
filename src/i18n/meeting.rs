//! Where columns, files and currencies meet: spellings of one value, sources that contradict each
//! other. On the mapping screen and in findings.

use super::FindingText;
use crate::engine::calendar::WeekStart;
use crate::engine::filter::Grain;
use crate::engine::funnel::Crossing;
use crate::engine::mapping::FirstSource;
use crate::engine::mapping::cluster::ClusterReason;
use crate::engine::mapping::key::KeyKind;

/// See the module.
pub struct Meeting {
    pub finding: fn(&Crossing) -> FindingText,

    pub disagree_title: &'static str,
    /// `1,204 of 9,000 rows with both say different channels`.
    pub disagree_line: fn(records: u64, both: u64) -> String,
    pub disagree_none: fn(both: u64) -> String,
    pub says_crm: &'static str,
    pub says_utm: &'static str,
    pub wins: &'static str,
    /// The choice, and who decides.
    pub first_label: &'static str,
    pub first_source: fn(FirstSource) -> &'static str,

    pub spellings_title: &'static str,
    pub spellings_hint: &'static str,
    /// `deals.csv · UTM source`.
    pub spellings_of: fn(file: &str, column: &str) -> String,
    pub cluster_reason: fn(ClusterReason) -> &'static str,
    /// `Merge as “yandex”`.
    pub merge_as: fn(name: &str) -> String,
    pub merge_all: fn(clusters: u64) -> String,
    pub read_as: fn(name: &str) -> String,
    pub take_apart: fn(name: &str) -> String,
    /// The proposal is wrong: these are different things.
    pub keep_apart: &'static str,
    pub keep_apart_named: fn(name: &str) -> String,
    /// For a tag.
    pub kept_apart: &'static str,
    pub propose_again: &'static str,

    /// Nothing for plain texts.
    pub key_kind: fn(KeyKind) -> &'static str,
    pub keys_used: fn(used: u64, keys: u64) -> String,
    pub keys_unused: fn(u64) -> String,
    pub several_keys: fn(rows: u64) -> String,
    pub records_tied: fn(share: &str, met: &str, campaigns: &str) -> String,
    /// The share of the rows whose channel has costs.
    pub rows_of_paid_channels: fn(share: &str) -> String,
    /// How much meets within one unit of time; the share of the spend where it is of one currency.
    pub tied_within: fn(Grain, spend: Option<&str>, rows: &str) -> String,

    pub money_title: &'static str,
    pub money_hint: &'static str,
    pub convert_to: &'static str,
    pub convert_nothing: &'static str,
    pub rate_currency: &'static str,
    pub rate_rate: &'static str,
    pub rate_day: &'static str,
    pub rate_line: fn(currency: &str, to: &str) -> String,
    pub add_rate: &'static str,
    pub rate_file: &'static str,
    pub year_start: &'static str,
    pub named_by_end: &'static str,
    pub week_start: &'static str,
    pub weekday: fn(WeekStart) -> &'static str,
    pub clock: fn(file: &str) -> String,
    pub clock_hint: &'static str,
    /// No hours are added.
    pub no_shift: &'static str,

    pub rule_up: fn(rule: &str) -> String,
    pub rule_down: fn(rule: &str) -> String,
    pub rule_keys: &'static str,
}
