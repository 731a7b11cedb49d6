//! Words that cells and headers are recognised by, in English, Russian and Greek (and a few of
//! German and French that occur in the same exports): placeholders, yes and no, totals,
//! identifiers.
//!
//! Not here: currencies (`currency`), words for roles, stages and channels (`mapping`).

/// Folds for comparison: lower case, ё → е, Greek accents off, ς → σ, blanks collapsed.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut blank = false;
    for c in text.trim().chars() {
        if c.is_whitespace() || c == '_' {
            blank = true;
            continue;
        }
        if std::mem::take(&mut blank) {
            folded.push(' ');
        }
        folded.extend(c.to_lowercase().map(plain_letter));
    }
    folded
}

fn plain_letter(c: char) -> char {
    match c {
        'ё' => 'е',
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        c => c,
    }
}

/// Words of a header: letters and digits, cut at anything else and at `camelCase` humps.
pub fn header_words(header: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before_lower = false;
    for c in header.chars() {
        let hump = before_lower && c.is_uppercase();
        if hump || !(c.is_alphanumeric() || c == '№') {
            words.push(String::new());
        }
        if let (true, Some(word)) = (c.is_alphanumeric() || c == '№', words.last_mut()) {
            word.push(c);
        }
        before_lower = c.is_lowercase();
    }
    words.iter().map(|w| fold(w)).filter(|w| !w.is_empty()).collect()
}

const PLACEHOLDERS: &[&str] = &[
    "-",
    "--",
    "---",
    "—",
    "–",
    "−",
    "——",
    "…",
    "...",
    "?",
    "n/a",
    "n.a.",
    "na",
    "#n/a",
    "#н/д",
    "н/д",
    "н.д.",
    "нд",
    "null",
    "(null)",
    "none",
    "nil",
    "\\n",
    "(none)",
    "(not set)",
    "not set",
    "(blank)",
    "blank",
    "empty",
    "(пусто)",
    "пусто",
    "undefined",
    "unknown",
    "select",
    "tbd",
    "не указано",
    "не указан",
    "не указана",
    "не задано",
    "не заполнено",
    "не закрыта",
    "не закрыто",
    "нет данных",
    "не определено",
    "неизвестно",
    "отсутствует",
    "δ/υ",
    "μ/δ",
    "αγνωστο",
    "κενο",
    "δεν υπαρχει",
    "δεν οριστηκε",
    "χωρισ τιμη",
    "no value",
    "(no value)",
];

/// Whether a trimmed cell only says that there is no value.
pub fn is_placeholder(text: &str) -> bool {
    // The longest entry is short, and none holds a digit: most cells end here.
    if text.len() > 32 || text.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let folded = fold(text);
    PLACEHOLDERS.iter().any(|p| *p == folded)
}

/// Yes or no as a word.
pub fn flag(text: &str) -> Option<bool> {
    if text.len() > 20 || text.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    match fold(text).as_str() {
        "true" | "yes" | "y" | "да" | "д" | "истина" | "ναι" | "αληθεσ" | "σωστο" => {
            Some(true)
        }
        "false" | "no" | "n" | "нет" | "н" | "ложь" | "οχι" | "ψευδεσ" | "λαθοσ" => {
            Some(false)
        }
        _ => None,
    }
}

/// Whether a header asks a yes-or-no question, so that 0 and 1 are its answers.
pub fn header_asks(header: &str) -> bool {
    let words = header_words(header);
    let first = words.first().map(String::as_str);
    matches!(first, Some("is" | "has" | "was" | "flag" | "флаг"))
        || (words.len() == 1
            && matches!(
                first,
                Some("closed" | "won" | "lost" | "converted" | "deleted" | "active")
            ))
        || words.iter().any(|w| w == "flag" || w == "флаг")
}

