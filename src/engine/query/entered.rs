//! The days on which records entered the stages of the ladder, as a report of events places them: a
//! stage has days of its own, or those of creation, or none. Every record came to the first stage, as
//! creation is the evidence for it: where its day of that is not told, it is that of creation.
//!
//! Not here: where the days come from (`funnel`), which figures are placed by them (`measure::entry`).

use super::axis::{Axis, Codes};
use super::cell::{CellFacts, Wants};
use super::frame::{Frame, cells};
use super::scope::{extent, union};
use super::selection::Selection;
use super::stage_fact::StageFact;
use crate::engine::filter::Period;
use crate::engine::funnel::Assembled;
use crate::engine::measure::entry::{Entries, Rungs, WITHOUT_DAY, WithoutDay, bit};
use crate::engine::measure::fact::Needs;
use crate::engine::measure::gather::NO_CELL;
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
    /// The days of the first stage, where creation fills some of them.
    first: Option<Vec<i32>>,
}

impl Entered {
    pub fn of(assembled: &Assembled) -> Entered {
        let records = &assembled.records;
        let first = first_days(assembled);
        let (missing, extents) = (Vec::new(), Vec::new());
        let mut found = Entered { own: 0, untold: 0, missing, extents, first: None };
        for stage in 0..assembled.stages.len() {
            let days = column(first.as_deref(), assembled, stage);
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
        found.first = first;
        found
    }

    /// The days of a stage, by record; empty where it has none.
    pub fn column<'a>(&'a self, assembled: &'a Assembled, stage: usize) -> &'a [i32] {
        column(self.first.as_deref(), assembled, stage)
    }

    /// The days of each of these stages.
    pub fn columns<'a>(
        &'a self,
        assembled: &'a Assembled,
        stages: u32,
    ) -> impl Iterator<Item = &'a [i32]> {
        let asked = (0..assembled.stages.len()).filter(move |stage| stages & bit(*stage) != 0);
        asked.map(|stage| self.column(assembled, stage))
    }

    /// Which of these stages a record reached without a day of it.
    pub fn lacking(&self, row: usize, reached: u32) -> u32 {
        self.missing.get(row).map_or(0, |missing| missing & reached)
    }

    /// Whether any day of these is known of a record.
    pub fn is_dated(&self, row: usize) -> bool {
        self.missing.get(row).is_some_and(|missing| *missing != self.own)
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

/// The days of the first stage with those of creation where they are not told; `None` where all are,
/// or none.
fn first_days(assembled: &Assembled) -> Option<Vec<i32>> {
    let records = &assembled.records;
    let days = records.entered.first()?;
    if !days.contains(&NO_DAY) || days.iter().all(|day| *day == NO_DAY) {
        return None;
    }
    let filled = days.iter().zip(&records.created);
    Some(filled.map(|(day, created)| if *day == NO_DAY { *created } else { *day }).collect())
}

fn column<'a>(first: Option<&'a [i32]>, assembled: &'a Assembled, stage: usize) -> &'a [i32] {
    let own = assembled.records.entered.get(stage).map_or(&[][..], Vec::as_slice);
    first.filter(|_| stage == 0).unwrap_or(own)
}

/// Counts one more of a kind, of which there are few.
fn one_more<K: PartialEq>(counts: &mut Vec<(K, u64)>, kind: K) {
    match counts.iter_mut().find(|(known, _)| *known == kind) {
        Some((_, n)) => *n += 1,
        None => counts.push((kind, 1)),
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
        let days = self.basics.entered.column(self.assembled, stage);
        let by_day = |axis: &Axis| {
            let units = axis.units.as_ref()?;
            Some(Codes::Each(Rc::new(days.iter().map(|day| units.of(*day)).collect())))
        };
        let (of_rows, of_columns) = (by_day(rows), by_day(columns));
        let of_rows = of_rows.as_ref().unwrap_or(&rows.created);
        let of_columns = of_columns.as_ref().unwrap_or(&columns.created);
        let Some(mask) = selection.entered(stage, days, &self.kept) else {
            return vec![NO_CELL; records.count];
        };
        cells(of_rows, of_columns, columns.width(), mask, records.count)
    }

    /// Marks the records that entered a stage within the days of the report: each cell of a mask.
    pub fn put_entered(&self, mask: &mut [u32]) {
        let own = self.by_entry(u32::MAX);
        let Some(window) = self.now.window.filter(|_| own != 0) else { return };
        let entered: Vec<&[i32]> = self.basics.entered.columns(self.assembled, own).collect();
        for (row, cell) in mask.iter_mut().enumerate().filter(|(_, cell)| **cell == NO_CELL) {
            let is_in = |days: &&[i32]| {
                days.get(row).is_some_and(|day| window.first.0 <= *day && *day <= window.last.0)
            };
            if self.kept.record(row) && entered.iter().any(is_in) {
                *cell = 0;
            }
        }
    }

    /// Counts the records that would be in the figures if they had a day of the stages.
    pub fn add_without_day(&self, wants: &Wants, cell: &mut CellFacts) {
        if self.spec.basis != Basis::Period {
            return;
        }
        for without in WITHOUT_DAY.iter().filter(|without| wants.needs.count(without.beside)) {
            cell.facts.add_count(without.fact, self.count_without_day(without));
        }
        cell.lacking.extend(self.count_lacking_columns(wants));
    }

    fn count_without_day(&self, without: &WithoutDay) -> u64 {
        if self.basics.entered.own == 0 && !without.of_win {
            return 0;
        }
        let stages = self.stages_of(without);
        let lacking = self.lacking.get_or_init(|| self.count_lacking());
        let counts = lacking
            .iter()
            .filter(|((stages_of, win), _)| stages_of & stages != 0 || (without.of_win && *win));
        counts.map(|(_, n)| n).sum()
    }

    /// How many records came to the same stages without a day, and were won without one.
    fn count_lacking(&self) -> Vec<((u32, bool), u64)> {
        let (reach, closed) = (self.population.reach(), &self.assembled.records.closed);
        let mut counts = Vec::new();
        for (row, (reached, won)) in reach.reached.iter().zip(&reach.won).enumerate() {
            let stages = self.basics.entered.lacking(row, *reached);
            let win = *won && closed.get(row) == Some(&NO_DAY);
            if (stages != 0 || win) && self.kept.record(row) {
                one_more(&mut counts, (stages, win));
            }
        }
        counts
    }

    /// How many records lack the days of the same columns of stages.
    fn count_lacking_columns(&self, wants: &Wants) -> Vec<(u128, u64)> {
        let each = wants.sources().enumerate();
        let stages = each.filter_map(|(at, s)| Some((Wants::column_bit(at), s.stage()?)));
        let stages: Vec<(u128, &StageFact)> = stages.collect();
        let mut counts = Vec::new();
        let rows = if stages.is_empty() { 0 } else { self.assembled.records.count };
        for row in (0..rows).filter(|row| self.kept.record(*row)) {
            let lacks = stages.iter().filter(|(_, stage)| self.lacks_day_of(stage, row));
            let columns = lacks.fold(0, |bits, (bit, _)| bits | bit);
            if columns != 0 {
                one_more(&mut counts, columns);
            }
        }
        counts
    }

    /// Whether a record came to what these measures count, and has no day of it.
    pub fn is_without_day(&self, needs: Needs, row: usize) -> bool {
        let reach = self.population.reach();
        let reached = reach.reached.get(row).copied().unwrap_or(0);
        let undated_win = self.assembled.records.closed.get(row) == Some(&NO_DAY)
            && reach.won.get(row) == Some(&true);
        let lacks = |without: &WithoutDay| {
            let stages = self.stages_of(without);
            self.basics.entered.lacking(row, reached & stages) != 0
                || (without.of_win && undated_win)
        };
        let mut asked = WITHOUT_DAY.iter().filter(|without| needs.count(without.beside));
        asked.any(lacks)
    }

    /// The same of a stage that a formula names.
    pub fn lacks_day_of(&self, stage: &StageFact, row: usize) -> bool {
        stage.lacks_day(&self.basics.entered, &self.assembled.records.closed, row)
    }

    fn stages_of(&self, without: &WithoutDay) -> u32 {
        let rungs = Rungs::of(self.assembled);
        without.rungs.iter().fold(0, |bits, rung| bits | rungs.bit(*rung))
    }
}
