//! Names of currencies as files write them → ISO 4217.
//!
//! Not here: rates. Money of two currencies is never added, so that two names of one currency must
//! become one, and two currencies must not.

use crate::engine::mapping::fold;

/// ISO code, and its names and signs, folded. A sign that two countries use (¥, kr) is not here.
const NAMES: &[(&str, &[&str])] = &[
    (
        "RUB",
        &[
            "₽",
            "руб",
            "руб.",
            "р",
            "р.",
            "rur",
            "рубль",
            "рубли",
            "рублей",
            "российский рубль",
            "российские рубли",
            "рубль рф",
            "рубль россии",
            "russian ruble",
            "russian rouble",
            "ruble",
            "rouble",
            "ρουβλι",
            "ρωσικο ρουβλι",
        ],
    ),
    (
        "USD",
        &[
            "$",
            "us$",
            "$us",
            "долл",
            "долл.",
            "доллар",
            "доллары",
            "долларов",
            "доллар сша",
            "доллары сша",
            "us dollar",
            "us dollars",
            "u.s. dollar",
            "u.s. dollars",
            "american dollar",
            "dollar",
            "dollars",
            "δολαριο",
            "δολαρια",
            "δολαριο ηπα",
            "δολαρια ηπα",
            "δολαριο ηνωμενων πολιτειων",
        ],
    ),
    ("EUR", &["€", "евро", "euro", "euros", "ευρω"]),
    (
        "GBP",
        &[
            "£",
            "фунт",
            "фунт стерлингов",
            "фунты стерлингов",
            "pound",
            "pounds",
            "pound sterling",
            "british pound",
            "british pounds",
            "λιρα αγγλιας",
            "λιρα στερλινα",
            "στερλινα",
        ],
    ),
    (
        "UAH",
        &[
            "₴",
            "грн",
            "грн.",
            "гривна",
            "гривня",
            "украинская гривна",
            "українська гривня",
            "hryvnia",
            "ukrainian hryvnia",
        ],
    ),
    (
        "KZT",
        &[
            "₸",
            "тг",
            "тг.",
            "тенге",
            "казахстанский тенге",
            "казахский тенге",
            "tenge",
            "kazakhstani tenge",
        ],
    ),
    (
        "BYN",
        &[
            "br",
            "бел. руб.",
            "бел.руб.",
            "белорусский рубль",
            "белорусские рубли",
            "belarusian ruble",
            "belarusian rouble",
        ],
    ),
    ("UZS", &["сум", "узбекский сум", "so'm", "uzbekistani som"]),
    ("KGS", &["киргизский сом", "кыргызский сом", "kyrgyzstani som"]),
    ("AMD", &["֏", "драм", "армянский драм", "armenian dram"]),
    ("GEL", &["₾", "лари", "грузинский лари", "georgian lari", "lari"]),
    ("AZN", &["₼", "азербайджанский манат", "azerbaijani manat"]),
    ("MDL", &["молдавский лей", "moldovan leu"]),
    ("TRY", &["₺", "турецкая лира", "turkish lira", "τουρκικη λιρα"]),
    ("CNY", &["юань", "китайский юань", "chinese yuan", "yuan", "renminbi"]),
    ("JPY", &["иена", "японская иена", "japanese yen", "yen", "γιεν"]),
    ("INR", &["₹", "индийская рупия", "indian rupee"]),
    ("ILS", &["₪", "шекель", "новый израильский шекель", "israeli new shekel", "shekel"]),
    ("PLN", &["zł", "злотый", "польский злотый", "polish zloty", "zloty"]),
    ("CZK", &["kč", "чешская крона", "czech koruna"]),
    ("CHF", &["швейцарский франк", "swiss franc", "ελβετικο φραγκο"]),
    ("CAD", &["канадский доллар", "canadian dollar", "ca$"]),
    ("AUD", &["австралийский доллар", "australian dollar", "a$"]),
    ("AED", &["дирхам", "дирхам оаэ", "uae dirham"]),
    ("RSD", &["сербский динар", "serbian dinar"]),
    ("BGN", &["лв", "лв.", "болгарский лев", "bulgarian lev", "λεβ"]),
    ("RON", &["румынский лей", "romanian leu"]),
];

/// Codes without a name above that files hold as well.
const CODES: &[&str] = &[
    "ARS", "BAM", "BRL", "CLP", "COP", "DKK", "EGP", "HKD", "HUF", "IDR", "ISK", "KRW", "MAD",
    "MKD", "MNT", "MXN", "MYR", "NGN", "NOK", "NZD", "PEN", "PHP", "QAR", "SAR", "SEK", "SGD",
    "THB", "TJS", "TMT", "TWD", "VND", "ZAR",
];

/// The ISO 4217 code of a currency, or the file's own word where it is not known.
pub fn normalise(text: &str) -> String {
    let word = text.trim();
    known(word).map_or_else(|| word.to_owned(), str::to_owned)
}

fn known(word: &str) -> Option<&'static str> {
    let folded = fold(word);
    let by_name = |w: &str| NAMES.iter().find(|(_, names)| names.contains(&w)).map(|(c, _)| *c);
    by_name(&folded).or_else(|| by_name(&word.to_lowercase())).or_else(|| code(word)).or_else(
        || {
            // “US Dollar (USD)”, “RUB - ₽”: one code in capitals among other words.
            let parts = word.split(|c: char| !c.is_alphanumeric());
            let mut codes =
                parts.filter(|p| p.chars().all(|c| c.is_ascii_uppercase())).filter_map(code);
            match (codes.next(), codes.next()) {
                (Some(code), None) => Some(code),
                _ => None,
            }
        },
    )
}

fn code(word: &str) -> Option<&'static str> {
    let named = NAMES.iter().map(|(code, _)| *code);
    named.chain(CODES.iter().copied()).find(|code| code.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_currency_has_one_name() {
        let names = [
            ("Российский рубль", "RUB"),
            (" руб. ", "RUB"),
            ("₽", "RUB"),
            ("RUR", "RUB"),
            ("rub", "RUB"),
            ("р.", "RUB"),
            ("Доллар США", "USD"),
            ("US Dollar (USD)", "USD"),
            ("$", "USD"),
            ("EUR", "EUR"),
            ("Ευρώ", "EUR"),
            ("ΕΥΡΩ", "EUR"),
            ("£", "GBP"),
            ("Гривна", "UAH"),
            ("Тенге", "KZT"),
            ("Белорусский рубль", "BYN"),
            ("RUB - ₽", "RUB"),
        ];
        for (written, code) in names {
            assert_eq!(normalise(written), code, "{written}");
        }
    }

    #[test]
    fn an_unknown_word_stays_and_two_codes_settle_nothing() {
        assert_eq!(normalise(" бонусы "), "бонусы");
        assert_eq!(normalise("USD/EUR"), "USD/EUR");
        assert_eq!(normalise("¥"), "¥");
        assert_eq!(normalise(""), "");
    }
}
