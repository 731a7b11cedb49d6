//! Times of day, lengths of time and zones as people write them.
//!
//! Not here: the day before a time (`date`).

/// A clock as written, and the zone behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Milliseconds since midnight, or from the beginning of a length of time.
    pub millis: u64,
    pub zone: Zone,
    /// Hours and minutes without seconds.
    pub short: bool,
    /// `am` or `pm` stands behind it.
    pub half_day: bool,
}

/// The zone that stands behind a clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Zone {
    #[default]
    None,
    /// Minutes ahead of UTC.
    Offset(i16),
    /// A name whose offset depends on the season.
    Named,
}

const HOUR: u64 = 3_600_000;
pub const DAY: u64 = 24 * HOUR;

/// `HH:MM`, `HH:MM:SS`, `HH:MM:SS.fff`, `h:MM pm`, `h pm`, each with or without a zone. The outer
/// `None`: it is not shaped like a clock; the inner: there is no such time. Hours may go beyond 24,
/// since the clock may be a length of time.
pub fn scan(text: &str) -> Option<Option<Clock>> {
    let bytes = text.as_bytes();
    let (hour, at) = digits(bytes, 0)?;
    let (mut minute, mut second, mut millis, mut parts, mut end) = (0, 0, 0, 1, at);
    if bytes.get(at) == Some(&b':') {
        (minute, end) = two(bytes, at + 1)?;
        parts = 2;
        if bytes.get(end) == Some(&b':') {
            (second, end) = two(bytes, end + 1)?;
            parts = 3;
            if matches!(bytes.get(end), Some(b'.' | b',')) {
                let fraction = bytes.get(end + 1..)?;
                let length = fraction.iter().take_while(|b| b.is_ascii_digit()).count();
                if length == 0 {
                    return None;
                }
                let digits = fraction.iter().take(length).chain(std::iter::repeat(&b'0')).take(3);
                millis = digits.fold(0, |n, b| n * 10 + u64::from(b - b'0'));
                end += 1 + length;
            }
        }
    }
    // A number alone is a clock only with `am` or `pm` behind it, and nearly all texts end here.
    let is_letter = |b: &u8| b.is_ascii_alphabetic() || !b.is_ascii();
    if parts == 1 && !bytes.get(end..).unwrap_or_default().iter().any(is_letter) {
        return None;
    }
    let rest = text.get(end..)?.trim_start();
    let (afternoon, rest) = half_day(rest, parts > 1);
    let zone = zone(rest)?;
    if parts == 1 && afternoon.is_none() {
        return None;
    }
    let hour = match afternoon {
        Some(_) if !(1..=12).contains(&hour) => return Some(None),
        Some(pm) => u64::from(hour) % 12 + if pm { 12 } else { 0 },
        None => u64::from(hour),
    };
    let millis = hour * HOUR + u64::from(minute) * 60_000 + u64::from(second) * 1000 + millis;
    let half_day = afternoon.is_some();
    let clock = Clock { millis, zone, short: parts == 2, half_day };
    Some((minute < 60 && second < 60).then_some(clock))
}

