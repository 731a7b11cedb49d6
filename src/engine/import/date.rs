//! Days and moments as people write them. The clock of a moment is kept as written: a zone behind
//! it moves nothing, so that a day stays the file's own day.
//!
//! Which of day and month comes first is a question to the whole column (`infer`); here a text is
//! read under a given order. Not here: the names of months (`month`), clocks and zones (`clock`),
//! months and quarters without a day (`period`), days by number (`serial`).

use super::super::profile::DateOrder;
use super::super::value::{Day, Moment};
use super::clock::{self, Zone, digits};
use super::month;

/// Short years below this one are of the 2000s, the others of the 1900s.
const PIVOT: u32 = 70;

/// Three numbers that may be a date, and the time behind them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    parts: [u32; 3],
    /// The year comes first and in full, or the month has a name: no order to decide.
    year_first: bool,
    short_year: bool,
    /// The month has a name and the year two digits.
    named_short: bool,
    pub separator: u8,
    /// Seconds since midnight, where a time is written.
    pub second: Option<u32>,
    /// The time behind the day is none, such as 25:61.
    no_such_time: bool,
    pub zone: Zone,
}

/// The clock behind a day.
#[derive(Clone, Copy, Default)]
struct Time {
    second: Option<u32>,
    impossible: bool,
    zone: Zone,
}

/// Reads the shape of a date from a trimmed text. `None`: it does not look like one.
pub fn scan(text: &str) -> Option<Written> {
    if text.as_bytes().first()?.is_ascii_digit() {
        let basic = || scan_basic(text);
        return scan_digits(text).or_else(|| scan_named(text)).or_else(basic);
    }
    scan_after_weekday(text).or_else(|| scan_named(text))
}

/// Eight digits that are a day of 1900 to 2099: year, month, day; or up to fourteen with hours,
/// minutes and seconds behind them.
pub fn scan_compact(text: &str) -> Option<Written> {
    let is_digits = text.bytes().all(|b| b.is_ascii_digit());
    if !is_digits || !matches!(text.len(), 8 | 10 | 12 | 14) || !text.starts_with(['1', '2']) {
        return None;
    }
    let (day, clock) = text.split_at_checked(8)?;
    let number: u32 = day.parse().ok()?;
    let parts = [number / 10_000, number / 100 % 100, number % 100];
    let two = |at: usize| clock.get(at..at + 2).map_or(Some(0), |t| t.parse::<u32>().ok());
    let (h, m, s) = (two(0)?, two(2)?, two(4)?);
    let second = (!clock.is_empty()).then_some(h * 3600 + m * 60 + s);
    let written = Written::year_first(parts, Time { second, ..Time::default() });
    let is_day = (1900..2100).contains(&parts[0]) && h < 24 && m < 60 && s < 60;
    written.day(DateOrder::YearMonthDay).filter(|_| is_day).map(|_| written)
}

/// `20240131T093000Z`.
fn scan_basic(text: &str) -> Option<Written> {
    if text.as_bytes().get(8) != Some(&b'T') {
        return None;
    }
    let (day, clock) = text.split_once('T')?;
    let end = clock.find(|c: char| !c.is_ascii_digit()).unwrap_or(clock.len());
    let (digits, zone) = clock.split_at_checked(end)?;
    if day.len() != 8 || !matches!(digits.len(), 4 | 6) {
        return None;
    }
    let minutes = time(&format!("T{}:{}{zone}", digits.get(..2)?, digits.get(2..4)?))?;
    let seconds = digits.get(4..).and_then(|t| t.parse::<u32>().ok()).unwrap_or(0);
    let second = minutes.second.map(|s| s + seconds);
    let impossible = minutes.impossible || seconds > 59;
    let written = scan_compact(day)?;
    Some(Written { second, no_such_time: impossible, zone: minutes.zone, ..written })
}

