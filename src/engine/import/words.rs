//! Words that cells are recognised by, in English, Russian and Greek (and a few of
//! German and French that occur in the same exports): placeholders, yes and no, totals.
//!
//! Not here: what headers say (`header`), currencies (`currency`), words for roles, stages and channels (`mapping`).

use crate::engine::fold::{fold_short, fold_words};
use std::sync::LazyLock;

/// Folded, in the order of their bytes.
const PLACEHOLDERS: &[&str] = &[
    "#n/a",
    "#n/a n/a",
    "#δ/υ",
    "#н/д",
    "(blank)",
    "(empty)",
    "(no value)",
    "(none)",
    "(not set)",
    "(null)",
    "(κενο)",
    "(нет)",
    "(пусто)",
    "-",
    "- none -",
    "- select -",
    "--",
    "-- select --",
    "---",
    "----",
    "-none-",
    "-нет-",
    ".",
    "...",
    "<empty>",
    "<null>",
    "<пусто>",
    "?",
    "??",
    "???",
    "[null]",
    "\\n",
    "blank",
    "empty",
    "k.a.",
    "n.a.",
    "n/a",
    "n\\a",
    "na",
    "nil",
    "no data",
    "no value",
    "none",
    "not applicable",
    "not assigned",
    "not available",
    "not provided",
    "not set",
    "not specified",
    "null",
    "please select",
    "select",
    "select...",
    "tba",
    "tbd",
    "undefined",
    "unknown",
    "αγνωστο",
    "δ.υ.",
    "δ/υ",
    "δεν εχει κλεισει",
    "δεν εχει οριστει",
    "δεν οριστηκε",
    "δεν υπαρχει",
    "επιλεξτε",
    "κενο",
    "μ.δ.",
    "μ/δ",
    "μη διαθεσιμο",
    "χωρισ τιμη",
    "без значения",
    "выберите",
    "н.д.",
    "н/д",
    "нд",
    "не выбран",
    "не выбрано",
    "не задан",
    "не задано",
    "не закрыт",
    "не закрыта",
    "не закрыто",
    "не заполнен",
    "не заполнено",
    "не определен",
    "не определено",
    "не указан",
    "не указана",
    "не указано",
    "не указаны",
    "не установлено",
    "неизвестно",
    "нет данных",
    "нет значения",
    "отсутствует",
    "пусто",
    "–",
    "—",
    "——",
    "…",
    "−",
];

/// Dates of a database that has none.
const ZERO_DATES: &[&str] = &[
    "0000-00-00",
    "0000-00-00 00:00:00",
    "0000-00-00T00:00:00",
    "0000-00-00T00:00:00Z",
    "00.00.0000",
    "00.00.0000 00:00:00",
    "00/00/0000",
];

/// Whether a trimmed cell only says that there is no value.
pub fn is_placeholder(text: &str) -> bool {
    // The longest entry is short, and none but the zero dates holds a digit: most cells end here.
    if text.len() > 32 {
        return false;
    }
    if text.starts_with('0') {
        return ZERO_DATES.contains(&text);
    }
    if text.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    is_accounting_dash(text)
        || fold_short(text).is_some_and(|t| PLACEHOLDERS.binary_search(&t.as_str()).is_ok())
}

/// How a spreadsheet shows a zero of money: `$ -`, `-   ₽`, `- €`, `(-)`.
fn is_accounting_dash(text: &str) -> bool {
    let is_dash = |c: char| matches!(c, '-' | '–' | '—' | '−');
    let is_mark = |c: char| c.is_whitespace() || "$€£¥₽₴₸₺₹%()?".contains(c);
    text.chars().any(is_dash) && text.chars().all(|c| is_dash(c) || is_mark(c))
}

