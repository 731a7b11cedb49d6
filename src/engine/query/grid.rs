//! Groups across groups: the facts of each cell, of each line and column, and of all together.
//!
//! Break-downs and pivots are both made of it. Totals and subtotals come from merged facts of their
//! own cells, those of groups that are not shown included.

use super::axis::Axis;
use super::cell::{CellFacts, Filled, Wants};
use super::codebook::Codebook;
use super::frame::Frame;
use super::line::{self, Asks, Figures, Line};
use super::support::Placement;
use crate::engine::dimension::{Dimension, Label};
use crate::engine::filter::Filter;
use crate::engine::measure::MeasureId;
use crate::engine::report::{Absence, Level, Order};
use crate::engine::value::Quantity;
use std::ops::Range;

/// Groups beyond these are shown as one (“the rest”): more than anybody reads, and more would not
/// fit into the memory of a page.
pub(super) const MOST_ROWS: usize = 1000;
pub(super) const MOST_COLUMNS: usize = 200;
/// The same where records are parted among groups, of which each cell holds all facts.
const MOST_PARTED: (usize, usize) = (200, 60);

pub(super) struct Grid<'a> {
    frame: &'a Frame<'a>,
    pub measures: Vec<MeasureId>,
    pub absent: Vec<(MeasureId, Absence)>,
    pub rows: Vec<Line>,
    pub columns: Vec<Line>,
    pub grand: CellFacts,
    pub wants: Wants,
    filled: Filled,
    /// Of what is compared with, where it is asked for.
    before: Option<Filled>,
    grand_before: Option<CellFacts>,
    placement: Placement,
    pub height: usize,
    pub width: usize,
}

/// What a grid is asked.
#[derive(Default)]
pub(super) struct GridSpec<'a> {
    pub rows: &'a [Dimension],
    pub columns: &'a [Dimension],
    pub measures: &'a [MeasureId],
    pub sort: Option<(MeasureId, Order)>,
    /// Keys of the column that sorts; empty = the totals.
    pub sort_column: &'a [String],
    pub row_levels: &'a [Level],
    pub column_levels: &'a [Level],
    /// Also the facts of what is compared with.
    pub changes: bool,
}

impl<'a> Grid<'a> {
    pub fn fill(
        frame: &'a Frame<'a>,
        codebook: &mut Codebook,
        spec: &GridSpec<'_>,
    ) -> Result<Grid<'a>, Absence> {
        let mut rows = Axis::by_dimensions(frame, codebook, spec.rows)?;
        let mut columns = Axis::by_dimensions(frame, codebook, spec.columns)?;
        let without_spend = rows.without_spend() || columns.without_spend();
        let dimensions = || spec.rows.iter().chain(spec.columns);
        let is_date = |d: &Dimension| matches!(d, Dimension::Created(_) | Dimension::Closed(_));
        let placement = Placement {
            by_day: false,
            without_spend,
            by_dimension: dimensions().next().is_some(),
            by_date: dimensions().any(is_date),
        };
        let is_parted = rows.parts.is_some() || columns.parts.is_some();
        let (measures, absent) = frame.shared(spec.measures, placement, is_parted)?;
        let can = |m: MeasureId| {
            frame.absence(m, placement).is_none() && (!is_parted || frame.is_shared(m))
        };
        let (row_levels, column_levels) =
            (answerable(spec.row_levels, &can), answerable(spec.column_levels, &can));
        // What sorts or chooses need not be shown.
        let mut wanted = measures.clone();
        wanted.extend(row_levels.iter().chain(&column_levels).flat_map(named));
        wanted.extend(spec.sort.map(|(m, _)| m).filter(|m| can(*m)));
        let wants = frame.wants(&wanted);
        let sort = spec.sort.filter(|(measure, _)| can(*measure));
        let first = measures.first().copied();
        let (most_rows, most_columns) = match is_parted {
            true => MOST_PARTED,
            false => (MOST_ROWS, MOST_COLUMNS),
        };
        let by_rows = Asks { levels: &row_levels, sort, first, most: most_rows };
        let by_columns = Asks { levels: &column_levels, sort: None, first, most: most_columns };
        limit(frame, &mut rows, &by_rows, &wants);
        limit(frame, &mut columns, &by_columns, &wants);

