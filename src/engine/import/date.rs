//! Days and moments as people write them. A time zone behind a time is passed over: the moment
//! is kept as written.
//!
//! Which of day and month comes first is a question to the whole column (`infer`); here a text is
//! read under a given order. Not here: months by name.

use super::super::profile::DateOrder;
use super::super::value::{Day, Moment};

/// Three numbers that may be a date, and the time behind them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    parts: [u32; 3],
    /// The year comes first and has four digits: no order to decide.
    year_first: bool,
    short_year: bool,
    pub separator: u8,
    /// Seconds since midnight, where a time is written.
    pub second: Option<u32>,
}

/// Reads the shape of a date from a trimmed text. `None`: it does not look like one.
pub fn scan(text: &str) -> Option<Written> {
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
            y if self.short_year => y + if y < 70 { 2000 } else { 1900 },
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