const IDENTIFIER_WORDS: &[&str] = &[
    "id",
    "ids",
    "ид",
    "айди",
    "№",
    "guid",
    "uuid",
    "uid",
    "code",
    "phone",
    "telephone",
    "tel",
    "mobile",
    "fax",
    "zip",
    "postcode",
    "postal",
    "sku",
    "ean",
    "gtin",
    "barcode",
    "iban",
    "inn",
    "номер",
    "код",
    "телефон",
    "тел",
    "факс",
    "инн",
    "кпп",
    "огрн",
    "бик",
    "снилс",
    "артикул",
    "штрихкод",
    "κωδικοσ",
    "τηλεφωνο",
    "τηλεφωνου",
    "κινητο",
    "φαξ",
    "αφμ",
    "τκ",
    "αναγνωριστικο",
    "gclid",
    "yclid",
    "fbclid",
    "cid",
];

/// Whether a header names identifiers: numbers that are labels and must not be summed.
pub fn header_identifies(header: &str) -> bool {
    let words = header_words(header);
    if words.iter().any(|w| IDENTIFIER_WORDS.contains(&w.as_str()) || w.starts_with('№')) {
        return true;
    }
    // `Order number` is a label, `Number of employees` a count.
    let last = words.last().map(String::as_str);
    matches!(last, Some("number" | "no" | "nr" | "αριθμοσ")) || header.trim() == "#"
}

/// Whether a header names days.
pub fn header_dates(header: &str) -> bool {
    const WORDS: &[&str] =
        &["date", "day", "дата", "день", "ημερομηνια", "ημερα", "datum", "tag", "jour", "fecha"];
    header_words(header).iter().any(|w| WORDS.contains(&w.as_str()))
}

/// Whether a header says that its numbers are percent.
pub fn header_percent(header: &str) -> bool {
    header.contains('%')
}

const TOTALS: &[&str] = &[
    "total",
    "totals",
    "grand total",
    "grand totals",
    "subtotal",
    "sum total",
    "overall total",
    "итого",
    "итого и средние",
    "всего",
    "общий итог",
    "общее количество",
    "итог",
    "gesamt",
    "gesamtsumme",
    "summe",
    "insgesamt",
    "gesamtergebnis",
    "σύνολο",
    "σύνολα",
    "γενικό σύνολο",
    "totaux",
    "total general",
    "total général",
    "total geral",
    "totale",
];

/// How a first cell names totals: `Some(true)` when it says nothing else (`Total`, `Total: Account`,
/// `Итого:`, `Grand Totals (123 records)`), `Some(false)` when more words follow.
pub fn totals_word(text: &str) -> Option<bool> {
    let folded = fold(text);
    let mut answer = None;
    for word in TOTALS {
        let Some(rest) = folded.strip_prefix(fold(word).as_str()) else { continue };
        if rest.starts_with(char::is_alphanumeric) {
            continue;
        }
        let rest = rest.trim_start();
        if rest.is_empty() || rest.starts_with([':', '(', '—', '–']) {
            return Some(true);
        }
        answer = Some(false);
    }
    answer
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
    let folded = fold(text);
    STARTS.iter().any(|s| folded.starts_with(s)) || folded.ends_with("all rights reserved.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_tell_labels_from_counts() {
        for label in [
            "ad_id",
            "ID",
            "№ Кампании",
            "CampaignId",
            "Phone Number",
            "Order no",
            "ΑΦΜ",
            "Κωδικός",
            "ID сделки",
        ] {
            assert!(header_identifies(label), "{label}");
        }
        for count in
            ["Paid", "Number of employees", "Video plays", "Количество", "interest", "Сумма"]
        {
            assert!(!header_identifies(count), "{count}");
        }
    }

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
            assert_eq!(totals_word(word), Some(true), "{word}");
        }
        assert_eq!(totals_word("Total Gym Inc"), Some(false));
        assert_eq!(
            (totals_word("Totally"), totals_word("Итоговая встреча"), totals_word("")),
            (None, None, None)
        );
        assert!(is_placeholder("не указано") && is_placeholder("N/A") && is_placeholder("—"));
        assert!(!is_placeholder("-5") && !is_placeholder("Anna"));
        assert_eq!((flag("Да"), flag("ΟΧΙ"), flag("maybe")), (Some(true), Some(false), None));
    }
}
