//! Numbers as people write them: grouping, decimal comma, signs, percent, currencies, thousands and
//! millions by letters.
//!
//! Whether `1.234` is a thousand or a bit more than one is a question to the whole column
//! (`infer`); here a text is read under a given decimal sign. Not here: the arithmetic (`digits`),
//! dates (`date`).

use super::super::profile::DecimalSign;
use super::currency;
use super::digits::Digits;
pub use super::digits::MOST_DIGITS;

/// A number with what its writing says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    pub value: f64,
    /// It is written with decimals.
    pub fraction: bool,
    /// The character between its thousands.
    pub group: Option<char>,
    /// It looks like `1.23E+11`, as spreadsheets shorten long numbers.
    pub shortened: bool,
    /// It is written with an exponent.
    pub scientific: bool,
    /// It has more digits than can be held.
    pub rounded: bool,
}

/// A text that may be a number, its outer marks taken off.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Written<'a> {
    body: &'a str,
    negative: bool,
    plus: bool,
    pub percent: bool,
    pub currency: Option<&'static str>,
    /// The power of ten that a letter or word behind it stands for: 3 for `k`.
    pub scale: u8,
    /// A currency code without a space before it, as in `USD100` or `CAD-1000`.
    pub glue: Glue,
    /// `m` for million is metres or months where no currency stands beside it.
    needs_currency: bool,
}

/// What joins a code to the digits behind it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Glue {
    /// A space, or it is a sign such as `$`.
    #[default]
    Loose,
    Digit,
    Dash,
}

/// Takes sign, parentheses, percent, currency and scale off a trimmed text. `None`: not a number.
pub fn scan(text: &str) -> Option<Written<'_>> {
    let mut w = Written {
        body: text,
        negative: false,
        plus: false,
        percent: false,
        currency: None,
        scale: 0,
        glue: Glue::Loose,
        needs_currency: false,
    };
    let bytes = text.as_bytes();
    let plain = |b: Option<&u8>| b.is_some_and(u8::is_ascii_digit);
    if plain(bytes.first()) && plain(bytes.last()) {
        return Some(w);
    }
    if !bytes.iter().any(u8::is_ascii_digit) {
        return None;
    }
    let mut signed = false;
    // Sign, currency, percent and parentheses come in any order, each at most once.
    for _ in 0..6 {
        let before = w.body.len();
        w.take_parentheses(&mut signed)?;
        w.take_front(&mut signed)?;
        w.take_back(&mut signed)?;
        if w.body.len() == before {
            break;
        }
    }
    let first = w.body.as_bytes().first()?;
    let begins = first.is_ascii_digit() || matches!(first, b'.' | b',');
    (begins && !(w.needs_currency && w.currency.is_none())).then_some(w)
}

impl<'a> Written<'a> {
    fn take_parentheses(&mut self, signed: &mut bool) -> Option<()> {
        // Nearly no text has them: one byte says so.
        if self.body.as_bytes().first() == Some(&b'(')
            && let Some(inner) = self.body.strip_prefix('(').and_then(|t| t.strip_suffix(')'))
        {
            if *signed {
                return None;
            }
            *signed = true;
            self.negative = true;
            self.body = inner.trim();
        }
        Some(())
    }

    fn take_front(&mut self, signed: &mut bool) -> Option<()> {
        let first = self.body.chars().next()?;
        if is_minus(first) || first == '+' {
            if *signed {
                return None;
            }
            *signed = true;
            self.negative = is_minus(first);
            self.plus = first == '+';
            self.body = self.body.get(first.len_utf8()..)?.trim_start();
        } else if first == '%' {
            self.take_percent()?;
            self.body = self.body.get(1..)?.trim_start();
        } else if !first.is_ascii_digit() && !matches!(first, '.' | ',' | '(') {
            let end = self.body.find(|c: char| {
                c.is_ascii_digit() || is_space(c) || is_minus(c) || matches!(c, '+' | '\'' | '(')
            })?;
            let (word, rest) = self.body.split_at_checked(end)?;
            self.take_currency(word)?;
            let next = rest.chars().next()?;
            if word.ends_with(|c: char| c.is_ascii_alphabetic()) && !is_space(next) {
                self.glue = if next.is_ascii_digit() { Glue::Digit } else { Glue::Dash };
            }
            self.body = rest.trim_start();
        }
        Some(())
    }

    fn take_back(&mut self, signed: &mut bool) -> Option<()> {
        let last = self.body.chars().next_back()?;
        if last == '%' {
            self.take_percent()?;
            self.body = self.body.get(..self.body.len() - 1)?.trim_end();
        } else if is_minus(last) {
            if *signed {
                return None;
            }
            *signed = true;
            self.negative = true;
            self.body = self.body.get(..self.body.len() - last.len_utf8())?.trim_end();
        } else if !last.is_ascii_digit() && last != ')' {
            let end = self.body.rfind(|c: char| c.is_ascii_digit() || is_space(c) || c == ')')?;
            let begin = end + self.body.get(end..)?.chars().next()?.len_utf8();
            let (rest, word) = self.body.split_at_checked(begin)?;
            self.take_unit(word)?;
            self.body = rest.trim_end();
        }
        Some(())
    }

    fn take_percent(&mut self) -> Option<()> {
        let once = !self.percent;
        self.percent = true;
        once.then_some(())
    }

