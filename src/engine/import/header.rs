//! What a header says of its cells: identifiers, telephones, days, percent, yes or no. In English,
//! Russian and Greek; whole words only.
//!
//! Not here: the role of a column (`mapping`), currencies (`currency`).

use crate::engine::fold::fold_words;

/// Words of a header: letters and digits, cut at anything else and at `camelCase` humps.
pub fn words(header: &str) -> Vec<String> {
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
    words.iter().map(|w| fold_words(w)).filter(|w| !w.is_empty()).collect()
}

/// Whether a header asks a yes-or-no question, so that 0 and 1 are its answers.
pub fn asks(header: &str) -> bool {
    let words = words(header);
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
    "инн",
    "кпп",
    "огрн",
    "бик",
    "снилс",
    "артикул",
    "паспорт",
    "αμκα",
    "ταχυδρομικοσ",
    "штрихкод",
    "κωδικοσ",
    "αφμ",
    "τκ",
    "αναγνωριστικο",
    "gclid",
    "yclid",
    "fbclid",
    "cid",
];

/// Whether a header names identifiers: numbers that are labels and must not be summed.
pub fn identifies(header: &str) -> bool {
    let words = words(header);
    if words.iter().any(|w| IDENTIFIER_WORDS.contains(&w.as_str()) || w.starts_with('№')) {
        return true;
    }
    // `Order number` is a label, `Number of employees` a count; so with `Αριθμός παραγγελίας` and
    // `Αριθμός υπαλλήλων`. An index is a postcode unless something is measured by it.
    const NUMBERED: &[&str] =
        &["παραγγελιασ", "τιμολογιου", "συμβολαιου", "πελατη", "ευκαιριασ", "προσφορασ"];
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["αριθμοσ", of] => NUMBERED.contains(&of),
        ["индекс"] | ["почтовый", "индекс"] | ["τ", "κ"] => true,
        [.., last] => matches!(last, "number" | "no" | "nr" | "αριθμοσ"),
        [] => header.trim() == "#",
    }
}

/// Whether a header names nothing but identifiers, so that even a fraction is none: `Client ID`,
/// `Код товара`; not `SKU price`.
pub fn only_identifies(header: &str) -> bool {
    let words = words(header);
    let is_word = |w: &String| IDENTIFIER_WORDS.contains(&w.as_str()) || w.starts_with('№');
    let latin = |w: &String| w.is_ascii();
    words.last().is_some_and(is_word)
        || (words.first().is_some_and(is_word)
            && words.len() == 2
            && words.iter().skip(1).all(|w| !latin(w)))
}

/// Whether a header names telephones, or what was counted on them.
pub fn phones(header: &str) -> bool {
    const WORDS: &[&str] = &[
        "phone",
        "telephone",
        "tel",
        "mobile",
        "fax",
        "телефон",
        "тел",
        "факс",
        "τηλεφωνο",
        "τηλεφωνου",
        "κινητο",
        "κινητου",
        "τηλ",
        "моб",
        "мобильный",
        "φαξ",
    ];
    words(header).iter().any(|w| WORDS.contains(&w.as_str()))
}

/// Whether a header names days: `Close date`, and not `Cost per day` or `Spend to date`.
pub fn dates(header: &str) -> bool {
    const WORDS: &[&str] =
        &["date", "day", "дата", "день", "ημερομηνια", "ημερα", "datum", "tag", "jour", "fecha"];
    const PER: &[&str] = &["per", "за", "ανα", "pro", "par"];
    // `By day` names days; `Sales by day` hardly does.
    const AFTER: &[&str] = &["to", "by", "a", "each", "в", "на", "την", "am"];
    let words = words(header);
    let is_date = |at: usize| words.get(at).is_some_and(|w| WORDS.contains(&w.as_str()));
    let per = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        before.is_some_and(|w| PER.contains(&w.as_str()) || (at > 1 && AFTER.contains(&w.as_str())))
    };
    (0..words.len()).any(|at| is_date(at) && !per(at))
}

/// Whether a header says that its numbers are percent.
pub fn percent(header: &str) -> bool {
    header.contains('%')
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
            "Order number",
            "Order no",
            "ΑΦΜ",
            "Κωδικός",
            "ID сделки",
        ] {
            assert!(identifies(label), "{label}");
        }
        for count in
            ["Paid", "Number of employees", "Video plays", "Количество", "interest", "Сумма"]
        {
            assert!(!identifies(count), "{count}");
        }
    }
}
