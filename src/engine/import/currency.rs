//! Where cells and headers name a currency. Not here: the words for it (`engine::currency`).

use crate::engine::currency::beside_number;

/// The currency that a sign, an abbreviation or a code stands for.
pub fn code_of(word: &str) -> Option<&'static str> {
    // Most words that stand before digits are no currency: `D-1000`, `brand_2024`.
    let letters = word.bytes().all(|b| b.is_ascii_alphabetic());
    if word.is_empty() || word.len() > 16 || (letters && !(3..=7).contains(&word.len())) {
        return None;
    }
    beside_number(word)
}

/// The currency that a header names: in parentheses, after a comma, or as its last word in
/// capitals. Thousands and millions (`тыс. руб.`) are another unit and name none.
pub fn in_header(header: &str) -> Option<&'static str> {
    let header = header.trim();
    if let Some(open) = header.rfind(['(', '[']) {
        let inner = header.get(open + 1..).unwrap_or_default();
        let inner = inner.split([')', ']']).next().unwrap_or_default().trim();
        if let Some(code) = code_of(inner) {
            return Some(code);
        }
    }
    if let Some((_, tail)) = header.rsplit_once(',')
        && let Some(code) = code_of(tail.trim())
    {
        return Some(code);
    }
    let last = header.rsplit([' ', '_']).next().unwrap_or_default();
    let is_sign = !last.is_empty() && !last.chars().any(char::is_alphanumeric);
    let is_capitals = last.len() == 3 && last.bytes().all(|b| b.is_ascii_uppercase());
    let is_code = is_capitals && last.len() < header.len();
    (is_sign || is_code).then(|| code_of(last)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_name_currencies() {
        let cases = [
            ("Расход (руб.)", Some("RUB")),
            ("Amount (EUR)", Some("EUR")),
            ("Сумма, ₽", Some("RUB")),
            ("Amount_Spent_(EUR)", Some("EUR")),
            ("Ποσό που δαπανήθηκε (EUR)", Some("EUR")),
            ("Revenue USD", Some("USD")),
            ("Cost $", Some("USD")),
            ("Оборот, тенге", Some("KZT")),
            ("Turnover (yuan)", Some("CNY")),
            ("Weight (pounds)", None),
            ("Item (pen)", None),
            ("Price usd", None),
            ("Выручка (тыс. руб.)", None),
            ("CTR (%)", None),
            ("All", None),
            ("Select all", None),
        ];
        for (header, code) in cases {
            assert_eq!(in_header(header), code, "{header}");
        }
    }
}