    /// A currency, a scale, or the Russian `т.р.` that is both.
    fn take_unit(&mut self, word: &str) -> Option<()> {
        if matches!(word, "т.р." | "т.р" | "тр." | "тыс.руб." | "тыс.р.") {
            self.take_scale(3)?;
            return self.take_currency("р");
        }
        match scale_of(word) {
            Some(scale) => {
                self.needs_currency |= word == "m" || word == "b";
                self.take_scale(scale)
            }
            None => self.take_currency(word),
        }
    }

    fn take_scale(&mut self, scale: u8) -> Option<()> {
        let once = self.scale == 0;
        self.scale = scale;
        once.then_some(())
    }

    fn take_currency(&mut self, word: &str) -> Option<()> {
        let code = currency::code_of(word)?;
        let once = self.currency.is_none();
        self.currency = Some(code);
        once.then_some(())
    }

    /// Whether it is digits and nothing else: an integer or an identifier.
    pub fn plain_digits(&self) -> Option<&'a str> {
        (self.is_bare() && self.is_digits()).then_some(self.body)
    }

    /// Whether no mark stands beside the digits.
    pub fn is_bare(&self) -> bool {
        let marked = self.percent || self.currency.is_some() || self.negative || self.plus;
        !marked && self.scale == 0
    }

    /// Whether the body is digits only: no group, no decimals.
    pub fn is_digits(&self) -> bool {
        self.body.bytes().all(|b| b.is_ascii_digit())
    }

    /// A plus and at least seven digits: a telephone more likely than a number.
    pub fn is_dialled(&self) -> bool {
        self.plus && self.currency.is_none() && self.body.len() >= 7 && self.is_digits()
    }

    /// Whether it looks like a product code: `CAD-1000`, `USD2024`.
    pub fn is_code_like(&self) -> bool {
        self.glue != Glue::Loose && self.is_digits() && !self.percent && self.scale == 0
    }

    /// The number under a decimal sign; `percent`: the digits are percent, the value a share.
    pub fn read(&self, decimal: DecimalSign, percent: bool) -> Option<Number> {
        let (point, other) = match decimal {
            DecimalSign::Point => (b'.', ','),
            DecimalSign::Comma => (b',', '.'),
        };
        let shift = if percent { 2 } else { 0 } - i32::from(self.scale);
        if let Some((digits, value)) = Digits::plain(self.body.as_bytes(), point, shift) {
            let value = if self.negative { -value } else { value };
            return Some(Number {
                value: value + 0.0,
                fraction: digits.has_fraction(),
                group: None,
                shortened: false,
                scientific: false,
                rounded: digits.is_rounded(),
            });
        }
        let mut digits = Digits::default();
        let mut group: Option<char> = None;
        let mut rest = self.body;
        let mut scientific = false;
        while let Some(c) = rest.chars().next() {
            rest = rest.get(c.len_utf8()..)?;
            if let Some(digit) = c.to_digit(10) {
                digits.push(digit);
            } else if c == char::from(point) {
                digits.begin_fraction()?;
            } else if (c == 'E' || c == 'e') && digits.count() > 0 {
                digits.exponent(rest)?;
                scientific = true;
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
        let value = digits.value(group, shift)?;
        let value = if self.negative { -value } else { value };
        Some(Number {
            // No negative zero: it would print as -0.
            value: value + 0.0,
            fraction: digits.has_fraction(),
            group,
            shortened: scientific && digits.is_shortened(),
            scientific,
            rounded: digits.is_rounded(),
        })
    }
}

fn is_minus(c: char) -> bool {
    matches!(c, '-' | '\u{2212}' | '\u{2013}' | '\u{ff0d}')
}

/// Spaces that stand between thousands.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}')
}

/// The power of ten that a letter or an abbreviation behind a number stands for.
fn scale_of(word: &str) -> Option<u8> {
    Some(match word {
        "k" | "K" | "к" | "К" | "тыс" | "тыс." | "χιλ" | "χιλ." | "Tsd" | "Tsd." => 3,
        "m" | "M" | "mn" | "mln" | "mio" | "Mio" | "Mio." | "млн" | "млн." | "εκ" | "εκ."
        | "εκατ." => 6,
        "b" | "B" | "bn" | "Bn" | "BN" | "bln" | "mrd" | "Mrd" | "Mrd." | "млрд" | "млрд."
        | "δισ" | "δισ." => 9,
        _ => return None,
    })
}

/// `NaN`, `Infinity`, `1e309`: what a program writes when it has no number, or one beyond all that
/// can be held. Such a cell says that its column holds numbers, and nothing more.
pub fn is_impossible(text: &str) -> bool {
    let bare = text.strip_prefix(['-', '+', '\u{2212}']).unwrap_or(text);
    // Nearly all texts end here.
    if !bare.starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'n' | 'N' | 'i' | 'I' | '∞'))
    {
        return false;
    }
    let is_sign = |b: u8| matches!(b, b'e' | b'E' | b'#');
    if bare.starts_with(|c: char| c.is_ascii_digit()) && !bare.bytes().any(is_sign) {
        return false;
    }
    let words = ["nan", "inf", "infinity", "∞", "1.#inf", "1.#ind", "1.#qnan", "nan(ind)"];
    if words.iter().any(|w| bare.eq_ignore_ascii_case(w)) {
        return true;
    }
    let Some((mantissa, exponent)) = bare.split_once(['e', 'E']) else { return false };
    let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    mantissa.starts_with(|c: char| c.is_ascii_digit())
        && mantissa.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
        && exponent.len() >= 3
        && exponent.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests;
