//! English: the mapping screen.

use super::{L, reason};
use crate::engine::mapping::{RuleTest, SourceField};
use crate::i18n::Mapping;
use crate::i18n::plural::en as count;

pub const MAPPING: Mapping = Mapping {
    title: "What do the columns mean?",
    subtitle: "Filled in from the headers and the values. Everything can be changed, and the \
        preview follows at once.",
    build_report: "Build report",
    reset: "Restore suggestions",
    reset_note: "Your changes on this screen are dropped and everything is suggested anew.",

    columns_title: "Columns",
    file_label: "File",
    kind_label: "What it holds",
    not_mapped: "not mapped",
    optional: "optional",
    more_roles: |n| format!("{} more", L.count(n)),
    column_for: |role| format!("Column for {role}"),
    file_currency: "Currency of the file",
    currency_none: "not named",
    file_channel: "Channel of all rows",
    file_channel_by_rows: "by campaign, row by row",

    unique: |share| format!("{share} unique"),
    filled: |share| format!("{share} filled"),
    empty: |share| format!("{share} empty"),
    are_dates: |share| format!("{share} dates"),
    are_numbers: |share| format!("{share} numbers"),
    values: |n| count(n, "value", "values"),
    evidence: reason::evidence,

    stages_title: "Funnel stages",
    stages_hint: "Put them in order from first contact to the win, and assign each value to its stage.",
    stage_name: "Name of the stage",
    new_stage: "New stage",
    add_stage: "Add a stage",
    won: "Won",
    lost: "Lost",
    won_hint: "values that mean a sale",
    lost_hint: "values that mean the end without a sale",
    values_not_mapped: "Without a stage",
    value_goes_to: |value| format!("Stage for “{value}”"),
    no_values: "no values",
    qualified: "Qualified",
    qualified_from: |stage| format!("Leads are qualified from “{stage}” on"),
    qualified_hint: "Leads that reach this stage count as qualified (MQL).",
    entered_on: "Date of entry",
    no_entered: "no date column",
    file_note: reason::file_note,
    order_reason: reason::order_reason,
    parked_value: "A state, not a step: it says nothing of how far a record is. Put it to a stage if it is one.",
    entry_evidence: reason::entry_evidence,
    decided: "Reached by every closed deal",
    decided_hint: "For stages such as “Closed” that both won and lost deals pass.",

    channels_title: "Channels",
    channels_summary: |raw, channels, unassigned| {
        let raw = count(raw, "raw value", "raw values");
        let line = format!("{raw} → {}", count(channels, "channel", "channels"));
        match unassigned {
            0 => line,
            n => format!("{line} · {} not assigned", L.count(n)),
        }
    },
    raw_value: "Raw value",
    channel: "Channel",
    rows: "Rows",
    why: "Why",
    channel_for: |value| format!("Channel for {value}"),
    channel_reason: reason::channel_reason,
    own_channel: "Own channel…",
    own_channel_name: "Name of the channel",
    rules_title: "Your rules",
    rules_hint: "The first rule that fits decides, before the built-in ones.",
    add_rule: "Add a rule",
    rule_field: |field| match field {
        SourceField::Any => "Any field",
        SourceField::Source => "Source",
        SourceField::Medium => "Medium",
        SourceField::Campaign => "Campaign",
    },
    rule_test: |test| match test {
        RuleTest::Is => "is",
        RuleTest::Contains => "contains",
        RuleTest::StartsWith => "starts with",
        RuleTest::IsEmpty => "is empty",
    },
    rule_text: "Text",

    joins_title: "Joined files",
    joins_hint: "A joined file adds columns. It adds no records, except where they begin with the lead.",
    no_joins: "No other file shares a key with the deals or leads.",
    join_line: |from, column, lookup, key| format!("{from} “{column}” → {lookup} “{key}”"),
    matched: |share| format!("{share} of rows find a match"),
    unmatched: |values, rows| {
        let values = count(values, "value", "values");
        format!("{values} without a match, {}", count(rows, "row", "rows"))
    },
    alias: |raw, key| format!("“{raw}” is probably “{key}”"),
    alias_reason: reason::alias_reason,
    accept: "Accept",
    accept_all: "Accept all",
    accepted: "accepted",
    undo_alias: |raw| format!("Do not replace “{raw}”"),
    add_join: "Join a file",
    spend_join_title: "Spend by campaign",
    spend_join_line: |records, spend| {
        format!("“{records}” of the leads = “{spend}” of the ad spend")
    },
    channel_join_title: "Spend by channel",
    spend_tied: |share| format!("{share} of the spend is tied to leads"),

    preview: "Preview",
    live: "updates as you go",
    preview_empty: "Map a stage or a date, and the funnel appears here.",
    audit: "Audit",
    audit_clean: "Nothing odd found.",
    join_tag: "Join",
};
