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
    // `Order number` is a label, `Number of employees` a count.
    let last = words.last().map(String::as_str);
    matches!(last, Some("number" | "no" | "nr" | "αριθμοσ")) || header.trim() == "#"
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
        "φαξ",
    ];
    words(header).iter().any(|w| WORDS.contains(&w.as_str()))
}

/// Whether a header names days.
pub fn dates(header: &str) -> bool {
    const WORDS: &[&str] =
        &["date", "day", "дата", "день", "ημερομηνια", "ημερα", "datum", "tag", "jour", "fecha"];
    words(header).iter().any(|w| WORDS.contains(&w.as_str()))
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
