//! Headers as people write them, in three languages: files that are easily taken for something else.

use super::made::{made, proposed};
use tundish::engine::import::Imported;
use tundish::engine::mapping::{FileKind, FileMapping, Role};

/// Cells of a column, by a word for what it holds.
fn cell(holds: &str, n: usize) -> String {
    let day = |n: usize| format!("2026-{:02}-{:02}", n / 28 % 9 + 1, n % 28 + 1);
    match holds {
        "id" => format!("{}", 10_000 + n),
        "again" => format!("{}", 10_000 + n / 4),
        "day" => day(n),
        "later" if n.is_multiple_of(3) => String::new(),
        "later" => day(n + 40),
        "money" => format!("{}.5", 100 + n * 37 % 900),
        "whole" => format!("{}", 5 + n * 31 % 700),
        "name" => format!("name {n}"),
        "email" => format!("p{n}@example.com"),
        "phone" => format!("+7 495 {}-10-20", 100 + n),
        "first" => ["Anna", "Bob", "Eva"][n % 3].to_owned(),
        few => few.split('/').nth(n % few.split('/').count()).unwrap_or("").to_owned(),
    }
}

/// A file of 120 rows with columns `header=what it holds`.
pub fn file(columns: &str) -> Imported {
    let columns: Vec<(&str, &str)> =
        columns.split('|').map(|c| c.trim().split_once('=').unwrap()).collect();
    let mut text: String =
        columns.iter().map(|(h, _)| format!("\"{h}\"")).collect::<Vec<_>>().join(",");
    for n in 0..120 {
        let cells = columns.iter().map(|(_, holds)| cell(holds, n));
        text += &format!("\n{}", cells.collect::<Vec<_>>().join(","));
    }
    made("table.csv", text.as_bytes())
}

fn of(columns: &str) -> FileMapping {
    proposed(&[file(columns)]).files.remove(0)
}

use FileKind as K;
use Role as R;

