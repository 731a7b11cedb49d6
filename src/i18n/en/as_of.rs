//! English: the day that stands for today.

use super::L;
use crate::engine::audit::Finding;
use crate::i18n::AsOf;
use crate::i18n::plural::en as count;

pub const AS_OF: AsOf = AsOf {
    name: "As of",
    hint: "The day that stands for today: the latest in the data. Set another one if a wrong date moved it.",
    reset: "Take the day of the data",
    ahead: "The latest day of the data is still to come.",
    ahead_advice: "Ages, periods and open deals are counted up to it. Correct the dates, or set the as-of day in the filter bar. “All checks” lists them.",
};

pub fn text(finding: &Finding) -> String {
    let Finding::FarDays { dates, last, as_of, is_set } = finding else { return String::new() };
    let (last, as_of) = (L.day(*last), L.day(*as_of));
    let dates = count(*dates, "date lies", "dates lie");
    match is_set {
        true => format!("{dates} after {as_of}, the as-of day that was set: up to {last}."),
        false => format!(
            "{dates} more than a year after all others, up to {last}. The report is as of {as_of}, the last usual day."
        ),
    }
}

pub fn advice(is_set: bool) -> &'static str {
    match is_set {
        true => "Periods and ages count to the day that was set.",
        false => {
            "It looks like a slip of the pen. If these dates are right, set the as-of day in the filter bar."
        }
    }
}
