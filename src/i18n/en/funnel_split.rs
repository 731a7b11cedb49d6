//! English: the funnel by the groups of a dimension.

use crate::engine::report::FunnelRate;
use crate::i18n::FunnelSplit;
use crate::i18n::label::lower_first;

pub const FUNNEL_SPLIT: FunnelSplit = FunnelSplit {
    title: |dimension| format!("Funnel by {}", lower_first(dimension)),
    rate_label: "Bars compare",
    rate: |rate| match rate {
        FunnelRate::OfFirst => "share of all that entered",
        FunnelRate::OfPrevious => "share of the stage before",
    },
    rate_of: |stage, rate| match rate {
        FunnelRate::OfFirst => format!("{stage}, % of first"),
        FunnelRate::OfPrevious => format!("{stage}, % of previous"),
    },
    others: "Against the others",
    others_hint: "How far the end-to-end rate lies from that of all other groups together, with \
                  95 % confidence. Of many groups one in twenty differs by chance alone.",
    all_others: "All other groups",
    between: |low, high| format!("With 95 % confidence between {low} and {high}."),
    reading: |rate| match rate {
        FunnelRate::OfFirst => {
            "Bars of the first stage show how many entered, those of the others which share of them \
             came so far: bars of one stage compare. The line marks the share of all. Where fewer than \
             10 entered, the counts stand without a bar."
        }
        FunnelRate::OfPrevious => {
            "Bars of the first stage show how many entered, those of the others which share of the \
             stage before went on: bars of one stage compare. The line marks the share of all. Where \
             fewer than 10 could go on, the counts stand without a bar."
        }
    },
    own_channel: "Here each record counts for its own channel, as records can't reach a stage in \
                  parts.",
    first_record: "Whoever has several records is in the group of the first one.",
};
