//! One text to one value under the plan of its column. `None`: it can't be read so, and is kept as
//! unread by the caller.
//!
//! Not here: empty cells and placeholders (`convert`), how the plan was found (`infer`).

use super::super::table::ColumnType;
use super::super::value::Moment;
use super::exporter::MILLION;
use super::infer::{DayStyle, Plan};
use super::{clock, date, number, period, serial, words};

/// A number; a percent as a share, a time in seconds.
pub fn number(text: &str, plan: &Plan) -> Option<f64> {
    if plan.kind == ColumnType::Time {
        return time(text, plan);
    }
    let mut written = number::scan(text)?;
    let foreign = written.currency.is_some() && written.currency != plan.currency;
    if foreign || (written.scale > 0 && !plan.scaled) {
        return None;
    }
    // `1.2M` says itself what it is, and a header of thousands nothing of it.
    if written.scale == 0 {
        written.scale = plan.header_scale;
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

/// Seconds since midnight, or from the beginning.
fn time(text: &str, plan: &Plan) -> Option<f64> {
    let clock = clock::scan(text).flatten()?;
    let is_long = clock.millis >= clock::DAY;
    (!is_long || plan.durations).then_some(clock.millis as f64 / 1000.0)
}

/// A day, as [`super::super::value::Day`] counts them.
pub fn day(text: &str, plan: &Plan) -> Option<i32> {
    match plan.days {
        DayStyle::Written => date::scan(text)?.day(plan.order),
        DayStyle::Compact => date::scan_compact(text)?.day(plan.order),
        DayStyle::Periods => {
            period::scan(text).or_else(|| period::scan_compact(text)).map(|p| p.first)
        }
        _ => numbered(text, plan).map(Moment::day),
    }
    .map(|d| d.0)
}

/// A moment, as [`Moment`] counts them.
pub fn moment(text: &str, plan: &Plan) -> Option<i64> {
    match plan.days {
        DayStyle::Written => date::scan(text)?.moment(plan.order),
        DayStyle::Compact => date::scan_compact(text)?.moment(plan.order),
        DayStyle::Periods => return day(text, plan).map(|day| i64::from(day) * 86_400),
        _ => numbered(text, plan),
    }
    .map(|m| m.0)
}

/// A day or moment by its number, where written ones may stand beside it.
fn numbered(text: &str, plan: &Plan) -> Option<Moment> {
    if let Some(written) = date::scan(text) {
        return written.moment(plan.order);
    }
    let written = number::scan(text).filter(number::Written::is_bare)?;
    let value = written.read(plan.decimal, false)?.value;
    match plan.days {
        DayStyle::Serials => serial::excel(value),
        DayStyle::EpochSeconds => serial::seconds(value),
        DayStyle::EpochMillis => serial::millis(value),
        _ => None,
    }
}

/// Yes (1) or no (0).
pub fn flag(text: &str) -> Option<u8> {
    match text {
        "0" => Some(0),
        "1" => Some(1),
        word => words::flag(word).map(u8::from),
    }
}