        let filled = frame.fill(&frame.now, &rows, &columns, &wants);
        let asked = spec.changes.then_some(&wants);
        let before = asked.and_then(|wants| frame.fill_before(&rows, &columns, wants));
        let grand_before = asked.and_then(|wants| frame.whole_before(wants));
        let (height, width) = (rows.len(), columns.len());
        // Parts of records add up to whole ones but for the last digits: the total is of whole ones.
        let mut grand = match is_parted {
            true => {
                let all = frame.fill(&frame.now, &Axis::one(), &Axis::one(), &wants);
                all.merged(std::iter::once(0))
            }
            false => merged(&filled, width, 0..height, 0..width),
        };
        frame.add_undated(wants.needs, &mut grand.facts);
        let derive = |m, facts: &CellFacts| frame.derive(m, facts, &wants).value;
        let column_lines = line::lines(
            &columns,
            &by_columns,
            &Figures {
                facts: &|range| merged(&filled, width, 0..height, range),
                value: &|m, _, facts| derive(m, facts),
            },
            &wants,
        );
        let by_column = column_of(&columns.labels, spec.sort_column);
        let row_lines = line::lines(
            &rows,
            &by_rows,
            &Figures {
                facts: &|range| merged(&filled, width, range, 0..width),
                value: &|m, range, facts| match &by_column {
                    Some(column) => derive(m, &merged(&filled, width, range, column.clone())),
                    None => derive(m, facts),
                },
            },
            &wants,
        );
        Ok(Grid {
            frame,
            measures,
            absent,
            rows: row_lines,
            columns: column_lines,
            grand,
            wants,
            filled,
            before,
            grand_before,
            placement,
            height,
            width,
        })
    }

    /// The facts of several groups across several groups.
    pub fn facts(&self, rows: Range<usize>, columns: Range<usize>) -> CellFacts {
        merged(&self.filled, self.width, rows, columns)
    }

    /// What the figures of several groups are compared with, one a measure; empty where they are
    /// not.
    pub fn before(&self, rows: Range<usize>) -> Vec<Option<Quantity>> {
        let Some(before) = &self.before else { return Vec::new() };
        self.known_before(&merged(before, self.width, rows, 0..self.width))
    }

    /// The same of all groups.
    pub fn total_before(&self) -> Vec<Option<Quantity>> {
        self.grand_before.as_ref().map(|facts| self.known_before(facts)).unwrap_or_default()
    }

    fn known_before(&self, facts: &CellFacts) -> Vec<Option<Quantity>> {
        let of = |m: &MeasureId| {
            let is_known = !self.frame.is_lacking(*m, self.placement);
            is_known.then(|| self.one(*m, facts))
        };
        self.measures.iter().map(of).collect()
    }

    /// One figure a measure.
    pub fn derive(&self, facts: &CellFacts) -> Vec<Quantity> {
        self.measures.iter().map(|m| self.one(*m, facts)).collect()
    }

    pub fn one(&self, measure: MeasureId, facts: &CellFacts) -> Quantity {
        self.frame.derive(measure, facts, &self.wants)
    }
}

fn merged(filled: &Filled, width: usize, rows: Range<usize>, columns: Range<usize>) -> CellFacts {
    filled.merged(rows.flat_map(move |row| columns.clone().map(move |c| row * width + c)))
}

/// Levels without what the data can't answer.
fn answerable(levels: &[Level], can: &dyn Fn(MeasureId) -> bool) -> Vec<Level> {
    let level = |level: &Level| Level {
        sort: level.sort.filter(|(m, _)| can(*m)),
        having: level.having.iter().copied().filter(|h| can(h.measure)).collect(),
        ..level.clone()
    };
    levels.iter().map(level).collect()
}

fn named(level: &Level) -> Vec<MeasureId> {
    let sort = level.sort.map(|(m, _)| m);
    sort.into_iter().chain(level.having.iter().map(|h| h.measure)).collect()
}

/// The groups of a column named by the keys of its labels, if it is there.
fn column_of(labels: &[Vec<Label>], keys: &[String]) -> Option<Range<usize>> {
    if keys.is_empty() {
        return None;
    }
    let is_named = |labels: &Vec<Label>| {
        labels.len() >= keys.len() && labels.iter().zip(keys).all(|(l, k)| Filter::key(l) == *k)
    };
    let first = labels.iter().position(is_named)?;
    let count = labels.iter().skip(first).take_while(|l| is_named(l)).count();
    Some(first..first + count)
}

/// Where there are more groups than are asked for, or than anybody could read.
pub(super) fn limit(frame: &Frame<'_>, axis: &mut Axis, asks: &Asks<'_>, wants: &Wants) {
    let depth = axis.labels.first().map_or(0, Vec::len);
    if asks.shows_all(axis.len(), depth) {
        return;
    }
    let filled = frame.fill(&frame.now, axis, &Axis::one(), wants);
    line::limit(
        axis,
        asks,
        &Figures {
            facts: &|range| filled.merged(range),
            value: &|m, _, facts| frame.derive(m, facts, wants).value,
        },
    );
}
