//! Currencies as files write them (signs, abbreviations, names, codes) → ISO 4217.
//!
//! One table for cells, for headers and for columns of currencies. Money of two currencies is never
//! added, so that two names of one currency must become one, and two currencies must not. Not here:
//! rates, how an amount is written for people (`format`), where a header names one (`import`).

use super::fold::{fold, fold_short};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The sign of the yen and of the yuan: it stands for itself until somebody says which is meant.
const SHARED_SIGN: &str = "¥";

/// ISO code, and its names and signs, folded. What several countries call their money (kr, peso) is
/// not here.
const NAMES: &[(&str, &str)] = &[
    (SHARED_SIGN, SHARED_SIGN),
    (
        "RUB",
        "₽|руб|руб.|р|р.|rur|рубль|рубли|рублей|российский рубль|российские рубли|рубль рф|\
        рубль россии|russian ruble|russian rouble|ruble|rouble|ρουβλι|ρωσικο ρουβλι|rub.",
    ),
    (
        "USD",
        "$|us$|$us|долл|долл.|доллар|доллары|долларов|доллар сша|доллары сша|us dollar|\
        us dollars|u.s. dollar|u.s. dollars|american dollar|dollar|dollars|δολαριο|δολαρια|\
        δολαριο ηπα|δολαρια ηπα|δολαριο ηνωμενων πολιτειων",
    ),
    ("EUR", "€|евро|euro|euros|ευρω"),
    (
        "GBP",
        "£|фунт|фунт стерлингов|фунты стерлингов|pound|pounds|pound sterling|british pound|\
        british pounds|λιρα αγγλιασ|λιρα στερλινα|στερλινα",
    ),
    (
        "UAH",
        "₴|грн|грн.|гривна|гривня|украинская гривна|українська гривня|hryvnia|\
        ukrainian hryvnia",
    ),
    ("KZT", "₸|тг|тг.|тенге|казахстанский тенге|казахский тенге|tenge|kazakhstani tenge"),
    (
        "BYN",
        "br|бел. руб.|бел.руб.|белорусский рубль|белорусские рубли|belarusian ruble|\
        belarusian rouble",
    ),
    ("UZS", "сум|узбекский сум|so'm|uzbekistani som"),
    ("KGS", "киргизский сом|кыргызский сом|kyrgyzstani som"),
    ("AMD", "֏|драм|армянский драм|armenian dram"),
    ("GEL", "₾|лари|грузинский лари|georgian lari|lari"),
    ("AZN", "₼|азербайджанский манат|azerbaijani manat"),
    ("MDL", "молдавский лей|moldovan leu"),
    ("TRY", "₺|турецкая лира|turkish lira|τουρκικη λιρα"),
    ("CNY", "юань|китайский юань|chinese yuan|yuan|renminbi"),
    ("JPY", "иена|японская иена|japanese yen|yen|γιεν"),
    ("INR", "₹|индийская рупия|indian rupee"),
    ("ILS", "₪|шекель|новый израильский шекель|israeli new shekel|shekel"),
    ("PLN", "zł|злотый|польский злотый|polish zloty|zloty"),
    ("CZK", "kč|чешская крона|czech koruna"),
    ("CHF", "швейцарский франк|swiss franc|ελβετικο φραγκο"),
    ("CAD", "канадский доллар|canadian dollar|ca$|c$"),
    ("AUD", "австралийский доллар|australian dollar|a$"),
    ("AED", "дирхам|дирхам оаэ|uae dirham"),
    ("RSD", "сербский динар|serbian dinar"),
    ("BGN", "лв|лв.|болгарский лев|bulgarian lev|λεβ"),
    ("RON", "румынский лей|romanian leu"),
    ("KRW", "₩"),
    ("VND", "₫"),
    ("THB", "฿"),
    ("BRL", "r$"),
];

/// Codes without a name above that files hold as well. The Albanian lek is left out: `Clicks (all)`
/// is no money.
const CODES: &str = "\
    ARS BAM CLP COP DKK EGP HKD HUF IDR ISK MAD MKD MNT MXN MYR NGN NOK NZD PEN PHP QAR SAR SEK \
    SGD TJS TMT TWD ZAR";

/// Words that mean something else in most headers and beside most numbers: `Weight (pounds)`,
/// `PEN-1000`. Only a column of currencies says what they are there.
const OTHERWISE: &[&str] = &["mad", "pen", "pound", "pounds", "фунт"];

/// Every word and code, folded, with the code that it stands for.
static WORDS: LazyLock<FxHashMap<String, &'static str>> = LazyLock::new(|| {
    let names =
        NAMES.iter().flat_map(|(code, names)| names.split('|').map(|n| (n.to_owned(), *code)));
    let codes = NAMES.iter().map(|(code, _)| *code).chain(CODES.split_whitespace());
    names.chain(codes.map(|code| (code.to_lowercase(), code))).collect()
});

/// The currency that a word of a column of currencies stands for.
fn of_word(word: &str) -> Option<&'static str> {
    WORDS.get(&fold(word)).copied()
}

/// The currency that a word beside a number or in a header stands for.
pub fn beside_number(word: &str) -> Option<&'static str> {
    // Words before the digits of a million identifiers come here: no memory is taken for them.
    let folded = fold_short(word)?;
    let folded = folded.as_str();
    WORDS.get(folded).copied().filter(|_| !OTHERWISE.contains(&folded))
}

/// Whether a currency is settled by how the file writes it.
pub fn is_settled(currency: &str) -> bool {
    currency != SHARED_SIGN
}

/// The ISO 4217 code of a currency, or the file's own word where it is not known.
pub fn normalise(text: &str) -> String {
    let word = text.trim();
    of_word(word).or_else(|| code_among(word)).unwrap_or(word).to_owned()
}

/// “US Dollar (USD)”, “RUB - ₽”: one code in capitals among other words.
fn code_among(words: &str) -> Option<&'static str> {
    let parts = words.split(|c: char| !c.is_alphanumeric());
    let mut codes = parts.filter_map(|part| of_word(part).filter(|code| *code == part));
    match (codes.next(), codes.next()) {
        (Some(code), None) => Some(code),
        _ => None,
    }
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

    #[test]
    fn a_sign_of_two_currencies_is_neither() {
        assert_eq!(beside_number("¥"), Some("¥"));
        assert!(!is_settled("¥") && is_settled("JPY"));
        assert_eq!((normalise("иена"), normalise("CNY")), ("JPY".to_owned(), "CNY".to_owned()));
    }

    #[test]
    fn a_pound_is_money_only_where_currencies_are_listed() {
        assert_eq!(normalise("Pound"), "GBP");
        assert_eq!(normalise("MAD"), "MAD");
        for word in ["pounds", "Pen", "MAD", "фунт"] {
            assert_eq!(beside_number(word), None, "{word}");
        }
        assert_eq!(beside_number("Юань"), Some("CNY"));
        assert_eq!(beside_number("SEK"), Some("SEK"));
    }

    #[test]
    fn the_table_is_folded_and_each_word_stands_once() {
        let names = || NAMES.iter().flat_map(|(_, names)| names.split('|'));
        for name in names() {
            assert_eq!(fold(name), name);
        }
        // The shared sign is its own name.
        let entries = names().count() + NAMES.len() - 1 + CODES.split_whitespace().count();
        assert_eq!(WORDS.len(), entries);
    }
}
