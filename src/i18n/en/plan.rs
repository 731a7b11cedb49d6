//! English: plans by groups, and working days.

use super::measure_cost::REVENUE_RUN_RATE as BY_CALENDAR;
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

pub const WON_RUN_RATE: MeasureText = MeasureText {
    name: "Won deals run rate by calendar days",
    short: "Won, run rate",
    answers: "How many deals will be won by the end of the period, if it goes on as it did?",
    formula: "Won ÷ share of the period’s days that are over.",
    unit: "number",
    cautions: "It goes straight on: no seasons, weekends count.",
    ..BY_CALENDAR
};

pub const WON_RUN_RATE_WORKING: MeasureText = MeasureText {
    name: "Won deals run rate by working days",
    short: "Won, run rate, working days",
    answers: "How many deals will be won by the end of the period, if each working day brings what it brought so far?",
    formula: "Won ÷ share of the period’s working days that are over.",
    unit: "number",
    cautions: "It goes straight on: no seasons. Working days are those of the working hours, else Monday to Friday; public holidays are not known.",
    ..REVENUE_RUN_RATE
};

pub const LEAD_RUN_RATE: MeasureText = MeasureText {
    name: "Lead volume run rate by calendar days",
    short: "Leads, run rate",
    answers: "How many leads will the period end with, if it goes on as it did?",
    formula: "Records created ÷ share of the period’s days that are over.",
    unit: "number",
    cautions: "It goes straight on: no seasons, weekends count.",
    ..BY_CALENDAR
};

pub const LEAD_RUN_RATE_WORKING: MeasureText = MeasureText {
    name: "Lead volume run rate by working days",
    short: "Leads, run rate, working days",
    answers: "How many leads will the period end with, if each working day brings what it brought so far?",
    formula: "Records created ÷ share of the period’s working days that are over.",
    unit: "number",
    cautions: "It goes straight on: no seasons. Working days are those of the working hours, else Monday to Friday; public holidays are not known.",
    ..REVENUE_RUN_RATE
};
