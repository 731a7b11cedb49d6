//! One typed cell as JSON.

use crate::engine::profile::{ColumnFormat, DecimalSign};
use crate::engine::table::{Cells, Column, ColumnType};
use std::io::{self, Write};

/// Doubles hold every number of so many digits exactly.
const SAFE_DIGITS: usize = 15;

/// `raw`: the cell as it is written.
pub fn write_cell(
    out: &mut impl Write,
    column: &Column,
    row: usize,
    raw: &str,
    format: Option<&ColumnFormat>,
) -> io::Result<()> {
    match &column.cells {
        _ if column.is_missing(row) => out.write_all(b"null"),
        Cells::Text(cells) => json(out, cells.get(row)),
        Cells::Number(_) if column.kind == ColumnType::Time => json(out, &column.plain_text(row)),
        Cells::Number(_) => {
            let value = column.number(row).unwrap_or_default();
            match longer(raw, value, column.kind, format.and_then(|f| f.decimal)) {
                Some(digits) => json(out, &digits),
                None => number(out, value),
            }
        }
        Cells::Day(_) | Cells::Moment(_) => json(out, &column.plain_text(row)),
        Cells::Flag(_) => out.write_all(column.plain_text(row).as_bytes()),
    }
}

fn json(out: &mut impl Write, text: &str) -> io::Result<()> {
    serde_json::to_writer(out, text).map_err(io::Error::from)
}

/// Whole numbers without a point.
fn number(out: &mut impl Write, value: f64) -> io::Result<()> {
    if value.fract() == 0.0 && value.abs() < 1e15 {
        write!(out, "{}", value as i64)
    } else {
        serde_json::to_writer(out, &value).map_err(io::Error::from)
    }
}

/// The number as it is written, where it has more digits than the double that was made of it.
fn longer(raw: &str, value: f64, kind: ColumnType, sign: Option<DecimalSign>) -> Option<String> {
    if raw.bytes().filter(u8::is_ascii_digit).count() <= SAFE_DIGITS {
        return None;
    }
    let point = match sign {
        Some(DecimalSign::Comma) => ',',
        _ => '.',
    };
    let is_part = |c: &char| c.is_ascii_digit() || (*c == point && sign.is_some());
    let kept: String = raw.chars().filter(is_part).collect();
    let (whole, fraction) = kept.split_once(point).unwrap_or((&kept, ""));
    let digits = format!("{whole}{fraction}");
    let shift = if kind == ColumnType::Percent { 2 } else { 0 };
    // A percent has its point two places further left.
    let at = whole.len() as isize - shift;
    let digits = format!("{}{digits}", "0".repeat((1 - at).max(0) as usize));
    let (whole, fraction) = digits.split_at_checked(at.max(1) as usize)?;
    let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
    let whole = if whole.is_empty() { "0" } else { whole };
    let minus = if value < 0.0 { "-" } else { "" };
    let exact = match fraction {
        "" => format!("{minus}{whole}"),
        _ => format!("{minus}{whole}.{fraction}"),
    };
    // Where a suffix or an exponent scales the number, the digits alone are another one.
    let same = exact.parse::<f64>().is_ok_and(|read| read == value);
    (same && exact != value.to_string()).then_some(exact)
}

#[cfg(test)]
mod tests {
    use super::*;
    use DecimalSign::{Comma, Point};

    #[test]
    fn digits_that_a_double_drops_are_kept() {
        let money = ColumnType::Money;
        let long = |raw: &str, value: f64, sign| longer(raw, value, money, Some(sign));
        let kept = long("1 234 567 890 123 456,78 ₽", 1_234_567_890_123_456.8, Comma);
        assert_eq!(kept.as_deref(), Some("1234567890123456.78"));
        assert_eq!(
            long("(0.12345678901234567890)", -0.123_456_789_012_345_68, Point).as_deref(),
            Some("-0.1234567890123456789")
        );
        assert_eq!(long("1234567890.1250000", 1_234_567_890.125, Point), None);
        assert_eq!(long("1.25", 1.25, Point), None);
        assert_eq!(long("1234567890.12345678k", 1_234_567_890_123.456_8, Point), None);
        let percent = longer(
            "5,12345678901234567 %",
            0.051_234_567_890_123_457,
            ColumnType::Percent,
            Some(Comma),
        );
        assert_eq!(percent.as_deref(), Some("0.0512345678901234567"));
    }
}
