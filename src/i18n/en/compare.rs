//! English: comparisons.

use crate::engine::report::Compared;
use crate::i18n::Compare;

pub const COMPARE: Compare = Compare {
    name: |compared| match compared {
        Compared::Earlier => "Before",
        Compared::Target => "Target",
        Compared::Segment => "Segment B",
    },
    of_plan: |plan| format!("target {plan}"),
    of_segment: |figure| format!("B: {figure}"),
    no_plan: "no file holds a plan",
    plan_by_events: |basis| format!("plans of sales: only on the basis “{basis}”"),
    segments: "Segments",
    first: "A",
    second: "B",
    choose: "choose…",
    line: |first, second| format!("Figures are of A ({first}), beside B ({second})."),
    changes: "Changes",
    changes_hint: "Show beside each figure how it differs from what the report is compared with",
    chance_head: "Difference, 95 %",
    sure: |low, high| format!("{low} to {high}"),
};
