//! Ladders as they are proposed from stage values and from date columns.

use super::made::{proposed, views};
use super::sample::Sample;
use super::{crm, crm_local};
use tundish::engine::import::Imported;
use tundish::engine::mapping::stage::OrderReason;
use tundish::engine::mapping::view::{EntryEvidence, StagePlace, explain};
use tundish::engine::mapping::{Crm, FileKind, Ladder};

fn of(name: &str) -> Ladder {
    let mut all = crm::SAMPLES.iter().chain(crm_local::SAMPLES);
    all.find(|s| s.name == name).unwrap().mapping().ladder
}

fn names(ladder: &Ladder) -> Vec<&str> {
    ladder.stages.iter().map(|s| s.name.as_str()).collect()
}

/// Deals in the given stages, in the order of appearance.
fn deals(stages: &[&str]) -> Imported {
    let rows: Vec<String> =
        stages.iter().map(|s| format!("d#,Deal #,\"{s}\",2026-09-01,100.5#")).collect();
    let rows: Vec<&'static str> = rows.into_iter().map(|r| &*String::leak(r)).collect();
    Sample {
        name: "deals.csv",
        kind: FileKind::Deals,
        header: "Deal ID,Deal Name,Stage,Created,Amount",
        rows: Vec::leak(rows),
        roles: &[],
    }
    .read()
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
        ("Lead", Some("Became a Lead Date"), false),
        ("Marketing Qualified Lead", Some("Became a Marketing Qualified Lead Date"), true),
        ("Sales Qualified Lead", Some("Became a Sales Qualified Lead Date"), false),
        ("Opportunity", Some("Became an Opportunity Date"), false),
    ];
    assert_eq!(stages, expected);
    assert_eq!(ladder.won, ["Customer"]);
    assert_eq!(ladder.lost, ["Unqualified"]);

    let ladder = of("hubspot-deals.csv");
    assert_eq!(names(&ladder), ["Appointment Scheduled", "Contract Sent"]);
    let entered = "Date entered \"Contract Sent (Sales Pipeline)\"";
    assert_eq!(ladder.stages[1].entered.as_deref(), Some(entered));
    assert_eq!((ladder.won, ladder.lost), (vec!["Closed Won".into()], vec!["Closed Lost".into()]));
}

#[test]
fn won_and_lost_from_a_column_of_their_own() {
    let ladder = of("pipedrive.csv");
    assert_eq!(names(&ladder), ["Qualified", "Contact Made", "Demo Scheduled"]);
    assert_eq!((ladder.won, ladder.lost), (vec!["won".into()], vec!["lost".into()]));
    let ladder = of("bitrix-bi.csv");
    assert_eq!((ladder.won, ladder.lost), (vec!["S".into()], vec!["F".into()]));
}

#[test]
fn ladders_in_russian_and_greek() {
    let ladder = of("bitrix-leads.csv");
    assert_eq!(names(&ladder), ["Не обработан", "В работе"]);
    assert_eq!(ladder.won, ["Качественный лид"]);
    assert_eq!(ladder.lost, ["Некачественный лид"]);
    let ladder = of("amocrm.csv");
    assert_eq!(names(&ladder), ["Первичный контакт"]);
    assert_eq!(ladder.won, ["Успешно реализовано"]);
    assert_eq!(ladder.lost, ["Закрыто и не реализовано"]);
    let ladder = of("sugarcrm-el.csv");
    assert_eq!(names(&ladder), ["Προσφορά"]);
    assert_eq!(ladder.won, ["Κλειστή - Κερδισμένη"]);
    assert_eq!(ladder.lost, ["Χαμένη"]);
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
    let file = [deals(&["Финальный счёт", "Новая", "Иное", "Сделка успешна", "Новая "])];
    let mapping = proposed(&file);
    let stages = explain(&views(&file), &mapping).stages.unwrap();
    let reasons: Vec<OrderReason> = stages.stages.iter().map(|s| s.order).collect();
    let default = OrderReason::Default(Crm::Bitrix24);
    assert_eq!(reasons, [default, default, OrderReason::Appearance]);
    let new = stages.values.iter().find(|v| v.value == "Новая").unwrap();
    assert_eq!((new.rows, new.place), (16, StagePlace::Stage(0)));

    let sample = crm::SAMPLES.iter().find(|s| s.name == "hubspot-contacts.csv").unwrap();
    let file = [sample.read()];
    let stages = explain(&views(&file), &proposed(&file)).stages.unwrap();
    assert!(matches!(stages.stages[1].entered, Some(EntryEvidence::Header { filled: 26 })));
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
