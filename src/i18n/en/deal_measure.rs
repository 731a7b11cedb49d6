//! English: the other measures, and the words of cohorts, where the records are deals.

use super::question;
use crate::engine::measure::MeasureId as M;
use crate::engine::report::CohortFigure;
use crate::i18n::label::lower_first;
use crate::i18n::{MeasureText, Question};

pub const QUESTION: Question = Question {
    cohort_records: "Deals",
    young_hint: "Pale cells are young: not every deal has had that long, so they will still grow. The last row holds mature cells only.",
    cohort_figure,
    cohorts_title: |figure| format!("Cohorts: {}", lower_first(cohort_figure(figure))),
    ..question::QUESTION
};

fn cohort_figure(figure: CohortFigure) -> &'static str {
    match figure {
        CohortFigure::RevenuePerLead => "Revenue per deal",
        other => (question::QUESTION.cohort_figure)(other),
    }
}

/// What a measure is called of deals, from what it is called of leads.
pub fn measure(id: M, of_leads: MeasureText) -> MeasureText {
    match id {
        M::QualifiedRate => MeasureText {
            name: "Deal → MQL",
            short: "Deal → MQL",
            answers: "What share of deals is good enough to work on?",
            ..of_leads
        },
        M::SqlRate => {
            MeasureText { answers: "What share of qualified deals do sales take on?", ..of_leads }
        }
        M::QualifiedToWon => MeasureText {
            answers: "What share of qualified deals is won?",
            cautions: "Recent deals are not decided yet.",
            ..of_leads
        },
        M::Opportunities => {
            MeasureText { answers: "How many deals became opportunities?", ..of_leads }
        }
        M::EndToEndVariation => MeasureText { name: "Variation of deal → won", ..of_leads },
        M::LostRate => MeasureText { answers: "What share of deals is lost?", ..of_leads },
        M::RawLeads => MeasureText {
            name: "Deals with repeats",
            answers: "On how many rows did deals come in?",
            cautions: "The difference from the deals is repeats that were collapsed.",
            ..of_leads
        },
        M::UniqueLeads => MeasureText {
            name: "Different contacts",
            short: "Contacts",
            answers: "How many different people stand behind the deals?",
            ..of_leads
        },
        M::LeadLifetime => MeasureText {
            name: "Deal lifetime",
            answers: "How long until a deal is decided, won or lost?",
            ..of_leads
        },
        M::TimeToClose => MeasureText {
            answers: "After how many days is half of all deals decided, the open ones considered?",
            ..of_leads
        },
        M::ResponseTime => MeasureText {
            name: "Response time",
            answers: "How long does a new deal wait for the first contact?",
            ..of_leads
        },
        M::NeverContacted => MeasureText {
            answers: "In what share of deals did nobody ever make contact?",
            ..of_leads
        },
        M::LeadRunRate => MeasureText {
            name: "Deal volume run rate by calendar days",
            short: "Deals, run rate",
            answers: "How many deals will the period end with, if it goes on as it did?",
            formula: "Deals created ÷ share of the period’s days that are over.",
            ..of_leads
        },
        M::LeadRunRateWorking => MeasureText {
            name: "Deal volume run rate by working days",
            short: "Deals, run rate, working days",
            answers: "How many deals will the period end with, if each working day brings what it brought so far?",
            formula: "Deals created ÷ share of the period’s working days that are over.",
            ..of_leads
        },
        M::LeadAttainment => MeasureText {
            name: "Deal volume: target attainment",
            short: "Deals, of plan",
            answers: "How much of the planned number of deals is reached?",
            formula: "Deals created ÷ planned number.",
            ..of_leads
        },
        M::Cpql => MeasureText {
            name: "Cost per qualified deal",
            short: "Cost / MQL",
            answers: "What does a deal worth working on cost?",
            formula: "Ad spend ÷ qualified deals.",
            unit: "money per qualified deal",
            basis: "Spend by its own day; deals by the report’s basis: those created in the period, or those first qualified in it. By events, a deal without the day of that is left out and counted; if no such date is known at all, by creation.",
            empty_when: "There is no spend, or no deal is qualified.",
            ..of_leads
        },
        _ => of_leads,
    }
}
