//! The funnel: how many records reached each stage of the ladder, how many were won, and what came
//! after the win.
//!
//! The period selects the records that *entered* in it (by creation, under either basis), and
//! completion is free unless a window is set (reference: funnels, 5d): so each stage is a part of
//! the first one and no share exceeds 1. Policies are those of [`crate::engine::measure::reach`].
//! Under `Any` the stages are independent counts, and none is a share of the one before.
//!
//! Not here: what one record reached (`passage`), what a history says beside it (`returns`).

use super::codebook::Codebook;
use super::frame::Frame;
use super::ladder_parts::parts;
use super::passage::{Passages, Step};
use super::returns::Returns;
use super::selection::Selection;
use super::stage_time;
use crate::engine::dimension::Label;
use crate::engine::funnel::Outcome;
use crate::engine::measure;
use crate::engine::report::{
    Absence, Entity, Funnel, FunnelGround, FunnelSpec, FunnelStage, SkipPolicy, StagePath,
};
use crate::engine::stats;
use crate::engine::table::NO_DAY;

pub(super) fn funnel(
    frame: &Frame<'_>,
    codebook: &mut Codebook,
    spec: &FunnelSpec,
) -> Result<Funnel, Absence> {
    let has = &frame.assembled.has;
    if !has.records {
        return Err(Absence::NoRecords);
    }
    if frame.assembled.stages.is_empty() || !has.outcome {
        return Err(Absence::NoStages);
    }
    if (frame.now.window.is_some() || frame.spec.window.is_some()) && !has.created {
        return Err(Absence::NoCreatedDate);
    }
    let rows = entered(frame, &frame.now);
    let now = Passages::of(frame, &rows)?;
    let before = match (&frame.against, frame.before()) {
        (Some(other), _) => Some(Passages::of(other, &entered(other, &other.now))?),
        (None, Some(before)) => Some(Passages::of(frame, &entered(frame, before))?),
        (None, None) => None,
    };
    let returns = Returns::of(frame.assembled, &rows);
    let days = days_between(frame, &rows);
    let times = stage_time::times(frame, &rows);
    let disordered = out_of_order(frame, &rows);
    let first = now.entered as f64;
    let mut stages = Vec::with_capacity(now.steps.len());
    let mut previous: Option<&Step> = None;
    for (at, step) in now.steps.iter().enumerate() {
        let before = previous.filter(|_| frame.spec.policy != SkipPolicy::Any);
        stages.push(FunnelStage {
            label: label(frame, at),
            reached: step.reached,
            observed: step.observed,
            implied: step.reached - step.observed,
            of_previous: before
                .map(|p| measure::share(step.from_previous as f64, p.reached as f64)),
            of_first: measure::share(step.reached as f64, first),
            reached_before: None,
            dropped: before.map_or(0, |p| p.reached - step.from_previous),
            median_days: days.get(at).copied().flatten(),
            path: StagePath {
                out_of_order: disordered.get(at).copied(),
                reentered: returns.as_ref().map(|r| r.entered_again(at)),
                time: times.get(at).copied(),
            },
        });
        previous = Some(step);
    }
    if let Some(before) = &before {
        for (stage, step) in stages.iter_mut().zip(&before.steps) {
            stage.reached_before = Some(step.reached);
        }
    }
    let shape = frame.assembled.shape;
    let split = parts(frame, codebook, spec, (&rows, &now))?.map(Box::new);
    Ok(Funnel {
        stages,
        entered: now.entered,
        won: now.won,
        lost: now.lost,
        open: now.entered - now.won - now.lost,
        unknown_depth: now.unknown_depth,
        unmapped: now.unmapped,
        end_to_end: now.end_to_end(),
        end_to_end_before: before.as_ref().map(Passages::end_to_end),
        ground: FunnelGround {
            shape,
            draws: shape.draws(frame.spec.policy),
            entity: frame.spec.entity,
            begins: frame.assembled.begun.as_ref().map(|begun| begun.counts),
            without_entity: now.without_entity,
            moved_back: returns.as_ref().map(|r| r.moved_back),
            reopened: returns.as_ref().map(|r| r.reopened),
            window: frame.spec.window,
            young: now.young,
            undated: now.undated,
        },
        split,
    })
}

