//! Ladders of hard names come out in the order of a person of the trade, and what nobody can place
//! claims least and says so.

use super::made::{made, proposed, views};
use tundish::engine::import::Imported;
use tundish::engine::mapping::stage_order::OrderReason;
use tundish::engine::mapping::view::{StagePlace, explain};

/// Ninety deals that go round in the given stages, from behind, so that the rows tell no order.
fn deals(stages: &[&str]) -> Imported {
    let row = |(n, stage): (usize, &&str)| format!("d{n},\"{stage}\",2026-09-01,{n}.5\n");
    let rows: String = (101..=190).zip(stages.iter().rev().cycle()).map(row).collect();
    made("deals.csv", format!("Deal ID,Stage,Created,Amount\n{rows}").as_bytes())
}

const LADDERS: &[&[&str]] = &[
    &["Заявка", "Квалификация", "Замер", "Договор", "Монтаж"],
    &[
        "Первичное обращение",
        "Взяли в работу",
        "Выявление потребностей",
        "КП отправлено",
        "Дожим",
        "Счёт выставлен",
    ],
    &["Лид", "Встреча проведена", "Коммерческое предложение", "Договор подписан", "Оплата"],
    &["Запрос", "Подбор", "Показ", "Бронь", "Сделка"],
    &["Новый", "Недозвон", "В обработке", "Продажа"],
    &["Входящая заявка", "Консультация", "Пробное занятие", "Покупка"],
    &["Inquiry", "Site visit scheduled", "Quote sent", "Verbal commit"],
    &["Suspect", "Prospect", "Lead", "Customer contacted", "Customer demo", "Signed"],
    &["Application", "Interview", "Offer", "Enrolled"],
    &["Awareness", "Interest", "Consideration", "Purchase"],
    &["Qualify", "Develop", "Propose", "Close"],
    &["Open - Not Contacted", "Working - Contacted", "Qualified"],
    &["Νέο", "Πρώτη επαφή", "Ραντεβού", "Προσφορά", "Διαπραγμάτευση", "Κλείσιμο"],
    &["Ενδιαφέρον", "Επικοινωνία", "Επίδειξη", "Οικονομική προσφορά", "Υπογραφή σύμβασης"],
    &["Αίτημα", "Συνάντηση", "Προσφορά στον πελάτη", "Σύμβαση"],
    &[
        "Διερεύνηση",
        "Αξιολόγηση",
        "Ανάλυση αναγκών",
        "Πρόταση αξίας",
        "Εντοπισμός υπευθύνων λήψης αποφάσεων",
        "Ανάλυση αντίληψης",
        "Πρόταση/Προσφορά τιμής",
        "Διαπραγμάτευση/Αναθεώρηση",
    ],
    &["Stage 1", "Stage 2", "Stage 3", "Stage 10"],
    &["Этап 1", "Этап 2", "Этап 11"],
];

#[test]
fn ladders_of_hard_names_are_in_the_order_of_the_trade() {
    for ladder in LADDERS {
        let mapping = proposed(&[deals(ladder)]);
        let names: Vec<&str> = mapping.ladder.stages.iter().map(|s| s.name.as_str()).collect();
        assert_eq!(names, *ladder);
    }
}

#[test]
fn what_only_waits_is_no_rung_and_the_screen_is_told() {
    for parked in ["On Hold", "Pending", "Other", "Отложено", "Σε αναμονή"] {
        let files = [deals(&["New", "Demo", parked, "Won", "Lost"])];
        let mapping = proposed(&files);
        let names: Vec<&str> = mapping.ladder.stages.iter().map(|s| s.name.as_str()).collect();
        assert_eq!(names, ["New", "Demo"], "{parked}");
        let stages = explain(&views(&files), &mapping).stages.unwrap();
        assert_eq!(stages.unmapped, 18);
        let value = stages.values.iter().find(|v| v.value == parked).unwrap();
        assert!(value.parked && value.place == StagePlace::Unmapped);
        assert!(stages.values.iter().filter(|v| v.parked).count() == 1);
    }
}

