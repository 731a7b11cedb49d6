//! Months, quarters and weeks without a day: `2025-03`, `03.2025`, `March 2025`, `Q1 2025`,
//! `2025-W03`. Each is held as its first day.
//!
//! Not here: days (`date`); whether a column may be read so (`infer`).

use super::super::value::Day;
use super::month;
use crate::engine::fold::fold_short;

/// How long a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    Month,
    Quarter,
    Week,
}

/// A period as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    pub first: Day,
    pub length: Length,
    /// It may as well be a number or a label: `11.2025`, `11-2025`.
    pub doubtful: bool,
    /// Of these: the month has a leading zero, as no number has.
    pub padded: bool,
}

#[derive(Clone, Copy, Default)]
struct Token<'a> {
    text: &'a str,
    is_digits: bool,
    /// What stands before it.
    separator: char,
}

/// Reads a period from a trimmed text. `None`: it does not look like one.
pub fn scan(text: &str) -> Option<Written> {
    if !(4..=48).contains(&text.len()) || !may_hold_year(text.as_bytes()) {
        return None;
    }
    let mut tokens = [Token::default(); 5];
    let count = tokenise(text, &mut tokens)?;
    let tokens = match tokens.get(..count)? {
        [rest @ .., last] if is_year_word(last.text) => rest,
        all => all,
    };
    match tokens {
        [a, b] if a.is_digits && b.is_digits => of_numbers(a, b),
        [name, year] if !name.is_digits && year.is_digits => of_name(name, year, year.separator),
        [year, name] if year.is_digits && year.text.len() == 4 => {
            of_name(name, year, name.separator)
        }
        _ => of_quarter_or_week(tokens),
    }
}

/// Six digits that are a month of 1900 to 2099: `202503`.
pub fn scan_compact(text: &str) -> Option<Written> {
    if text.len() != 6 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (y, m) = text.split_at_checked(4)?;
    first(year(y)?, m.parse().ok()?, false)
}

/// Whether a run of digits may be the year of a period: of four digits, or of two beside a name.
fn may_hold_year(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some(begin) = rest.iter().position(u8::is_ascii_digit) {
        let run = rest.get(begin..).unwrap_or_default();
        let length = run.iter().take_while(|b| b.is_ascii_digit()).count();
        if length == 2 || (length == 4 && matches!(run, [b'1', b'9', ..] | [b'2', b'0', ..])) {
            return true;
        }
        rest = run.get(length..).unwrap_or_default();
    }
    false
}

/// Cuts into runs of digits and of letters. `None`: something else stands between them.
fn tokenise<'a>(text: &'a str, tokens: &mut [Token<'a>; 5]) -> Option<usize> {
    let (mut rest, mut count, mut separator) = (text, 0, '\0');
    while let Some(c) = rest.chars().next() {
        if c.is_alphanumeric() {
            let is_digits = c.is_ascii_digit();
            let end = rest
                .find(|c: char| !c.is_alphanumeric() || c.is_ascii_digit() != is_digits)
                .unwrap_or(rest.len());
            let (text, after) = rest.split_at_checked(end)?;
            *tokens.get_mut(count)? = Token { text, is_digits, separator };
            (rest, separator) = (after, '\0');
            count += 1;
        } else if matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '.' | '-' | '/' | ',' | '\'' | '’') {
            if separator == '\0' || separator == ' ' {
                separator = c;
            }
            rest = rest.get(c.len_utf8()..)?;
        } else {
            return None;
        }
    }
    Some(count)
}

fn is_year_word(word: &str) -> bool {
    matches!(word, "г" | "года" | "год" | "έτος")
}

fn year(text: &str) -> Option<i32> {
    (text.len() == 4 && matches!(text.get(..2), Some("19" | "20"))).then(|| text.parse().ok())?
}

fn first(year: i32, month: u32, doubtful: bool) -> Option<Written> {
    let first = Day::from_ymd(year, month, 1)?;
    Some(Written { first, length: Length::Month, doubtful, padded: false })
}

fn of_numbers(a: &Token, b: &Token) -> Option<Written> {
    let (y, m, year_first) = match (year(a.text), year(b.text)) {
        (Some(y), _) => (y, b.text, true),
        (None, Some(y)) => (y, a.text, false),
        _ => return None,
    };
    let two_digits = m.len() == 2;
    let month = (m.len() <= 2).then(|| m.parse().ok())??;
    match b.separator {
        '/' => first(y, month, false),
        '-' if two_digits => first(y, month, !year_first),
        '.' if two_digits => {
            let padded = !year_first && m.starts_with('0');
            first(y, month, true).map(|w| Written { padded, ..w })
        }
        _ => None,
    }
}

