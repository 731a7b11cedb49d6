//! Ladders as they are proposed from stage values and from date columns.

use super::made::{made, proposed, views};
use crate::exports;
use tundish::engine::import::Imported;
use tundish::engine::mapping::stage_order::OrderReason;
use tundish::engine::mapping::view::{EntryEvidence, StagePlace, explain};
use tundish::engine::mapping::{Crm, Ladder};

fn export(name: &str) -> Imported {
    made(name, &exports::all().find(|e| e.name == name).unwrap().read().bytes)
}

fn of(name: &str) -> Ladder {
    proposed(&[export(name)]).ladder
}

fn names(ladder: &Ladder) -> Vec<&str> {
    ladder.stages.iter().map(|s| s.name.as_str()).collect()
}

/// Forty deals that go round in the given stages.
fn deals(stages: &[&str]) -> Imported {
    let row =
        |(n, stage): (usize, &&str)| format!("d{n},Deal {n},\"{stage}\",2026-09-01,100.5{n}\n");
    let rows: String = (101..=140).zip(stages.iter().cycle()).map(row).collect();
    made("deals.csv", format!("Deal ID,Deal Name,Stage,Created,Amount\n{rows}").as_bytes())
}

fn order(stages: &[&str]) -> Vec<String> {
    let mapping = proposed(&[deals(stages)]);
    mapping.ladder.stages.into_iter().map(|s| s.name).collect()
}

#[test]
fn date_columns_make_a_ladder_of_their_own() {
    let ladder = of("hubspot-contacts.csv");
    let stages: Vec<(&str, Option<&str>, bool)> = ladder
        .stages
        .iter()
        .map(|s| (s.name.as_str(), s.entered.as_deref(), s.qualified))
        .collect();
    let expected = [
        ("Subscriber", Some("Became a Subscriber Date"), false),
        ("Lead", Some("Became a Lead Date"), false),
        ("Marketing Qualified Lead", Some("Became a Marketing Qualified Lead Date"), true),
        ("Sales Qualified Lead", Some("Became a Sales Qualified Lead Date"), false),
        ("Opportunity", Some("Became an Opportunity Date"), false),
    ];
    assert_eq!(stages, expected);
    assert_eq!(ladder.won, ["Customer"]);
    assert_eq!(ladder.lost, ["Unqualified"]);

    let ladder = of("hubspot-crm-exports-all-deals.csv");
    let stages =
        ["Appointment Scheduled", "Qualified To Buy", "Presentation Scheduled", "Contract Sent"];
    assert_eq!(names(&ladder), stages);
    let entered = "Date entered \"Contract Sent (Sales Pipeline)\"";
    assert_eq!(ladder.stages[3].entered.as_deref(), Some(entered));
    assert_eq!((ladder.won, ladder.lost), (vec!["Closed Won".into()], vec!["Closed Lost".into()]));
}

#[test]
fn won_and_lost_from_a_column_of_their_own() {
    let ladder = of("deals-pipedrive.csv");
    let stages = ["Qualified", "Contact Made", "Demo Scheduled", "Proposal Made"];
    assert_eq!(names(&ladder), stages);
    assert_eq!((ladder.won, ladder.lost), (vec!["won".into()], vec!["lost".into()]));
}

#[test]
fn what_another_column_proves_goes_before_the_names_of_stages() {
    let ladder = of("crm_deal.csv");
    assert_eq!(names(&ladder), ["New", "In progress", "Final invoice", "Paid in advance"]);
    assert_eq!(ladder.won, ["Deal closed", "S"]);
    assert_eq!(ladder.lost, ["Deal over", "F"]);
    let rows = "1,A,Signed,true,true\n2,B,Dead end,true,false\n3,C,Customer call,false,false\n\
        4,D,Signed,true,true\n5,E,Both,true,true\n6,F,Both,false,false\n";
    let file = made("d.csv", format!("Deal ID,Deal Name,Stage,IsClosed,IsWon\n{rows}").as_bytes());
    let ladder = proposed(&[file]).ladder;
    assert_eq!(
        (ladder.won.as_slice(), ladder.lost.as_slice()),
        (&["Signed".to_owned()][..], &["Dead end".to_owned()][..])
    );
    assert_eq!(names(&ladder), ["Both", "Customer call"]);
}

