//! Files as people export and retype them, of headers that no exporter writes: kinds, roles and joins.

use super::made::{made, proposed};
use tundish::engine::import::Imported;
use tundish::engine::mapping::{FileKind as K, Mapping, Role as R};

/// A file of forty rows, each made of its number.
fn csv(name: &str, header: &str, row: impl Fn(usize) -> String) -> Imported {
    let rows: Vec<String> = (1..=40).map(row).collect();
    made(name, format!("{header}\n{}\n", rows.join("\n")).as_bytes())
}

#[track_caller]
fn has(mapping: &Mapping, name: &str, kind: K, roles: &[(R, &str)]) {
    let file = mapping.files.iter().find(|f| f.name == name).unwrap();
    assert_eq!(file.kind, kind, "{name}: {:?}", file.roles);
    for (role, header) in roles {
        assert_eq!(file.header(*role), Some(*header), "{name}, {role:?}: {:?}", file.roles);
    }
}

fn day(n: usize) -> String {
    format!("2026-0{}-{:02}", n % 6 + 1, n % 28 + 1)
}

#[test]
fn english_sheets() {
    let deals = csv(
        "deals.csv",
        "Deal #,Title,Deal value,Deal stage,Sales account,Primary contact email,Created at,Closed at,Lost because of",
        |n| {
            let (stage, why) = [("Demo", ""), ("Won", ""), ("Lost", "Price")][n % 3];
            format!(
                "FS-{n},Deal {n},{n}0.50,{stage},Acme {},p{n}@x.com,{},{},{why}",
                n % 7,
                day(n),
                day(n)
            )
        },
    );
    let mails = csv("emails sent.csv", "Sent on,To,Subject,Opened,Sender", |n| {
        format!("{},p{n}@x.com,Our offer,Yes,Ann", day(n))
    });
    let costs = csv("adspend.csv", "Week starting,Channel,Ad cost (USD),Impr,Link clicks", |n| {
        format!("{},Google Ads,{n}.50,{n}00,{n}", day(n))
    });
    let mapping = proposed(&[deals, mails, costs]);
    has(
        &mapping,
        "deals.csv",
        K::Deals,
        &[(R::RecordId, "Deal #"), (R::LostReason, "Lost because of")],
    );
    has(&mapping, "emails sent.csv", K::Activities, &[(R::Person, "To"), (R::Date, "Sent on")]);
    has(&mapping, "adspend.csv", K::Spend, &[(R::Date, "Week starting"), (R::Source, "Channel")]);
}

#[test]
fn deals_that_name_their_leads_and_touches_by_address() {
    let deals = csv(
        "opps.csv",
        "opportunity_id,lead_id,lead_name,status_label,value,value_currency,date_created,date_won,user_name",
        |n| {
            let (stage, won) =
                [("Demo", String::new()), ("Won", day(n)), ("Lost", String::new())][n % 3].clone();
            format!("oppo_{n},lead_{n},Co {n},{stage},{n}0,EUR,{},{won},ann", day(n))
        },
    );
    let touches = csv("points.csv", "email,timestamp,utm_source,utm_medium", |n| {
        format!("c{}@co.com,{} 12:00,google,cpc", n % 9, day(n))
    });
    let mapping = proposed(&[deals, touches]);
    let roles =
        [(R::RecordId, "opportunity_id"), (R::Stage, "status_label"), (R::Owner, "user_name")];
    has(&mapping, "opps.csv", K::Deals, &roles);
    has(&mapping, "points.csv", K::Touches, &[(R::Record, "email"), (R::UtmSource, "utm_source")]);
}

