//! Exports that are neither deals, leads nor ad costs.

use super::crm_local::{GREEK, RUSSIAN};
use super::{Cell as C, DayStyle, Encoding, Export, LOCAL, PLAIN, Style, Totals, Words};
use ExportKind as X;
use tundish::engine::import::exporter::{ExportKind, ExporterId as Id};
use tundish::engine::mapping::{FileKind, Role as R};

/// No stages: no ladder comes of these files.
const RU: Words = Words { won: "", ..RUSSIAN };
const EL: Words = Words { won: "", ..GREEK };

const OTHER: Export = Export {
    name: "",
    exporter: None,
    kind: FileKind::Other,
    channel: None,
    style: LOCAL,
    words: &RU,
    above: &[],
    below: &[],
    totals: Totals::No,
    columns: &[],
};

pub const EXPORTS: &[Export] = &[
    Export {
        name: "Источники, сводка.csv",
        exporter: Some((Id::YandexMetrica, X::Visits)),
        kind: FileKind::Visits,
        style: Style { encoding: Encoding::Utf8Mark, delimiter: ',', ..LOCAL },
        columns: &[
            (
                "Источник трафика",
                C::Of(&["Переходы по рекламе", "Прямые заходы", "Переходы из поисковых систем"]),
                Some(R::Source),
            ),
            ("Первый источник трафика", C::Of(&["Переходы по рекламе", "Прямые заходы"]), None),
            ("Дата визита", C::Day, Some(R::Date)),
            ("Визиты", C::Whole, Some(R::Visits)),
            ("Посетители", C::Whole, Some(R::Visitors)),
            ("Отказы", C::Percent, None),
        ],
        ..OTHER
    },
    Export {
        name: "stage history.csv",
        exporter: Some((Id::Salesforce, X::StageHistory)),
        kind: FileKind::StageHistory,
        style: Style { day: DayStyle::MonthFirst, ..PLAIN },
        columns: &[
            ("Opportunity Name", C::Title("Opp"), Some(R::Record)),
            ("Opportunity Owner", C::Owner, Some(R::Owner)),
            ("From Stage", C::Of(&["Prospecting", "Qualification"]), Some(R::FromStage)),
            ("To Stage", C::Of(&["Qualification", "Closed Won"]), Some(R::Stage)),
            ("Last Modified", C::Modified, Some(R::Date)),
        ],
        ..OTHER
    },
    Export {
        name: "звонки.csv",
        kind: FileKind::Activities,
        columns: &[
            ("Дата и время", C::Created, Some(R::Date)),
            ("Направление", C::Of(&["входящий", "исходящий"]), Some(R::Direction)),
            ("Статус звонка", C::Of(&["отвечен", "пропущен"]), Some(R::ActivityResult)),
            ("Длительность", C::Whole, Some(R::Duration)),
            ("Номер", C::Phone, Some(R::Person)),
            ("Источник", C::Source, Some(R::Source)),
        ],
        ..OTHER
    },
    Export {
        name: "calls.csv",
        kind: FileKind::Activities,
        style: PLAIN,
        columns: &[
            ("Call date", C::Created, Some(R::Date)),
            ("Direction", C::Of(&["Inbound", "Outbound"]), Some(R::Direction)),
            ("Disposition", C::Of(&["ANSWERED", "NO ANSWER", "BUSY"]), Some(R::ActivityResult)),
            ("Duration", C::Of(&["0:45", "1:20", "12:05"]), Some(R::Duration)),
        ],
        ..OTHER
    },
    Export {
        name: "κλήσεις.csv",
        kind: FileKind::Activities,
        style: Style { day: DayStyle::DayFirst, ..LOCAL },
        words: &EL,
        columns: &[
            ("Ημερομηνία", C::CreatedDay, Some(R::Date)),
            ("Κατεύθυνση", C::Of(&["Εισερχόμενη", "Εξερχόμενη"]), Some(R::Direction)),
            ("Διάρκεια", C::Whole, Some(R::Duration)),
            ("Κατάσταση", C::Of(&["Απαντήθηκε", "Αναπάντητη"]), Some(R::ActivityResult)),
        ],
        ..OTHER
    },
    Export {
        name: "nps.csv",
        kind: FileKind::Scores,
        style: PLAIN,
        columns: &[
            ("Score", C::Of(&["10", "9", "7", "3"]), Some(R::Score)),
            ("Comment", C::Title("good"), Some(R::Comment)),
            ("Date", C::CreatedDay, Some(R::Date)),
            ("Email", C::Email, Some(R::Person)),
        ],
        ..OTHER
    },
    Export {
        name: "оценки.csv",
        kind: FileKind::Scores,
        columns: &[
            ("Оценка", C::Of(&["10", "9", "7", "3"]), Some(R::Score)),
            ("Дата", C::CreatedDay, Some(R::Date)),
            ("Компания", C::Company, Some(R::Account)),
        ],
        ..OTHER
    },
    Export {
        name: "βαθμολογίες.csv",
        kind: FileKind::Scores,
        words: &EL,
        columns: &[
            ("Βαθμολογία", C::Of(&["10", "9", "7", "3"]), Some(R::Score)),
            ("Ημερομηνία", C::CreatedDay, Some(R::Date)),
            ("Σχόλια", C::Title("καλό"), Some(R::Comment)),
        ],
        ..OTHER
    },
    Export {
        name: "targets.csv",
        kind: FileKind::Targets,
        style: PLAIN,
        columns: &[
            ("period", C::CreatedDay, Some(R::Date)),
            ("kpi", C::Of(&["leads", "won", "revenue"]), Some(R::Measure)),
            ("channel", C::Source, Some(R::Source)),
            ("owner", C::Owner, Some(R::Owner)),
            ("value", C::Whole, Some(R::Target)),
        ],
        ..OTHER
    },
    Export {
        name: "планы.csv",
        kind: FileKind::Targets,
        columns: &[
            ("период", C::CreatedDay, Some(R::Date)),
            ("показатель", C::Of(&["лиды", "выручка"]), Some(R::Measure)),
            ("канал", C::Source, Some(R::Source)),
            ("менеджер", C::Owner, Some(R::Owner)),
            ("план", C::Whole, Some(R::Target)),
        ],
        ..OTHER
    },
    Export {
        name: "στόχοι.csv",
        kind: FileKind::Targets,
        words: &EL,
        columns: &[
            ("περίοδος", C::CreatedDay, Some(R::Date)),
            ("δείκτης", C::Of(&["leads", "έσοδα"]), Some(R::Measure)),
            ("κανάλι", C::Source, Some(R::Source)),
            ("υπεύθυνος", C::Owner, Some(R::Owner)),
            ("στόχος", C::Whole, Some(R::Target)),
        ],
        ..OTHER
    },
];
