//! Numbers as people write them: grouping, decimal comma, signs, percent, currencies.
//!
//! Whether `1.234` is a thousand or a bit more than one is a question to the whole column
//! (`infer`); here a text is read under a given decimal sign. Not here: dates (`date`).

use super::super::profile::DecimalSign;
use super::currency;

/// Integer digits beyond which a number can't be held exactly: such texts are identifiers.
pub const MOST_DIGITS: usize = 15;

/// A number with what its writing says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    pub value: f64,
    /// It is written with decimals.
    pub fraction: bool,
    /// The character between its thousands.
    pub group: Option<char>,
}

/// A text that may be a number, its outer marks taken off.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Written<'a> {
    body: &'a str,
    negative: bool,
    pub percent: bool,
    pub currency: Option<&'static str>,
}

/// Takes sign, parentheses, percent and currency off a trimmed text. `None`: not a number.
pub fn scan(text: &str) -> Option<Written<'_>> {
    let mut w = Written { body: text, negative: false, percent: false, currency: None };
    let bytes = text.as_bytes();
    let plain = |b: Option<&u8>| b.is_some_and(u8::is_ascii_digit);
    if plain(bytes.first()) && plain(bytes.last()) {
        return Some(w);
    }
    if !bytes.iter().any(u8::is_ascii_digit) {
        return None;
    }
    if let Some(inner) = text.strip_prefix('(').and_then(|t| t.strip_suffix(')')) {
        w.body = inner.trim();
        w.negative = true;
    }
    let mut signed = w.negative;
    // Sign and currency come in either order, each at most once, on either side.
    for _ in 0..4 {
        let before = w.body.len();
        w.take_front(&mut signed)?;
        w.take_back(&mut signed)?;
        if w.body.len() == before {
            break;
        }
    }
    let bytes = w.body.as_bytes();
    let first = bytes.first()?;
    (first.is_ascii_digit() || matches!(first, b'.' | b',')).then_some(w)
}

impl<'a> Written<'a> {
    fn take_front(&mut self, signed: &mut bool) -> Option<()> {
        let first = self.body.chars().next()?;
        if is_minus(first) || first == '+' {
            if *signed {
                return None;
            }
            *signed = true;
            self.negative = is_minus(first);
            self.body = self.body.get(first.len_utf8()..)?.trim_start();
        } else if !first.is_ascii_digit() && !matches!(first, '.' | ',') {
            let end = self.body.find(|c: char| {
                c.is_ascii_digit() || is_space(c) || is_minus(c) || c == '+' || c == '\''
            })?;
            let (word, rest) = self.body.split_at_checked(end)?;
            self.take_currency(word)?;
            self.body = rest.trim_start();
        }
        Some(())
    }

    fn take_back(&mut self, signed: &mut bool) -> Option<()> {
        let last = self.body.chars().next_back()?;
        if last == '%' {
            if self.percent {
                return None;
            }
            self.percent = true;
            self.body = self.body.get(..self.body.len() - 1)?.trim_end();
        } else if is_minus(last) {
            if *signed {
                return None;
            }
            *signed = true;
            self.negative = true;
            self.body = self.body.get(..self.body.len() - last.len_utf8())?.trim_end();
        } else if !last.is_ascii_digit() {
            let end = self.body.rfind(|c: char| c.is_ascii_digit() || is_space(c))?;
            let begin = end + self.body.get(end..)?.chars().next()?.len_utf8();
            let (rest, word) = self.body.split_at_checked(begin)?;
            self.take_currency(word)?;
            self.body = rest.trim_end();
        }
        Some(())
    }

    fn take_currency(&mut self, word: &str) -> Option<()> {
        let code = currency::code_of(word)?;
        let once = self.currency.is_none();
        self.currency = Some(code);
        once.then_some(())
    }

