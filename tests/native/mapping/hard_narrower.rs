//! Headers that hold the word of a role and are something narrower: they never play it, beside the
//! role's own column and without it.

use super::hard_headers::file;
use super::made::views;
use tundish::engine::mapping::suggest::roles;
use tundish::engine::mapping::{FileKind, Role};

use Role as R;

/// Headers that hold a role's word and are something narrower; the last is the role's own.
const NARROWER: &[(Role, &str, &[&str])] = &[
    (
        R::Clicks,
        "Clicks",
        &[
            "Cost per click",
            "Click rate",
            "Avg. cost per click",
            "Share of clicks",
            "Unique clicks",
        ],
    ),
    (
        R::Clicks,
        "Клики",
        &["Цена клика", "Стоимость за клик", "Доля кликов", "Ср. цена клика", "Уникальные клики"],
    ),
    (
        R::Clicks,
        "Κλικ",
        &[
            "Μέσο κόστος ανά κλικ",
            "ΜΕΣΟ ΚΟΣΤΟΣ ΑΝΑ ΚΛΙΚ",
            "Κόστος ανά κλικ",
            "Ποσοστό κλικ",
            "Μερίδιο κλικ",
            "Τιμή ανά κλικ",
        ],
    ),
    (
        R::Impressions,
        "Impressions",
        &["Cost per 1,000 impressions", "Impression share", "Top impression rate", "CPM"],
    ),
    (
        R::Impressions,
        "Показы",
        &[
            "Цена за 1000 показов",
            "Стоимость показов",
            "Доля показов",
            "Показ кампании",
            "Тип показа",
        ],
    ),
    (
        R::Impressions,
        "Εμφανίσεις",
        &[
            "Κόστος ανά χίλιες εμφανίσεις",
            "Μερίδιο εμφανίσεων",
            "Ποσοστό εμφανίσεων",
            "Κόστος ανά 1.000 εμφανίσεις",
            "Συχνότητα εμφανίσεων",
        ],
    ),
    (
        R::Spend,
        "Cost",
        &[
            "Cost of sales",
            "Cost of goods sold",
            "Cost per lead",
            "Cost per conversion",
            "Cost / conv.",
            "Average cost",
            "Cost share",
            "Target cost",
        ],
    ),
    (
        R::Spend,
        "Расход",
        &[
            "Расход за клик",
            "Доля расхода, %",
            "Средний расход",
            "Стоимость лида",
            "Расход на лид",
            "Цена цели",
            "Себестоимость продаж",
        ],
    ),
    (
        R::Spend,
        "Κόστος",
        &[
            "Κόστος πωλήσεων",
            "Κόστος πωληθέντων",
            "Κόστος ανά μετατροπή",
            "Μέσο κόστος",
            "Κόστος κλικ",
            "Ποσοστό κόστους",
            "Κόστος ανά αποτέλεσμα",
        ],
    ),
    (
        R::Conversions,
        "Leads",
        &["Cost per lead", "Lead conversion rate", "Leads share, %", "Average leads value"],
    ),
    (R::Conversions, "Лиды", &["Стоимость лида", "Цена лида", "Доля лидов", "Процент конверсии"]),
    (
        R::Conversions,
        "Μετατροπές",
        &["Ποσοστό μετατροπών", "Κόστος ανά μετατροπή", "Αξία μετατροπών", "Μέση αξία μετατροπών"],
    ),
];

#[test]
fn a_narrower_header_never_plays_the_role() {
    let mut asked = 0;
    for (role, own, narrower) in NARROWER {
        for header in *narrower {
            asked += 1;
            let columns = format!("{header}=money|Day=day|Campaign=a/b|{own}=whole");
            let imported = [file(&columns)];
            let seen = views(&imported);
            let found = roles(&seen[0], FileKind::Spend);
            assert_eq!(found.get(role).map(String::as_str), Some(*own), "{header}");
            let alone = [file(&format!("{header}=money|Day=day|Campaign=a/b"))];
            let seen = views(&alone);
            let found = roles(&seen[0], FileKind::Spend);
            assert_eq!(found.get(role), None, "{header}");
        }
    }
    assert!(asked >= 60, "{asked}");
}
