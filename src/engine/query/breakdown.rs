//! One dimension, several measures: a channel table.

use super::codebook::Codebook;
use super::frame::Frame;
use super::grid::{Grid, GridSpec, Groups};
use crate::engine::dimension::{Dimension, Label};
use crate::engine::measure::fact::{Anchor, Count, Total};
use crate::engine::report::{Absence, Breakdown, BreakdownRow, BreakdownSpec, Level};
use crate::engine::value::Caution;

pub(super) fn breakdown(
    frame: &Frame<'_>,
    codebook: &mut Codebook,
    spec: &BreakdownSpec,
) -> Result<Breakdown, Absence> {
    let level = Level { top: spec.top, having: spec.having.clone(), ..Level::default() };
    let grid = Grid::fill(
        frame,
        codebook,
        &GridSpec {
            rows: std::slice::from_ref(&spec.dimension),
            measures: &spec.measures,
            sort: spec.sort,
            row_levels: &[level],
            changes: spec.changes,
            ..GridSpec::default()
        },
    )?;
    let mut total = grid.derive(&grid.grand, Groups::default());
    if let Some(share) = tied_spend(&grid, &spec.dimension) {
        for (measure, quantity) in grid.measures.iter().zip(&mut total) {
            if measure.needs().anchor(Anchor::Spend) {
                quantity.cautions.push(Caution::SpendNotTied { share });
            }
        }
    }
    let rows = grid.rows.iter().map(|row| BreakdownRow {
        label: row.labels.first().cloned().unwrap_or(Label::Empty),
        cells: grid.derive(&row.facts, Groups::ROWS),
        before: grid.before(row.leaves.clone()),
    });
    Ok(Breakdown {
        dimension: spec.dimension.clone(),
        rows: rows.collect(),
        total,
        compared: frame.compared().filter(|_| spec.changes),
        total_before: grid.total_before(),
        planning: grid.planning(),
        is_unfinished: grid.is_unfinished(),
        measures: grid.measures,
        absent: grid.absent,
    })
}

/// By campaign: the share of the spend whose campaign has records, where it is not all of it.
fn tied_spend(grid: &Grid<'_>, dimension: &Dimension) -> Option<f64> {
    let counts_records = grid.measures.iter().any(|m| m.needs().count(Count::Records));
    let all = grid.grand.facts.total(Total::Spend);
    if *dimension != Dimension::Campaign || !counts_records || all <= 0.0 {
        return None;
    }
    let tied = grid.rows.iter().filter(|row| {
        row.facts.facts.counted(Count::Records) > 0 && row.labels.first() != Some(&Label::Empty)
    });
    let share = tied.map(|row| row.facts.facts.total(Total::Spend)).sum::<f64>() / all;
    // Within what adding up in another order may change.
    (share < 1.0 - 1e-9).then_some(share)
}
