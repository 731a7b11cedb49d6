//! Levels of a table by figures that are not on show: their order, and several conditions at once.

use super::rig::{Row, column, of};
use crate::tables::day;
use tundish::engine::dimension::Label;
use tundish::engine::filter::{Having, NumberTest};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::report::*;
use tundish::engine::value::Day;

fn deal(rep: &'static str, stage: &'static str, amount: f64) -> Row {
    Row {
        created: Some(Day(day("2025-01-01"))),
        stage,
        amount: Some(amount),
        region: None,
        rep: Some(rep),
        note: None,
        seats: None,
        due: None,
    }
}

/// Average deals: Ann 200, Cid 50; Bob and Dee won nothing. Leads: Ann 3, Bob 2, Cid 1, Dee 4.
fn rows() -> Vec<Row> {
    vec![
        deal("Bob", "Lost", 10.0),
        deal("Bob", "New", 10.0),
        deal("Cid", "Won", 50.0),
        deal("Ann", "Won", 100.0),
        deal("Ann", "Won", 300.0),
        deal("Ann", "Lost", 10.0),
        deal("Dee", "New", 1.0),
        deal("Dee", "New", 1.0),
        deal("Dee", "New", 1.0),
        deal("Dee", "New", 1.0),
    ]
}

fn leads(level: Level) -> Vec<(Option<String>, f64)> {
    let pivot = of(rows()).pivot(PivotSpec {
        rows: vec![column("rep")],
        measures: vec![M::Leads],
        row_levels: vec![level],
        ..PivotSpec::default()
    });
    assert_eq!(pivot.measures, [M::Leads], "nothing else is shown");
    assert_eq!(pivot.grand[0].value, Some(10.0));
    let name = |labels: &Vec<Label>| match labels.first() {
        Some(Label::Text(text)) => Some(text.clone()),
        _ => None,
    };
    let lines = pivot.rows.iter().zip(&pivot.row_totals);
    lines.map(|(labels, cells)| (name(labels), cells[0].value.unwrap())).collect()
}

#[test]
fn a_level_is_sorted_by_a_figure_that_is_not_shown() {
    let by = |order| Level { sort: Some((M::AverageDeal, order)), ..Level::default() };
    let names = |found: Vec<(Option<String>, f64)>| {
        found.into_iter().take(2).map(|(name, _)| name.unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(names(leads(by(Order::Descending))), ["Ann", "Cid"]);
    // What has no value is last either way.
    assert_eq!(names(leads(by(Order::Ascending))), ["Cid", "Ann"]);
}

#[test]
fn several_conditions_hold_at_once_and_one_may_ask_for_no_value() {
    let between = Having { measure: M::Leads, test: NumberTest::Between(2.0, 3.0), empty: false };
    let none = Having { measure: M::AverageDeal, test: NumberTest::AtLeast(0.0), empty: true };
    let with = |having: Vec<Having>| leads(Level { having, ..Level::default() });
    let text = |name: &str| Some(name.to_owned());
    // The greatest first, as the first figure sorts; the others together are the rest.
    let found = with(vec![between]);
    assert_eq!(found, [(text("Ann"), 3.0), (text("Bob"), 2.0), (None, 5.0)]);
    assert_eq!(with(vec![none]), [(text("Bob"), 2.0), (text("Dee"), 4.0), (None, 4.0)]);
    assert_eq!(with(vec![between, none]), [(text("Bob"), 2.0), (None, 8.0)]);
    // As it was saved before there was a word for it.
    let old = r#"{"measure":"leads","test":{"at_least":2.0}}"#;
    let old: Having = serde_json::from_str(old).unwrap();
    assert!(!old.empty && old.holds(Some(2.0)) && !old.holds(None));
}