#[test]
fn russian_sheets() {
    let calls = csv(
        "звонки.csv",
        "Дата и время звонка;Тип звонка;Кто звонил;Номер абонента;Длительность, сек;Результат звонка",
        |n| {
            let way = ["Входящий", "Исходящий"][n % 2];
            format!("{:02}.01.2026 09:15;{way};Петров;7912000{n:04};{n};Отвечен", n % 28 + 1)
        },
    );
    let affairs = csv(
        "дела.csv",
        "ID дела;ID лида;ID сделки;Тип дела;Тема;Дата начала;Ответственный",
        |n| {
            let what = ["Звонок", "Встреча", "Письмо"][n % 3];
            format!(
                "{n};{};{};{what};тема;{:02}.01.2026 11:00;Орлов",
                500 + n % 9,
                n % 11,
                n % 28 + 1
            )
        },
    );
    let deals = csv(
        "сделки.csv",
        "ID;Название;Стадия сделки;Сумма;Дата создания",
        |n| {
            let stage = ["Новая", "Сделка успешна", "Сделка провалена"][n % 3];
            format!("{n};Сделка {n};{stage};{n}00;{:02}.01.2026", n % 28 + 1)
        },
    );
    let other =
        csv("расходы.csv", "Дата;Статья;Канал;Сумма, р.", |n| {
            format!("{:02}.01.2026;{};;{n}000", n % 28 + 1, ["Зарплата", "CRM"][n % 2])
        });
    let mapping = proposed(&[calls, affairs, deals, other]);
    let roles = [
        (R::Date, "Дата и время звонка"),
        (R::Direction, "Тип звонка"),
        (R::Person, "Номер абонента"),
        (R::Duration, "Длительность, сек"),
    ];
    has(&mapping, "звонки.csv", K::Activities, &roles);
    let roles = [(R::Record, "ID сделки"), (R::Lead, "ID лида"), (R::Date, "Дата начала")];
    has(&mapping, "дела.csv", K::Activities, &roles);
    has(&mapping, "расходы.csv", K::OtherCosts, &[(R::CostType, "Статья")]);
    assert!(mapping.joins.is_empty(), "{:?}", mapping.joins);
}

#[test]
fn whoever_paid_has_bought_where_only_dates_tell() {
    let deals = csv(
        "воронка.csv",
        "Клиент;Канал привлечения;Дата лида;Дата квалификации;Дата договора;Дата оплаты;Сумма договора",
        |n| {
            let on =
                |is: bool| if is { format!("{:02}.02.2026", n % 28 + 1) } else { String::new() };
            let created = format!("{:02}.01.2026", n % 28 + 1);
            format!(
                "ООО {n};Директ;{created};{};{};{};{n}000",
                on(n % 2 == 0),
                on(n % 4 == 0),
                on(n % 8 == 0)
            )
        },
    );
    let mapping = proposed(&[deals]);
    assert_eq!(mapping.ladder.won_on.as_deref(), Some("Дата оплаты"));
    // The lead, its qualification, the contract.
    assert_eq!(mapping.ladder.stages.len(), 3, "{:?}", mapping.ladder.stages);
}

#[test]
fn greek_sheets_write_words_short() {
    let deals = csv(
        "ευκαιρίες.csv",
        "Κωδ. Ευκαιρίας;Πελάτης;Στάδιο;Αξία (€);Ημ. Δημιουργίας;Ημ. Κλεισίματος;Προέλευση",
        |n| {
            let stage = ["Προσφορά", "Κερδήθηκε", "Χάθηκε"][n % 3];
            format!("Ε{n};Α{};{stage};{n}00,50;{:02}/01/2026;;Google", n % 7, n % 28 + 1)
        },
    );
    let costs = csv(
        "διαφήμιση.csv",
        "Ημ/νία;Καμπάνια;Δαπάνη;Εμφανίσεις;Κλικ",
        |n| format!("{:02}/01/2026;Google;{n},40;{n}00;{n}", n % 28 + 1),
    );
    let calls = csv(
        "κλήσεις.csv",
        "Ημ/νία κλήσης;Κατεύθυνση;Τηλέφωνο;Διάρκεια;Αποτέλεσμα",
        |n| {
            let way = ["Εισερχόμενη", "Εξερχόμενη"][n % 2];
            format!("{:02}/01/2026 10:20;{way};69700{n:05};00:01:10;Απαντήθηκε", n % 28 + 1)
        },
    );
    let months = csv("κόστος.csv", "Μήνας;Κανάλι;Κόστος", |n| {
        format!("{:02}/2026;{};{n}00,00", n % 6 + 1, ["Google Ads", "Facebook"][n % 2])
    });
    let mapping = proposed(&[deals, costs, calls, months]);
    let roles = [
        (R::RecordId, "Κωδ. Ευκαιρίας"),
        (R::Created, "Ημ. Δημιουργίας"),
        (R::Source, "Προέλευση"),
    ];
    has(&mapping, "ευκαιρίες.csv", K::Deals, &roles);
    has(&mapping, "διαφήμιση.csv", K::Spend, &[(R::Date, "Ημ/νία")]);
    has(
        &mapping,
        "κλήσεις.csv",
        K::Activities,
        &[(R::Date, "Ημ/νία κλήσης"), (R::Person, "Τηλέφωνο")],
    );
    has(&mapping, "κόστος.csv", K::Spend, &[(R::Source, "Κανάλι")]);
}
