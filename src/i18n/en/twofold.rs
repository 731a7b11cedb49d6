//! English: what one record, one ladder or one sum holds of several.

use super::L;
use crate::engine::funnel::Crossing;
use crate::i18n::label::list_values;
use crate::i18n::plural::en as count;

/// The text and the advice; empty for what is said elsewhere (`meeting`).
pub fn text(crossing: &Crossing) -> (String, &'static str) {
    let text = match crossing {
        Crossing::SeveralDeals { later, later_won, open, open_amount, currency } => {
            let money = |amount| L.money_compact(amount, Some(currency));
            let wins = count(*later, "deal", "deals");
            let opens = count(*open, "open deal", "open deals");
            format!(
                "Leads with several deals: {wins} won after the first ({}) count on the day of the first win, and {opens} of won leads ({}) are in no pipeline.",
                money(*later_won),
                money(*open_amount)
            )
        }
        Crossing::PipelinesDiffer { pipelines, .. } => {
            format!(
                "Several pipelines stand on one ladder, and each has stages that the others lack: {}. A record counts as having passed those of the others before its own.",
                own(pipelines)
            )
        }
        Crossing::AdsAmongCosts { file, types } => {
            format!(
                "{file} holds advertising ({}) in months whose ads are in a file of costs as well: in all costs they may count twice.",
                kinds(types)
            )
        }
        _ => String::new(),
    };
    (text, advice(crossing))
}

fn advice(crossing: &Crossing) -> &'static str {
    match crossing {
        Crossing::SeveralDeals { .. } => {
            "For revenue by the day of closing, and for the pipeline, let the records begin with the deals."
        }
        Crossing::PipelinesDiffer { .. } => {
            "On the mapping screen give stages of one meaning to one stage of the ladder; else report each pipeline from a file of its own."
        }
        _ => "Where it is the same money, take it out of one of the files.",
    }
}

/// `“Sales”: New, Demo; “Service”: Visit`.
fn own(pipelines: &[(String, Vec<String>)]) -> String {
    let one = |(name, stages): &(String, Vec<String>)| format!("“{name}”: {}", stages.join(", "));
    pipelines.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn kinds(types: &[(String, u64)]) -> String {
    let each = types.iter().map(|(kind, n)| (kind.as_str(), Some(L.count(*n))));
    list_values(each, ("“", "”"), 0, |n| format!("+{}", L.count(n)))
}
