//! Where cells and headers name a currency, and headers the thousands or millions that they count in.
//! Not here: the words for a currency (`engine::currency`).

use super::header::words;
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

/// What a header says of the amounts below it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// The power of ten that 1 stands for: 3 under `тыс. руб.`.
    pub scale: u8,
    pub currency: Option<&'static str>,
}

/// The thousands, millions or billions that a header says its numbers are: in parentheses, after a
/// comma, or as its last words beside a currency. `None`: it says nothing of the kind.
pub fn scale_in_header(header: &str) -> Option<Counted> {
    let header = header.trim().trim_end_matches([')', ']']);
    if let Some((before, inner)) = header.rsplit_once(['(', '['])
        && let Some(counted) = counted(inner, true)
    {
        return Some(Counted {
            currency: counted.currency.or_else(|| in_header(before)),
            ..counted
        });
    }
    let comma = header.rsplit_once(',').filter(|(before, _)| !is_price_of(before));
    let comma = comma.and_then(|(_, tail)| counted(tail, true));
    comma.or_else(|| {
        let starts = header.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
        let tails = starts.filter_map(|at| Some((header.get(..at)?, header.get(at..)?)));
        let mut tails = tails.filter(|(before, _)| !is_price_of(before));
        tails.find_map(|(_, tail)| counted(tail, false))
    })
}

/// Whether what follows is how much a price is for: `Cost per thousand €`, `Cost per 1,000`,
/// `Цена за 1 тыс. руб.`.
fn is_price_of(before: &str) -> bool {
    let last = words(before).pop().unwrap_or_default();
    last.ends_with(|c: char| c.is_ascii_digit())
        || matches!(last.as_str(), "per" | "за" | "на" | "ανα" | "pro")
}

/// Words that name a scale and a currency and nothing else. `is_apart`: they stand in brackets or
/// after a comma.
fn counted(text: &str, is_apart: bool) -> Option<Counted> {
    let mut found = Counted::default();
    let (mut weak, mut glued) = (false, false);
    for word in text.split_whitespace() {
        let had = (found.scale > 0, found.currency.is_some());
        for part in parts(word) {
            if let Some((scale, is_weak)) = scale(part).filter(|_| found.scale == 0) {
                (found.scale, weak) = (scale, is_weak);
            } else if let Some(code) = code_of(part).filter(|_| found.currency.is_none()) {
                found.currency = Some(code);
            } else if !matches!(part, "in" | "In" | "of" | "в" | "σε") {
                return None;
            }
        }
        glued |= had == (false, false) && found.scale > 0 && found.currency.is_some();
    }
    // `Time (m)` is minutes, `Weight (k)` anything, and `Price per sq m EUR` of a square metre.
    let is_sure = match weak {
        true => found.currency.is_some() && (is_apart || glued),
        false => found.currency.is_some() || is_apart,
    };
    (found.scale > 0 && is_sure).then_some(found)
}

/// A word in its parts: `тыс.руб.`, `$000`, `k€`, `kEUR`.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    let whole = scale(word).is_some() || code_of(word).is_some();
    let cut = match whole {
        true => None,
        false => (1..word.len()).find(|at| {
            let split = word.split_at_checked(*at);
            split.is_some_and(|(a, b)| {
                let is_unit = |part: &str| scale(part).is_some();
                (is_unit(a) && code_of(b).is_some()) || (code_of(a).is_some() && is_unit(b))
            })
        }),
    };
    let (first, rest) = cut.and_then(|at| word.split_at_checked(at)).unwrap_or((word, ""));
    [first, rest].into_iter().filter(|part| !part.is_empty())
}

/// The power of ten that a word of a header stands for, and whether it may mean something else.
fn scale(word: &str) -> Option<(u8, bool)> {
    Some(match word.to_lowercase().as_str() {
        "k" | "к" | "т" | "т." => (3, true),
        "m" | "mm" | "м" => (6, true),
        "000" | "'000" | "’000" | "000s" | "'000s" | "thousand" | "thousands" | "тыс" | "тыс."
        | "тысяч" | "тысячи" | "тысячах" | "χιλ" | "χιλ." | "χιλιάδες" | "tsd" | "tsd." => {
            (3, false)
        }
        "million"
        | "millions"
        | "mln"
        | "mn"
        | "mio"
        | "mio."
        | "млн"
        | "млн."
        | "миллионов"
        | "миллионы"
        | "миллионах"
        | "εκ."
        | "εκατ"
        | "εκατ."
        | "εκατομμύρια" => (6, false),
        "billion"
        | "billions"
        | "bn"
        | "mrd"
        | "mrd."
        | "млрд"
        | "млрд."
        | "миллиардов"
        | "миллиардах"
        | "δισ"
        | "δισ." => (9, false),
        _ => return None,
    })
}

/// The currency that a header names: in parentheses, after a comma, or as its last word in
/// capitals; also beside thousands and millions (`тыс. руб.`).
pub fn in_header(header: &str) -> Option<&'static str> {
    let header = header.trim();
    if let Some(counted) = scale_in_header(header) {
        return counted.currency;
    }
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
            ("Выручка (тыс. руб.)", Some("RUB")),
            ("CTR (%)", None),
            ("All", None),
            ("Select all", None),
        ];
        for (header, code) in cases {
            assert_eq!(in_header(header), code, "{header}");
        }
    }
    #[test]
    fn headers_name_thousands_and_millions() {
        let scale = |header| scale_in_header(header).map(|c| (c.scale, c.currency));
        for (header, wanted) in [
            ("Выручка (тыс. руб.)", (3, Some("RUB"))),
            ("Выручка, тыс.руб.", (3, Some("RUB"))),
            ("Сумма, т.р.", (3, Some("RUB"))),
            ("Бюджет, руб. (тыс.)", (3, Some("RUB"))),
            ("Сумма в млн ₽", (6, Some("RUB"))),
            ("Обороты (млрд)", (9, None)),
            ("Revenue (in thousands of euros)", (3, Some("EUR"))),
            ("Revenue ($000)", (3, Some("USD"))),
            ("Revenue $M", (6, Some("USD"))),
            ("Budget kEUR", (3, Some("EUR"))),
            ("Budget (k€)", (3, Some("EUR"))),
            ("Budget (M EUR)", (6, Some("EUR"))),
            ("Выручка за январь, тыс. руб.", (3, Some("RUB"))),
            ("Impressions (000)", (3, None)),
            ("Έσοδα (χιλ. €)", (3, Some("EUR"))),
            ("Έσοδα, εκατ. ευρώ", (6, Some("EUR"))),
        ] {
            assert_eq!(scale(header), Some(wanted), "{header}");
        }
        for header in [
            "Duration (m)",
            "Weight (k)",
            "Cost per thousand",
            "Cost per thousand $",
            "CPM (per thousand)",
            "Цена, руб. за тыс. показов",
            "Cost per 1,000",
            "CPM (cost per 1,000)",
            "Price per 1,000 EUR",
            "Price per 1 000 EUR",
            "Стоимость 1 тыс. руб.",
            "Цена за 1 т руб.",
            "Price per sq m EUR",
            "Цена за кв. м руб.",
            "Price per running m $",
            "Price M €",
            "Тариф M ₽",
            "Amount (EUR)",
            "Amount, USD",
            "Item 000",
            "M",
            "",
        ] {
            assert_eq!(scale(header), None, "{header}");
        }
    }
}
