//! Pivots of three levels: every line, subtotal and way of showing, recomputed by walking the rows.

use super::rig::{Rig, Row, column, near, of, rig};
use crate::tables::day;
use tundish::engine::dimension::Label;
use tundish::engine::filter::{Filter, Having, NumberTest};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::report::*;
use tundish::engine::value::{Caution, Day, Quantity, Unit};
use tundish::format::{Locale, Style};
use tundish::i18n::strings;

const MEASURES: [M; 3] = [M::Leads, M::WinRate, M::MedianDeal];

fn subtotals(count: usize) -> Vec<Level> {
    vec![Level { subtotal: true, ..Level::default() }; count]
}

pub fn spec() -> PivotSpec {
    PivotSpec {
        rows: vec![column("region"), column("rep"), column("stage")],
        columns: vec![column("note"), column("stage")],
        measures: MEASURES.to_vec(),
        row_levels: subtotals(3),
        column_levels: subtotals(2),
        ..PivotSpec::default()
    }
}

fn text(label: &Label) -> Option<&str> {
    match label {
        Label::Text(text) => Some(text),
        Label::Empty => None,
        other => panic!("{other:?}"),
    }
}

/// Whether a row is in the groups of a line; of each dimension its value.
fn is_in(values: &[Option<&str>], labels: &[Label]) -> bool {
    labels.iter().zip(values).all(|(label, value)| text(label) == *value)
}

fn naive(rows: &[&Row], measure: M) -> Option<f64> {
    let won = rows.iter().filter(|r| r.won()).count() as f64;
    let lost = rows.iter().filter(|r| r.stage == "Lost").count() as f64;
    match measure {
        M::Leads => Some(rows.len() as f64),
        M::WinRate => (won + lost > 0.0).then(|| won / (won + lost)),
        M::MedianDeal => {
            let mut amounts: Vec<f64> =
                rows.iter().filter(|r| r.won()).filter_map(|r| r.amount).collect();
            amounts.sort_by(f64::total_cmp);
            let n = amounts.len();
            (n > 0).then(|| (amounts[(n - 1) / 2] + amounts[n / 2]) / 2.0)
        }
        other => panic!("{other:?}"),
    }
}

fn picked<'a>(rig: &'a Rig, rows: &[Label], columns: &[Label]) -> Vec<&'a Row> {
    let is = |r: &&Row| {
        is_in(&[r.region, r.rep, Some(r.stage)], rows) && is_in(&[r.note, Some(r.stage)], columns)
    };
    rig.rows.iter().filter(is).collect()
}

#[test]
fn every_line_and_subtotal_is_computed_on_its_own_rows() {
    for seed in 1..4 {
        let rig = rig(seed, 60 * seed as usize * seed as usize);
        let pivot = rig.pivot(spec());
        assert!(pivot.rows.iter().any(|r| r.len() == 1) && pivot.rows.iter().any(|r| r.len() == 2));
        assert!(pivot.columns.iter().any(|c| c.len() == 1));
        let check = |cell: &[tundish::engine::value::Quantity], rows: &[Label], cols: &[Label]| {
            for (measure, figure) in MEASURES.iter().zip(cell) {
                let expected = naive(&picked(&rig, rows, cols), *measure);
                assert!(near(figure.value, expected), "{rows:?} {cols:?} {measure:?}");
            }
        };
        for (at, row) in pivot.rows.iter().enumerate() {
            for (cell, col) in pivot.cells[at].iter().zip(&pivot.columns) {
                check(cell, row, col);
            }
            check(&pivot.row_totals[at], row, &[]);
        }
        for (total, col) in pivot.column_totals.iter().zip(&pivot.columns) {
            check(total, &[], col);
        }
        check(&pivot.grand, &[], &[]);
    }
}

/// The lines beside a line: of its level, in its group above.
pub fn beside(rows: &[Vec<Label>], at: usize) -> Vec<usize> {
    let here = &rows[at];
    let above = &here[..here.len() - 1];
    let is = |r: &Vec<Label>| r.len() == here.len() && &r[..above.len()] == above;
    (0..rows.len()).filter(|i| is(&rows[*i])).collect()
}

