//! Figures of a pivot shown in another way: as a share of another cell, as a difference, a rank, or
//! on the rows of all lines so far.

use super::cell::CellFacts;
use super::grid::{Grid, Groups};
use super::line::Line;
use crate::engine::measure::{self, SMALL};
use crate::engine::report::ShowAs;
use crate::engine::value::{Caution, Quantity, Unit};
use std::ops::Range;

/// All figures as they are: `cells[line][column][measure]`, the totals last on both sides.
pub(super) struct Plain {
    pub cells: Vec<Vec<Vec<Quantity>>>,
}

impl Plain {
    pub fn of(grid: &Grid<'_>) -> Plain {
        let line = |rows: Range<usize>, total: Vec<Quantity>| {
            let cell = |c: &Line| {
                let facts = grid.facts(rows.clone(), c.leaves.clone());
                grid.derive(&facts, Groups::BOTH)
            };
            grid.columns.iter().map(cell).chain([total]).collect::<Vec<_>>()
        };
        let row = |row: &Line| line(row.leaves.clone(), grid.derive(&row.facts, Groups::ROWS));
        let mut cells: Vec<_> = grid.rows.iter().map(row).collect();
        let totals = grid.columns.iter().map(|c| grid.derive(&c.facts, Groups::COLUMNS));
        cells.push(totals.chain([grid.derive(&grid.grand, Groups::default())]).collect());
        Plain { cells }
    }

    fn at(&self, row: usize, column: usize, measure: usize) -> Option<&Quantity> {
        self.cells.get(row)?.get(column)?.get(measure)
    }

    /// The same, each measure shown as it is asked for.
    pub fn shown(self, grid: &Grid<'_>, show: &[ShowAs]) -> Plain {
        let mut cells = self.cells.clone();
        for (measure, show) in show.iter().enumerate().filter(|(_, s)| **s != ShowAs::Plain) {
            let figures = Shown { grid, plain: &self, measure, show: *show };
            for (row, line) in cells.iter_mut().enumerate() {
                for (column, cell) in line.iter_mut().enumerate() {
                    if let Some(slot) = cell.get_mut(measure) {
                        *slot = figures.figure(row, column, slot);
                    }
                }
            }
            if matches!(show, ShowAs::RunningDown | ShowAs::CumulativeShare) {
                figures.run_down(&mut cells);
            }
            if *show == ShowAs::RunningAcross {
                figures.run_across(&mut cells);
            }
        }
        Plain { cells }
    }
}

struct Shown<'a> {
    grid: &'a Grid<'a>,
    plain: &'a Plain,
    measure: usize,
    show: ShowAs,
}

impl Shown<'_> {
    fn plain(&self, row: usize, column: usize) -> Option<&Quantity> {
        self.plain.at(row, column, self.measure)
    }

    fn figure(&self, row: usize, column: usize, here: &Quantity) -> Quantity {
        let (rows, columns) = (self.grid.rows.len(), self.grid.columns.len());
        match self.show {
            ShowAs::Plain | ShowAs::RunningDown | ShowAs::RunningAcross => here.clone(),
            ShowAs::OfRow => set_against(self.show, here, self.plain(row, columns)),
            ShowAs::OfColumn => set_against(self.show, here, self.plain(rows, column)),
            ShowAs::OfTotal => set_against(self.show, here, self.plain(rows, columns)),
            ShowAs::OfParent => set_against(self.show, here, self.above(row, column).as_ref()),
            // Of a total there is nothing but the whole.
            ShowAs::CumulativeShare => set_against(self.show, here, Some(here)),
            ShowAs::Difference | ShowAs::Growth => {
                set_against(self.show, here, self.before(row, column))
            }
            ShowAs::Rank => self.rank(row, column),
        }
    }

    /// The figure of the group above, in the same column; of the columns' group where there are no
    /// rows to be parts of one.
    fn above(&self, row: usize, column: usize) -> Option<Quantity> {
        let (rows, columns) = (self.grid.rows.len(), self.grid.columns.len());
        let measure = *self.grid.measures.get(self.measure)?;
        let of_columns =
            |at: usize| self.grid.columns.get(at).map_or(0..self.grid.width, |c| c.leaves.clone());
        let has_rows = self.grid.rows.first().is_some_and(|r| !r.labels.is_empty());
        if !has_rows {
            let Some(line) = self.grid.columns.get(column) else {
                return self.plain(row, column).cloned();
            };
            if line.parent.len() == self.grid.width {
                return self.plain(row, columns).cloned();
            }
            let facts = self.grid.facts(0..self.grid.height, line.parent.clone());
            return Some(self.grid.one(measure, &facts));
        }
        let Some(line) = self.grid.rows.get(row) else { return self.plain(row, column).cloned() };
        if line.parent.len() == self.grid.height {
            return self.plain(rows, column).cloned();
        }
        let facts = self.grid.facts(line.parent.clone(), of_columns(column));
        Some(self.grid.one(measure, &facts))
    }

    /// The figure of the column before.
    fn before(&self, row: usize, column: usize) -> Option<&Quantity> {
        let here = self.grid.columns.get(column)?;
        let earlier = self.grid.columns.get(..column)?;
        let at = earlier.iter().rposition(|c| c.is_beside(here))?;
        self.plain(row, at)
    }

    fn rank(&self, row: usize, column: usize) -> Quantity {
        let none = Quantity::none(Unit::Count);
        let Some(line) = self.grid.rows.get(row).filter(|l| !l.is_rest()) else { return none };
        let value = |row: usize| self.plain(row, column).and_then(|q| q.value);
        let Some(here) = value(row) else { return none };
        let beside = self.grid.rows.iter().enumerate();
        let greater = beside
            .filter(|(_, other)| other.is_beside(line) && !other.is_rest())
            .filter(|(at, _)| value(*at).is_some_and(|v| v > here));
        Quantity::plain(greater.count() as f64 + 1.0, Unit::Count)
    }

    /// Lines on the rows of all lines beside them so far, in the order in which they are shown.
    fn run_down(&self, cells: &mut [Vec<Vec<Quantity>>]) {
        let Some(measure) = self.grid.measures.get(self.measure).copied() else { return };
        let all = 0..self.grid.width;
        let columns = self.grid.columns.iter().map(|c| c.leaves.clone()).chain([all]);
        for (column, leaves) in columns.enumerate() {
            let rows = self.grid.rows.iter();
            let facts = |row: &Line| self.grid.facts(row.leaves.clone(), leaves.clone());
            for (row, so_far) in running(rows, facts).into_iter().enumerate() {
                let mut figure = self.grid.one(measure, &so_far);
                if self.show == ShowAs::CumulativeShare {
                    figure = share(&figure, self.above(row, column).as_ref());
                }
                put(cells, (row, column, self.measure), figure);
            }
        }
    }

    fn run_across(&self, cells: &mut [Vec<Vec<Quantity>>]) {
        let Some(measure) = self.grid.measures.get(self.measure).copied() else { return };
        let all = 0..self.grid.height;
        let rows = self.grid.rows.iter().map(|r| r.leaves.clone()).chain([all]);
        for (row, leaves) in rows.enumerate() {
            let columns = self.grid.columns.iter();
            let facts = |column: &Line| self.grid.facts(leaves.clone(), column.leaves.clone());
            for (column, so_far) in running(columns, facts).into_iter().enumerate() {
                put(cells, (row, column, self.measure), self.grid.one(measure, &so_far));
            }
        }
    }
}

