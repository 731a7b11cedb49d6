//! Rows across columns: dimensions on both sides, one or several measures in the cells.

use super::codebook::Codebook;
use super::frame::Frame;
use super::grid::{Grid, GridSpec};
use super::line::Line;
use super::show_as::Plain;
use super::shown_order;
use crate::engine::report::{Absence, Pivot, PivotSpec, ShowAs};

pub(super) fn pivot(
    frame: &Frame<'_>,
    codebook: &mut Codebook,
    spec: &PivotSpec,
) -> Result<Pivot, Absence> {
    let mut grid = Grid::fill(
        frame,
        codebook,
        &GridSpec {
            rows: &spec.rows,
            columns: &spec.columns,
            measures: &spec.measures,
            sort: spec.sort,
            sort_column: &spec.sort_column,
            row_levels: &spec.row_levels,
            column_levels: &spec.column_levels,
            changes: false,
        },
    )?;
    // A side without a dimension has no groups: its totals say it all.
    if spec.rows.is_empty() {
        grid.rows.clear();
    }
    if spec.columns.is_empty() {
        grid.columns.clear();
    }
    // Measures that can't be answered take their way of being shown with them.
    let asked = spec.measures.iter().enumerate();
    let answered = asked.filter(|(_, m)| grid.absent.iter().all(|(absent, _)| absent != *m));
    let show: Vec<ShowAs> =
        answered.map(|(at, _)| spec.show.get(at).copied().unwrap_or_default()).collect();
    shown_order::sort(&mut grid, spec, &show);
    let mut cells = Plain::of(&grid).shown(&grid, &show).cells;
    let mut totals = cells.pop().unwrap_or_default();
    let grand = totals.pop().unwrap_or_default();
    let row_totals = cells.iter_mut().map(|row| row.pop().unwrap_or_default()).collect();
    let labels = |lines: &[Line]| lines.iter().map(|l| l.labels.clone()).collect();
    Ok(Pivot {
        row_dimensions: spec.rows.clone(),
        column_dimensions: spec.columns.clone(),
        rows: labels(&grid.rows),
        columns: labels(&grid.columns),
        cells,
        row_totals,
        column_totals: totals,
        grand,
        show,
        planning: grid.planning(),
        is_unfinished: grid.is_unfinished(),
        measures: grid.measures,
        absent: grid.absent,
    })
}