/// Up to four digits from `at`: their value and where they end.
pub fn digits(bytes: &[u8], at: usize) -> Option<(u32, usize)> {
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

fn two(bytes: &[u8], at: usize) -> Option<(u32, usize)> {
    digits(bytes, at).filter(|(_, end)| *end == at + 2)
}

/// `am`, `p.m.`, `π.μ.`, `μ.μ.` at the beginning: whether it is the afternoon, and what follows.
/// The Russian `ДП` and `ПП` need minutes before them: `5 п.п.` are points of percent.
fn half_day(text: &str, has_minutes: bool) -> (Option<bool>, &str) {
    let mut letters = ['\0'; 2];
    let mut count = 0;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if c.is_alphabetic() {
            let Some(slot) = letters.get_mut(count) else { return (None, text) };
            *slot = c.to_lowercase().next().unwrap_or(c);
            count += 1;
        } else if c != '.' && (count != 1 || !c.is_whitespace()) {
            break;
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    match letters {
        ['a', 'm'] | ['π', 'μ'] => (Some(false), rest.trim_start()),
        ['p', 'm'] | ['μ', 'μ'] => (Some(true), rest.trim_start()),
        ['д', 'п'] if has_minutes => (Some(false), rest.trim_start()),
        ['п', 'п'] if has_minutes => (Some(true), rest.trim_start()),
        _ => (None, text),
    }
}

/// Names of zones that exports carry; more letters than these are some other word.
const ZONES: &[&str] = &[
    "ACST", "ADT", "AEDT", "AEST", "AKDT", "AKST", "ART", "AST", "AWST", "BRT", "BST", "CAT",
    "CDT", "CEST", "CET", "CST", "EAT", "EDT", "EEST", "EET", "EST", "GST", "HKT", "HST", "IRKT",
    "IST", "JST", "KRAT", "KST", "MDT", "MSD", "MSK", "MST", "NOVT", "NZDT", "NZST", "PDT", "PKT",
    "PST", "SAMT", "SAST", "SGT", "TRT", "VLAT", "WAT", "WEST", "WET", "YEKT",
];

/// What follows a clock: nothing, `Z`, `UTC`, `GMT+3`, `+03:00`, `-0500`, `MSK`, `Europe/Athens`, a
/// zone in parentheses. `None`: something else.
fn zone(text: &str) -> Option<Zone> {
    let text = match text.find('(') {
        Some(at) if text.ends_with(')') => {
            let (before, inner) = text.split_at_checked(at)?;
            let inner = inner.trim_matches(['(', ')']);
            // `GMT+0300 (Moscow Standard Time)`, `(UTC+3)`.
            if before.trim().is_empty() { inner } else { before.trim_end() }
        }
        _ => text,
    };
    match text {
        "" | "Uhr" => return Some(Zone::None),
        "МСК" | "мск" => return Some(Zone::Named),
        _ => {}
    }
    let end = text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len());
    let (name, offset) = text.split_at_checked(end)?;
    let is = |word: &str| name.eq_ignore_ascii_case(word);
    if name.is_empty() || is("UTC") || is("GMT") || is("Z") {
        return match minutes(offset.trim_start()) {
            Some(minutes) if !is("Z") => Some(Zone::Offset(minutes)),
            None if offset.is_empty() => Some(Zone::Offset(0)),
            _ => None,
        };
    }
    let known = offset.is_empty() && ZONES.iter().any(|zone| is(zone));
    let place = offset.starts_with('/')
        && offset.bytes().all(|b| b.is_ascii_alphabetic() || matches!(b, b'/' | b'_'));
    (known || place).then_some(Zone::Named)
}

/// `+3`, `+03`, `+0300`, `-03:30` as minutes.
fn minutes(offset: &str) -> Option<i16> {
    let sign = if offset.starts_with(['-', '\u{2212}']) { -1 } else { 1 };
    let rest = offset.strip_prefix(['+', '-', '\u{2212}'])?;
    let (hours, minutes) = match rest.split_once(':') {
        Some(pair) => pair,
        None if rest.len() == 4 => rest.split_at_checked(2)?,
        None => (rest, "0"),
    };
    let short = |t: &str| matches!(t.len(), 1 | 2) && t.bytes().all(|b| b.is_ascii_digit());
    let (h, m): (i16, i16) = (hours.parse().ok()?, minutes.parse().ok()?);
    // Only then: other numbers may be too large to be multiplied.
    (short(hours) && short(minutes) && h <= 14 && m < 60).then(|| sign * (h * 60 + m))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_and_what_stands_behind_them() {
        let cases = [
            ("09:30", 34_200_000, Zone::None),
            ("9:30 Uhr", 34_200_000, Zone::None),
            ("9:30 ПП", 77_400_000, Zone::None),
            ("9:05:10", 32_710_000, Zone::None),
            ("23:59:58.1234", 86_398_123, Zone::None),
            ("12:05 AM", 300_000, Zone::None),
            ("1:05 μ.μ.", 47_100_000, Zone::None),
            ("1:05 π. μ.", 3_900_000, Zone::None),
            ("2 PM", 50_400_000, Zone::None),
            ("2:00 p.m. EST", 50_400_000, Zone::Named),
            ("125:30:00", 451_800_000, Zone::None),
            ("09:30:00Z", 34_200_000, Zone::Offset(0)),
            ("09:30:00+03:00", 34_200_000, Zone::Offset(180)),
            ("09:30:00 -0330", 34_200_000, Zone::Offset(-210)),
            ("09:30:00 GMT+0300 (Moscow Standard Time)", 34_200_000, Zone::Offset(180)),
            ("09:30 (UTC+3)", 34_200_000, Zone::Offset(180)),
            ("09:30 UTC", 34_200_000, Zone::Offset(0)),
            ("09:30 МСК", 34_200_000, Zone::Named),
            ("09:30 Europe/Athens", 34_200_000, Zone::Named),
        ];
        for (text, millis, zone) in cases {
            let clock = scan(text).flatten();
            assert_eq!(clock.map(|c| (c.millis, c.zone)), Some((millis, zone)), "{text}");
        }
        for text in ["25:61", "13:00 PM", "0:05 am", "10:61"] {
            assert_eq!(scan(text), Some(None), "{text}");
        }
        for text in [
            "",
            "9",
            "9:5",
            "10:300",
            "10:30x",
            "10:30 deal",
            "10:30 +3x",
            "5 п.п.",
            "12345:00",
            "9 a",
        ] {
            assert_eq!(scan(text), None, "{text}");
        }
    }
}
