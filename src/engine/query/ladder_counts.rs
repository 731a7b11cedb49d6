//! What a funnel counts of records, all of it in whole numbers. So the counts of the records that a
//! filter keeps are also those of all records less those of the records it drops: whichever of the
//! two are fewer are looked at.
//!
//! Not here: what becomes of the counts (`ladder`), what one record reached (`passage`).

use super::codebook::Codebook;
use super::days::Days;
use super::frame::Frame;
use super::passage::{Passages, entities};
use super::returns::Returns;
use super::stage_time::{Stays, stays};
use crate::engine::funnel::Outcome;
use crate::engine::report::{Absence, Entity, SkipPolicy, StageVisits};
use crate::engine::table::NO_DAY;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The counts of some records.
#[derive(Clone)]
pub(super) struct Counted {
    pub passages: Passages,
    /// What a history says beside it.
    pub returns: Option<Returns>,
    /// By step the days since the one before.
    pub between: Vec<Days>,
    /// By stage; empty where nothing dates stages.
    pub stays: Vec<Stays>,
    /// By stage and for the win; empty where no dates could tell.
    pub disordered: Vec<u64>,
}

/// On what the counts of all records depend, beside the records.
pub(super) type CountedBy = (SkipPolicy, Option<u32>, StageVisits);

impl Counted {
    /// Of the records that entered in the period and pass the filters.
    pub fn of_kept(frame: &Frame<'_>, codebook: &mut Codebook) -> Result<Rc<Counted>, Absence> {
        let Some(mask) = &frame.now.created else { return Counted::of_all(frame, codebook) };
        let kept = mask.iter().filter(|out| **out == 0).count();
        let rows = |is_kept: bool, count: usize| {
            let mut rows = Vec::with_capacity(count);
            let which = mask.iter().enumerate().filter(|(_, out)| (**out == 0) == is_kept);
            rows.extend(which.map(|(row, _)| row as u32));
            rows
        };
        // Persons and accounts are one, however many of their records are dropped.
        if frame.spec.entity != Entity::Record || kept <= mask.len() / 2 {
            return Ok(Rc::new(Counted::of(frame, &rows(true, kept))?));
        }
        let all = Counted::of_all(frame, codebook)?;
        let mut left = Counted::clone(&all);
        left.less(&Counted::of(frame, &rows(false, mask.len() - kept))?);
        Ok(Rc::new(left))
    }

    fn of_all(frame: &Frame<'_>, codebook: &mut Codebook) -> Result<Rc<Counted>, Absence> {
        let rows = || (0..frame.assembled.records.count as u32).collect::<Vec<u32>>();
        if frame.spec.entity != Entity::Record {
            return Ok(Rc::new(Counted::of(frame, &rows())?));
        }
        let by = (frame.spec.policy, frame.spec.window, frame.spec.visits);
        codebook.counted(by, || Counted::of(frame, &rows()))
    }

    fn of(frame: &Frame<'_>, rows: &[u32]) -> Result<Counted, Absence> {
        Ok(Counted {
            passages: Passages::of(&frame.rule(), rows)?,
            returns: Returns::of(frame.assembled, rows, entities(&frame.rule())?),
            between: days_between(frame, rows),
            stays: stays(frame, rows),
            disordered: out_of_order(frame, rows),
        })
    }

    /// Takes out the counts of some of the records.
    fn less(&mut self, other: &Counted) {
        self.passages.less(&other.passages);
        if let Some((mine, theirs)) = self.returns.as_mut().zip(other.returns.as_ref()) {
            mine.less(theirs);
        }
        self.between.iter_mut().zip(&other.between).for_each(|(mine, theirs)| mine.less(theirs));
        self.stays.iter_mut().zip(&other.stays).for_each(|(mine, theirs)| mine.less(theirs));
        self.disordered
            .iter_mut()
            .zip(&other.disordered)
            .for_each(|(mine, theirs)| *mine -= theirs);
    }
}

