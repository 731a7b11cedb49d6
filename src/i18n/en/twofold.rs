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
            let one = |n: u64, singular: &'static str, plural: &'static str| {
                if n == 1 { singular } else { plural }
            };
            let won = (*later > 0).then(|| {
                let (money, counts) = (money(*later_won), one(*later, "counts", "count"));
                format!(
                    " {wins} won after the first ({money}) {counts} on the day of the first win."
                )
            });
            let in_work = (*open > 0).then(|| {
                let (money, are) = (money(*open_amount), one(*open, "is", "are"));
                format!(" {opens} of won leads ({money}) {are} in no pipeline.")
            });
            let (won, in_work) = (won.unwrap_or_default(), in_work.unwrap_or_default());
            format!("Leads with several deals:{won}{in_work}")
        }
        Crossing::PipelinesDiffer { pipelines, .. } => {
            format!(
                "Several pipelines stand on one ladder, and each has stages in which no record of the others was seen: {}. A record counts as having passed those of the others before its own.",
                own(pipelines)
            )
        }
        Crossing::AdsAmongCosts { file, types } => {
            format!(
                "{file} holds advertising ({}) in months whose ads are in a file of costs as well: in all costs they may count twice.",
                kinds(types)
            )
        }
        Crossing::QuartersApart { place, day, odd, rows } => {
            format!(
                "{}: {} is not whole quarters away from the other days of the column ({}). The plans are read as of single days, not of quarters.",
                super::trouble::place(place),
                L.day(*day),
                format_args!(
                    "{} of {}",
                    L.count(*odd),
                    count(*rows, "row is like this", "rows are like this")
                ),
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
        Crossing::QuartersApart { .. } => {
            "Write quarters as Q1 2025 or by their first days; if these are no quarters, give the column another name."
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
