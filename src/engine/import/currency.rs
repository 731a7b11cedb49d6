//! Currencies by sign, abbreviation and code, in cells and in headers.

use super::words::fold;

/// Currency signs, abbreviations and codes, folded, with their ISO 4217 code.
const CURRENCIES: &[(&str, &str)] = &[
    ("$", "USD"),
    ("us$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("₽", "RUB"),
    ("₴", "UAH"),
    ("₸", "KZT"),
    ("₺", "TRY"),
    ("₹", "INR"),
    ("¥", "JPY"),
    ("₩", "KRW"),
    ("₪", "ILS"),
    ("₾", "GEL"),
    ("₼", "AZN"),
    ("֏", "AMD"),
    ("₫", "VND"),
    ("฿", "THB"),
    ("r$", "BRL"),
    ("a$", "AUD"),
    ("c$", "CAD"),
    ("zł", "PLN"),
    ("kč", "CZK"),
    ("руб", "RUB"),
    ("руб.", "RUB"),
    ("р.", "RUB"),
    ("р", "RUB"),
    ("рублей", "RUB"),
    ("рубль", "RUB"),
    ("рубли", "RUB"),
    ("rub.", "RUB"),
    ("грн", "UAH"),
    ("грн.", "UAH"),
    ("тг", "KZT"),
    ("тг.", "KZT"),
    ("тенге", "KZT"),
    ("евро", "EUR"),
    ("долл.", "USD"),
    ("долл", "USD"),
    ("долларов", "USD"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("ευρω", "EUR"),
    ("лв", "BGN"),
    ("лв.", "BGN"),
    ("сум", "UZS"),
    ("dollars", "USD"),
    ("rur", "RUB"),
];
/// The Albanian lek is left out: `Clicks (all)` is no money.
const CODES: &[&str] = &[
    "USD", "EUR", "GBP", "RUB", "UAH", "KZT", "BYN", "UZS", "PLN", "CZK", "CHF", "SEK", "NOK",
    "DKK", "TRY", "INR", "CNY", "JPY", "KRW", "ILS", "GEL", "AZN", "AMD", "BGN", "RON", "HUF",
    "RSD", "CAD", "AUD", "NZD", "BRL", "MXN", "AED", "SAR", "SGD", "HKD", "THB", "ZAR", "KGS",
    "MDL", "TJS", "VND", "EGP", "MKD", "BAM", "ISK", "ARS", "CLP", "COP", "PHP", "IDR",
];

/// The ISO code that a sign, an abbreviation or a code stands for.
pub fn code_of(word: &str) -> Option<&'static str> {
    // Most words that stand before digits are no currency: `D-1000`, `brand_2024`.
    let letters = word.bytes().all(|b| b.is_ascii_alphabetic());
    if word.is_empty() || word.len() > 16 || (letters && !(3..=7).contains(&word.len())) {
        return None;
    }
    if let Some(code) = CODES.iter().find(|c| c.eq_ignore_ascii_case(word)) {
        return Some(code);
    }
    let folded = fold(word);
    CURRENCIES.iter().find(|(sign, _)| *sign == folded).map(|(_, code)| *code)
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
    let is_code = last.len() < header.len() && CODES.contains(&last);
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
