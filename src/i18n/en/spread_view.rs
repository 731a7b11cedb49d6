//! English: boxes and curves.

use crate::engine::report::{SpreadOf, SpreadView};
use crate::i18n::SpreadViews;
use crate::i18n::plural::en as count;

pub const SPREAD_VIEWS: SpreadViews = SpreadViews {
    view_label: "Shown as",
    view: |view| match view {
        SpreadView::Histogram => "histogram",
        SpreadView::Box => "box plot",
        SpreadView::Survival => "curve with open ones",
    },
    split_label: "Split by",
    in_stage: |stage| format!("Days in stage: {stage}"),
    all: "All",
    group: "Group",
    low_whisker: "Lower whisker",
    high_whisker: "Upper whisker",
    below: "Below",
    above: "Above",
    box_hint: "The box holds the middle half, the line is the median. Whiskers reach to the furthest value within 1.5 times the box’s length; those beyond are counted beside them. Quartiles as PERCENTILE.INC.",
    days: "days",
    watched: "Records",
    ended: |of| match of {
        SpreadOf::DaysToWin => "Won",
        SpreadOf::DaysToLose => "Lost",
        SpreadOf::InStage { .. } => "Left",
        _ => "Closed",
    },
    ended_otherwise: "Ended otherwise",
    still: "Still open",
    at_risk: "Still under way before",
    share: |of| match of {
        SpreadOf::DaysToWin => "Won by then",
        SpreadOf::DaysToLose => "Lost by then",
        SpreadOf::InStage { .. } => "Still in the stage",
        _ => "Still open",
    },
    interval: "95 % interval",
    interval_ends: ["95 % from", "95 % to"],
    not_reached: "not reached",
    curves: "Curves",
    steps: "Day by day",
    curve_hint: |of| match of {
        SpreadOf::DaysToWin => {
            "Share won by that day, lost deals counted as never won (Aalen–Johansen); band: 95 %, log-log."
        }
        SpreadOf::DaysToLose => {
            "Share lost by that day, won deals counted as never lost (Aalen–Johansen); band: 95 %, log-log."
        }
        _ => "Share still going on after that day (Kaplan–Meier); band: 95 %, Greenwood, log-log.",
    },
    who: "All records created in the period, on either basis; open ones were watched until the last day of the data, where short marks stand on the curve.",
    few: |n| format!("Only {}: the band says how little they tell.", count(n, "record", "records")),
    no_curve: "Curves exist for times only (to win, to lose, to close, in a stage): other values don’t go on.",
    none_ended: "None has ended so yet: the curve stays where it begins.",
    share_of: |of, part, all| match of {
        SpreadOf::DaysToWin | SpreadOf::DaysToLose => {
            format!("{part} of {all} by then; open ones count as long as they were watched.")
        }
        _ => format!("{part} of {all} were watched beyond that day; open ones count until then."),
    },
    day: |day| format!("day {}", day),
};
