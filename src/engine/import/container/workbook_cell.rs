//! Cells of a workbook as texts: days by their serial number, percent and money by their format.

use super::super::super::value::Day;

/// What a number format says of a number besides its digits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Format {
    is_percent: bool,
    currency: Option<String>,
}

impl Format {
    /// By the format's code, of which the part for positive numbers counts. Those formats that
    /// every Excel has by number mean the currency of whoever looks, which nobody can know here.
    pub fn of(code: &str, id: Option<u32>) -> Format {
        let is_foreign = matches!(id, Some(5..=8 | 37..=44)) && code.contains('$');
        let mut format = Format::default();
        let mut rest = code.chars();
        while let Some(c) = rest.next() {
            let literal = match c {
                ';' => break,
                '%' => {
                    format.is_percent = true;
                    continue;
                }
                '"' => rest.by_ref().take_while(|c| *c != '"').collect::<String>(),
                '[' => {
                    let inside: String = rest.by_ref().take_while(|c| *c != ']').collect();
                    let symbol = inside.strip_prefix('$').unwrap_or_default();
                    symbol.split('-').next().unwrap_or_default().to_owned()
                }
                '\\' => rest.next().map(String::from).unwrap_or_default(),
                // What follows is a width or a filling.
                '_' | '*' => {
                    rest.next();
                    continue;
                }
                other => other.to_string(),
            };
            let literal = literal.trim();
            if is_currency(literal) && !is_foreign && format.currency.is_none() {
                format.currency = Some(literal.to_owned());
            }
        }
        format
    }

    /// A number with what its format says.
    pub fn dress(&self, number: &str) -> String {
        if self.is_percent {
            return format!("{}%", shifted(number));
        }
        match &self.currency {
            Some(currency) => format!("{number} {currency}"),
            None => number.to_owned(),
        }
    }
}

/// A sign or a code of a currency, without what could end a cell.
fn is_currency(literal: &str) -> bool {
    let is_sign = |c: char| "$€£¥₽₴₸₺₹₪₩₫₱₦₾֏₼₿¢".contains(c);
    let is_code = literal.len() == 3 && literal.bytes().all(|b| b.is_ascii_uppercase());
    let is_word =
        matches!(literal.trim_end_matches('.'), "руб" | "р" | "грн" | "тг" | "лв" | "zł" | "kr");
    let is_short = literal.chars().count() <= 4 && !literal.contains(['"', ',']);
    is_short && (literal.contains(is_sign) || is_code || is_word)
}

/// All digits of a number, and no exponent.
pub fn number(x: f64) -> String {
    if x == 0.0 { "0".to_owned() } else { x.to_string() }
}

/// A hundred times a number, by its digits: 0.07 is 7 and not 7.000000000000001.
fn shifted(number: &str) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if !digits.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        return number.to_owned();
    }
    let padded = format!("{fraction:0<2}");
    let (moved, left) = padded.split_at(2);
    let whole = format!("{whole}{moved}");
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    if left.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{left}") }
}

const SECONDS: i64 = 86_400;

/// A day, a moment or a time of day by its serial number: days since the workbook's epoch.
pub fn moment(serial: f64, is_1904: bool) -> String {
    // The last day that Excel knows is 9999-12-31.
    if !(0.0..2_958_466.0).contains(&serial) {
        return number(serial);
    }
    let seconds = (serial * SECONDS as f64).round() as i64;
    let (days, time) = (seconds / SECONDS, seconds % SECONDS);
    let clock = || format!("{:02}:{:02}:{:02}", time / 3600, time / 60 % 60, time % 60);
    if days == 0 && !is_1904 {
        return clock();
    }
    // Excel counts a 29 February 1900 that never was.
    let since_1970 = match (is_1904, days) {
        (true, _) => days - 24_107,
        (false, 60) => return if time == 0 { "1900-02-29".to_owned() } else { number(serial) },
        (false, 61..) => days - 25_569,
        (false, _) => days - 25_568,
    };
    let day = Day(since_1970 as i32);
    if time == 0 { day.to_string() } else { format!("{day} {}", clock()) }
}

/// A length of time in hours, minutes and seconds.
pub fn span(days: f64) -> String {
    let seconds = (days * SECONDS as f64).round();
    if !seconds.is_finite() || seconds.abs() > 1e15 {
        return number(days);
    }
    let (sign, seconds) = if seconds < 0.0 { ("-", -seconds as i64) } else { ("", seconds as i64) };
    format!("{sign}{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serials_by_both_epochs() {
        assert_eq!(moment(45_943.541_666_666_664, false), "2025-10-13 13:00:00");
        assert_eq!(moment(45_943.0, false), "2025-10-13");
        assert_eq!(moment(44_481.0, true), "2025-10-13");
        assert_eq!(moment(1.0, false), "1900-01-01");
        assert_eq!(moment(59.0, false), "1900-02-28");
        assert_eq!(moment(61.0, false), "1900-03-01");
        assert_eq!(moment(0.75, false), "18:00:00");
        assert_eq!(moment(0.0, true), "1904-01-01");
        assert_eq!(moment(-1.5, false), "-1.5");
        assert_eq!(span(1.5), "36:00:00");
    }

    #[test]
    fn percent_and_money_by_format() {
        let dressed = |code: &str, x: f64| Format::of(code, None).dress(&number(x));
        assert_eq!(dressed("0.00%", 0.07), "7%");
        assert_eq!(dressed("0%", 0.12345), "12.345%");
        assert_eq!(dressed("0%", -1.5), "-150%");
        assert_eq!(dressed("0%", 12.0), "1200%");
        assert_eq!(dressed("#,##0.00\\ [$€-408]", 1234.5), "1234.5 €");
        assert_eq!(dressed("#,##0.00\\ \"₽\"", 10.0), "10 ₽");
        assert_eq!(dressed("[$USD]\\ #,##0", 3.0), "3 USD");
        assert_eq!(dressed("0.00", 3.0), "3");
        assert_eq!(dressed("0\" %\"", 3.0), "3");
        assert_eq!(dressed("[Red]#,##0;-0", 3.0), "3");
        assert_eq!(Format::of("_($* #,##0.00_)", Some(44)).dress("3"), "3");
    }
}