fn reasons(files: &[Imported]) -> Vec<(String, OrderReason)> {
    let mapping = proposed(files);
    let stages = explain(&views(files), &mapping).stages.unwrap();
    let names = mapping.ladder.stages.into_iter().map(|s| s.name);
    names.zip(stages.stages.iter().map(|s| s.order)).collect()
}

#[test]
fn an_unknown_name_claims_least_and_says_that_nothing_places_it() {
    let found = reasons(&[deals(&["New", "Demo", "Contract", "Zephyr", "Won", "Lost"])]);
    let names: Vec<&str> = found.iter().map(|f| f.0.as_str()).collect();
    assert_eq!(names, ["New", "Zephyr", "Demo", "Contract"]);
    assert_eq!(found[1].1, OrderReason::Unknown);
    // Where the first known stage is deep already, not even that one is claimed.
    let found = reasons(&[deals(&["Замер", "Договор", "Зефир"])]);
    let names: Vec<&str> = found.iter().map(|f| f.0.as_str()).collect();
    assert_eq!(names, ["Зефир", "Замер", "Договор"]);
}

#[test]
fn numbers_dates_probabilities_and_moves_place_what_words_do_not() {
    let found = reasons(&[deals(&["1. Discovery", "2. Zephyr", "3. Proposal", "New"])]);
    let names: Vec<&str> = found.iter().map(|f| f.0.as_str()).collect();
    assert_eq!(names, ["New", "1. Discovery", "2. Zephyr", "3. Proposal"]);
    assert_eq!(found[2].1, OrderReason::Number);

    let stages = [("New", 10), ("Demo", 40), ("Zephyr", 60), ("Contract", 90)];
    let row =
        |(n, (stage, p)): (usize, &(&str, u32))| format!("d{n},{stage},2026-09-01,{n}.5,{p}\n");
    let rows: String = (1..=80).zip(stages.iter().rev().cycle()).map(row).collect();
    let text = format!("Deal ID,Stage,Created,Amount,Probability\n{rows}");
    let found = reasons(&[made("deals.csv", text.as_bytes())]);
    let names: Vec<&str> = found.iter().map(|f| f.0.as_str()).collect();
    assert_eq!(names, ["New", "Demo", "Zephyr", "Contract"]);
    assert_eq!(found[2].1, OrderReason::Probability);

    let mut text =
        "Deal ID,Stage,Created,Amount,Demo entry date,Zephyr entry date,Contract entry date\n"
            .to_owned();
    for n in 1..=40 {
        let stage = ["Contract", "Zephyr", "Demo", "New"][n % 4];
        text += &format!("d{n},{stage},2026-09-01,{n}.5,2026-09-02,2026-09-05,2026-09-09\n");
    }
    let found = reasons(&[made("deals.csv", text.as_bytes())]);
    let names: Vec<&str> = found.iter().map(|f| f.0.as_str()).collect();
    assert_eq!(names, ["New", "Demo", "Zephyr", "Contract"]);
    assert_eq!(found[2].1, OrderReason::Dates);

    let mut log = "Deal ID,From stage,To stage,Date\n".to_owned();
    for n in 101..=140 {
        log += &format!("d{n},New,Demo,2026-09-02\nd{n},Demo,Zephyr,2026-09-04\n");
        log += &format!("d{n},Zephyr,Contract,2026-09-08\n");
    }
    let files = [deals(&["New", "Demo", "Contract", "Zephyr"]), made("log.csv", log.as_bytes())];
    let found = reasons(&files);
    let names: Vec<&str> = found.iter().map(|f| f.0.as_str()).collect();
    assert_eq!(names, ["New", "Demo", "Zephyr", "Contract"]);
    assert_eq!(found[2].1, OrderReason::History);
}
