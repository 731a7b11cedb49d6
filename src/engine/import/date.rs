//! Days and moments as people write them. A time zone behind a time is passed over: the moment
//! is kept as written.
//!
//! Which of day and month comes first is a question to the whole column (`infer`); here a text is
//! read under a given order. Not here: the names of months (`month`).

use super::super::profile::DateOrder;
use super::super::value::{Day, Moment};
use super::month;

/// Three numbers that may be a date, and the time behind them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    parts: [u32; 3],
    /// The year comes first and in full, or the month has a name: no order to decide.
    year_first: bool,
    short_year: bool,
    pub separator: u8,
    /// Seconds since midnight, where a time is written.
    pub second: Option<u32>,
}

/// Reads the shape of a date from a trimmed text. `None`: it does not look like one.
pub fn scan(text: &str) -> Option<Written> {
    scan_digits(text).or_else(|| scan_named(text))
}

/// Eight digits that are a day of 1900 to 2099: year, month, day.
pub fn scan_compact(text: &str) -> Option<Written> {
    if text.len() != 8 || !matches!(text.get(..2), Some("19" | "20")) {
        return None;
    }
    let number: u32 = text.parse().ok()?;
    let parts = [number / 10_000, number / 100 % 100, number % 100];
    let written = Written::year_first(parts, None);
    written.day(DateOrder::YearMonthDay).map(|_| written)
}

