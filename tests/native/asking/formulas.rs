//! Measures of one's own: what they are worth, what their units are, where they are wrong.

use super::rig::{Row, column, near, rig};
use crate::figures::made::Dice;
use tundish::engine::formula::{
    ColumnKind, Formula, FormulaError, FormulaErrorKind as Wrong, OwnMeasure,
};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::report::*;
use tundish::engine::value::Unit;

fn columns(file: Option<&str>, header: &str) -> Option<ColumnKind> {
    match (file, header) {
        (_, "Amount") => Some(ColumnKind::Money),
        (None | Some("f"), "Seats [x]") => Some(ColumnKind::Number),
        (_, "Name") => Some(ColumnKind::Other),
        _ => None,
    }
}

fn unit(text: &str) -> Unit {
    Formula::read(text, &columns).unwrap_or_else(|e| panic!("{text}: {e:?}")).unit
}

fn wrong(text: &str) -> (usize, Wrong) {
    let FormulaError { at, kind } = Formula::read(text, &columns).unwrap_err();
    (at, kind)
}

#[test]
fn units_follow_from_units() {
    let cases = [
        ("revenue / leads", Unit::Money),
        ("(won + lost) / leads", Unit::Share),
        ("revenue - spend * 2", Unit::Money),
        ("revenue / spend", Unit::Ratio),
        ("median_cycle * 2", Unit::Days),
        ("median_cycle / mean_cycle", Unit::Ratio),
        ("win_rate * average_deal", Unit::Money),
        ("win_rate * leads", Unit::Count),
        ("1 + 2", Unit::Ratio),
        ("-revenue", Unit::Money),
        ("Revenue ÷ Leads × 1.5", Unit::Money),
        ("sum([Amount]) / distinct([Name], won)", Unit::Money),
        ("sum([f][Seats [x]]]) + 1", Unit::Count),
    ];
    for (text, expected) in cases {
        assert_eq!(unit(text), expected, "{text}");
    }
}

#[test]
fn an_error_stands_at_the_character_that_is_wrong() {
    let cases = [
        ("", (0, Wrong::ValueExpected)),
        ("revenue /", (9, Wrong::ValueExpected)),
        ("revenue / )", (10, Wrong::ValueExpected)),
        ("revenue leads", (8, Wrong::Unexpected('l'))),
        ("(won + lost", (0, Wrong::Unclosed('('))),
        ("won + profit", (6, Wrong::UnknownName("profit".into()))),
        ("won # 2", (4, Wrong::Unexpected('#'))),
        ("1.2.3", (0, Wrong::Number)),
        ("1,5 * revenue", (1, Wrong::DecimalComma("1.5".into()))),
        ("revenue * ,25", (10, Wrong::DecimalComma("0.25".into()))),
        ("won, 2", (3, Wrong::Unexpected(','))),
        ("revenue + leads", (8, Wrong::Adds(Unit::Money, Unit::Count))),
        ("revenue * spend", (8, Wrong::Multiplies(Unit::Money, Unit::Money))),
        ("sum([Name])", (4, Wrong::NotNumbers("Name".into()))),
        ("sum([Gone])", (4, Wrong::NoColumn("Gone".into()))),
        ("sum(Amount)", (4, Wrong::ColumnExpected)),
        ("sum([Amount", (4, Wrong::Unclosed('['))),
        ("sum([Amount], paid)", (14, Wrong::AmongExpected)),
        ("выручка", (0, Wrong::UnknownName("выручка".into()))),
    ];
    for (text, expected) in cases {
        assert_eq!(wrong(text), expected, "{text}");
    }
    let deep = "(".repeat(100_000);
    assert_eq!(wrong(&deep).1, Wrong::TooLong);
    assert_eq!(wrong(&format!("1{}", "+1".repeat(100_000))).1, Wrong::TooLong);
}

#[test]
fn no_text_panics() {
    let mut dice = Dice::new(5);
    let parts = [
        "revenue", "leads", "won", "sum", "distinct", "(", ")", "[", "]", "]]", "[Amount]", ",",
        "+", "-", "*", "/", " ", "1", ".5", "1e9", "é", "∑", "\u{0}", "−", "winrate", "own", "\n",
        "\"", "[f]", "won)",
    ];
    for _ in 0..20_000 {
        let text: String =
            (0..dice.below(14)).map(|_| parts[dice.below(parts.len() as u64) as usize]).collect();
        match Formula::read(&text, &columns) {
            Ok(formula) => {
                // What can be read can be read again with spaces around it.
                let again = Formula::read(&format!(" {text} "), &columns).unwrap();
                assert_eq!(formula, again);
            }
            Err(error) => assert!(error.at <= text.chars().count(), "{text:?} {error:?}"),
        }
    }
}

fn own(id: u16, formula: &str) -> OwnMeasure {
    OwnMeasure { id, name: formula.to_owned(), formula: formula.to_owned(), unit: None }
}