#[test]
fn ladders_in_russian_and_greek() {
    let ladder = of("bitrix leads.csv");
    assert_eq!(names(&ladder), ["Не обработан", "В работе", "Обработан"]);
    assert_eq!(ladder.won, ["Качественный лид"]);
    assert_eq!(ladder.lost, ["Некачественный лид"]);
    let ladder = of("amocrm_export_leads.csv");
    let stages = ["Первичный контакт", "Переговоры", "Принимают решение", "Согласование договора"];
    assert_eq!(names(&ladder), stages);
    assert_eq!(ladder.won, ["Успешно реализовано"]);
    assert_eq!(ladder.lost, ["Закрыто и не реализовано"]);
    let ladder = of("suitecrm ευκαιρίες.csv");
    assert_eq!(names(&ladder), ["Διερεύνηση", "Πρόταση", "Διαπραγμάτευση"]);
    assert_eq!(ladder.won, ["Κλειστή - Κερδισμένη"]);
    assert_eq!(ladder.lost, ["Κλειστή - Χαμένη"]);
}

#[test]
fn stages_are_ordered_by_number_by_default_ladder_by_words_and_by_appearance() {
    assert_eq!(order(&["10. Gamma", "2. Beta", "1. Alpha"]), ["1. Alpha", "2. Beta", "10. Gamma"]);
    let bitrix = ["Финальный счёт", "В работе", "Cчёт на предоплату", "Новая"];
    assert_eq!(order(&bitrix), ["Новая", "Cчёт на предоплату", "В работе", "Финальный счёт"]);
    let generic =
        ["Negotiation", "Won", "Demo", "New", "Contacted", "MQL", "Contract", "SQL", "Proposal"];
    let expected =
        ["New", "Contacted", "MQL", "SQL", "Demo", "Proposal", "Negotiation", "Contract"];
    assert_eq!(order(&generic), expected);
    let greek = ["Διαπραγμάτευση", "Προσφορά", "Νέο", "Επικοινωνία"];
    assert_eq!(order(&greek), ["Νέο", "Επικοινωνία", "Προσφορά", "Διαπραγμάτευση"]);
    assert_eq!(order(&["Zebra", "Apple", "Mango"]), ["Zebra", "Apple", "Mango"]);
}

#[test]
fn the_order_and_the_dates_are_explained() {
    let file = [deals(&["Финальный счёт", "Новая", "Особая", "Сделка успешна", "Новая "])];
    let mapping = proposed(&file);
    let stages = explain(&views(&file), &mapping).stages.unwrap();
    let reasons: Vec<OrderReason> = stages.stages.iter().map(|s| s.order).collect();
    let default = OrderReason::Default(Crm::Bitrix24);
    // What nothing tells of stands early, never behind deeper stages.
    assert_eq!(reasons, [default, OrderReason::Unknown, default]);
    assert!(reasons[1].is_doubtful() && !reasons[0].is_doubtful());
    let new = stages.values.iter().find(|v| v.value == "Новая").unwrap();
    assert_eq!((new.rows, new.place), (16, StagePlace::Stage(0)));

    let file = [export("hubspot-contacts.csv")];
    let stages = explain(&views(&file), &proposed(&file)).stages.unwrap();
    assert_eq!(stages.stages[0].entered, Some(EntryEvidence::Header { filled: 40 }));
}

#[test]
fn a_stage_that_the_user_took_out_is_unmapped_and_counted() {
    let file = [deals(&["New", "Demo", "Won", "Lost"])];
    let mut mapping = proposed(&file);
    assert_eq!(mapping.ladder.stages.remove(1).name, "Demo");
    let stages = explain(&views(&file), &mapping).stages.unwrap();
    assert_eq!(stages.unmapped, 10);
    let demo = stages.values.iter().find(|v| v.value == "Demo").unwrap();
    assert_eq!(demo.place, StagePlace::Unmapped);
}
