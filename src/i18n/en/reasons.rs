//! English: lost reasons.

use crate::engine::report::ReasonsOf;
use crate::i18n::Reasons;
use crate::i18n::plural::en as count;

pub const REASONS: Reasons = Reasons {
    name: "Lost reasons",
    title: |of| match of {
        ReasonsOf::Lost => "Lost reasons",
        ReasonsOf::Amount => "Lost reasons by amount",
    },
    of_label: "Weighed by",
    of: |of| match of {
        ReasonsOf::Lost => "Lost",
        ReasonsOf::Amount => "Amount lost",
    },
    reason: "Reason",
    no_reason: "No reason given",
    lost: "Lost",
    share: "Share",
    cumulative: "Cumulative",
    cumulative_hint: "This reason and all heavier ones together, of everything lost.",
    split_label: "Split by",
    stage_lost_at: "Stage lost at",
    stage_unknown: "Stage not known",
    reason_label: "Column of reasons",
    counted: |n| format!("{} lost.", count(n, "record", "records")),
    without: |n| format!("{} no reason: that is counted as a reason.", count(n, "names", "name")),
    undated: |n| {
        format!(
            "{} without a closing date, left out of the period.",
            count(n, "lost record is", "lost records are")
        )
    },
};