/// `Mon 31/01/2024`, `Пн, 31.01.2024`.
fn scan_after_weekday(text: &str) -> Option<Written> {
    let end = text.find(|c: char| !c.is_alphabetic())?;
    let (token, rest) = text.split_at_checked(end)?;
    // Nearly all texts end here, before any name is looked up.
    let rest = rest.trim_start_matches([' ', '\u{a0}', ',', '.']);
    let numeric = rest.as_bytes().first().is_some_and(u8::is_ascii_digit);
    (numeric && rest.len() >= 6 && month::is_weekday(token)).then(|| scan_digits(rest)).flatten()
}

/// A day with its month by name, in any of three orders: `31 января 2024 г.`, `Jan 31, 2024`,
/// `31-Jan-24 09:30`, `2024 January 31`. A day of the week may stand before it.
fn scan_named(text: &str) -> Option<Written> {
    let bytes = text.as_bytes();
    // Nearly all texts end here: plain numbers, names with one number or none, codes, sentences.
    if bytes.len() < 7 || bytes.len() > 80 || !has_word_and_two_numbers(bytes) {
        return None;
    }
    let mut rest = text;
    let (mut month, mut numbers, mut count) = (None, [(0, 0); 2], 0);
    for step in 0..4 {
        let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let (token, after) = rest.split_at_checked(end)?;
        match digits(token.as_bytes(), 0) {
            Some((value, length)) if length == token.len() || is_ordinal(token, length) => {
                *numbers.get_mut(count)? = (value, length);
                count += 1;
            }
            Some(_) => return None,
            None => match month::by_name(token) {
                Some(m) if month.is_none() => month = Some(m),
                None if step == 0 && month::is_weekday(token) => {}
                _ => return None,
            },
        }
        rest = after;
        if count == 2 && month.is_some() {
            break;
        }
        rest = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}', ',', '-', '.', '/']);
    }
    let [(a, a_length), (b, b_length)] = numbers;
    let (day, (year, year_length)) =
        if a_length == 4 { (b, (a, a_length)) } else { (a, (b, b_length)) };
    let short = year_length == 2 && count == 2;
    let year = match year_length {
        4 => year,
        2 if short => full_year(year),
        _ => return None,
    };
    let written = Written::year_first([year, month?, day], time(rest)?);
    Some(Written { named_short: short, ..written })
}

/// Whether there are two runs of digits and something that may be a letter.
fn has_word_and_two_numbers(bytes: &[u8]) -> bool {
    let (mut runs, mut inside, mut word) = (0, false, false);
    for byte in bytes {
        let is_digit = byte.is_ascii_digit();
        runs += u32::from(is_digit && !inside);
        word |= byte.is_ascii_alphabetic() || !byte.is_ascii();
        inside = is_digit;
    }
    word && runs >= 2
}

/// `1st`, `22nd`, `1er`.
fn is_ordinal(token: &str, digits: usize) -> bool {
    digits <= 2 && matches!(token.get(digits..), Some("st" | "nd" | "rd" | "th" | "er"))
}

fn full_year(short: u32) -> u32 {
    short + if short < PIVOT { 2000 } else { 1900 }
}

fn scan_digits(text: &str) -> Option<Written> {
    let bytes = text.as_bytes();
    let (first, at) = digits(bytes, 0)?;
    let separator = *bytes.get(at)?;
    if !matches!(separator, b'.' | b'/' | b'-' | b' ') {
        return None;
    }
    let (second, end) = digits(bytes, at + 1)?;
    if bytes.get(end) != Some(&separator) {
        return None;
    }
    let third_at = end + 1;
    let (third, stop) = digits(bytes, third_at)?;
    let lengths = (at, end - at - 1, stop - third_at);
    let (year_first, short_year) = match lengths {
        (4, 1..=2, 1..=2) => (true, false),
        (1..=2, 1..=2, 4) => (false, false),
        // `10 05 24` is three numbers and not a day.
        (1..=2, 1..=2, 2) if separator != b' ' => (false, true),
        _ => return None,
    };
    let time = time(text.get(stop..)?)?;
    Some(Written {
        short_year,
        year_first,
        separator,
        ..Written::year_first([first, second, third], time)
    })
}

