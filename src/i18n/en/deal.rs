//! English: what is said otherwise where the records are deals.

use super::{deal_measure, mapping, measure, names, report};
use crate::engine::measure::MeasureId;
use crate::engine::report::Basis;
use crate::i18n::{Mapping, MeasureText, Names, Report};

pub const NAMES: Names = Names { measure, basis_text, ..names::NAMES };

pub const REPORT: Report = Report {
    unfinished_hint: "Recent deals are still under way: their conversion will grow.",
    ..report::REPORT
};

pub const MAPPING: Mapping = Mapping {
    qualified_from: |stage| format!("Deals are qualified from “{stage}” on"),
    qualified_hint: "Deals that reach this stage count as qualified (MQL).",
    spend_join_line: |records, spend| {
        format!("“{records}” of the deals = “{spend}” of the ad spend")
    },
    spend_tied: |share| format!("{share} of the spend is tied to deals"),
    ..mapping::MAPPING
};

/// As [`measure::COHORT`], of deals.
const COHORT: &str = "Cohort: deals created in the period, whatever became of them later. \
    Events: wins and losses by the day of closing.";

fn basis_text(basis: Basis) -> &'static str {
    match basis {
        Basis::Cohort => "deals created in the period, whatever became of them later",
        Basis::Period => {
            "events of the period: deals by creation, stages by entry, wins and losses by closing"
        }
    }
}

fn measure(id: MeasureId) -> MeasureText {
    let of_leads = measure::measure(id);
    match id {
        MeasureId::Leads => MeasureText {
            name: "Deals",
            short: "Deals",
            answers: "How many deals came in?",
            unit: "deals",
            basis: "By the day of creation, on either basis.",
            empty_when: "Never: with no deals it is 0.",
            cautions: "A deal is one ID. Leads that never became a deal are not in this file.",
            ..of_leads
        },
        MeasureId::EndToEnd => MeasureText {
            name: "Deal → won",
            short: "Deal → won",
            answers: "What share of deals are won?",
            formula: "Won ÷ all deals, open ones included.",
            basis: "Cohort: wins among the deals created in the period. Events: wins of the period ÷ deals created in it, which are different deals and can exceed 100 %.",
            empty_when: "There are no deals.",
            cautions: "Recent deals are not decided yet, so the latest months look low.",
            ..of_leads
        },
        MeasureId::Cpl => MeasureText {
            name: "Cost per deal",
            short: "Cost / deal",
            answers: "What does a new deal cost?",
            formula: "Ad spend ÷ deals.",
            unit: "money per deal",
            basis: "Spend and deals of the same period.",
            empty_when: "There is no spend, or there are no deals.",
            cautions: "The total divides all spend by all deals, so deals that cost nothing make it lower.",
        },
        MeasureId::Qualified => MeasureText {
            answers: "How many deals were good enough to work on?",
            formula: "Count of deals that reached the stage marked as qualified, or a later one.",
            unit: "deals",
            basis: "Cohort: deals created in the period. Events: deals by the day on which they were first qualified, a deal without that day being left out and counted; if no such date is known at all, by creation.",
            ..of_leads
        },
        MeasureId::MedianCycle => MeasureText {
            answers: "How long does it take from creation to win?",
            basis: COHORT,
            ..of_leads
        },
        MeasureId::Open => MeasureText {
            basis: "Deals created in the period, on either basis, as of the latest day in the data.",
            ..of_leads
        },
        _ if of_leads.basis == measure::COHORT => MeasureText { basis: COHORT, ..of_leads },
        _ => deal_measure::measure(id, of_leads),
    }
}
