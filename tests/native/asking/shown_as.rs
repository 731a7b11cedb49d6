//! Cells of a pivot that are shown in another way open what they show: the rows so far of a running
//! figure, both figures of a share and of a change.

use super::rig::{Rig, column, near, rig};
use tundish::engine::dimension::{Dimension, Label};
use tundish::engine::filter::Grain;
use tundish::engine::measure::MeasureId as M;
use tundish::engine::query::{Codebook, Figure, Lineage, lineage};
use tundish::engine::report::*;
use tundish::engine::value::Quantity;

const MEASURES: [M; 3] = [M::Leads, M::WinRate, M::Revenue];

fn asked(show: ShowAs) -> PivotSpec {
    let level = |top, subtotal| Level { top, subtotal, ..Level::default() };
    PivotSpec {
        rows: vec![column("region"), column("rep")],
        columns: vec![Dimension::Created(Grain::Year)],
        measures: MEASURES.to_vec(),
        show: vec![show; MEASURES.len()],
        row_levels: vec![level(Some(3), true), level(Some(2), false)],
        sort: Some((M::Leads, Order::Descending)),
        ..PivotSpec::default()
    }
}

fn traced(rig: &Rig, figure: &Figure) -> Lineage {
    let views = [rig.file.view()];
    let spec = ReportSpec::default();
    lineage(&views, &rig.made, &spec, &mut Codebook::default(), figure).unwrap().0
}

fn cell(pivot: &Pivot, row: Option<usize>, column: Option<usize>, measure: usize) -> &Quantity {
    match (row, column) {
        (Some(row), Some(column)) => &pivot.cells[row][column][measure],
        (Some(row), None) => &pivot.row_totals[row][measure],
        (None, Some(column)) => &pivot.column_totals[column][measure],
        (None, None) => &pivot.grand[measure],
    }
}

/// Every place of a pivot, the totals included.
fn places(pivot: &Pivot) -> Vec<(Option<usize>, Option<usize>)> {
    let rows = (0..pivot.rows.len()).map(Some).chain([None]);
    let columns = || (0..pivot.columns.len()).map(Some).chain([None]);
    rows.flat_map(|row| columns().map(move |column| (row, column))).collect()
}

#[test]
fn what_a_cell_shows_is_what_it_opens() {
    let rig = rig(51, 400);
    let mut shown = 0;
    for show in ShowAs::EVERY.into_iter().filter(|show| *show != ShowAs::Rank) {
        let pivot = rig.pivot(asked(show));
        for (row, column) in places(&pivot) {
            for measure in 0..MEASURES.len() {
                let cell = cell(&pivot, row, column, measure);
                let figure = pivot.figure(row, column, measure).unwrap();
                // Nothing is before the first column: the figure itself is all that there is.
                let is_change = matches!(show, ShowAs::Difference | ShowAs::Growth);
                if is_change && !matches!(figure, Figure::Shown { .. }) {
                    assert_eq!(cell.value, None);
                    continue;
                }
                let found = traced(&rig, &figure).quantity.unwrap();
                assert!(
                    near(found.value, cell.value),
                    "{show:?} {row:?} {column:?} {measure}: {:?}, opened {:?}",
                    cell.value,
                    found.value
                );
                shown += 1;
            }
        }
    }
    assert!(shown > 500, "{shown}");
}

#[test]
fn a_running_count_has_as_many_rows_as_it_counts() {
    let rig = rig(52, 300);
    for show in [ShowAs::RunningDown, ShowAs::RunningAcross] {
        let pivot = rig.pivot(asked(show));
        for (row, column) in places(&pivot) {
            let value = cell(&pivot, row, column, 0).value.unwrap();
            let found = traced(&rig, &pivot.figure(row, column, 0).unwrap());
            assert_eq!(found.records.counted as f64, value, "{show:?} {row:?} {column:?}");
        }
    }
}