/// By stage and for the win: how many records (or persons or accounts, by any record of theirs)
/// entered it before the dated step in front of it; nothing where no dates could tell.
pub(super) fn out_of_order(frame: &Frame<'_>, rows: &[u32]) -> Vec<u64> {
    let records = &frame.assembled.records;
    let stages = frame.assembled.stages.len();
    if records.disordered.is_empty() {
        return Vec::new();
    }
    let mut counts = vec![0; stages + 1];
    let mut count = |bits: u32, won_early: bool| {
        let mut rest = bits;
        while rest != 0 {
            let at = rest.trailing_zeros() as usize;
            rest &= rest - 1;
            counts.iter_mut().take(stages).nth(at).into_iter().for_each(|n| *n += 1);
        }
        if won_early {
            counts.last_mut().into_iter().for_each(|n| *n += 1);
        }
    };
    let numbers = entities(&frame.rule()).ok().flatten();
    let mut of_entity: BTreeMap<u32, (u32, bool)> = BTreeMap::new();
    for row in rows.iter().map(|row| *row as usize) {
        let bits = records.disordered.get(row).copied().unwrap_or(0);
        let won_early = records.won_early.get(row) == Some(&true);
        match numbers.and_then(|n| n.get(row)).filter(|number| **number != 0) {
            Some(number) => {
                let all = of_entity.entry(*number).or_default();
                *all = (all.0 | bits, all.1 | won_early);
            }
            None => count(bits, won_early),
        }
    }
    of_entity.values().for_each(|(bits, won_early)| count(*bits, *won_early));
    counts
}

/// Whether a record entered a stage, or was won, before the dated step in front of it.
pub(super) fn is_out_of_order(frame: &Frame<'_>, row: usize, at: usize) -> bool {
    let records = &frame.assembled.records;
    match at == frame.assembled.stages.len() {
        true => records.won_early.get(row) == Some(&true),
        false => {
            let bits = records.disordered.get(row).copied().unwrap_or(0);
            bits.checked_shr(at as u32).is_some_and(|bits| bits & 1 == 1)
        }
    }
}

/// For each step the days since the one before. Persons and accounts have no days of their own.
fn days_between(frame: &Frame<'_>, rows: &[u32]) -> Vec<Days> {
    if frame.spec.entity != Entity::Record {
        return Vec::new();
    }
    let steps = 0..=frame.assembled.stages.len() + frame.assembled.stages_after.len();
    let between = |at: usize| {
        let mut found = Days::default();
        if let Some(days) = step_days(frame, at) {
            let days = rows.iter().filter_map(|row| days(*row as usize));
            days.for_each(|days| found.add(days as usize));
        }
        found
    };
    steps.map(between).collect()
}

/// The days of a record since the step before, where both have dates in their order (out of order,
/// the interval is left out). The win is dated by closing.
pub(super) fn step_days<'a>(
    frame: &'a Frame<'_>,
    at: usize,
) -> Option<impl Fn(usize) -> Option<i32> + use<'a>> {
    let records = &frame.assembled.records;
    let stages = frame.assembled.stages.len();
    let days_of = |at: usize| -> Option<&'a [i32]> {
        if at == stages {
            return Some(&records.closed);
        }
        let own = match at.checked_sub(stages + 1) {
            Some(after) => records.entered_after.get(after),
            None => records.entered.get(at),
        };
        let own = own.filter(|days| !days.is_empty());
        own.map(Vec::as_slice).or((at == 0).then_some(records.created.as_slice()))
    };
    let (from, to) = (days_of(at.checked_sub(1)?)?, days_of(at)?);
    let window = frame.spec.window;
    let late = move |row: usize, to: i32| {
        window.is_some_and(|window| {
            let entry = records.created.get(row).copied().unwrap_or(NO_DAY);
            entry == NO_DAY || i64::from(to) - i64::from(entry) > i64::from(window)
        })
    };
    let is_won = move |row: usize| records.outcome.get(row) == Some(&Outcome::Won);
    Some(move |row: usize| {
        // Few records are dated far down the ladder.
        let to = *to.get(row).filter(|to| **to != NO_DAY)?;
        let from = *from.get(row).filter(|from| **from != NO_DAY)?;
        let counts = from <= to && (at < stages || is_won(row)) && !late(row, to);
        counts.then_some(to - from)
    })
}
