//! Rows of a pivot in the order of what they show, where a measure that sorts is shown in another way.
//!
//! Which groups are shown at all is chosen by the measure itself (`line`). A rank goes by the figure
//! that it is of, and what runs down the rows has no order of its own.

use super::grid::Grid;
use super::line::{Line, compare};
use super::show_as::Plain;
use crate::engine::dimension::Label;
use crate::engine::filter::Filter;
use crate::engine::report::{Order, PivotSpec, ShowAs};

/// What sorts, by position among the answered measures, and as it is shown.
pub(super) fn sorts(grid: &Grid<'_>, spec: &PivotSpec, show: &[ShowAs]) -> Option<(usize, Order)> {
    let (id, order) = spec.sort?;
    let mut columns = (0..grid.measures.len()).filter(|at| grid.measures.get(*at) == Some(&id));
    let first = columns.clone().next();
    let at = columns.nth(spec.sort_nth as usize).or(first)?;
    let shows_itself = matches!(
        show.get(at)?,
        ShowAs::Plain | ShowAs::Rank | ShowAs::RunningDown | ShowAs::CumulativeShare
    );
    (!shows_itself).then_some((at, order))
}

/// Puts the rows in that order, level by level; equals stay as they were.
pub(super) fn sort(grid: &mut Grid<'_>, spec: &PivotSpec, show: &[ShowAs]) {
    let Some((at, order)) = sorts(grid, spec, show) else { return };
    let alone: Vec<ShowAs> = (0..grid.measures.len())
        .map(|other| if other == at { show.get(at).copied() } else { None })
        .map(Option::unwrap_or_default)
        .collect();
    let cells = Plain::of(grid).shown(grid, &alone).cells;
    let column = column(grid, &spec.sort_column);
    let value = |row: usize| cells.get(row)?.get(column)?.get(at)?.value;
    let has_own = |level: usize| spec.row_levels.get(level).is_some_and(|l| l.sort.is_some());
    let all: Vec<usize> = (0..grid.rows.len()).collect();
    let order = Sorting { rows: &grid.rows, value: &value, has_own: &has_own, order };
    let mut sorted = Vec::with_capacity(all.len());
    order.visit(&all, 0, &mut sorted);
    let mut rows: Vec<Option<Line>> = grid.rows.drain(..).map(Some).collect();
    grid.rows = sorted.iter().filter_map(|at| rows.get_mut(*at)?.take()).collect();
}

/// The column that sorts, the totals where none is named.
fn column(grid: &Grid<'_>, keys: &[String]) -> usize {
    let is_named = |line: &Line| line.labels.iter().map(Filter::key).eq(keys.iter().cloned());
    let named = grid.columns.iter().position(is_named).filter(|_| !keys.is_empty());
    named.unwrap_or(grid.columns.len())
}

struct Sorting<'a> {
    rows: &'a [Line],
    value: &'a dyn Fn(usize) -> Option<f64>,
    has_own: &'a dyn Fn(usize) -> bool,
    order: Order,
}

impl Sorting<'_> {
    /// Rows that lie in one group above, which stand one after another.
    fn visit(&self, rows: &[usize], level: usize, sorted: &mut Vec<usize>) {
        let label = |row: &usize| -> Option<&Label> { self.rows.get(*row)?.labels.get(level) };
        let mut groups: Vec<&[usize]> = rows.chunk_by(|a, b| label(a) == label(b)).collect();
        if !(self.has_own)(level) {
            let is_rest = |group: &&[usize]| {
                group.first().and_then(label).is_some_and(|l| matches!(l, Label::Rest(_)))
            };
            let own = |group: &&[usize]| self.own(group, level).and_then(self.value);
            groups.sort_by(|a, b| {
                is_rest(a).cmp(&is_rest(b)).then_with(|| compare(own(a), own(b), self.order))
            });
        }
        for group in groups {
            let own = self.own(group, level);
            sorted.extend(own);
            let inner = if own.is_some() { group.get(1..) } else { Some(group) };
            match inner.filter(|inner| !inner.is_empty()) {
                Some(inner) if label_ends(self.rows, inner, level) => sorted.extend(inner),
                Some(inner) => self.visit(inner, level + 1, sorted),
                None => {}
            }
        }
    }

    /// The line of the group itself, which stands first.
    fn own(&self, group: &[usize], level: usize) -> Option<usize> {
        let first = *group.first()?;
        let line = self.rows.get(first)?;
        (line.labels.len() == level + 1 || line.is_rest()).then_some(first)
    }
}

/// Whether rows have no deeper level to be parted by.
fn label_ends(rows: &[Line], inner: &[usize], level: usize) -> bool {
    inner.iter().all(|at| rows.get(*at).is_none_or(|line| line.labels.len() <= level + 1))
}