#[test]
fn a_share_gives_both_of_its_figures_and_their_rows() {
    let rig = rig(53, 300);
    let plain = rig.pivot(asked(ShowAs::Plain));
    let pivot = rig.pivot(asked(ShowAs::OfColumn));
    let figure = pivot.figure(Some(1), Some(1), 0).unwrap();
    let found = traced(&rig, &figure);
    let (part, whole) = *found.sides.clone().unwrap();
    assert_eq!(part.value, plain.cells[1][1][0].value);
    assert_eq!(whole.value, plain.column_totals[1][0].value);
    let rows = (found.records.above as f64, found.records.below as f64);
    assert_eq!((Some(rows.0), Some(rows.1)), (part.value, whole.value));
    // Each of the two is a figure by itself.
    let Figure::Shown { figure, against, .. } = figure else { panic!("{figure:?}") };
    assert_eq!(traced(&rig, &figure).quantity.unwrap().value, part.value);
    assert_eq!(traced(&rig, &against).quantity.unwrap().value, whole.value);
}

#[test]
fn a_change_knows_enough_to_be_told_from_chance() {
    use tundish::engine::measure::chance::tested;
    let rig = rig(54, 300);
    let pivot = rig.pivot(asked(ShowAs::Difference));
    for (measure, id) in MEASURES.into_iter().enumerate() {
        let figure = pivot.figure(None, Some(2), measure).unwrap();
        let (now, before) = *traced(&rig, &figure).sides.unwrap();
        assert!(tested(Some(id), &now, &before).is_ok(), "{id:?}");
        let own = traced(&rig, &figure);
        assert!(own.records.counted > 0);
        let change = cell(&pivot, None, Some(2), measure).value.unwrap();
        assert!(near(Some(now.value.unwrap() - before.value.unwrap()), Some(change)));
    }
}

#[test]
fn a_rank_says_among_how_many_and_opens_the_figure_that_has_it() {
    let rig = rig(55, 400);
    let (spec, plain) = (asked(ShowAs::Rank), rig.pivot(asked(ShowAs::Plain)));
    let pivot = rig.pivot(spec.clone());
    let at = |labels: &[Label]| plain.rows.iter().position(|row| row == labels).unwrap();
    let is_rest = |labels: &[Label]| matches!(labels.last(), Some(Label::Rest(_)));
    let mut ranks = 0;
    for (row, column) in places(&pivot) {
        for measure in 0..MEASURES.len() {
            let shown = cell(&pivot, row, column, measure);
            let figure = pivot.opened(&spec, (row, column), measure).unwrap();
            let Some(rank) = shown.value else {
                assert!(matches!(figure, Figure::Measure { .. }), "{figure:?}");
                continue;
            };
            let labels = &pivot.rows[row.unwrap()];
            let above = &labels[..labels.len() - 1];
            // Those of its level, in its group, by their own figures.
            let beside = plain.rows.iter().filter(|other| {
                other.len() == labels.len() && other.starts_with(above) && !is_rest(other)
            });
            let value = |labels: &[Label]| cell(&plain, Some(at(labels)), column, measure).value;
            let values: Vec<f64> = beside.filter_map(|other| value(other)).collect();
            let own = value(labels).unwrap();
            assert_eq!(rank, 1.0 + values.iter().filter(|v| **v > own).count() as f64);
            let found = traced(&rig, &figure);
            assert_eq!(found.quantity.unwrap().value, Some(rank));
            let of = found.rank.unwrap();
            assert!(near(of.figure.value, Some(own)), "{own} {of:?}");
            assert_eq!(of.of, values.len() as u64, "{labels:?} {column:?}");
            if measure == 0 {
                assert_eq!(found.records.counted as f64, own);
            }
            ranks += 1;
        }
    }
    assert!(ranks > 60, "{ranks}");
}

#[test]
fn a_share_of_revenue_opens_its_part_and_the_whole() {
    let rig = rig(56, 300);
    let spec = BreakdownSpec {
        dimension: column("region"),
        measures: vec![M::Leads, M::Revenue],
        ..BreakdownSpec::default()
    };
    let answer = rig.one(BlockSpec::Breakdown(spec), ReportSpec::default());
    let Answer::Breakdown(found) = answer else { panic!("{answer:?}") };
    let total = found.total[1].value.unwrap();
    let rows = (0..found.rows.len()).map(Some).chain([None]);
    for row in rows {
        let own = row.map_or(&found.total, |at| &found.rows[at].cells)[1].value.unwrap();
        let opened = traced(&rig, &found.figure_share(row, 1).unwrap());
        assert!(near(opened.quantity.unwrap().value, Some(own / total)), "{row:?}");
        let (part, whole) = *opened.sides.unwrap();
        assert!(near(part.value, Some(own)) && near(whole.value, Some(total)));
    }
}
