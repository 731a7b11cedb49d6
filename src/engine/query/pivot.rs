//! Rows across columns: dimensions on both sides, one or several measures in the cells.

use super::codebook::Codebook;
use super::frame::Frame;
use super::grid::{Grid, GridSpec, Group};
use crate::engine::report::{Absence, Pivot, PivotSpec};

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
        },
    )?;
    // A side without a dimension has no groups: its totals say it all.
    if spec.rows.is_empty() {
        grid.rows.clear();
    }
    if spec.columns.is_empty() {
        grid.columns.clear();
    }
    let labels = |groups: &[Group]| groups.iter().map(|g| g.labels.clone()).collect();
    let totals = |groups: &[Group]| groups.iter().map(|g| grid.derive(&g.facts)).collect();
    let cells = |row| grid.columns.iter().map(|column| grid.cell(row, column)).collect();
    Ok(Pivot {
        row_dimensions: spec.rows.clone(),
        column_dimensions: spec.columns.clone(),
        rows: labels(&grid.rows),
        columns: labels(&grid.columns),
        cells: grid.rows.iter().map(cells).collect(),
        row_totals: totals(&grid.rows),
        column_totals: totals(&grid.columns),
        grand: grid.derive(&grid.grand),
        measures: grid.measures,
        absent: grid.absent,
    })
}