#[test]
fn they_are_evaluated_on_the_rows_of_each_cell() {
    let rig = rig(21, 700);
    type Naive = fn(&[&Row]) -> Option<f64>;
    fn seats(rows: &[&Row]) -> Vec<f64> {
        let mut all: Vec<f64> = rows.iter().filter_map(|r| r.seats).collect();
        all.sort_by(f64::total_cmp);
        all
    }
    fn over(a: f64, b: f64) -> Option<f64> {
        (b != 0.0).then(|| a / b)
    }
    fn sum(of: &[f64]) -> f64 {
        of.iter().sum()
    }
    let cases: [(&str, Naive); 9] = [
        ("revenue / leads", |rows| {
            let won: Vec<f64> = rows.iter().filter(|r| r.won()).filter_map(|r| r.amount).collect();
            over(sum(&won), rows.len() as f64)
        }),
        ("(won + lost) / leads", |rows| {
            over(rows.iter().filter(|r| r.stage != "New").count() as f64, rows.len() as f64)
        }),
        ("distinct([rep])", |rows| {
            let mut reps: Vec<&str> = rows.iter().filter_map(|r| r.rep).collect();
            reps.sort_unstable();
            reps.dedup();
            Some(reps.len() as f64)
        }),
        ("distinct([rep], won)", |rows| {
            let mut reps: Vec<&str> =
                rows.iter().filter(|r| r.won()).filter_map(|r| r.rep).collect();
            reps.sort_unstable();
            reps.dedup();
            Some(reps.len() as f64)
        }),
        ("sum([seats]) / count([seats])", |rows| {
            let all = seats(rows);
            over(sum(&all), all.len() as f64)
        }),
        ("mean([seats])", |rows| over(sum(&seats(rows)), seats(rows).len() as f64)),
        ("median([seats])", |rows| {
            let all = seats(rows);
            let n = all.len();
            (n > 0).then(|| (all[(n - 1) / 2] + all[n / 2]) / 2.0)
        }),
        ("max([seats]) - min([seats])", |rows| {
            let all = seats(rows);
            all.first().zip(all.last()).map(|(a, b)| b - a)
        }),
        ("sum([amount], lost)", |rows| {
            let lost: Vec<f64> =
                rows.iter().filter(|r| r.stage == "Lost").filter_map(|r| r.amount).collect();
            (!lost.is_empty()).then(|| sum(&lost))
        }),
    ];
    let measures: Vec<OwnMeasure> =
        cases.iter().enumerate().map(|(at, (text, _))| own(at as u16, text)).collect();
    let ids: Vec<M> = measures.iter().map(|m| M::Own(m.id)).collect();
    let level = Level { subtotal: true, ..Level::default() };
    let pivot = PivotSpec {
        rows: vec![column("region"), column("note")],
        columns: vec![column("stage")],
        measures: ids.clone(),
        row_levels: vec![level],
        ..PivotSpec::default()
    };
    let spec = ReportSpec { own: measures, ..ReportSpec::default() };
    let Answer::Pivot(pivot) = rig.one(BlockSpec::Pivot(pivot), spec) else { panic!() };
    assert_eq!(pivot.measures, ids);
    let text = |label: &tundish::engine::dimension::Label| match label {
        tundish::engine::dimension::Label::Text(text) => Some(text.clone()),
        _ => None,
    };
    for (at, labels) in pivot.rows.iter().enumerate() {
        let is = |r: &&Row| {
            let values = [r.region, r.note];
            labels.iter().zip(values).all(|(l, v)| text(l).as_deref() == v)
        };
        let rows: Vec<&Row> = rig.rows.iter().filter(is).collect();
        for (c, column) in pivot.columns.iter().enumerate() {
            let stage = text(&column[0]);
            let rows: Vec<&Row> =
                rows.iter().copied().filter(|r| Some(r.stage) == stage.as_deref()).collect();
            for (m, (formula, naive)) in cases.iter().enumerate() {
                let found = pivot.cells[at][c][m].value;
                assert!(near(found, naive(&rows)), "{labels:?} {column:?} {formula}: {found:?}");
            }
        }
        for (m, (formula, naive)) in cases.iter().enumerate() {
            let found = pivot.row_totals[at][m].value;
            assert!(near(found, naive(&rows)), "{labels:?} {formula}: {found:?}");
        }
    }
    let all: Vec<&Row> = rig.rows.iter().collect();
    for (m, (formula, naive)) in cases.iter().enumerate() {
        assert!(near(pivot.grand[m].value, naive(&all)), "{formula}");
    }
}

#[test]
fn one_that_cannot_be_read_is_absent_with_its_reason_and_harms_nothing() {
    let rig = rig(22, 50);
    let cards = KpisSpec { measures: vec![M::Own(1), M::Own(2), M::Leads], ..KpisSpec::default() };
    let spec = ReportSpec { own: vec![own(1, "revenue +")], ..ReportSpec::default() };
    let Answer::Kpis(kpis) = rig.one(BlockSpec::Kpis(cards), spec.clone()) else { panic!() };
    let absent: Vec<_> = kpis.cards.iter().map(|c| c.absent.clone()).collect();
    assert_eq!(absent, [Some(Absence::BadFormula), Some(Absence::BadFormula), None]);
    let report = rig.ask(&spec);
    assert_eq!(report.scope.own[0].unit, None);
    // The document keeps them, and a measure's name in it is as it was.
    let text = serde_json::to_string(&spec).unwrap();
    assert_eq!(serde_json::from_str::<ReportSpec>(&text).unwrap(), spec);
    assert_eq!(serde_json::to_string(&M::Own(3)).unwrap(), r#"{"own":3}"#);
    assert_eq!(serde_json::to_string(&M::Leads).unwrap(), r#""leads""#);
}
