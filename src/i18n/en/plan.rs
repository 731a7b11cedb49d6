//! English: plans by groups, and working days.

use crate::i18n::plan::sentences;
use crate::i18n::plural::en as count;
use crate::i18n::{MeasureText, Plan};

pub const PLAN: Plan = Plan {
    planning: |planning| {
        sentences(
            planning,
            |n| format!("Planned, and no result: {}.", count(n, "row", "rows")),
            |n| format!("A result that nobody planned: {}.", count(n, "row", "rows")),
        )
    },
    working_days: |over, of, are_assumed| {
        let days = match are_assumed {
            true => "Monday to Friday, as no working hours are set",
            false => "by the working hours that are set",
        };
        format!("{over} of {of} working days are over ({days}); public holidays are not known.")
    },
};

pub const REVENUE_RUN_RATE: MeasureText = MeasureText {
    name: "Revenue run rate by working days",
    short: "Run rate, working days",
    answers: "Where will the period’s revenue end, if each working day brings what it brought so far?",
    formula: "Revenue ÷ share of the period’s working days that are over.",
    unit: "money",
    basis: "Events of the period.",
    empty_when: "No period is chosen, or no working day of it is over.",
    cautions: "It goes straight on: no seasons, no pipeline. Working days are those of the working hours, else Monday to Friday; public holidays are not known.",
};
