//! The days on which records entered the stages of the ladder, as a report of events places them: a
//! stage has days of its own, or those of creation, or none.
//!
//! Not here: where the days come from (`funnel`), which figures are placed by them (`measure::entry`).

use super::axis::{Axis, Codes};
use super::cell::{CellFacts, Wants};
use super::frame::{Frame, cells};
use super::scope::{extent, union};
use super::selection::{Selection, mask};
use super::stage_fact::StageFact;
use crate::engine::filter::Period;
use crate::engine::funnel::Assembled;
use crate::engine::measure::entry::{Entries, Rungs, WITHOUT_DAY, WithoutDay, bit};
use crate::engine::measure::fact::Needs;
use crate::engine::report::Basis;
use crate::engine::table::NO_DAY;
use std::rc::Rc;

/// See the module. Sets of stages are bits.
pub(super) struct Entered {
    /// With days that are others than those of creation.
    own: u32,
    /// Without any day.
    untold: u32,
    /// By record the stages with days of their own of which it has none.
    missing: Vec<u32>,
    /// The first and the last day of each stage with days of its own.
    extents: Vec<Option<Period>>,
}

impl Entered {
    pub fn of(assembled: &Assembled) -> Entered {
        let records = &assembled.records;
        let mut found = Entered { own: 0, untold: 0, missing: Vec::new(), extents: Vec::new() };
        for stage in 0..assembled.stages.len() {
            let days = records.entered.get(stage).map_or(&[][..], Vec::as_slice);
            let known = extent(days.iter().copied());
            let is_own = known.is_some() && days != records.created;
            found.extents.push(known.filter(|_| is_own));
            if known.is_none() {
                found.untold |= bit(stage);
            }
            if is_own {
                found.own |= bit(stage);
                found.missing.resize(days.len(), 0);
                let rows = found.missing.iter_mut().zip(days);
                rows.for_each(|(missing, day)| {
                    *missing |= if *day == NO_DAY { bit(stage) } else { 0 }
                });
            }
        }
        found
    }

    /// Which of these stages a record reached without a day of it.
    pub fn lacking(&self, row: usize, reached: u32) -> u32 {
        self.missing.get(row).map_or(0, |missing| missing & reached)
    }

    /// The days of all stages with days of their own.
    pub fn all(&self) -> Option<Period> {
        union(self.days(self.own))
    }

    /// The days of these stages, one period a stage.
    pub fn days(&self, stages: u32) -> impl Iterator<Item = Option<Period>> {
        let each = self.extents.iter().enumerate();
        each.filter(move |(stage, _)| stages & bit(*stage) != 0).map(|(_, days)| *days)
    }
}

impl Frame<'_> {
    /// Which of these stages are placed by the day on which they were entered.
    pub fn by_entry(&self, stages: u32) -> u32 {
        if self.spec.basis == Basis::Period { stages & self.basics.entered.own } else { 0 }
    }

    /// How these stages are placed where wins are placed by closing (`apart`) or are not.
    pub fn entries(&self, stages: u32, apart: bool) -> Entries {
        let all = if apart { stages } else { 0 };
        Entries {
            rungs: Rungs::of(self.assembled),
            by_entry: self.by_entry(all),
            untold: all & self.basics.entered.untold,
        }
    }

    /// The cell of each record by the day on which it entered a stage.
    pub fn cells_entered(
        &self,
        stage: usize,
        selection: &Selection,
        (rows, columns): (&Axis, &Axis),
    ) -> Vec<u32> {
        let records = &self.assembled.records;
        let days = records.entered.get(stage).map_or(&[][..], Vec::as_slice);
        let by_day = |axis: &Axis| {
            let units = axis.units.as_ref()?;
            Some(Codes::Each(Rc::new(days.iter().map(|day| units.of(*day)).collect())))
        };
        let (of_rows, of_columns) = (by_day(rows), by_day(columns));
        let of_rows = of_rows.as_ref().unwrap_or(&rows.created);
        let of_columns = of_columns.as_ref().unwrap_or(&columns.created);
        let mask = mask(days, selection.window, self.kept.records.as_deref());
        cells(of_rows, of_columns, columns.width(), &mask, records.count)
    }

    /// Counts the records that would be in the figures if they had a day of the stages.
    pub fn add_without_day(&self, wants: &Wants, cell: &mut CellFacts) {
        if self.spec.basis != Basis::Period || self.now.window.is_none() {
            return;
        }
        let asked = WITHOUT_DAY.iter().filter(|without| wants.needs.count(without.beside));
        for without in asked {
            let stages = self.stages_of(without);
            let lacks = |row: &usize| {
                self.lacks_day(stages, without.of_win, *row) && self.kept.record(*row)
            };
            let rows = (0..self.assembled.records.count).filter(lacks);
            cell.facts.add_count(without.fact, rows.count() as u64);
        }
        for (source, cell) in wants.sources().zip(&mut cell.columns) {
            let Some(stage) = source.stage() else { continue };
            let lacks = |row: &usize| self.lacks_day_of(stage, *row) && self.kept.record(*row);
            cell.undated = (0..self.assembled.records.count).filter(lacks).count() as u64;
        }
    }

    /// Whether a record came to what these measures count, and has no day of it.
    pub fn is_without_day(&self, needs: Needs, row: usize) -> bool {
        let mut asked = WITHOUT_DAY.iter().filter(|without| needs.count(without.beside));
        asked.any(|without| self.lacks_day(self.stages_of(without), without.of_win, row))
    }

    /// The same of a stage that a formula names.
    pub fn lacks_day_of(&self, stage: &StageFact, row: usize) -> bool {
        stage.lacks_day(&self.basics.entered, &self.assembled.records.closed, row)
    }

    fn stages_of(&self, without: &WithoutDay) -> u32 {
        let rungs = Rungs::of(self.assembled);
        without.rungs.iter().fold(0, |bits, rung| bits | rungs.bit(*rung))
    }

    fn lacks_day(&self, stages: u32, of_win: bool, row: usize) -> bool {
        let reach = self.population.reach();
        let reached = reach.reached.get(row).copied().unwrap_or(0);
        let undated_win = || {
            let is_undated = self.assembled.records.closed.get(row) == Some(&NO_DAY);
            is_undated && reach.won.get(row) == Some(&true)
        };
        self.basics.entered.lacking(row, reached & stages) != 0 || (of_win && undated_win())
    }
}
