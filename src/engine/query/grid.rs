//! Groups across groups: the facts of each cell, of each row and column, and of all together.
//!
//! Break-downs and pivots are both made of it. Totals come from merged facts of all cells, those of
//! groups that are not shown included.

use super::axis::Axis;
use super::codebook::Codebook;
use super::frame::Frame;
use super::support::{Placement, needs_of};
use crate::engine::dimension::{Dimension, Label};
use crate::engine::measure::MeasureId;
use crate::engine::measure::fact::{Facts, Needs};
use crate::engine::measure::fact_table::FactTable;
use crate::engine::report::{Absence, Order};
use crate::engine::value::Quantity;
use std::cmp::Ordering;

/// Groups beyond these are shown as one (“the rest”): more than anybody reads, and more would not
/// fit into the memory of a page.
pub(super) const MOST_ROWS: usize = 1000;
pub(super) const MOST_COLUMNS: usize = 200;

pub(super) struct Grid {
    pub measures: Vec<MeasureId>,
    pub absent: Vec<(MeasureId, Absence)>,
    pub rows: Vec<Group>,
    pub columns: Vec<Group>,
    pub grand: Facts,
    table: FactTable,
    width: usize,
}

/// A row or a column that is shown.
pub(super) struct Group {
    pub labels: Vec<Label>,
    pub facts: Facts,
    /// Its place on the axis.
    at: usize,
}

/// What a grid is asked.
pub(super) struct GridSpec<'a> {
    pub rows: &'a [Dimension],
    pub columns: &'a [Dimension],
    pub measures: &'a [MeasureId],
    pub sort: Option<(MeasureId, Order)>,
}

impl Grid {
    pub fn fill(
        frame: &Frame<'_>,
        codebook: &mut Codebook,
        spec: &GridSpec<'_>,
    ) -> Result<Grid, Absence> {
        let mut rows = Axis::by_dimensions(frame, codebook, spec.rows)?;
        let mut columns = Axis::by_dimensions(frame, codebook, spec.columns)?;
        let without_spend = rows.without_spend() || columns.without_spend();
        let placement = Placement { by_day: false, without_spend };
        let (measures, absent) = frame.answerable(spec.measures, placement)?;
        let needs = needs_of(&measures);
        let sort = spec.sort.filter(|(measure, _)| measures.contains(measure));
        limit(frame, &mut rows, MOST_ROWS, &measures, sort);
        limit(frame, &mut columns, MOST_COLUMNS, &measures, None);

        let table = frame.gather(&frame.now, &rows, &columns, needs);
        let (height, width) = (rows.len(), columns.len());
        let mut grand = table.merged(0..height * width);
        frame.add_undated(needs, &mut grand);
        let row = |at: usize| table.merged(at * width..(at + 1) * width);
        let column = |at: usize| table.merged((at..height * width).step_by(width.max(1)));
        let mut rows = groups(rows.labels, row, needs);
        let columns = groups(columns.labels, column, needs);
        if let Some((measure, order)) = sort {
            sort_by_measure(&mut rows, measure, order);
        }
        Ok(Grid { measures, absent, rows, columns, grand, table, width })
    }

    /// The figures of one cell.
    pub fn cell(&self, row: &Group, column: &Group) -> Vec<Quantity> {
        self.derive(&self.table.facts(row.at * self.width + column.at))
    }

    /// One figure a measure.
    pub fn derive(&self, facts: &Facts) -> Vec<Quantity> {
        self.measures.iter().map(|m| m.derive(facts)).collect()
    }
}

/// The groups in which anything that was asked for occurs.
fn groups(labels: Vec<Vec<Label>>, facts: impl Fn(usize) -> Facts, needs: Needs) -> Vec<Group> {
    let group = |(at, labels)| Group { labels, facts: facts(at), at };
    labels.into_iter().enumerate().map(group).filter(|g| !g.facts.is_empty(needs)).collect()
}

/// Where there are too many groups, keeps those that the sort puts first (without one: those with
/// most of the first measure), still in natural order.
fn limit(
    frame: &Frame<'_>,
    axis: &mut Axis,
    most: usize,
    measures: &[MeasureId],
    sort: Option<(MeasureId, Order)>,
) {
    let by = sort.or_else(|| measures.first().map(|m| (*m, Order::Descending)));
    let Some((measure, order)) = by.filter(|_| axis.len() > most) else { return };
    let table = frame.gather(&frame.now, axis, &Axis::one(), measure.needs());
    let values: Vec<Option<f64>> =
        (0..axis.len()).map(|at| measure.derive(&table.facts(at)).value).collect();
    let mut places: Vec<usize> = (0..axis.len()).collect();
    let value = |at: usize| values.get(at).copied().flatten();
    places.sort_by(|a, b| compare(value(*a), value(*b), order));
    axis.limit(most, &places);
}

fn sort_by_measure(rows: &mut [Group], measure: MeasureId, order: Order) {
    let is_rest = |row: &Group| matches!(row.labels.first(), Some(Label::Rest(_)));
    // Stable: equals stay in natural order.
    rows.sort_by_cached_key(|row| SortKey {
        is_rest: is_rest(row),
        value: measure.derive(&row.facts).value,
        order,
    });
}

struct SortKey {
    is_rest: bool,
    value: Option<f64>,
    order: Order,
}

impl Ord for SortKey {
    fn cmp(&self, other: &Self) -> Ordering {
        let rest = self.is_rest.cmp(&other.is_rest);
        rest.then_with(|| compare(self.value, other.value, self.order))
    }
}
impl PartialOrd for SortKey {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl PartialEq for SortKey {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for SortKey {}

/// Figures in order; no value comes last in either.
fn compare(a: Option<f64>, b: Option<f64>, order: Order) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) if order == Order::Ascending => a.total_cmp(&b),
        (Some(a), Some(b)) => b.total_cmp(&a),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}
