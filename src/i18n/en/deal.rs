//! English: what is said otherwise where the records are deals.

use super::{mapping, measure, names, report};
use crate::engine::measure::MeasureId;
use crate::engine::report::Basis;
use crate::i18n::{Mapping, MeasureText, Names, Report};

pub const NAMES: Names = Names { measure, basis_text, ..names::NAMES };

pub const REPORT: Report = Report {
    unfinished_hint: "Recent deals are still under way: their conversion will grow.",
    ..report::REPORT
};

pub const MAPPING: Mapping =
    Mapping { spend_tied: |share| format!("{share} of the spend meets deals"), ..mapping::MAPPING };

fn basis_text(basis: Basis) -> &'static str {
    match basis {
        Basis::Cohort => "deals created in the period, whatever became of them later",
        Basis::Period => "events of the period: deals by creation, wins and losses by closing",
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
            empty_when: "Never: no deal is 0.",
            cautions: "A deal is one ID. Leads that never became a deal are not in this file.",
            ..of_leads
        },
        MeasureId::EndToEnd => MeasureText {
            name: "Deal → won",
            short: "Deal → won",
            answers: "What part of deals is won?",
            formula: "Won ÷ all deals, open ones included.",
            basis: "Cohort: wins among the deals created in the period. Events: wins of the period ÷ deals created in it, which are different deals and can exceed 100 %.",
            empty_when: "There are no deals.",
            cautions: "Recent deals are not decided yet, so the latest months look low.",
            ..of_leads
        },
        MeasureId::Cpl => MeasureText {
            name: "Cost per deal",
            short: "Cost / deal",
            answers: "What does a new deal cost?",
            formula: "Ad spend ÷ deals.",
            unit: "money for a deal",
            basis: "Spend and deals of the same period.",
            empty_when: "There is no spend, or there are no deals.",
            cautions: "The total divides all spend by all deals, so deals that cost nothing make it lower.",
        },
        _ => of_leads,
    }
}