/// A day with its month by name, in any of three orders: `31 января 2024 г.`, `Jan 31, 2024`,
/// `31-Jan-24 09:30`, `2024 January 31`. A day of the week may stand before it.
fn scan_named(text: &str) -> Option<Written> {
    let bytes = text.as_bytes();
    // Nearly all texts end here: names without digits, codes, sentences.
    if bytes.len() < 7 || bytes.len() > 64 || !bytes.iter().any(u8::is_ascii_digit) {
        return None;
    }
    let mut rest = text;
    let (mut month, mut numbers, mut count) = (None, [(0, 0); 2], 0);
    for step in 0..4 {
        let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let (token, after) = rest.split_at_checked(end)?;
        match digits(token.as_bytes(), 0) {
            Some((value, length)) if length == token.len() => {
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
        rest = rest.trim_start_matches([' ', '\u{a0}', ',', '-', '.', '/']);
    }
    let [(a, a_length), (b, b_length)] = numbers;
    let (day, (year, year_length)) =
        if a_length == 4 { (b, (a, a_length)) } else { (a, (b, b_length)) };
    let year = match year_length {
        4 => year,
        2 if count == 2 => full_year(year),
        _ => return None,
    };
    let rest = rest.strip_prefix(" at").unwrap_or(rest);
    Some(Written::year_first([year, month?, day], tail(rest)?))
}

fn full_year(short: u32) -> u32 {
    short + if short < 70 { 2000 } else { 1900 }
}

fn scan_digits(text: &str) -> Option<Written> {
    let bytes = text.as_bytes();
    let (first, at) = digits(bytes, 0)?;
    let separator = *bytes.get(at)?;
    if !matches!(separator, b'.' | b'/' | b'-') {
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
        (1..=2, 1..=2, 2) => (false, true),
        _ => return None,
    };
    let second_of_day = tail(text.get(stop..)?)?;
    Some(Written {
        parts: [first, second, third],
        year_first,
        short_year,
        separator,
        second: second_of_day,
    })
}

impl Written {
    fn year_first(parts: [u32; 3], second: Option<u32>) -> Written {
        Written { parts, year_first: true, short_year: false, separator: b' ', second }
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
        let year = match year {
            _ if !self.short_year && !self.year_first && order == DateOrder::YearMonthDay => {
                return None;
            }
            y if self.short_year => full_year(y),
            y if (1000..=9999).contains(&y) => y,
            _ => return None,
        };
        Day::from_ymd(year as i32, month, day)
    }

    /// The moment under an order; without a time, midnight.
    pub fn moment(&self, order: DateOrder) -> Option<Moment> {
        let day = self.day(order)?;
        Some(Moment(i64::from(day.0) * 86_400 + i64::from(self.second.unwrap_or(0))))
    }

    /// Whether the order is open: it is neither year first nor a repeated number.
    pub fn is_open(&self) -> bool {
        let [a, b, _] = self.parts;
        !self.year_first && a != b
    }
}

/// Up to four digits from `at`: their value and where they end.
fn digits(bytes: &[u8], at: usize) -> Option<(u32, usize)> {
    let mut value = 0;
    let mut end = at;
    while let Some(b) = bytes.get(end).filter(|b| b.is_ascii_digit()) {
        if end - at == 4 {
            return None;
        }
        value = value * 10 + u32::from(b - b'0');
        end += 1;
    }
    (end > at).then_some((value, end))
}

/// What follows the date: nothing, the Russian `г.`, or a time with or without a zone.
/// The outer `None`: neither of them.
fn tail(rest: &str) -> Option<Option<u32>> {
    if rest.is_empty() || matches!(rest.trim(), "г." | "г") {
        return Some(None);
    }
    let time = rest.strip_prefix(['T', 't']).or_else(|| {
        let rest = rest.strip_prefix(',').unwrap_or(rest);
        rest.starts_with(char::is_whitespace).then(|| rest.trim_start())
    })?;
    clock(time).map(Some)
}

/// `HH:MM`, `HH:MM:SS`, `HH:MM:SS.fff`, `h:MM pm`, each with or without a zone.
fn clock(text: &str) -> Option<u32> {
    let bytes = text.as_bytes();
    let (hour, at) = digits(bytes, 0)?;
    if bytes.get(at) != Some(&b':') || at > 2 {
        return None;
    }
    let (minute, mut at_end) = digits(bytes, at + 1)?;
    if at_end != at + 3 {
        return None;
    }
    let mut second = 0;
    if bytes.get(at_end) == Some(&b':') {
        let (seconds, end) = digits(bytes, at_end + 1)?;
        if end != at_end + 3 {
            return None;
        }
        (second, at_end) = (seconds, end);
        if matches!(bytes.get(end), Some(b'.' | b',')) {
            let fraction = bytes.get(end + 1..)?.iter().take_while(|b| b.is_ascii_digit()).count();
            if fraction == 0 {
                return None;
            }
            at_end = end + 1 + fraction;
        }
    }
    let hour = half_day(hour, text.get(at_end..)?.trim())?;
    (hour < 24 && minute < 60 && second < 60).then_some(hour * 3600 + minute * 60 + second)
}

/// The hour of the day, where `am`, `pm` or a zone may follow the clock.
fn half_day(hour: u32, rest: &str) -> Option<u32> {
    let mark = rest.to_lowercase();
    let zone = match mark.as_str() {
        "" => return Some(hour),
        "am" | "a.m." | "π.μ." | "πμ" => {
            return (1..=12).contains(&hour).then_some(hour % 12);
        }
        "pm" | "p.m." | "μ.μ." | "μμ" => {
            return (1..=12).contains(&hour).then_some(hour % 12 + 12);
        }
        zone => zone,
    };
    is_zone(zone).then_some(hour)
}

/// `z`, `utc`, `gmt+3`, `+03:00`, `-0500`, `msk`.
fn is_zone(zone: &str) -> bool {
    let named = zone.trim_start_matches(|c: char| c.is_ascii_lowercase());
    let name_length = zone.len() - named.len();
    let offset = named.strip_prefix(['+', '-']);
    let offset_ok = match offset {
        None => named.is_empty() && name_length > 0,
        Some(o) => {
            !o.is_empty() && o.len() <= 5 && o.bytes().all(|b| b.is_ascii_digit() || b == b':')
        }
    };
    name_length <= 5 && offset_ok
}

#[cfg(test)]
mod tests {
    use super::DateOrder::{DayMonthYear as Dmy, MonthDayYear as Mdy, YearMonthDay as Ymd};
    use super::*;

    fn moment(text: &str, order: DateOrder) -> Option<String> {
        scan(text)?.moment(order).map(|m| m.to_string().replace("T00:00:00", ""))
    }

    #[test]
    fn dates_under_each_order() {
        let cases = [
            ("2024-01-31", "2024-01-31", Dmy),
            ("2024-1-3", "2024-01-03", Mdy),
            ("31.01.2024", "2024-01-31", Dmy),
            ("03/04/2024", "2024-04-03", Dmy),
            ("03/04/2024", "2024-03-04", Mdy),
            ("31-08-23", "2023-08-31", Dmy),
            ("99/12/31", "1999-12-31", Ymd),
            ("01.02.2024 г.", "2024-02-01", Dmy),
            ("04.04.2025 09:05:10", "2025-04-04T09:05:10", Dmy),
            ("2024-01-31T23:59:58.123Z", "2024-01-31T23:59:58", Dmy),
            ("2024-01-31 09:30:00+03:00", "2024-01-31T09:30:00", Dmy),
            ("1/2/2024, 12:05 AM", "2024-01-02T00:05:00", Mdy),
            ("1/2/2024 1:05 μ.μ.", "2024-02-01T13:05:00", Dmy),
            ("31 января 2024 г.", "2024-01-31", Mdy),
            ("1 мая 2024", "2024-05-01", Mdy),
            ("Sep 1, 2026", "2026-09-01", Dmy),
            ("September 1, 2026, 12:05 PM", "2026-09-01T12:05:00", Dmy),
            ("31-Jan-24", "2024-01-31", Mdy),
            ("Mon, 1 Jan 2024 09:30", "2024-01-01T09:30:00", Mdy),
            ("5 Μαΐου 2024", "2024-05-05", Mdy),
            ("12 ΣΕΠ 2024", "2024-09-12", Mdy),
            ("2024 янв. 5", "2024-01-05", Dmy),
        ];
        for (text, expected, order) in cases {
            assert_eq!(moment(text, order).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_date() {
        for text in [
            "30-34",
            "1.2.3",
            "2024",
            "10.5",
            "1/2",
            "2024-01-31x",
            "12345-1-2",
            "1.2.2024 9",
            "10:30",
            "1.2/2024",
            "May 5",
            "Deal 5, 2024",
            "5 apples 2024",
            "Jan 2024",
            "Jan 5 2024 x",
            "May Smith 2024",
        ] {
            assert_eq!(scan(text), None, "{text}");
        }
        // The shape of a date, and no such day.
        for text in ["31.02.2024", "2024-02-30", "0000-00-00", "32.01.24"] {
            assert_eq!(scan(text).map(|w| w.day(Dmy)), Some(None), "{text}");
        }
        assert_eq!(scan("13.01.2024").and_then(|w| w.day(Mdy)), None);
    }
}
