//! Groups across groups: the facts of each cell, of each line and column, and of all together.
//!
//! Break-downs and pivots are both made of it. Totals and subtotals come from merged facts of their
//! own cells, those of groups that are not shown included.

use super::against::{plan_needs, planned};
use super::axis::Axis;
use super::cell::{CellFacts, Filled, Wants};
use super::codebook::Codebook;
use super::frame::Frame;
use super::line::{self, Asks, Figures, Line};
use super::plan;
use super::support::Placement;
use crate::engine::dimension::{Dimension, Label};
use crate::engine::filter::{Filter, Period};
use crate::engine::measure::MeasureId;
use crate::engine::measure::fact::Count;
use crate::engine::report::{Absence, Compared, Level, Order, Planning};
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
    /// The measures that stand beside their plan, group by group.
    beside_plan: Vec<MeasureId>,
    placement: Placement,
    by_date: Groups,
    pub height: usize,
    pub width: usize,
    changes: bool,
}

/// Whether something is by the groups of rows, by those of columns.
#[derive(Clone, Copy, Default)]
pub(super) struct Groups {
    pub rows: bool,
    pub columns: bool,
}

impl Groups {
    pub const ROWS: Groups = Groups { rows: true, columns: false };
    pub const COLUMNS: Groups = Groups { rows: false, columns: true };
    pub const BOTH: Groups = Groups { rows: true, columns: true };
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
        let by_date = Groups {
            rows: spec.rows.iter().any(is_date),
            columns: spec.columns.iter().any(is_date),
        };
        let placement = Placement {
            by_day: false,
            without_spend,
            by_dimension: dimensions().next().is_some(),
            by_date: by_date.rows || by_date.columns,
            plans: rows.plan_fit().and(columns.plan_fit()),
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
        let mut wants = frame.wants(&wanted);
        // Groups that have a plan alone are groups of a table that compares with it.
        let beside_plan: Vec<MeasureId> = match spec.changes {
            true => measures.iter().copied().filter(|m| frame.is_planned(*m, false)).collect(),
            false => Vec::new(),
        };
        let plan = plan_needs(&beside_plan);
        let has_plan = !beside_plan.is_empty() && placement.plans.holds(plan);
        if has_plan {
            wants.needs = wants.needs.union(plan);
        }
        // Of parts of records nobody knows how they scatter.
        if spec.changes && !is_parted && frame.is_sampled() {
            wants = wants.comparing(&measures);
        }
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
        frame.add_undated(&wants, &mut grand);
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
            beside_plan: if has_plan { beside_plan } else { Vec::new() },
            grand_before,
            placement,
            by_date,
            height,
            width,
            changes: spec.changes,
        })
    }

    /// The facts of several groups across several groups.
    pub fn facts(&self, rows: Range<usize>, columns: Range<usize>) -> CellFacts {
        merged(&self.filled, self.width, rows, columns)
    }

    /// What the figures of several groups are compared with, one a measure; empty where they are
    /// not.
    pub fn before(&self, rows: Range<usize>) -> Vec<Option<Quantity>> {
        if !self.beside_plan.is_empty() {
            return self.plan_of(&self.facts(rows, 0..self.width));
        }
        let Some(before) = &self.before else { return Vec::new() };
        self.known_before(&merged(before, self.width, rows, 0..self.width), Groups::ROWS)
    }

    /// The same of all groups.
    pub fn total_before(&self) -> Vec<Option<Quantity>> {
        if !self.beside_plan.is_empty() {
            return self.plan_of(&self.grand);
        }
        if self.frame.compared() == Some(Compared::Target) && self.changes {
            return self.measures.iter().map(|m| self.frame.target(*m)).collect();
        }
        let known = |facts| self.known_before(facts, Groups::default());
        self.grand_before.as_ref().map(known).unwrap_or_default()
    }

    fn plan_of(&self, facts: &CellFacts) -> Vec<Option<Quantity>> {
        let is_beside = |m: &MeasureId| self.beside_plan.contains(m);
        let of = |m: &MeasureId| is_beside(m).then(|| planned(*m, &facts.facts)).flatten();
        self.measures.iter().map(of).collect()
    }

    /// Lines that have a plan or a result and not both, where plans play a part.
    pub fn planning(&self) -> Option<Planning> {
        let kinds = plan::KINDS.iter().filter(|(plan, _)| self.wants.needs.count(*plan));
        let kinds: Vec<(Count, Count)> = kinds.copied().collect();
        if kinds.is_empty() || !self.placement.by_dimension {
            return None;
        }
        let mut planning = Planning::default();
        let leaves = self.rows.iter().filter(|line| line.is_leaf() && !line.is_rest());
        for facts in leaves.map(|line| &line.facts.facts) {
            let any = |of: fn(&(Count, Count)) -> Count| {
                kinds.iter().any(|kind| facts.counted(of(kind)) > 0)
            };
            let (has_plan, has_result) = (any(|kind| kind.0), any(|kind| kind.1));
            planning.without_result += u64::from(has_plan && !has_result);
            planning.without_plan += u64::from(has_result && !has_plan);
        }
        Some(planning)
    }

    fn known_before(&self, facts: &CellFacts, groups: Groups) -> Vec<Option<Quantity>> {
        let of = |m: &MeasureId| {
            let is_known = !self.frame.is_lacking(*m, self.placement);
            let days = self.frame.window_before();
            is_known.then(|| self.aged(*m, facts, (groups, days)))
        };
        self.measures.iter().map(of).collect()
    }

    /// One figure a measure, of a group of rows, of columns, of both or of neither.
    pub fn derive(&self, facts: &CellFacts, of: Groups) -> Vec<Quantity> {
        let days = self.frame.now.window;
        self.measures.iter().map(|m| self.aged(*m, facts, (of, days))).collect()
    }

    /// A figure with its age; groups of days are each of another.
    fn aged(
        &self,
        measure: MeasureId,
        facts: &CellFacts,
        (of, days): (Groups, Option<Period>),
    ) -> Quantity {
        let by_date = (of.rows && self.by_date.rows) || (of.columns && self.by_date.columns);
        self.frame.aged(measure, self.one(measure, facts), days.filter(|_| !by_date))
    }

    /// Whether groups of days, or all of them together, hold figures that are under way.
    pub fn is_unfinished(&self) -> bool {
        let is_young = || self.frame.usual_of(self.frame.now.window).is_some();
        self.frame.any_ripens(&self.measures) && (self.placement.by_date || is_young())
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