impl Written {
    fn year_first(parts: [u32; 3], time: Time) -> Written {
        Written {
            parts,
            year_first: true,
            short_year: false,
            named_short: false,
            separator: b' ',
            second: time.second,
            no_such_time: time.impossible,
            zone: time.zone,
        }
    }

    /// The day under an order, or `None` where the calendar has no such day.
    pub fn day(&self, order: DateOrder) -> Option<Day> {
        let [a, b, c] = self.parts;
        let (year, month, day) = match order {
            _ if self.year_first => (a, b, c),
            DateOrder::YearMonthDay => (a, b, c),
            DateOrder::DayMonthYear => (c, b, a),
            DateOrder::MonthDayYear => (c, a, b),
        };
        let year_is_elsewhere = !self.year_first && order == DateOrder::YearMonthDay;
        // Nobody writes 24.01.31 with the year first.
        if year_is_elsewhere && (!self.short_year || self.separator == b'.') {
            return None;
        }
        let year = match year {
            y if self.short_year => full_year(y),
            y if (1000..=9999).contains(&y) => y,
            _ => return None,
        };
        if self.no_such_time {
            return None;
        }
        Day::from_ymd(year as i32, month, day)
    }

    /// The moment under an order; without a time, midnight.
    pub fn moment(&self, order: DateOrder) -> Option<Moment> {
        let day = self.day(order)?;
        Some(Moment(i64::from(day.0) * 86_400 + i64::from(self.second.unwrap_or(0))))
    }

    /// Whether day and month could be swapped: it is neither year first nor a repeated number.
    pub fn is_open(&self) -> bool {
        let [a, b, _] = self.parts;
        !self.year_first && a != b
    }

    /// The first and the last number of a date with a year of two digits, which may be either.
    pub fn short_ends(&self) -> Option<(u32, u32)> {
        let [a, _, c] = self.parts;
        self.short_year.then_some((a, c))
    }

    /// Whether the year has two digits.
    pub fn is_short(&self) -> bool {
        self.short_year || self.named_short
    }
}

/// What follows the date: nothing, the Russian `г.`, or a time with or without a zone.
/// `None`: neither of them.
fn time(rest: &str) -> Option<Time> {
    let rest = without_year_word(rest);
    // A point behind a number makes it an ordinal in some languages.
    if rest.is_empty() || rest == "." {
        return Some(Time::default());
    }
    let clock = match rest.strip_prefix(['T', 't']) {
        Some(clock) => clock,
        None => {
            let rest = rest.strip_prefix(',').unwrap_or(rest);
            let spaced = rest.starts_with(char::is_whitespace).then(|| rest.trim_start())?;
            let words = ["at ", "в ", "στις ", "um ", "à ", "- "];
            let word = words.iter().find_map(|word| spaced.strip_prefix(word));
            word.unwrap_or(spaced).trim_start()
        }
    };
    match clock::scan(clock)? {
        Some(c) if c.millis < clock::DAY => {
            let second = u32::try_from(c.millis / 1000).ok()?;
            Some(Time { second: Some(second), impossible: false, zone: c.zone })
        }
        _ => Some(Time { impossible: true, ..Time::default() }),
    }
}

/// Takes `г.` or `года` off, which follows a Russian year.
fn without_year_word(rest: &str) -> &str {
    let trimmed = rest.trim_start();
    let after = trimmed.strip_prefix("года").or_else(|| trimmed.strip_prefix("г."));
    let after = after.or_else(|| trimmed.strip_prefix('г'));
    after.filter(|a| !a.starts_with(char::is_alphanumeric)).unwrap_or(rest)
}

#[cfg(test)]
mod tests;