/// What a spreadsheet writes where a formula failed or a cell was too narrow, in any language:
/// `#REF!`, `#ДЕЛ/0!`, `#ΤΙΜΗ!`, `########`.
pub fn is_formula_error(text: &str) -> bool {
    let Some(name) = text.strip_prefix('#') else { return false };
    let filled = name.len() > 1 && name.bytes().all(|b| b == b'#');
    let Some(name) = name.strip_suffix(['!', '?']) else { return filled };
    let is_letter =
        |c: char| (c.is_alphabetic() && !c.is_lowercase()) || matches!(c, '/' | '0' | '_');
    (2..=16).contains(&name.chars().count()) && name.chars().all(is_letter)
}

/// Yes or no as a word.
pub fn flag(text: &str) -> Option<bool> {
    if text.len() > 20 || text.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    match fold_short(text)?.as_str() {
        "true" | "yes" | "y" | "t" | "да" | "д" | "истина" | "ναι" | "ν" | "αληθεσ" | "αληθησ"
        | "σωστο" => Some(true),
        "false" | "no" | "n" | "f" | "нет" | "н" | "ложь" | "οχι" | "ο" | "ψευδεσ" | "ψευδησ"
        | "λαθοσ" => Some(false),
        _ => None,
    }
}

const TOTALS: &[&str] = &[
    "total",
    "totals",
    "grand total",
    "grand totals",
    "subtotal",
    "sum total",
    "overall",
    "overall total",
    "sum",
    "итого",
    "итого и средние",
    "всего",
    "общий итог",
    "общее количество",
    "итог",
    "сумма",
    "общая сумма",
    "gesamt",
    "gesamtsumme",
    "summe",
    "insgesamt",
    "gesamtergebnis",
    "σύνολο",
    "σύνολα",
    "γενικό σύνολο",
    "άθροισμα",
    "συνολικά",
    "σ",
    "totaux",
    "total general",
    "total général",
    "total geral",
    "totale",
];

/// Folded once: a column may ask of a million texts.
static FOLDED_TOTALS: LazyLock<Vec<String>> = LazyLock::new(|| folded(TOTALS));
static FOLDED_OF: LazyLock<Vec<String>> = LazyLock::new(|| folded(OF));

fn folded(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| fold_words(word)).collect()
}

/// How a first cell names totals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Totals {
    /// It says nothing else: `Total`, `Total: Account`, `Итого:`, `Grand Totals (123 records)`.
    Alone,
    /// It says of what: `Total for all campaigns`, `Итого за сентябрь`, `Total of 2 results`.
    Of,
    /// It begins so, and may be a name: `Total Gym Inc`.
    Begun,
}

/// What follows the word where totals say of what they are.
const OF: &[&str] = &[
    "of", "for", "across", "all", "by", "in", "on", "per", "from", "за", "по", "для", "на", "из",
    "в", "от", "с", "для", "για", "όλων", "όλες", "όλα", "ανά", "από", "στο", "στη", "ολα", "für",
    "von", "aus", "der", "aller", "pour", "de", "du", "par",
];

/// How a first cell names totals, where it does.
pub fn totals_word(text: &str) -> Option<Totals> {
    let folded = fold_words(text);
    let mut answer = None;
    for word in FOLDED_TOTALS.iter() {
        let Some(rest) = folded.strip_prefix(word.as_str()) else { continue };
        if rest.starts_with(char::is_alphanumeric) {
            continue;
        }
        let rest = rest.trim_start();
        if rest.is_empty() || rest.starts_with([':', '(', '—', '–']) {
            return Some(Totals::Alone);
        }
        let next = rest.split(char::is_whitespace).next().unwrap_or_default();
        let of = FOLDED_OF.iter().any(|of| of == next);
        if of || answer.is_none() {
            answer = Some(if of { Totals::Of } else { Totals::Begun });
        }
    }
    answer
}

/// How a cell names totals behind a group's name, as Excel does: `SEO Total`, `SEO Итог`.
pub fn totals_behind(text: &str) -> bool {
    const WORDS: &[&str] = &["total", "subtotal", "итог", "итого", "всего", "συνολο", "gesamt"];
    let ends = text.trim_end().chars().next_back();
    if !ends.is_some_and(|c| "lLгГоОοΟtT".contains(c)) {
        return false;
    }
    let folded = fold_words(text);
    let behind = folded.rsplit_once(char::is_whitespace);
    behind.is_some_and(|(_, word)| WORDS.contains(&word))
}