#[test]
fn figures_are_shown_as_shares_ranks_differences_and_so_far() {
    let rig = rig(7, 160);
    let plain = rig.pivot(PivotSpec { sort: Some((M::Leads, Order::Descending)), ..spec() });
    for show in ShowAs::EVERY {
        let shown = rig.pivot(PivotSpec {
            sort: Some((M::Leads, Order::Descending)),
            show: vec![show, show, ShowAs::Plain],
            ..spec()
        });
        assert_eq!((&shown.rows, &shown.columns), (&plain.rows, &plain.columns));
        for (at, row) in plain.rows.iter().enumerate() {
            for (c, col) in plain.columns.iter().enumerate() {
                for (m, measure) in MEASURES.iter().take(2).enumerate() {
                    let value =
                        |rows: &[Label], cols: &[Label]| naive(&picked(&rig, rows, cols), *measure);
                    let here = value(row, col);
                    let over = |whole: Option<f64>| {
                        here.zip(whole).and_then(|(a, b)| (b != 0.0).then(|| a / b))
                    };
                    let before = beside(&plain.columns, c).into_iter().rfind(|i| *i < c);
                    let before = before.and_then(|i| value(row, &plain.columns[i]));
                    let change = here.zip(before).map(|(a, b)| a - b);
                    let siblings = beside(&plain.rows, at);
                    let so_far = |upto: usize, list: &[usize], down: bool| {
                        let mut rows = Vec::new();
                        for i in list.iter().filter(|i| **i <= upto) {
                            rows.extend(match down {
                                true => picked(&rig, &plain.rows[*i], col),
                                false => picked(&rig, row, &plain.columns[*i]),
                            });
                        }
                        naive(&rows, *measure)
                    };
                    let parent = value(&row[..row.len() - 1], col);
                    let expected = match show {
                        ShowAs::Plain => here,
                        ShowAs::OfRow => over(value(row, &[])),
                        ShowAs::OfColumn => over(value(&[], col)),
                        ShowAs::OfParent => over(parent),
                        ShowAs::OfTotal => over(value(&[], &[])),
                        ShowAs::Difference => change,
                        ShowAs::Growth => {
                            change.zip(before).and_then(|(a, b)| (b != 0.0).then(|| a / b))
                        }
                        ShowAs::Rank => here.map(|here| {
                            let others = siblings.iter();
                            let greater = others.filter_map(|i| value(&plain.rows[*i], col));
                            greater.filter(|v| *v > here).count() as f64 + 1.0
                        }),
                        ShowAs::RunningDown => so_far(at, &siblings, true),
                        ShowAs::RunningAcross => so_far(c, &beside(&plain.columns, c), false),
                        ShowAs::CumulativeShare => so_far(at, &siblings, true)
                            .zip(parent)
                            .and_then(|(a, b)| (b != 0.0).then(|| a / b)),
                    };
                    let found = shown.cells[at][c][m].value;
                    assert!(
                        near(found, expected),
                        "{show:?} {row:?} {col:?} {found:?} {expected:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn each_level_is_sorted_within_its_group_by_any_column() {
    let rig = rig(3, 700);
    let note = Filter::key(&Label::Text("Call back".into()));
    let pivot = rig.pivot(PivotSpec {
        sort: Some((M::Leads, Order::Descending)),
        sort_column: vec![note],
        ..spec()
    });
    let call_back = [Label::Text("Call back".into())];
    for at in 0..pivot.rows.len() {
        let list = beside(&pivot.rows, at);
        let counts: Vec<usize> =
            list.iter().map(|i| picked(&rig, &pivot.rows[*i], &call_back).len()).collect();
        assert!(counts.is_sorted_by(|a, b| a >= b), "{counts:?}");
    }
}

#[test]
fn the_rest_of_each_group_is_a_real_group() {
    let rig = rig(5, 900);
    let level = |top| Level { top: Some(top), subtotal: true, ..Level::default() };
    let pivot = rig.pivot(PivotSpec {
        row_levels: vec![level(2), level(3), Level::default()],
        column_levels: vec![],
        columns: vec![],
        ..spec()
    });
    let all = |labels: &[Label]| picked(&rig, labels, &[]);
    let regions: Vec<&Vec<Label>> =
        pivot.rows.iter().filter(|r| r.len() == 1 || matches!(r[0], Label::Rest(_))).collect();
    assert_eq!(regions.len(), 3);
    assert_eq!(regions[2][0], Label::Rest(3));
    let named: usize = regions[..2].iter().map(|r| all(r).len()).sum();
    let at = pivot.rows.iter().position(|r| r == regions[2]).unwrap();
    assert_eq!(pivot.row_totals[at][0].value, Some((rig.rows.len() - named) as f64));
    // Within each region: three reps and the rest of them, recomputed from their rows.
    for region in &regions[..2] {
        let kept: Vec<&Vec<Label>> =
            pivot.rows.iter().filter(|r| r.len() == 2 && r[0] == region[0]).collect();
        assert_eq!(kept.len(), 3);
        let rest = pivot
            .rows
            .iter()
            .position(|r| r[0] == region[0] && matches!(r.get(1), Some(Label::Rest(4))))
            .expect("four others");
        let others: Vec<&Row> =
            all(region).into_iter().filter(|r| kept.iter().all(|k| text(&k[1]) != r.rep)).collect();
        for (measure, figure) in MEASURES.iter().zip(&pivot.row_totals[rest]) {
            assert!(near(figure.value, naive(&others, *measure)), "{measure:?}");
        }
    }
}

#[test]
fn groups_that_fail_a_condition_on_a_measure_are_the_rest() {
    let rig = rig(9, 500);
    let test = NumberTest::Above(0.5);
    let table = BreakdownSpec {
        dimension: column("rep"),
        measures: vec![M::Leads, M::WinRate],
        having: vec![Having { measure: M::WinRate, test, empty: false }],
        ..BreakdownSpec::default()
    };
    let Answer::Breakdown(table) = rig.one(BlockSpec::Breakdown(table), ReportSpec::default())
    else {
        panic!()
    };
    let of = |rep: Option<&str>| rig.rows.iter().filter(|r| r.rep == rep).collect::<Vec<_>>();
    let rate = |rep| naive(&of(rep), M::WinRate);
    let mut rest: Vec<&Row> = Vec::new();
    let mut passing = 0;
    for rep in [Some("Ann"), Some("Bob"), Some("Cid"), Some("Dee"), Some("Eva"), Some("Flo"), None]
    {
        if rate(rep).is_some_and(|r| r > 0.5) { passing += 1 } else { rest.extend(of(rep)) }
    }
    assert!(passing > 0 && !rest.is_empty(), "the seed shows both");
    assert_eq!(table.rows.len(), passing + 1);
    let last = table.rows.last().unwrap();
    assert!(matches!(last.label, Label::Rest(_)));
    assert_eq!(last.cells[0].value, Some(rest.len() as f64));
    assert!(near(last.cells[1].value, naive(&rest, M::WinRate)));
    assert_eq!(table.total[0].value, Some(rig.rows.len() as f64));
}

#[test]
fn pivots_of_earlier_documents_are_read() {
    let text = r#"{"pivot":{"rows":["channel"],"columns":[],"measures":["leads"],"sort":null}}"#;
    let block: BlockSpec = serde_json::from_str(text).unwrap();
    let BlockSpec::Pivot(spec) = block else { panic!() };
    assert!(spec.show.is_empty() && spec.filters.is_empty());
    let text = r#"{"trend":{"measures":["leads"],"grain":"week"}}"#;
    assert!(matches!(serde_json::from_str(text).unwrap(), BlockSpec::Trend(_)));
    assert!(matches!(serde_json::from_str(r#"{"funnel":{}}"#).unwrap(), BlockSpec::Funnel(_)));
}

/// Three deals of Ann: two of the North, one of the South; twelve of Bob, all of the North. Of a row
/// of three the counts are shown and no rate; of fifteen in a column the rate, with its interval.
/// Ann won one of two in the North and none of one in the South: 50 points less, and no per cent.
#[test]
fn a_share_of_few_is_its_counts_and_shares_differ_by_points() {
    let deal = |rep, region, stage| Row {
        created: Some(Day(day("2025-01-01"))),
        stage,
        amount: None,
        region: Some(region),
        rep: Some(rep),
        note: None,
        seats: None,
        due: None,
    };
    let mut rows = vec![
        deal("Ann", "North", "Won"),
        deal("Ann", "North", "Lost"),
        deal("Ann", "South", "Lost"),
    ];
    rows.extend((0..12).map(|_| deal("Bob", "North", "New")));
    let rig = of(rows);
    let asked = |show: ShowAs, measure: M| {
        rig.pivot(PivotSpec {
            rows: vec![column("rep")],
            columns: vec![column("region")],
            measures: vec![measure],
            show: vec![show],
            sort: None,
            ..PivotSpec::default()
        })
    };
    let at = |pivot: &Pivot, rep: &str, region: &str| {
        let is = |labels: &Vec<Label>, name: &str| labels == &[Label::Text(name.to_owned())];
        let row = pivot.rows.iter().position(|r| is(r, rep)).unwrap();
        let column = pivot.columns.iter().position(|c| is(c, region)).unwrap();
        pivot.cells[row][column][0].clone()
    };
    let few = at(&asked(ShowAs::OfRow, M::Leads), "Ann", "North");
    assert_eq!((few.numerator, few.denominator), (Some(2.0), Some(3.0)));
    assert!(few.cautions.contains(&Caution::SmallDenominator) && few.interval.is_some());
    let many = at(&asked(ShowAs::OfColumn, M::Leads), "Bob", "North");
    assert_eq!((many.numerator, many.denominator), (Some(12.0), Some(14.0)));
    assert!(!many.cautions.contains(&Caution::SmallDenominator) && many.interval.is_some());
    let words = strings(Locale::En);
    assert_eq!(words.quantity(&few, None, Style::Table), "2 of 3");
    let less = at(&asked(ShowAs::Difference, M::WinRate), "Ann", "South");
    assert_eq!((less.value, less.unit), (Some(-0.5), Unit::Points));
    assert!(words.quantity(&less, None, Style::Table).ends_with("pp"));
    // From two deals to one: a half less, and said to be of few.
    let grown = at(&asked(ShowAs::Growth, M::Leads), "Ann", "South");
    assert_eq!((grown.value, grown.numerator), (Some(-0.5), None));
    assert!(grown.cautions.contains(&Caution::SmallDenominator));
    // What is no part of a whole has no interval, and is not “of” it.
    let won = Quantity::ratio(1.0, 1.0, Unit::Share).with(Caution::SmallDenominator);
    assert_eq!(words.quantity(&won, None, Style::Table), "1\u{a0}÷\u{a0}1");
}

#[test]
fn a_pareto_is_called_by_the_first_figure_that_it_shows() {
    let spec = PivotSpec {
        rows: vec![column("region")],
        // Nobody has said what was spent.
        measures: vec![M::Spend, M::Leads],
        show: vec![ShowAs::Plain, ShowAs::CumulativeShare],
        ..PivotSpec::default()
    };
    let pivot = rig(3, 40).pivot(spec.clone());
    assert_eq!(pivot.measures, [M::Leads]);
    let words = strings(Locale::En);
    assert_eq!(words.pivot_called(&spec, Some(&pivot), &[]), "Pareto: Leads by region");
    assert_eq!(words.pivot_called(&spec, None, &[]), "Pareto: Ad spend by region");
}