/// The kind of a file and roles that it must have, of its columns.
type Case = (FileKind, &'static str, &'static [(Role, &'static str)]);

const FILES: &[Case] = &[
    // Activities of every kind.
    (
        K::Activities,
        "Meeting date=day|Deal ID=id|Outcome=Held/Cancelled|Owner=Ann/Bob|Subject=name",
        &[
            (R::Date, "Meeting date"),
            (R::Record, "Deal ID"),
            (R::ActivityResult, "Outcome"),
            (R::Owner, "Owner"),
        ],
    ),
    (
        K::Activities,
        "Дата встречи=day|ID сделки=id|Результат=Состоялась/Отменена|Менеджер=Анна/Борис",
        &[
            (R::Date, "Дата встречи"),
            (R::Record, "ID сделки"),
            (R::ActivityResult, "Результат"),
            (R::Owner, "Менеджер"),
        ],
    ),
    (
        K::Activities,
        "Ημερομηνία συνάντησης=day|Κωδικός ευκαιρίας=id|Αποτέλεσμα=Έγινε/Ακυρώθηκε|\
            Υπεύθυνος=Μαρία/Νίκος",
        &[
            (R::Date, "Ημερομηνία συνάντησης"),
            (R::Record, "Κωδικός ευκαιρίας"),
            (R::ActivityResult, "Αποτέλεσμα"),
        ],
    ),
    (
        K::Activities,
        "Date sent=day|Email address=email|Subject=name|Status=Opened/Sent/Bounced|Owner=Ann/Bob",
        &[
            (R::Date, "Date sent"),
            (R::Person, "Email address"),
            (R::ActivityResult, "Status"),
            (R::Activity, "Subject"),
        ],
    ),
    (
        K::Activities,
        "Дата отправки=day|Email=email|Тема письма=name|Статус=Доставлено/Открыто|Менеджер=Анна/Борис",
        &[
            (R::Date, "Дата отправки"),
            (R::Person, "Email"),
            (R::Activity, "Тема письма"),
            (R::ActivityResult, "Статус"),
        ],
    ),
    (
        K::Activities,
        "Ημερομηνία αποστολής=day|Παραλήπτης=email|Θέμα=name|Κατάσταση=Στάλθηκε/Ανοίχτηκε",
        &[(R::Date, "Ημερομηνία αποστολής"), (R::Person, "Παραλήπτης"), (R::Activity, "Θέμα")],
    ),
    (
        K::Activities,
        "Date=day|Deal ID=again|Content=Deck/Case study/Pricing|Used by=Ann/Bob",
        &[
            (R::Date, "Date"),
            (R::Record, "Deal ID"),
            (R::Activity, "Content"),
            (R::Owner, "Used by"),
        ],
    ),
    (
        K::Activities,
        "Дата=day|ID сделки=again|Материал=Презентация/Кейс|Менеджер=Анна/Борис",
        &[(R::Date, "Дата"), (R::Record, "ID сделки"), (R::Activity, "Материал")],
    ),
    (
        K::Activities,
        "Ημερομηνία=day|Κωδικός ευκαιρίας=again|Υλικό=Παρουσίαση/Φυλλάδιο|Πωλητής=Μαρία/Νίκος",
        &[(R::Date, "Ημερομηνία"), (R::Activity, "Υλικό"), (R::Owner, "Πωλητής")],
    ),
    (
        K::Activities,
        "Activity ID=id|Type=Call/Meeting/Email|Due date=day|Deal ID=again|Assigned to=Ann/Bob|Done=Yes/No",
        &[
            (R::Activity, "Type"),
            (R::Date, "Due date"),
            (R::Record, "Deal ID"),
            (R::Owner, "Assigned to"),
        ],
    ),
    (
        K::Activities,
        "Task Title=name|Task Type=TODO/CALL/EMAIL|Task Status=COMPLETED/NOT_STARTED|Due date=day|\
            Assigned to=Ann/Bob|Associated Deal=again",
        &[
            (R::Activity, "Task Type"),
            (R::ActivityResult, "Task Status"),
            (R::Date, "Due date"),
            (R::Record, "Associated Deal"),
        ],
    ),
    (
        K::Activities,
        "Тип=Звонок/Встреча/Задача|Крайний срок=day|Сделка=again|Ответственный=Анна/Борис|\
            Выполнено=Да/Нет",
        &[(R::Activity, "Тип"), (R::Date, "Крайний срок"), (R::Record, "Сделка")],
    ),
    (
        K::Activities,
        "Call ID=id|Call date=day|Direction=Inbound/Outbound|Disposition=Answered/Missed|\
            Duration=whole|Phone number=phone|Agent=Ann/Bob",
        &[(R::Direction, "Direction"), (R::Duration, "Duration"), (R::Person, "Phone number")],
    ),
    // Histories of stages.
    (
        K::StageHistory,
        "ID сделки=again|Стадия до=Новая/КП/Договор|Стадия после=КП/Договор/Оплата|\
            Дата изменения=day|Кто изменил=Анна/Борис",
        &[
            (R::Record, "ID сделки"),
            (R::FromStage, "Стадия до"),
            (R::Stage, "Стадия после"),
            (R::Date, "Дата изменения"),
            (R::Owner, "Кто изменил"),
        ],
    ),
    (
        K::StageHistory,
        "Deal=again|Stage=New/Demo/Proposal/Won|Entered on=day",
        &[(R::Record, "Deal"), (R::Stage, "Stage"), (R::Date, "Entered on")],
    ),
    (
        K::StageHistory,
        "Κωδικός ευκαιρίας=again|Από στάδιο=Νέο/Προσφορά|Σε στάδιο=Προσφορά/Σύμβαση|\
            Ημερομηνία αλλαγής=day",
        &[
            (R::Record, "Κωδικός ευκαιρίας"),
            (R::FromStage, "Από στάδιο"),
            (R::Stage, "Σε στάδιο"),
            (R::Date, "Ημερομηνία αλλαγής"),
        ],
    ),
    (
        K::StageHistory,
        "ID сделки=again|Было=Новая/КП/Договор|Стало=КП/Договор/Новая|Дата=day",
        &[(R::FromStage, "Было"), (R::Stage, "Стало")],
    ),
    // Costs.
    (
        K::Spend,
        "ΗΜΕΡΟΜΗΝΙΑ=day|ΚΑΜΠΑΝΙΑ=Α/Β|ΜΕΣΟ ΚΟΣΤΟΣ ΑΝΑ ΚΛΙΚ=money|ΔΑΠΑΝΗ (€)=money|ΠΡΟΒΟΛΕΣ=whole|\
            ΚΛΙΚΣ=whole",
        &[(R::Spend, "ΔΑΠΑΝΗ (€)"), (R::Clicks, "ΚΛΙΚΣ"), (R::Impressions, "ΠΡΟΒΟΛΕΣ")],
    ),
    (
        K::Spend,
        "Дата=day|Кампания=А/Б|Стоимость=money|Лиды=whole|Стоимость лида=money",
        &[(R::Spend, "Стоимость"), (R::Conversions, "Лиды"), (R::Campaign, "Кампания")],
    ),
    (
        K::Spend,
        "Дата=day|Канал=Яндекс/ВК|Бюджет, руб.=money|Показы=whole|Переходы=whole|Лиды=whole",
        &[(R::Spend, "Бюджет, руб."), (R::Clicks, "Переходы"), (R::Source, "Канал")],
    ),
    (
        K::Spend,
        "Month=2026-01/2026-02|Channel=Google Ads/LinkedIn|Budget=money|Actual spend (USD)=money|\
            Leads=whole|CPL=money",
        &[(R::Spend, "Actual spend (USD)"), (R::Conversions, "Leads")],
    ),
    (
        K::OtherCosts,
        "Μήνας=2026-01/2026-02|Κατηγορία εξόδου=Μισθοί/Εργαλεία|Ποσό=money",
        &[(R::CostType, "Κατηγορία εξόδου"), (R::Spend, "Ποσό")],
    ),
    // Deals.
    (
        K::Deals,
        "Opportunity #=id|Opportunity=name|Sales Rep=Ann/Bob|Pipeline Stage=New/Won/Lost|\
            Deal Value (USD)=money|Date Created=day",
        &[(R::RecordId, "Opportunity #"), (R::Name, "Opportunity"), (R::Stage, "Pipeline Stage")],
    ),
    (
        K::Deals,
        "Sales Rep=Ann/Bob|Stage=New/Won/Lost|Amount=money|Created=day|Reference=id",
        &[(R::RecordId, "Reference")],
    ),
    (
        K::Deals,
        "Наименование сделки=name|Номер сделки=id|Этап воронки=Новая/Успешно/Отказ|\
            Сумма сделки, руб.=money|Дата создания=day",
        &[(R::Name, "Наименование сделки"), (R::RecordId, "Номер сделки")],
    ),
    (
        K::Deals,
        "ΑΡΙΘΜΟΣ ΕΥΚΑΙΡΙΑΣ=id|ΣΤΑΔΙΟ=ΝΕΑ/ΚΕΡΔΙΣΜΕΝΗ/ΧΑΜΕΝΗ|ΑΞΙΑ=money|ΗΜΕΡΟΜΗΝΙΑ ΔΗΜΙΟΥΡΓΙΑΣ=day",
        &[(R::RecordId, "ΑΡΙΘΜΟΣ ΕΥΚΑΙΡΙΑΣ")],
    ),
    (
        K::Deals,
        "Deal ID=id|Created=day|Contacted=day|Qualified=later|Proposal sent=later|Won=later|\
            Lost=later|Amount=money",
        &[(R::Created, "Created"), (R::Amount, "Amount")],
    ),
    (
        K::Deals,
        "ID сделки=id|Дата создания=day|Дата звонка=day|Дата встречи=later|Дата КП=later|\
            Дата договора=later|Сумма=money",
        &[(R::Created, "Дата создания")],
    ),
    (
        K::Deals,
        "Κωδικός=id|Ημερομηνία δημιουργίας=day|Ημερομηνία επαφής=day|Ημερομηνία προσφοράς=later|\
            Ημερομηνία κερδισμένης=later|Ποσό=money",
        &[(R::Created, "Ημερομηνία δημιουργίας")],
    ),
    // Touches and visits.
    (
        K::Touches,
        "Contact email=email|Touch date=day|Channel=Paid search/Email",
        &[(R::Record, "Contact email"), (R::Date, "Touch date"), (R::Source, "Channel")],
    ),
    (
        K::Visits,
        "Date=day|Session default channel group=Organic Search/Direct|Sessions=whole|Total users=whole",
        &[
            (R::Source, "Session default channel group"),
            (R::Visits, "Sessions"),
            (R::Visitors, "Total users"),
        ],
    ),
    // A person is no first name.
    (
        K::Leads,
        "Lead ID=id|First Name=first|Last Name=name|Email=email|Lead Status=New/Qualified/Unqualified|\
            Created Date=day|Lead Source=Web/Phone",
        &[(R::Person, "Email"), (R::RecordId, "Lead ID")],
    ),
    (
        K::Leads,
        "Имя=first|Телефон=phone|Дата заявки=day|utm_source=yandex/vk|utm_medium=cpc/cpm",
        &[(R::Person, "Телефон"), (R::Created, "Дата заявки")],
    ),
    (
        K::Deals,
        "Deal ID=id|Contact Name=name|Email=email|Stage=New/Won/Lost|Amount=money|Created=day",
        &[(R::Person, "Contact Name")],
    ),
];

#[test]
fn hard_files_are_what_a_person_would_say() {
    let mut wrong = Vec::new();
    for (kind, columns, roles) in FILES {
        let found = of(columns);
        if found.kind != *kind {
            wrong.push(format!("{columns}\n    is {:?}, not {kind:?}", found.kind));
        }
        for (role, header) in *roles {
            if found.header(*role) != Some(header) {
                let is = found.header(*role);
                wrong.push(format!("{columns}\n    {role:?} is {is:?}, not {header}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn dates_under_bare_names_of_stages_make_a_ladder() {
    let ladder = |columns| proposed(&[file(columns)]).ladder;
    let names = |columns| -> Vec<(String, Option<String>)> {
        ladder(columns).stages.into_iter().map(|s| (s.name, s.entered)).collect()
    };
    let own = |names: &[(&str, &str)]| -> Vec<(String, Option<String>)> {
        names.iter().map(|(n, h)| ((*n).to_owned(), Some((*h).to_owned()))).collect()
    };
    let english = "Deal ID=id|Created=day|Contacted=day|Qualified=later|Proposal sent=later|\
        Won=later|Lost=later|Amount=money";
    let expected = ["Contacted", "Qualified", "Proposal sent"].map(|n| (n, n));
    assert_eq!(names(english), own(&expected));
    let found = ladder(english);
    assert_eq!((found.won_on.as_deref(), found.lost_on.as_deref()), (Some("Won"), Some("Lost")));
    let russian = "ID сделки=id|Дата создания=day|Дата звонка=day|Дата встречи=later|\
        Дата КП=later|Дата договора=later|Сумма=money";
    let expected = [
        ("Звонок", "Дата звонка"),
        ("Встреча", "Дата встречи"),
        ("КП", "Дата КП"),
        ("Договор", "Дата договора"),
    ];
    assert_eq!(names(russian), own(&expected));
    let greek = "Κωδικός=id|Ημερομηνία δημιουργίας=day|Ημερομηνία επαφής=day|\
        Ημερομηνία προσφοράς=later|Ημερομηνία κερδισμένης=later|Ποσό=money";
    let expected = [("Επαφή", "Ημερομηνία επαφής"), ("Προσφορά", "Ημερομηνία προσφοράς")];
    assert_eq!(names(greek), own(&expected));
    assert_eq!(ladder(greek).won_on.as_deref(), Some("Ημερομηνία κερδισμένης"));
    let mixed = "Deal ID=id|Lead date=day|MQL date=day|SQL date=later|Demo date=later|\
        Proposal date=later|Won date=later|Amount=money";
    let stages: Vec<String> = ladder(mixed).stages.into_iter().map(|s| s.name).collect();
    assert_eq!(stages, ["MQL", "SQL", "Demo", "Proposal"]);
    // Beside a column of stages a date of a call is no stage.
    let beside = "Deal ID=id|Created=day|Stage=New/Demo/Won|Call date=later|Contract date=later|\
        Amount=money";
    let stages: Vec<String> = ladder(beside).stages.into_iter().map(|s| s.name).collect();
    assert_eq!(stages, ["New", "Demo"]);
}
