//! English: how long leads and deals live: quartiles and mean, and what is said of open ones.

use super::L;
use crate::engine::measure::MeasureId;
use crate::i18n::MeasureText;
use crate::i18n::plural::en as count;

const PLAIN: MeasureText = MeasureText {
    name: "",
    short: "",
    answers: "",
    formula: "",
    unit: "days",
    basis: "By the day of creation, on either basis.",
    empty_when: "No closed record has both dates in order.",
    cautions: "Open ones are not in it, so it is too short while many are open: how many, and the median that considers them, is said beside it.",
};

/// The others of the lead lifetime than its median.
pub fn measure(id: MeasureId) -> MeasureText {
    match id {
        MeasureId::LifetimeP25 => MeasureText {
            name: "Lifetime, fastest quarter (p25)",
            short: "Lifetime p25",
            answers: "Within how many days is the fastest quarter decided, won or lost?",
            formula: "A quarter of the closed records took fewer days from creation to closing.",
            ..PLAIN
        },
        MeasureId::LifetimeP75 => MeasureText {
            name: "Lifetime, three of four (p75)",
            short: "Lifetime p75",
            answers: "Within how many days are three of four decided, won or lost?",
            formula: "Three quarters of the closed records took fewer days from creation to closing.",
            ..PLAIN
        },
        MeasureId::LifetimeP90 => MeasureText {
            name: "Lifetime, nine of ten (p90)",
            short: "Lifetime p90",
            answers: "Within how many days are nine of ten decided, won or lost?",
            formula: "Nine tenths of the closed records took fewer days from creation to closing.",
            ..PLAIN
        },
        _ => MeasureText {
            name: "Mean lifetime",
            short: "Mean lifetime",
            answers: "How many days does it take on average until a record is won or lost?",
            formula: "Sum of the days from creation to closing ÷ closed records.",
            ..PLAIN
        },
    }
}

/// Records that are open still, and the median with them.
pub fn open_left_out(records: u64, median: Option<f64>) -> String {
    let open = count(records, "open record is", "open records are");
    match median {
        Some(days) => {
            format!("{open} left out: with open ones, half are decided after {}.", L.days(days))
        }
        None => format!("{open} left out: with open ones, fewer than half are decided."),
    }
}
