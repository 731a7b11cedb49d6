//! The funnel: how many records reached each stage of the ladder, how many were won, and what came
//! after the win.
//!
//! The period selects the records that *entered* in it (by creation, under either basis), and
//! completion is free unless a window is set (reference: funnels, 5d): so each stage is a part of
//! the first one and no share exceeds 1. Policies are those of [`crate::engine::measure::reach`].
//! Under `Any` the stages are independent counts, and none is a share of the one before.
//!
//! Not here: what is counted for it (`ladder_counts`), what one record reached (`passage`).

use super::codebook::Codebook;
use super::days::Days;
use super::frame::Frame;
use super::ladder_counts::Counted;
use super::ladder_parts::parts;
use super::passage::{Passages, Step};
use super::selection::Selection;
use super::stage_time::Stays;
use crate::engine::dimension::Label;
use crate::engine::funnel::Assembled;
use crate::engine::measure;
use crate::engine::report::{
    Absence, Funnel, FunnelGround, FunnelSpec, FunnelStage, SkipPolicy, StagePath,
};

pub(super) fn funnel(
    frame: &Frame<'_>,
    codebook: &mut Codebook,
    spec: &FunnelSpec,
) -> Result<Funnel, Absence> {
    let has = &frame.assembled.has;
    if !has.records {
        return Err(Absence::NoRecords);
    }
    staged(frame.assembled)?;
    if (frame.now.window.is_some() || frame.spec.window.is_some()) && !has.created {
        return Err(Absence::NoCreatedDate);
    }
    let counted = Counted::of_kept(frame, codebook)?;
    let now = &counted.passages;
    let before = match (&frame.against, frame.before()) {
        (Some(other), _) => Some(Passages::of(&other.rule(), &entered(other, &other.now))?),
        (None, Some(before)) => Some(Passages::of(&frame.rule(), &entered(frame, before))?),
        (None, None) => None,
    };
    let returns = counted.returns.as_ref();
    let first = now.entered as f64;
    let mut stages = Vec::with_capacity(now.steps.len());
    let mut previous: Option<&Step> = None;
    for (at, step) in now.steps.iter().enumerate() {
        let before = previous.filter(|_| frame.spec.policy != SkipPolicy::Any);
        stages.push(FunnelStage {
            label: label(frame.assembled, at),
            reached: step.reached,
            observed: step.observed,
            implied: step.reached - step.observed,
            of_previous: before
                .map(|p| measure::share(step.from_previous as f64, p.reached as f64)),
            of_first: measure::share(step.reached as f64, first),
            reached_before: None,
            dropped: before.map_or(0, |p| p.reached - step.from_previous),
            median_days: counted.between.get(at).and_then(Days::median),
            path: StagePath {
                out_of_order: counted.disordered.get(at).copied(),
                reentered: returns.map(|r| r.entered_again(at)),
                time: counted.stays.get(at).map(Stays::described),
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
    let split = match spec.split {
        Some(_) => parts(frame, codebook, spec, (&entered(frame, &frame.now), now))?.map(Box::new),
        None => None,
    };
    Ok(Funnel {
        stages,
        entered: now.entered,
        won: now.won,
        lost: now.lost,
        open: now.entered - now.won - now.lost,
        unknown_depth: now.unknown_depth,
        unmapped: now.unmapped,
        end_to_end: frame.under_way(now.end_to_end(), frame.now.window),
        end_to_end_before: before
            .as_ref()
            .map(|before| frame.under_way(before.end_to_end(), frame.window_before())),
        ground: FunnelGround {
            shape,
            draws: shape.draws(frame.spec.policy),
            entity: frame.spec.entity,
            begins: frame.assembled.begun.as_ref().map(|begun| begun.counts),
            without_entity: now.without_entity,
            moved_back: returns.map(|r| r.moved_back),
            reopened: returns.map(|r| r.reopened),
            window: frame.spec.window,
            young: now.young,
            undated: now.undated,
        },
        split,
    })
}

/// What a funnel has to have: stages, and a word of winning or losing.
///
/// # Errors
/// Which of the two is lacking.
pub(super) fn staged(assembled: &Assembled) -> Result<(), Absence> {
    match (assembled.stages.is_empty(), assembled.has.outcome) {
        (true, true) => Err(Absence::OnlyEnds),
        (false, true) => Ok(()),
        (_, false) => Err(Absence::NoStages),
    }
}

/// The name of a step: the ladder's stages, the win, the stages after it.
pub(super) fn label(assembled: &Assembled, at: usize) -> Label {
    let stages = &assembled.stages;
    let after = || assembled.stages_after.get(at.checked_sub(stages.len() + 1)?);
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