/// Whether a first cell names an average, a least or a greatest value and says nothing else.
pub fn names_average(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "average",
        "averages",
        "avg",
        "median",
        "среднее",
        "в среднем",
        "среднее значение",
        "медиана",
        "μεσοσ οροσ",
        "μεση τιμη",
        "διαμεσοσ",
        "durchschnitt",
        "mittelwert",
        "moyenne",
        "promedio",
    ];
    is_one_of(text, WORDS) || names_extreme(text)
}

/// Whether that word may as well be a name: `Max` is a lead's.
pub fn names_extreme(text: &str) -> bool {
    const WORDS: &[&str] =
        &["min", "max", "mean", "minimum", "maximum", "минимум", "максимум", "ελαχιστο", "μεγιστο"];
    is_one_of(text, WORDS)
}

fn is_one_of(text: &str, words: &[&str]) -> bool {
    let text = text.trim_end_matches([':', '.', ' ']);
    fold_short(text).is_some_and(|folded| words.contains(&folded.as_str()))
}

/// Whether it is worth asking [`totals_word`]: by the first two letters alone, so that `S-1024` is
/// passed over.
pub fn may_name_totals(text: &str) -> bool {
    let mut letters = text.chars();
    let first = letters.next();
    let goes_on = letters.next().is_none_or(|c| !c.is_numeric() && c != '-');
    goes_on
        && first.is_some_and(|c| "tgsiouTGSIOUиоеивсИОВСσςγαάΣΓΑΆ".contains(c) || c.is_whitespace())
}

/// Whether a line says who made the file, rather than being a row.
pub fn is_footer_text(text: &str) -> bool {
    const STARTS: &[&str] = &[
        "copyright",
        "©",
        "(c) ",
        "confidential",
        "generated by",
        "generated on",
        "report generated",
        "exported",
        "source:",
        "отчет сформирован",
        "сформировано",
        "выгружено",
        "конец отчета",
        "© ",
        "end of report",
        "εξαγωγη",
        "πνευματικα",
        "δημιουργηθηκε",
        "all rights reserved",
    ];
    let folded = fold_words(text);
    STARTS.iter().any(|s| folded.starts_with(s)) || folded.ends_with("all rights reserved.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_and_placeholders() {
        for word in [
            "Total",
            "Всего",
            "Итого:",
            "Total: Account",
            "Grand Totals (123 records)",
            "ΣΥΝΟΛΟ",
            "Total : compte",
        ] {
            assert_eq!(totals_word(word), Some(Totals::Alone), "{word}");
        }
        assert_eq!(totals_word("Total Gym Inc"), Some(Totals::Begun));
        for of in ["Total for all campaigns", "Итого за сентябрь", "Σύνολο για όλες", "Total of 2"]
        {
            assert_eq!(totals_word(of), Some(Totals::Of), "{of}");
        }
        assert_eq!(
            (totals_word("Totally"), totals_word("Итоговая встреча"), totals_word("")),
            (None, None, None)
        );
        assert!(is_placeholder("не указано") && is_placeholder("N/A") && is_placeholder("—"));
        assert!(!is_placeholder("-5") && !is_placeholder("Anna") && !is_placeholder("0"));
        assert!(PLACEHOLDERS.is_sorted() && PLACEHOLDERS.iter().all(|p| fold_words(p) == *p));
        for text in ["#REF!", "#ДЕЛ/0!", "#ΤΙΜΗ!", "#NAME?", "########", "#DIV/0!"] {
            assert!(is_formula_error(text), "{text}");
        }
        for text in ["#1", "#", "#sale!", "#N/A", "#hash"] {
            assert!(!is_formula_error(text), "{text}");
        }
        assert_eq!((flag("Да"), flag("ΟΧΙ"), flag("maybe")), (Some(true), Some(false), None));
    }
}
