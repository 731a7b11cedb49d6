//! What a header says of times, periods and money. It only tells between readings that its cells
//! allow as well. In English, Russian and Greek; whole words only.
//!
//! Not here: identifiers, days and percent (`header`), currencies (`currency`).

use super::header::{dates, words};

fn holds(header: &str, of: &[&str]) -> bool {
    words(header).iter().any(|w| of.contains(&w.as_str()))
}

/// Whether a header names moments, which programs write as seconds.
pub fn stamps(header: &str) -> bool {
    const WORDS: &[&str] = &[
        "time",
        "timestamp",
        "ts",
        "datetime",
        "epoch",
        "unix",
        "created",
        "updated",
        "modified",
        "closed",
        "at",
        "время",
        "создан",
        "создана",
        "создано",
        "изменен",
        "изменена",
        "обновлено",
        "χρονοσ",
        "ωρα",
        "χρονοσφραγιδα",
        "δημιουργηθηκε",
    ];
    dates(header) || holds(header, WORDS)
}

/// Whether a header names what happened on a day, and nothing that could be counted: `Created`,
/// `Closed on` and not `Created deals`.
pub fn events(header: &str) -> bool {
    const WORDS: &[&str] = &[
        "created",
        "closed",
        "updated",
        "modified",
        "создан",
        "создана",
        "создано",
        "закрыт",
        "закрыта",
        "изменен",
        "изменена",
        "δημιουργηθηκε",
        "εκλεισε",
    ];
    let words = words(header);
    let rest = words.iter().filter(|w| !WORDS.contains(&w.as_str()));
    let is_bare = rest.clone().all(|w| matches!(w.as_str(), "at" | "on" | "time" | "last"));
    is_bare && rest.count() < words.len()
}

/// Whether a header names lengths of time.
pub fn durations(header: &str) -> bool {
    const WORDS: &[&str] =
        &["duration", "length", "elapsed", "длительность", "продолжительность", "διαρκεια"];
    holds(header, WORDS)
}

/// Whether a header names months, quarters or weeks.
pub fn periods(header: &str) -> bool {
    const WORDS: &[&str] = &[
        "month",
        "period",
        "quarter",
        "week",
        "месяц",
        "период",
        "квартал",
        "неделя",
        "μηνασ",
        "περιοδοσ",
        "τριμηνο",
        "εβδομαδα",
        "monat",
        "mois",
    ];
    holds(header, WORDS)
}

/// Whether a header names amounts of money.
pub fn money(header: &str) -> bool {
    const WORDS: &[&str] = &[
        "amount",
        "price",
        "cost",
        "costs",
        "spend",
        "spent",
        "revenue",
        "budget",
        "sum",
        "total",
        "value",
        "сумма",
        "цена",
        "стоимость",
        "расход",
        "расходы",
        "выручка",
        "бюджет",
        "оплата",
        "ποσο",
        "τιμη",
        "κοστοσ",
        "αξια",
        "εσοδα",
        "δαπανη",
    ];
    holds(header, WORDS)
}