/// For each record whether it reached a step; `None` where it did not enter in the period.
pub(super) fn reached(frame: &Frame<'_>, at: usize) -> Result<Vec<Option<bool>>, Absence> {
    if frame.assembled.stages.is_empty() || !frame.assembled.has.outcome {
        return Err(Absence::NoStages);
    }
    let mut reached = vec![None; frame.assembled.records.count];
    for row in entered(frame, &frame.now) {
        if let Some(slot) = reached.get_mut(row as usize) {
            *slot = Some(Passages::has_reached(frame, row as usize, at));
        }
    }
    Ok(reached)
}

/// The name of a step: the ladder's stages, the win, the stages after it.
fn label(frame: &Frame<'_>, at: usize) -> Label {
    let stages = &frame.assembled.stages;
    let after = || frame.assembled.stages_after.get(at.checked_sub(stages.len() + 1)?);
    stages.get(at).or_else(after).map_or(Label::Won, |name| Label::Stage(name.clone()))
}

/// The records that entered in the window and pass the filters.
pub(super) fn entered(frame: &Frame<'_>, selection: &Selection) -> Vec<u32> {
    match &selection.created {
        None => (0..frame.assembled.records.count as u32).collect(),
        Some(mask) => {
            let rows = mask.iter().enumerate().filter(|(_, out)| **out == 0);
            rows.map(|(row, _)| row as u32).collect()
        }
    }
}

/// By stage and for the win: how many records entered it before the dated step in front of it;
/// nothing where no dates could tell.
fn out_of_order(frame: &Frame<'_>, rows: &[u32]) -> Vec<u64> {
    let records = &frame.assembled.records;
    let stages = frame.assembled.stages.len();
    if records.disordered.is_empty() {
        return Vec::new();
    }
    let mut counts = vec![0; stages + 1];
    for row in rows.iter().map(|row| *row as usize) {
        let mut rest = records.disordered.get(row).copied().unwrap_or(0);
        while rest != 0 {
            let at = rest.trailing_zeros() as usize;
            rest &= rest - 1;
            counts.iter_mut().take(stages).nth(at).into_iter().for_each(|n| *n += 1);
        }
        if records.won_early.get(row) == Some(&true) {
            counts.last_mut().into_iter().for_each(|n| *n += 1);
        }
    }
    counts
}

/// For each step: the median days since the one before, over records with both dates in their
/// order (out of order, the interval is left out). The win is dated by closing. Persons and
/// accounts have no days of their own.
fn days_between(frame: &Frame<'_>, rows: &[u32]) -> Vec<Option<f64>> {
    if frame.spec.entity != Entity::Record {
        return Vec::new();
    }
    let records = &frame.assembled.records;
    let stages = frame.assembled.stages.len();
    let days_of = |at: usize| -> Option<&[i32]> {
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
    let between = |at: usize| -> Option<f64> {
        let (from, to) = (days_of(at.checked_sub(1)?)?, days_of(at)?);
        // How many times so many days: there are far fewer of these than records.
        let mut counts: Vec<u32> = Vec::new();
        let mut count = |days: i32| {
            let days = days as usize;
            if days >= counts.len() {
                counts.resize(days + 1, 0);
            }
            counts.get_mut(days).into_iter().for_each(|n| *n += 1);
        };
        let late = |row: usize, to: i32| {
            frame.spec.window.is_some_and(|window| {
                let entry = records.created.get(row).copied().unwrap_or(NO_DAY);
                entry == NO_DAY || i64::from(to) - i64::from(entry) > i64::from(window)
            })
        };
        let is_won = |row: usize| records.outcome.get(row) == Some(&Outcome::Won);
        for row in rows.iter().map(|row| *row as usize) {
            // Few records are dated far down the ladder.
            let Some(to) = to.get(row).filter(|to| **to != NO_DAY) else { continue };
            let Some(from) = from.get(row).filter(|from| **from != NO_DAY) else { continue };
            if from <= to && (at < stages || is_won(row)) && !late(row, *to) {
                count(to - from);
            }
        }
        stats::median_of_counts(&counts)
    };
    (0..=stages + frame.assembled.stages_after.len()).map(between).collect()
}
