//! The second screen: what the columns mean, the ladder of stages, channels, joins, live preview.

use crate::engine::mapping::alias::AliasReason;
use crate::engine::mapping::channel::ChannelReason;
use crate::engine::mapping::role::Evidence;
use crate::engine::mapping::stage_order::OrderReason;
use crate::engine::mapping::view::{EntryEvidence, FileNote};
use crate::engine::mapping::{RuleTest, SourceField};

/// See the module.
pub struct Mapping {
    pub title: &'static str,
    pub subtitle: &'static str,
    pub build_report: &'static str,
    pub reset: &'static str,
    pub reset_note: &'static str,

    pub columns_title: &'static str,
    pub file_label: &'static str,
    pub kind_label: &'static str,
    pub not_mapped: &'static str,
    pub optional: &'static str,
    pub more_roles: fn(n: u64) -> String,
    pub column_for: fn(role: &str) -> String,
    pub file_currency: &'static str,
    pub currency_none: &'static str,
    pub file_channel: &'static str,
    pub file_channel_by_rows: &'static str,

    /// Evidence beside a role: figures as text.
    pub unique: fn(share: &str) -> String,
    pub filled: fn(share: &str) -> String,
    pub empty: fn(share: &str) -> String,
    pub are_dates: fn(share: &str) -> String,
    pub are_numbers: fn(share: &str) -> String,
    pub values: fn(n: u64) -> String,
    /// `unique 100 %`: why a column was proposed for a role.
    pub evidence: fn(&Evidence) -> String,

    pub stages_title: &'static str,
    pub stages_hint: &'static str,
    pub stage_name: &'static str,
    pub new_stage: &'static str,
    pub add_stage: &'static str,
    pub won: &'static str,
    pub lost: &'static str,
    pub won_hint: &'static str,
    pub lost_hint: &'static str,
    pub values_not_mapped: &'static str,
    pub value_goes_to: fn(value: &str) -> String,
    pub no_values: &'static str,
    pub qualified: &'static str,
    pub qualified_from: fn(stage: &str) -> String,
    pub qualified_hint: &'static str,
    pub entered_on: &'static str,
    pub no_entered: &'static str,
    /// A remark to a whole file.
    pub file_note: fn(FileNote) -> &'static str,
    /// Why a stage stands where it stands.
    pub order_reason: fn(OrderReason) -> String,
    /// Of a value that was not made a stage because its name is a state such as “On hold”.
    pub parked_value: &'static str,
    pub entry_evidence: fn(EntryEvidence) -> String,
    pub decided: &'static str,
    pub decided_hint: &'static str,

    pub channels_title: &'static str,
    /// `37 raw values → 8 channels · 12 not assigned`.
    pub channels_summary: fn(raw: u64, channels: u64, unassigned: u64) -> String,
    pub raw_value: &'static str,
    pub channel: &'static str,
    pub rows: &'static str,
    pub why: &'static str,
    pub channel_for: fn(value: &str) -> String,
    /// `medium is “email”`.
    pub channel_reason: fn(&ChannelReason) -> String,
    pub own_channel: &'static str,
    pub own_channel_name: &'static str,
    pub rules_title: &'static str,
    pub rules_hint: &'static str,
    pub add_rule: &'static str,
    pub rule_field: fn(SourceField) -> &'static str,
    pub rule_test: fn(RuleTest) -> &'static str,
    pub rule_text: &'static str,

    pub joins_title: &'static str,
    pub joins_hint: &'static str,
    pub no_joins: &'static str,
    /// `deals.csv “product” ↔ products.csv “product”`.
    pub join_line: fn(from: &str, column: &str, lookup: &str, key: &str) -> String,
    /// `94 % of rows find a partner`.
    pub matched: fn(share: &str) -> String,
    pub unmatched: fn(values: u64, rows: u64) -> String,
    /// `GTXPro is probably GTX Pro`.
    pub alias: fn(raw: &str, key: &str) -> String,
    pub alias_reason: fn(AliasReason) -> &'static str,
    pub accept: &'static str,
    pub accept_all: &'static str,
    pub accepted: &'static str,
    pub undo_alias: fn(raw: &str) -> String,
    pub add_join: &'static str,
    pub spend_join_title: &'static str,
    pub spend_join_line: fn(records: &str, spend: &str) -> String,
    pub channel_join_title: &'static str,
    pub spend_tied: fn(share: &str) -> String,

    pub preview: &'static str,
    pub live: &'static str,
    pub preview_empty: &'static str,
    pub audit: &'static str,
    pub audit_clean: &'static str,
    pub join_tag: &'static str,
}
