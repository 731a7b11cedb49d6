//! Cohorts of customers once more in SQL: 100,000 random wins and losses of 20,000 accounts, asked of
//! the engine and, by `tests/sql/retention.py`, of DuckDB. Where there is no Python with `duckdb`, it
//! is skipped.

use super::made::{Dice, START};
use super::sql::{agree, by_sql, python};
use crate::tables::{File, assembled, ladder, mapped, read};
use serde_json::{Map, Value};
use std::fmt::Write;

use tundish::engine::filter::Grain;
use tundish::engine::mapping::{FileKind, Mapping, Role};
use tundish::engine::query::{Codebook, answer_with};
use tundish::engine::report::*;
use tundish::engine::value::Day;

const DEALS: usize = 100_000;

fn iso(day: i32) -> String {
    let (year, month, day) = Day(day).ymd();
    format!("{year:04}-{month:02}-{day:02}")
}

/// Deals over four years: some accounts buy often and most once; some are not named, and some wins
/// have no day, no amount or another currency.
fn deals() -> String {
    let mut dice = Dice::new(11);
    let mut text = "id,created,closed,stage,amount,currency,account\n".to_owned();
    for id in 0..DEALS {
        let stage = ["Won", "Won", "Lost", "New"][dice.below(4) as usize];
        let born = START + dice.below(1_400) as i32;
        let closed = match stage == "New" || dice.one_in(30) {
            true => String::new(),
            false => iso(born + dice.below(60) as i32),
        };
        let amount = match dice.one_in(12) {
            true => String::new(),
            false => format!("{}.{:02}", dice.below(9_000), dice.below(100)),
        };
        let currency = if dice.one_in(10) { "USD" } else { "EUR" };
        let many = if dice.one_in(3) { 500 } else { 20_000 };
        let account = match dice.one_in(25) {
            true => String::new(),
            false => format!("Company {}", dice.below(many)),
        };
        writeln!(text, "D{id},{},{closed},{stage},{amount},{currency},{account}", iso(born))
            .unwrap();
    }
    text
}

fn mapping() -> Mapping {
    let roles = [
        (Role::RecordId, "id"),
        (Role::Created, "created"),
        (Role::Closed, "closed"),
        (Role::Stage, "stage"),
        (Role::Amount, "amount"),
        (Role::Currency, "currency"),
        (Role::Account, "account"),
    ];
    Mapping {
        files: vec![mapped("deals.csv", FileKind::Deals, &roles)],
        ladder: ladder(&["New"], &["Won"], &["Lost"]),
        ..Mapping::default()
    }
}

fn by_engine(file: &File) -> Map<String, Value> {
    let mut found = Map::new();
    let (data, mut codebook) = (assembled(&[file], &mapping()), Codebook::default());
    let of_customers = CohortFigure::ALL.into_iter().filter(|figure| figure.is_of_customers());
    for figure in of_customers {
        for (unit, grain, ages) in [
            ("week", Grain::Week, CohortAges::Units),
            ("month", Grain::Month, CohortAges::Units),
            ("quarter", Grain::Quarter, CohortAges::Units),
            ("days", Grain::Month, CohortAges::Days(vec![30, 90, 365, 400])),
        ] {
            let spec = CohortsSpec { grain, figure, ages, ..CohortsSpec::default() };
            let report = ReportSpec {
                blocks: vec![BlockSpec::Cohorts(spec)],
                currency: Some("EUR".to_owned()),
                ..ReportSpec::default()
            };
            let report = answer_with(&[file.view()], &data, &report, &mut codebook);
            let Some(Answer::Cohorts(cohorts)) = report.blocks.first() else {
                panic!("{:?}", report.blocks)
            };
            let Value::String(name) = serde_json::to_value(figure).unwrap() else { panic!() };
            for row in &cohorts.rows {
                for (age, cell) in cohorts.ages.iter().zip(&row.cells) {
                    if cell.maturity != Maturity::Unborn {
                        let key = format!("{unit}|{}|{age}|{name}", iso(row.start.0));
                        found.insert(key, serde_json::json!(cell.figure.value));
                    }
                }
            }
        }
    }
    found
}

#[test]
fn sql_gives_the_same_retention() {
    let Some(python) = python() else { return };
    let folder = std::env::temp_dir().join(format!("tundish-retention-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("deals.csv"), deals()).unwrap();
    let expected = by_sql(&python, "retention.py", &folder);
    let found = by_engine(&read(&folder.join("deals.csv")));
    std::fs::remove_dir_all(&folder).unwrap();

    // A unit in which nobody was first won has no share.
    agree(&found, &expected, |sql| sql.is_none());
    println!("{} figures of customers are the same by SQL", found.len());
    assert!(found.len() > 5_000, "{}", found.len());
}
