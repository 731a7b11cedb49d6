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

/// Whether numbers below a header are days: it names days, and no money and no count unless these
/// only describe the day (`Payment date`, `Дата оплаты`).
pub fn names_days(header: &str) -> bool {
    const LINKS: &[&str] = &["by", "to", "per", "up", "за", "на", "по", "до", "εωσ", "ανα", "bis"];
    let days = |word: Option<&String>| word.is_some_and(|w| dates(w));
    let words = words(header);
    let ends = days(words.first()) || days(words.last());
    let described = ends && !holds(header, LINKS) && !counts(header);
    dates(header) && (described || !(money(header) || counts(header)))
}

/// Whether a header names what is counted.
pub fn counts(header: &str) -> bool {
    const WORDS: &[&str] = &[
        "conversions",
        "conv",
        "impr",
        "results",
        "employees",
        "score",
        "duration",
        "probability",
        "конверсии",
        "показов",
        "кликов",
        "лидов",
        "заявки",
        "заявок",
        "баллы",
        "count",
        "counts",
        "qty",
        "quantity",
        "units",
        "clicks",
        "impressions",
        "views",
        "visits",
        "sessions",
        "users",
        "leads",
        "calls",
        "deals",
        "orders",
        "days",
        "hours",
        "minutes",
        "количество",
        "кол",
        "число",
        "шт",
        "клики",
        "показы",
        "переходы",
        "визиты",
        "лиды",
        "звонки",
        "сделки",
        "заказы",
        "дни",
        "дней",
        "часы",
        "πληθοσ",
        "ποσοτητα",
        "τεμαχια",
        "κλικ",
        "εμφανισεισ",
        "επισκεψεισ",
        "κλησεισ",
        "ημερεσ",
        "ωρεσ",
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
        "sales",
        "income",
        "profit",
        "discount",
        "fee",
        "доход",
        "прибыль",
        "скидка",
        "сумма",
        "продажи",
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