    /// Whether it is digits and nothing else: an integer or an identifier.
    pub fn plain_digits(&self) -> Option<&'a str> {
        let plain = !self.percent && self.currency.is_none() && !self.negative;
        (plain && self.body.bytes().all(|b| b.is_ascii_digit())).then_some(self.body)
    }

    /// The number under a decimal sign; `percent`: the digits are percent, the value a share.
    pub fn read(&self, decimal: DecimalSign, percent: bool) -> Option<Number> {
        let (point, other) = match decimal {
            DecimalSign::Point => (b'.', ','),
            DecimalSign::Comma => (b',', '.'),
        };
        let mut digits = Digits::default();
        let mut group: Option<char> = None;
        let mut rest = self.body;
        while let Some(c) = rest.chars().next() {
            rest = rest.get(c.len_utf8()..)?;
            if let Some(digit) = c.to_digit(10) {
                digits.push(digit);
            } else if c == char::from(point) {
                digits.begin_fraction()?;
            } else if (c == 'E' || c == 'e') && digits.count() > 0 {
                digits.exponent(rest)?;
                break;
            } else if c == other || is_space(c) || c == '\'' || c == '’' {
                if group.is_some_and(|g| g != c) {
                    return None;
                }
                group = Some(c);
                digits.end_group()?;
            } else {
                return None;
            }
        }
        let value = digits.value(group, if percent { 2 } else { 0 })?;
        let value = if self.negative { -value } else { value };
        // No negative zero: it would print as -0.
        Some(Number { value: value + 0.0, fraction: digits.fraction.is_some(), group })
    }
}

fn is_minus(c: char) -> bool {
    matches!(c, '-' | '\u{2212}' | '\u{2013}' | '\u{ff0d}')
}

/// Spaces that stand between thousands.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}')
}

/// Digits collected so far. Up to 19 of them fit the mantissa; more are rare and go to `long`.
#[derive(Default)]
struct Digits {
    mantissa: u64,
    integer: u32,
    /// Digits after the decimal sign, once it was seen.
    fraction: Option<u32>,
    exponent: i32,
    /// Lengths of groups: the first, and the ones before the open one.
    first_group: Option<u32>,
    open_group: u32,
    /// A group of two was seen, as in Indian grouping.
    short_group: bool,
    leading_zero: bool,
    long: Option<String>,
}

impl Digits {
    fn count(&self) -> u32 {
        self.integer + self.fraction.unwrap_or(0)
    }

    fn push(&mut self, digit: u32) {
        if self.count() == 0 {
            self.leading_zero = digit == 0;
        }
        match &mut self.fraction {
            Some(n) => *n += 1,
            None => {
                self.integer += 1;
                self.open_group += 1;
            }
        }
        match self.mantissa.checked_mul(10).and_then(|m| m.checked_add(u64::from(digit))) {
            Some(m) if self.long.is_none() => self.mantissa = m,
            _ => {
                let mantissa = self.mantissa;
                let long = self.long.get_or_insert_with(|| mantissa.to_string());
                long.push(char::from_digit(digit, 10).unwrap_or('0'));
            }
        }
    }

    fn begin_fraction(&mut self) -> Option<()> {
        if self.fraction.is_some() || self.exponent != 0 {
            return None;
        }
        self.fraction = Some(0);
        Some(())
    }

    fn end_group(&mut self) -> Option<()> {
        let length = std::mem::take(&mut self.open_group);
        if self.fraction.is_some() || self.leading_zero {
            return None;
        }
        if self.first_group.is_none() {
            self.first_group = Some(length);
            return (1..=3).contains(&length).then_some(());
        }
        self.short_group |= length == 2;
        (length == 3 || length == 2).then_some(())
    }

    /// `E+05` as spreadsheets write it; without a sign it would swallow codes such as `12E5`.
    fn exponent(&mut self, text: &str) -> Option<()> {
        let digits = text.strip_prefix(['+', '-'])?;
        if digits.is_empty() || digits.len() > 3 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        self.exponent = text.parse().ok()?;
        Some(())
    }

