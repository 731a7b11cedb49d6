//! Plain numbers, short numbers, percents.

use super::{EMPTY, Locale, MINUS, NBSP};

impl Locale {
    /// A number with exactly `decimals` digits after the sign: `1,234.50`.
    pub fn number(self, value: f64, decimals: usize) -> String {
        if !value.is_finite() {
            return EMPTY.to_owned();
        }
        let digits = format!("{:.*}", decimals, value.abs());
        // What rounds to zero has no sign.
        let negative = value < 0.0 && digits.bytes().any(|b| b.is_ascii_digit() && b != b'0');
        let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
        let mut text = String::with_capacity(digits.len() + 8);
        if negative {
            text.push(MINUS);
        }
        self.push_grouped(&mut text, whole);
        if !fraction.is_empty() {
            text.push(self.decimal_sign());
            text.push_str(fraction);
        }
        text
    }

    /// A number with at most `decimals` digits after the sign, zeros at the end left out.
    pub fn number_trimmed(self, value: f64, decimals: usize) -> String {
        let text = self.number(value, decimals);
        if decimals == 0 || !value.is_finite() {
            return text;
        }
        text.trim_end_matches('0').trim_end_matches(self.decimal_sign()).to_owned()
    }

    /// A whole number: `38,412`.
    pub fn count(self, value: u64) -> String {
        let digits = value.to_string();
        let mut text = String::with_capacity(digits.len() + 8);
        self.push_grouped(&mut text, &digits);
        text
    }

    /// Three significant digits with a word for thousands, millions, billions: `4.82M`,
    /// `4,82 млн`, `4,82 εκ.`. Below ten thousand the number itself.
    pub fn compact(self, value: f64) -> String {
        let (text, word) = self.compact_parts(value);
        format!("{text}{word}")
    }

    /// The digits of [`Locale::compact`] and, apart, the word with its space.
    pub(super) fn compact_parts(self, value: f64) -> (String, String) {
        let size = value.abs();
        if !value.is_finite() || size < 9_999.5 {
            let decimals = if size < 99.995 { 2 } else { 0 };
            return (self.number_trimmed(value, decimals), String::new());
        }
        // The bounds leave room for rounding: 999,950 is 1M and not 1,000k.
        let (scaled, power) = match size {
            s if s < 999_500.0 => (value / 1e3, 0),
            s if s < 999_500_000.0 => (value / 1e6, 1),
            s if s < 999_500_000_000.0 => (value / 1e9, 2),
            _ => (value / 1e12, 3),
        };
        let decimals = match scaled.abs() {
            s if s < 9.995 => 2,
            s if s < 99.95 => 1,
            _ => 0,
        };
        let word = self.power_word(power);
        let space = if self == Locale::En { String::new() } else { NBSP.to_string() };
        (self.number_trimmed(scaled, decimals), format!("{space}{word}"))
    }

    fn power_word(self, power: usize) -> &'static str {
        let words = match self {
            Locale::En => ["k", "M", "B", "T"],
            Locale::Ru => ["тыс.", "млн", "млрд", "трлн"],
            Locale::El => ["χιλ.", "εκ.", "δισ.", "τρισ."],
        };
        words.get(power).copied().unwrap_or_default()
    }

    /// A share as a percent with a fixed count of decimals: 0.236 is `23.6 %`.
    pub fn percent(self, share: f64, decimals: usize) -> String {
        if !share.is_finite() {
            return EMPTY.to_owned();
        }
        format!("{}{}", self.number(share * 100.0, decimals), self.percent_sign())
    }

    /// A share as a percent with as many decimals as help: one below 100 %, none from there on,
    /// two for what would else be 0.0.
    pub fn share(self, share: f64) -> String {
        let size = (share * 100.0).abs();
        let decimals = match size {
            s if s >= 99.95 => 0,
            s if s > 0.0 && s < 0.1 => 2,
            _ => 1,
        };
        // Nearly all is not all: 99.96 % must not read as 100 %.
        let decimals = if (99.95..100.0).contains(&size) { 2 } else { decimals };
        self.percent(share, decimals)
    }

    /// Both ends of an interval of shares with one sign at the end: `20.1–27.3 %`.
    pub fn share_interval(self, low: f64, high: f64) -> String {
        let (low, high) = (self.number(low * 100.0, 1), self.number(high * 100.0, 1));
        format!("{low}–{high}{}", self.percent_sign())
    }

    /// A difference of two shares in percentage points, without a sign: 0.006 is `0.6 pp`.
    pub fn points(self, difference: f64) -> String {
        let decimals = if difference.abs() * 100.0 >= 99.95 { 0 } else { 1 };
        self.points_fixed(difference, decimals)
    }

    pub(super) fn points_fixed(self, difference: f64, decimals: usize) -> String {
        let word = match self {
            Locale::En => "pp",
            Locale::Ru => "п.\u{a0}п.",
            Locale::El => "π.μ.",
        };
        format!("{}{NBSP}{word}", self.number(difference.abs() * 100.0, decimals))
    }

    /// The sign with the space that the language puts before it.
    fn percent_sign(self) -> &'static str {
        match self {
            Locale::En | Locale::Ru => "\u{a0}%",
            Locale::El => "%",
        }
    }

    fn push_grouped(self, text: &mut String, digits: &str) {
        // In Russian a number of four digits is grouped as well here, so that columns line up.
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                text.push(self.group_sign());
            }
            text.push(digit);
        }
    }
}
