//! Rows of a pivot stand in the order of what they show.

use super::pivots::{beside, spec};
use super::rig::{Row, column, of, rig};
use crate::tables::day;
use tundish::engine::dimension::{Dimension, Label};
use tundish::engine::filter::{Filter, Grain};
use tundish::engine::measure::MeasureId as M;
use tundish::engine::report::*;
use tundish::engine::value::Day;

/// In each group, by what is shown: of the rows beside each other the values never rise.
#[test]
fn rows_are_sorted_by_what_they_show() {
    let rig = rig(61, 500);
    let shown = [ShowAs::OfRow, ShowAs::OfColumn, ShowAs::Difference, ShowAs::Growth];
    for show in shown.into_iter().chain([ShowAs::RunningAcross, ShowAs::OfParent]) {
        let natural = rig.pivot(spec());
        let column: Vec<String> = natural.columns[2].iter().map(Filter::key).collect();
        let asked = |nth| PivotSpec {
            measures: vec![M::Leads, M::Leads, M::WinRate],
            show: vec![ShowAs::Plain, show, ShowAs::RunningDown],
            sort: Some((M::Leads, Order::Descending)),
            sort_nth: nth,
            sort_column: column.clone(),
            ..spec()
        };
        for (nth, measure) in [(0, 0), (1, 1)] {
            let pivot = rig.pivot(asked(nth));
            let at = pivot.columns.iter().position(|c| *c == natural.columns[2]).unwrap();
            let mut compared = 0;
            for row in 0..pivot.rows.len() {
                let lines = beside(&pivot.rows, row);
                let named = lines.into_iter().filter(|i| {
                    !pivot.rows[*i].iter().any(|label| matches!(label, Label::Rest(_)))
                });
                let values: Vec<Option<f64>> =
                    named.map(|i| pivot.cells[i][at][measure].value).collect();
                for pair in values.windows(2) {
                    compared += usize::from(pair[0] != pair[1]);
                    let falls = match (pair[0], pair[1]) {
                        (Some(a), Some(b)) => a >= b,
                        (None, Some(_)) => false,
                        (_, None) => true,
                    };
                    assert!(falls, "{show:?} {nth}: {values:?}");
                }
            }
            assert!(compared > 0, "{show:?}");
            // All rows are there, and each group stands below its own line.
            let mut rows = pivot.rows.clone();
            rows.sort_by_key(|labels| format!("{labels:?}"));
            rows.dedup();
            assert_eq!(rows.len(), pivot.rows.len());
            for pair in pivot.rows.windows(2).filter(|pair| pair[1].len() > pair[0].len()) {
                assert_eq!(pair[0], pair[1][..pair[0].len()]);
            }
        }
    }
}

/// By hand: of A's hundred leads fifty came in March, of B's six hundred sixty.
#[test]
fn a_share_of_its_row_puts_the_small_row_first() {
    let lead = |region, text: &str| Row {
        created: Some(Day(day(text))),
        stage: "New",
        amount: None,
        region: Some(region),
        rep: None,
        note: None,
        seats: None,
        due: None,
    };
    let mut rows = Vec::new();
    for (region, march, april) in [("A", 50, 50), ("B", 60, 540)] {
        rows.extend((0..march).map(|_| lead(region, "2025-03-05")));
        rows.extend((0..april).map(|_| lead(region, "2025-04-05")));
    }
    let months = Dimension::Created(Grain::Month);
    let label = |month| Label::Date(Grain::Month, Day::from_ymd(2025, month, 1).unwrap());
    let found = of(rows).pivot(PivotSpec {
        rows: vec![column("region")],
        columns: vec![months],
        measures: vec![M::Leads],
        show: vec![ShowAs::OfRow],
        sort: Some((M::Leads, Order::Descending)),
        sort_column: vec![Filter::key(&label(3))],
        ..PivotSpec::default()
    });
    let first = |at: usize| (found.rows[at][0].clone(), found.cells[at][0][0].value);
    assert_eq!(first(0), (Label::Text("A".to_owned()), Some(0.5)));
    assert_eq!(first(1), (Label::Text("B".to_owned()), Some(0.1)));
}
