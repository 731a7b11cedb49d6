//! Date columns called by their stage, proposed with no click in three languages.

use super::made::{made, proposed, views};
use tundish::engine::funnel::{Outcome, assemble};
use tundish::engine::mapping::{FileKind, Role};
use tundish::engine::table::NO_DAY;

const HEADERS: [[&str; 8]; 3] = [
    [
        "deal_id",
        "created_at",
        "channel",
        "stage",
        "amount",
        "mql_date",
        "sql_date",
        "opportunity_date",
    ],
    [
        "ID сделки",
        "Дата создания",
        "Источник",
        "Стадия",
        "Сумма",
        "Дата MQL",
        "Дата SQL",
        "Дата квалификации",
    ],
    [
        "ID",
        "Ημερομηνία δημιουργίας",
        "Πηγή",
        "Στάδιο",
        "Ποσό",
        "Ημερομηνία MQL",
        "Ημερομηνία SQL",
        "Ημερομηνία προσφοράς",
    ],
];
const STAGES: [[&str; 3]; 3] = [
    ["New", "Closed Won", "Closed Lost"],
    ["Новая", "Успешно реализовано", "Закрыто и не реализовано"],
    ["Νέα", "Κερδισμένη", "Χαμένη"],
];

fn text(headers: &[&str], [new, won, lost]: [&str; 3]) -> String {
    let mut text = headers.join(",");
    for (at, stage) in [new, won, lost, won, new, lost].into_iter().enumerate() {
        let n = at + 10;
        let (mql, sql) = (format!("2025-02-{n}"), if at % 2 == 1 { "2025-03-15" } else { "" });
        let third = if stage == won { "2025-04-20" } else { "" };
        text.push_str(&format!("\nD{n},2025-01-{n},ads,{stage},{}.5,{mql},{sql},{third}", n * 100));
    }
    text
}

#[test]
fn stage_dates_by_name_in_three_languages() {
    let third = ["Opportunity", "Квалификация", "Προσφορά"];
    for ((headers, stages), third) in HEADERS.iter().zip(STAGES).zip(third) {
        let files = [made("deals.csv", text(headers, stages).as_bytes())];
        let mapping = proposed(&files);
        assert_eq!(mapping.files[0].kind, FileKind::Deals, "{headers:?}");
        assert_eq!(mapping.files[0].header(Role::Created), Some(headers[1]), "{headers:?}");
        let entered = |name: &str| {
            let stage = mapping.ladder.stages.iter().find(|s| s.name == name);
            stage.unwrap_or_else(|| panic!("{name}: {:?}", mapping.ladder)).entered.as_deref()
        };
        assert_eq!(entered("MQL"), Some(headers[5]));
        assert_eq!(entered("SQL"), Some(headers[6]));
        assert_eq!(entered(third), Some(headers[7]));
        let made = assemble(&views(&files), &mapping).unwrap();
        let mql = made.stages.iter().position(|s| s == "MQL").unwrap();
        assert!(made.records.entered[mql].iter().all(|d| *d != NO_DAY));
        let new = made.stages.iter().position(|s| s == stages[0]).unwrap();
        assert_eq!((new, mql < made.stages.len()), (0, true), "{:?}", made.stages);
    }
}

#[test]
fn a_long_name_and_its_abbreviation_are_one_stage() {
    let csv = "deal_id,created_at,stage,amount,MQL date\n\
        D1,2025-01-01,Lead,10,\nD2,2025-01-02,Marketing Qualified Lead,10,2025-01-05\n\
        D3,2025-01-03,Closed Won,10,2025-01-06\nD4,2025-01-03,Closed Lost,10,\n";
    let mapping = proposed(&[made("deals.csv", csv.as_bytes())]);
    let dated: Vec<&str> = mapping
        .ladder
        .stages
        .iter()
        .filter(|s| s.entered.is_some())
        .map(|s| s.name.as_str())
        .collect();
    assert_eq!(dated, ["Marketing Qualified Lead"]);
}

#[test]
fn days_of_winning_and_losing_close_a_record_each() {
    let csv = "deal_id,created_at,channel,stage,amount,mql_date,won_date,lost_date\n\
        D1,2025-01-01,ads,won,10.5,2025-01-02,2025-02-01,\n\
        D2,2025-01-02,ads,lost,20.5,2025-01-05,,2025-02-02\n\
        D3,2025-01-03,mail,new,30.5,,,\n";
    let files = [made("deals.csv", csv.as_bytes())];
    let mapping = proposed(&files);
    assert_eq!(mapping.ladder.lost_on.as_deref(), Some("lost_date"));
    let made = assemble(&views(&files), &mapping).unwrap();
    assert_eq!(made.records.outcome, [Outcome::Won, Outcome::Lost, Outcome::Open]);
    let days = |d: i32| (d != NO_DAY).then(|| tundish::engine::value::Day(d).to_string());
    let closed: Vec<Option<String>> = made.records.closed.iter().map(|d| days(*d)).collect();
    assert_eq!(closed, [Some("2025-02-01".to_owned()), Some("2025-02-02".to_owned()), None]);
}
