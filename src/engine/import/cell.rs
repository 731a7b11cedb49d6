//! One text to one value under the plan of its column. `None`: it can't be read so, and is kept as
//! unread by the caller.
//!
//! Not here: empty cells and placeholders (`convert`), how the plan was found (`infer`).

use super::super::table::ColumnType;
use super::exporter::MILLION;
use super::infer::Plan;
use super::{date, number, words};

/// A number; a percent as a share, a time in seconds.
pub fn number(text: &str, plan: &Plan) -> Option<f64> {
    let written = number::scan(text)?;
    if written.currency.is_some() && written.currency != plan.currency {
        return None;
    }
    let is_percent_column = plan.kind == ColumnType::Percent;
    if written.percent && !is_percent_column {
        return None;
    }
    let percent = written.percent || (is_percent_column && plan.header_percent);
    let value = written.read(plan.decimal, percent)?.value;
    let value = if plan.micro { value / MILLION } else { value };
    // Without a sign 5 may be 5 % or 500 %; a zero is a zero.
    (!is_percent_column || percent || value == 0.0).then_some(value)
}

/// A day, as [`super::super::value::Day`] counts them.
pub fn day(text: &str, plan: &Plan) -> Option<i32> {
    let written = if plan.compact { date::scan_compact(text) } else { date::scan(text) };
    written.and_then(|w| w.day(plan.order)).map(|d| d.0)
}

/// A moment, as [`super::super::value::Moment`] counts them.
pub fn moment(text: &str, plan: &Plan) -> Option<i64> {
    date::scan(text).and_then(|w| w.moment(plan.order)).map(|m| m.0)
}

/// Yes (1) or no (0).
pub fn flag(text: &str) -> Option<u8> {
    match text {
        "0" => Some(0),
        "1" => Some(1),
        word => words::flag(word).map(u8::from),
    }
}
