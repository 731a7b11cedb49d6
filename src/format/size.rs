//! Sizes of files, speeds and durations. Decimal units: 1 MB is a million bytes.

use super::{EMPTY, Locale, NBSP};

impl Locale {
    /// `168 MB`, `168 МБ`.
    pub fn bytes(self, bytes: u64) -> String {
        let (text, unit) = self.bytes_parts(bytes as f64);
        format!("{text}{NBSP}{unit}")
    }

    /// `214 MB/s`, `214 МБ/с`.
    pub fn rate(self, bytes_per_second: f64) -> String {
        if !bytes_per_second.is_finite() || bytes_per_second < 0.0 {
            return EMPTY.to_owned();
        }
        let (text, unit) = self.bytes_parts(bytes_per_second);
        let second = if self == Locale::Ru { "с" } else { "s" };
        format!("{text}{NBSP}{unit}/{second}")
    }

    /// `350 ms`, `0.9 s`, `2 min 5 s`, `1 h 20 min`.
    pub fn duration(self, seconds: f64) -> String {
        if !seconds.is_finite() || seconds < 0.0 {
            return EMPTY.to_owned();
        }
        let [ms, s, min, h] = match self {
            Locale::En => ["ms", "s", "min", "h"],
            Locale::Ru => ["мс", "с", "мин", "ч"],
            Locale::El => ["ms", "δευτ.", "λεπ.", "ώρ."],
        };
        if seconds < 0.4995 {
            return format!("{}{NBSP}{ms}", self.number(seconds * 1000.0, 0));
        }
        if seconds < 9.95 {
            return format!("{}{NBSP}{s}", self.number(seconds, 1));
        }
        let whole = seconds.round() as u64;
        let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60);
        match (hours, minutes) {
            (0, 0) => format!("{rest}{NBSP}{s}"),
            (0, _) if rest == 0 => format!("{minutes}{NBSP}{min}"),
            (0, _) => format!("{minutes}{NBSP}{min} {rest}{NBSP}{s}"),
            (_, 0) => format!("{}{NBSP}{h}", self.count(hours)),
            _ => format!("{}{NBSP}{h} {minutes}{NBSP}{min}", self.count(hours)),
        }
    }

    fn bytes_parts(self, bytes: f64) -> (String, &'static str) {
        let units = match self {
            Locale::En | Locale::El => ["B", "kB", "MB", "GB"],
            Locale::Ru => ["Б", "КБ", "МБ", "ГБ"],
        };
        let [b, kb, mb, gb] = units;
        let (value, unit) = match bytes {
            n if n < 999.5 => return (self.number(n, 0), b),
            n if n < 999_500.0 => (bytes / 1e3, kb),
            n if n < 999_500_000.0 => (bytes / 1e6, mb),
            _ => (bytes / 1e9, gb),
        };
        let decimals = if value < 9.95 { 1 } else { 0 };
        (self.number_trimmed(value, decimals), unit)
    }
}