/// A figure as a share of another, or as the change from it.
pub(super) fn set_against(show: ShowAs, here: &Quantity, other: Option<&Quantity>) -> Quantity {
    match show {
        ShowAs::Difference => difference(here, other),
        ShowAs::Growth => grown(share(&difference(here, other), other), other),
        _ => share(here, other),
    }
}

fn put(cells: &mut [Vec<Vec<Quantity>>], at: (usize, usize, usize), figure: Quantity) {
    let (row, column, measure) = at;
    let cell = cells.get_mut(row).and_then(|r| r.get_mut(column));
    if let Some(slot) = cell.and_then(|c| c.get_mut(measure)) {
        *slot = figure;
    }
}

/// The facts of each line with those of all lines beside it that came before.
fn running<'a>(
    lines: impl Iterator<Item = &'a Line>,
    facts: impl Fn(&Line) -> CellFacts,
) -> Vec<CellFacts> {
    let mut last: Vec<(&Line, CellFacts)> = Vec::new();
    let mut found = Vec::new();
    for line in lines {
        let mut here = facts(line);
        match last.iter_mut().find(|(known, _)| known.is_beside(line)) {
            Some((_, so_far)) => {
                so_far.merge(&here);
                here = so_far.clone();
            }
            None => last.push((line, here.clone())),
        }
        found.push(here);
    }
    found
}

/// A figure as a share of another, with what is to be known of it. A part of a count is a rate like
/// any other: with its interval, and by its counts where they are few.
fn share(part: &Quantity, whole: Option<&Quantity>) -> Quantity {
    let counts = part.unit == Unit::Count;
    let share = |(part, whole): (f64, f64)| match counts && (0.0..=whole).contains(&part) {
        true => measure::share(part, whole),
        false => Quantity::ratio(part, whole, Unit::Share),
    };
    let both = part.value.zip(whole.and_then(|w| w.value));
    let mut share = both.map_or_else(|| Quantity::none(Unit::Share), share);
    let known = part.cautions.iter().filter(|c| !share.cautions.contains(c)).cloned();
    share.cautions = known.chain(share.cautions.clone()).collect();
    share
}

/// Growth is no part of what was before: it has no counts to stand for it, but a mark where it is
/// growth from few.
fn grown(share: Quantity, before: Option<&Quantity>) -> Quantity {
    let growth = Quantity { numerator: None, denominator: None, interval: None, ..share };
    let is_few = |q: &Quantity| q.unit == Unit::Count && q.value.is_some_and(|n| n < SMALL);
    let is_marked = growth.is_of_few();
    match before.is_some_and(is_few) && growth.value.is_some() && !is_marked {
        true => growth.with(Caution::SmallDenominator),
        false => growth,
    }
}

/// Shares differ by points, and never by a share.
fn difference(here: &Quantity, before: Option<&Quantity>) -> Quantity {
    let both = here.value.zip(before.and_then(|b| b.value));
    let value = both.map(|(here, before)| here - before);
    let cautions = here.cautions.clone();
    let unit = if here.unit == Unit::Share { Unit::Points } else { here.unit };
    Quantity { value, cautions, ..Quantity::none(unit) }
}
