//! Plural rules (CLDR cardinal rules for whole numbers), and counts with their noun.

use crate::format::{Locale, NBSP};

/// `1 row`, `2 rows`.
pub fn en(n: u64, one: &str, other: &str) -> String {
    with_count(Locale::En, n, if n == 1 { one } else { other })
}

/// `1 γραμμή`, `2 γραμμές`.
pub fn el(n: u64, one: &str, other: &str) -> String {
    with_count(Locale::El, n, if n == 1 { one } else { other })
}

/// `1 строка`, `2 строки`, `5 строк`, `21 строка`.
pub fn ru(n: u64, one: &str, few: &str, many: &str) -> String {
    with_count(Locale::Ru, n, ru_form(n, one, few, many))
}

/// The Russian form alone, for words that agree with a count written elsewhere.
pub fn ru_form<'a>(n: u64, one: &'a str, few: &'a str, many: &'a str) -> &'a str {
    match (n % 10, n % 100) {
        (_, 11..=14) => many,
        (1, _) => one,
        (2..=4, _) => few,
        _ => many,
    }
}

fn with_count(locale: Locale, n: u64, noun: &str) -> String {
    format!("{}{NBSP}{noun}", locale.count(n))
}
