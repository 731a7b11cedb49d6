//! Exports that are neither deals, leads nor ad costs.

use super::crm_local::RUSSIAN;
use super::{Cell as C, Encoding, Export, LOCAL, PLAIN, Style, Totals};
use ExportKind as X;
use tundish::engine::import::exporter::{ExportKind, ExporterId as Id};
use tundish::engine::mapping::FileKind;

const OTHER: Export = Export {
    name: "",
    exporter: None,
    kind: FileKind::Other,
    channel: None,
    style: LOCAL,
    words: &RUSSIAN,
    above: &[],
    below: &[],
    totals: Totals::No,
    columns: &[],
};

pub const EXPORTS: &[Export] = &[
    Export {
        name: "Источники, сводка.csv",
        exporter: Some((Id::YandexMetrica, X::Visits)),
        style: Style { encoding: Encoding::Utf8Mark, delimiter: ',', ..LOCAL },
        columns: &[
            (
                "Источник трафика",
                C::Of(&["Переходы по рекламе", "Прямые заходы", "Переходы из поисковых систем"]),
                None,
            ),
            ("Первый источник трафика", C::Of(&["Переходы по рекламе", "Прямые заходы"]), None),
            ("Дата визита", C::Day, None),
            ("Визиты", C::Whole, None),
            ("Посетители", C::Whole, None),
            ("Отказы", C::Percent, None),
        ],
        ..OTHER
    },
    Export {
        name: "stage history.csv",
        exporter: Some((Id::Salesforce, X::StageHistory)),
        style: PLAIN,
        columns: &[
            ("Opportunity Name", C::Title("Opp"), None),
            ("Opportunity Owner", C::Owner, None),
            ("From Stage", C::Of(&["Prospecting", "Qualification"]), None),
            ("To Stage", C::Of(&["Qualification", "Closed Won"]), None),
            ("Last Modified", C::Modified, None),
        ],
        ..OTHER
    },
];
