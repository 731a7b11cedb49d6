//! English: what measures are called where the records are deals.

use super::measure;
use crate::engine::measure::MeasureId;
use crate::i18n::MeasureText;

pub fn measure(id: MeasureId) -> MeasureText {
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