    fn value(&self, group: Option<char>, shift: u32) -> Option<f64> {
        let decimals = self.fraction.unwrap_or(0);
        let ends_bare = self.fraction == Some(0);
        if self.count() == 0 || ends_bare || self.integer as usize > MOST_DIGITS {
            return None;
        }
        if let Some(first) = self.first_group {
            // Groups of two are Indian and stand between commas only.
            let indian = self.short_group && (group != Some(',') || first > 2);
            if self.open_group != 3 || indian {
                return None;
            }
        }
        let scale = decimals as i32 + shift as i32 - self.exponent;
        let value = match &self.long {
            None => scaled(self.mantissa, scale)?,
            Some(long) => format!("{long}e{}", -scale).parse().ok()?,
        };
        value.is_finite().then_some(value)
    }
}

const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];

/// `mantissa ÷ 10^scale`, correctly rounded: both are exact where the table is used.
fn scaled(mantissa: u64, scale: i32) -> Option<f64> {
    let power = usize::try_from(scale).ok().and_then(|s| POWERS.get(s));
    match power {
        Some(power) if mantissa <= 1 << 53 => Some(mantissa as f64 / power),
        _ => format!("{mantissa}e{}", -scale).parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::DecimalSign::{Comma, Point};
    use super::*;

    fn read(text: &str, decimal: DecimalSign) -> Option<f64> {
        let written = scan(text)?;
        written.read(decimal, written.percent).map(|n| n.value)
    }

    #[test]
    fn the_same_text_under_either_sign() {
        let cases = [
            ("1054", Some(1054.0), Some(1054.0)),
            ("1.234", Some(1.234), Some(1234.0)),
            ("1,234", Some(1234.0), Some(1.234)),
            ("0.123", Some(0.123), None),
            ("12,50", None, Some(12.5)),
            ("1,234.50", Some(1234.5), None),
            ("1.234.567,8", None, Some(1_234_567.8)),
            ("56\u{a0}270,67", None, Some(56_270.67)),
            ("1\u{202f}234\u{202f}567", Some(1_234_567.0), Some(1_234_567.0)),
            ("1'234.5", Some(1234.5), None),
            ("12,34,567.00", Some(1_234_567.0), None),
            ("(1,200.50)", Some(-1200.5), None),
            ("\u{2212}5", Some(-5.0), Some(-5.0)),
            ("5-", Some(-5.0), Some(-5.0)),
            ("$-1,200", Some(-1200.0), Some(-1.2)),
            ("-$1.5", Some(-1.5), None),
            ("1 200,50 ₽", None, Some(1200.5)),
            ("1200 руб.", Some(1200.0), Some(1200.0)),
            ("EUR 100", Some(100.0), Some(100.0)),
            ("12 %", Some(0.12), Some(0.12)),
            (".5", Some(0.5), None),
            ("1.5E+06", Some(1_500_000.0), None),
            ("1.429999948", Some(1.429999948), None),
            ("0.12345678901234567890123", Some(0.12345678901234568), None),
        ];
        for (text, point, comma) in cases {
            assert_eq!(read(text, Point), point, "{text} with a point");
            assert_eq!(read(text, Comma), comma, "{text} with a comma");
        }
    }

    #[test]
    fn texts_that_are_not_numbers() {
        for text in [
            "",
            "-",
            "abc",
            "30-34",
            "1-2",
            "12E5",
            "1e309",
            "1 23",
            "1,23,4",
            "1234,567.0",
            "5 kg",
            "1.2.3",
            "--5",
            "$",
            "%",
            "(5",
            "1..2",
            "12.",
            "1234567890123456",
            "١٢",
            "1E+999",
            "$5$",
        ] {
            assert_eq!(read(text, Point), None, "{text}");
        }
        assert_eq!(read("-0", Point).map(f64::is_sign_negative), Some(false));
    }
}