/// A month by name; a year of two digits must be joined to it: `Mar-25` and not `Mar 25`.
fn of_name(name: &Token, year_token: &Token, joint: char) -> Option<Written> {
    let year = match year(year_token.text) {
        Some(year) => year,
        None if year_token.text.len() == 2 && matches!(joint, '-' | '.' | '\'' | '’' | '/') => {
            2000 + year_token.text.parse::<i32>().ok()?
        }
        None => return None,
    };
    first(year, month::by_name(name.text)?, false)
}

fn of_quarter_or_week(tokens: &[Token]) -> Option<Written> {
    let (mut number, mut year_found, mut length) = (None, None, None);
    for token in tokens {
        if token.is_digits {
            match (year(token.text), token.text.len()) {
                (Some(y), _) if year_found.is_none() => year_found = Some(y),
                (None, 1..=2) if number.is_none() => number = token.text.parse().ok(),
                _ => return None,
            }
            continue;
        }
        let word = fold_short(token.text)?;
        match word.as_str() {
            "q" | "qtr" | "quarter" | "кв" | "квартал" | "τ" | "t" | "τριμηνο" => {
                length = length.is_none().then_some(Length::Quarter);
            }
            "w" | "wk" | "week" | "нед" | "неделя" | "kw" | "cw" | "εβδομαδα" => {
                length = length.is_none().then_some(Length::Week);
            }
            "й" | "я" | "ο" | "η" | "st" | "nd" | "rd" | "th" if number.is_some() => {}
            roman if number.is_none() => {
                number = ["i", "ii", "iii", "iv"].iter().position(|r| *r == roman);
                number = Some(number? + 1);
            }
            _ => return None,
        }
    }
    let (number, year) = (u32::try_from(number?).ok()?, year_found?);
    let first = match length? {
        Length::Quarter if (1..=4).contains(&number) => Day::from_ymd(year, number * 3 - 2, 1)?,
        Length::Week => monday(year, number)?,
        _ => return None,
    };
    Some(Written { first, length: length?, doubtful: false, padded: false })
}

/// The Monday of an ISO week.
fn monday(year: i32, week: u32) -> Option<Day> {
    // The 4th of January is always in the first week.
    let fourth = Day::from_ymd(year, 1, 4)?;
    let day = Day(fourth.0 - fourth.weekday() as i32 + 1 + week as i32 * 7 - 7);
    (day.iso_week() == (year, week)).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_by_their_first_day() {
        let cases = [
            ("2025-03", "2025-03-01", Length::Month),
            ("2025/3", "2025-03-01", Length::Month),
            ("03/2025", "2025-03-01", Length::Month),
            ("03.2025", "2025-03-01", Length::Month),
            ("March 2025", "2025-03-01", Length::Month),
            ("март 2025 г.", "2025-03-01", Length::Month),
            ("Μάρτιος 2025", "2025-03-01", Length::Month),
            ("Mar-25", "2025-03-01", Length::Month),
            ("2025 März", "2025-03-01", Length::Month),
            ("Q1 2025", "2025-01-01", Length::Quarter),
            ("2025-Q3", "2025-07-01", Length::Quarter),
            ("2 кв. 2025 г.", "2025-04-01", Length::Quarter),
            ("IV квартал 2025", "2025-10-01", Length::Quarter),
            ("1ο τρίμηνο 2025", "2025-01-01", Length::Quarter),
            ("2025-W01", "2024-12-30", Length::Week),
            ("Week 53 2020", "2020-12-28", Length::Week),
        ];
        for (text, day, length) in cases {
            let found = scan(text).map(|w| (w.first.to_string(), w.length));
            assert_eq!(found, Some((day.to_owned(), length)), "{text}");
        }
        for text in [
            "2025-13",
            "Mar 25",
            "May 5",
            "Q5 2025",
            "2025-W54",
            "2025",
            "1.5",
            "3.2025",
            "Deal 2025",
        ] {
            assert_eq!(scan(text), None, "{text}");
        }
        assert_eq!(
            scan_compact("202503").map(|w| w.first.to_string()).as_deref(),
            Some("2025-03-01")
        );
        assert_eq!(scan_compact("202513"), None);
        assert!(scan("11.2025").is_some_and(|w| w.doubtful && !w.padded));
    }
}
