//! The funnel: how many records reached each stage of the ladder, and how many were won.
//!
//! The period selects the records that *entered* in it (by creation, under either basis), and
//! completion is free (reference: funnels, 5d): so each stage is a part of the first one and no
//! share exceeds 1. Policies are those of [`crate::engine::measure::reach`]. Under `Any` the stages
//! are independent counts, and none is a share of the one before.

use super::frame::Frame;
use super::selection::Selection;
use crate::engine::dimension::Label;
use crate::engine::funnel::{NO_STAGE, Outcome};
use crate::engine::measure::{self, reach};
use crate::engine::report::{Absence, Funnel, FunnelSpec, FunnelStage, SkipPolicy};
use crate::engine::stats;
use crate::engine::table::NO_DAY;
use std::collections::BTreeMap;

pub(super) fn funnel(frame: &Frame<'_>, _: &FunnelSpec) -> Result<Funnel, Absence> {
    let has = &frame.assembled.has;
    if !has.records {
        return Err(Absence::NoRecords);
    }
    if frame.assembled.stages.is_empty() || !has.outcome {
        return Err(Absence::NoStages);
    }
    if frame.now.window.is_some() && !has.created {
        return Err(Absence::NoCreatedDate);
    }
    let rows = entered(frame, &frame.now);
    let now = Descent::of(frame, &rows);
    let before = frame.before.as_ref().map(|b| Descent::of(frame, &entered(frame, b)));
    let days = days_between(frame, &rows);
    let first = now.entered as f64;
    let mut stages = Vec::with_capacity(now.steps.len());
    let mut previous: Option<&Step> = None;
    for (at, step) in now.steps.iter().enumerate() {
        let name = frame.assembled.stages.get(at);
        let before = previous.filter(|_| frame.spec.policy != SkipPolicy::Any);
        stages.push(FunnelStage {
            label: name.map_or(Label::Won, |name| Label::Stage(name.clone())),
            reached: step.reached,
            observed: step.observed,
            implied: step.reached - step.observed,
            of_previous: before
                .map(|p| measure::share(step.from_previous as f64, p.reached as f64)),
            of_first: measure::share(step.reached as f64, first),
            reached_before: None,
            dropped: before.map_or(0, |p| p.reached - step.from_previous),
            median_days: days.get(at).copied().flatten(),
        });
        previous = Some(step);
    }
    if let Some(before) = &before {
        for (stage, step) in stages.iter_mut().zip(&before.steps) {
            stage.reached_before = Some(step.reached);
        }
    }
    Ok(Funnel {
        stages,
        entered: now.entered,
        won: now.won,
        lost: now.lost,
        open: now.entered - now.won - now.lost,
        unknown_depth: now.unknown_depth,
        unmapped: now.unmapped,
        end_to_end: now.end_to_end(),
        end_to_end_before: before.as_ref().map(Descent::end_to_end),
    })
}

/// The records that entered in the window and pass the filters.
fn entered(frame: &Frame<'_>, selection: &Selection) -> Vec<u32> {
    match &selection.created {
        None => (0..frame.assembled.records.count as u32).collect(),
        Some(mask) => {
            let rows = mask.iter().enumerate().filter(|(_, out)| **out == 0);
            rows.map(|(row, _)| row as u32).collect()
        }
    }
}

/// How records came down the ladder.
#[derive(Default)]
struct Descent {
    /// The ladder's stages, then the win.
    steps: Vec<Step>,
    entered: u64,
    won: u64,
    lost: u64,
    unknown_depth: u64,
    unmapped: u64,
}

#[derive(Clone, Default)]
struct Step {
    reached: u64,
    /// With evidence of its own.
    observed: u64,
    /// Reached this step and the one before it.
    from_previous: u64,
}

impl Descent {
    fn of(frame: &Frame<'_>, rows: &[u32]) -> Descent {
        let records = &frame.assembled.records;
        let stages = frame.assembled.stages.len();
        let mut descent =
            Descent { steps: vec![Step::default(); stages + 1], ..Descent::default() };
        // Records with the same evidence and outcome go the same way: count them first.
        let mut alike: Vec<u64> = vec![0; 3 << DENSE_STAGES];
        let mut rare: BTreeMap<(u32, usize), u64> = BTreeMap::new();
        for row in rows.iter().map(|row| *row as usize) {
            let (Some(observed), Some(outcome)) =
                (records.observed.get(row), records.outcome.get(row))
            else {
                continue;
            };
            let key = (*observed as usize).saturating_mul(3).saturating_add(*outcome as usize);
            match alike.get_mut(key) {
                Some(n) => *n += 1,
                None => *rare.entry((*observed, *outcome as usize)).or_insert(0) += 1,
            }
            let unknown = records.depth_unknown.get(row).copied().unwrap_or(false);
            descent.unknown_depth += u64::from(unknown);
            let no_stage = records.stage.get(row) == Some(&NO_STAGE);
            descent.unmapped += u64::from(no_stage && *outcome == Outcome::Open);
        }
        let common = alike.iter().enumerate().filter(|(_, n)| **n > 0);
        let common = common.map(|(key, n)| (((key / 3) as u32, key % 3), *n));
        for ((observed, outcome), n) in common.chain(rare) {
            descent.add(observed, outcome, n, frame.spec.policy);
        }
        descent
    }

    /// Takes in `n` records with the same evidence and outcome.
    fn add(&mut self, observed: u32, outcome: usize, n: u64, policy: SkipPolicy) {
        let outcomes = [Outcome::Open, Outcome::Won, Outcome::Lost];
        let outcome = outcomes.get(outcome).copied().unwrap_or(Outcome::Open);
        self.entered += n;
        self.won += if outcome == Outcome::Won { n } else { 0 };
        self.lost += if outcome == Outcome::Lost { n } else { 0 };
        let stages = self.steps.len() - 1;
        let reached = reach::reached(observed, outcome, policy);
        let won = reach::won(observed, outcome, policy, stages);
        let bit = |mask: u32, at: usize| mask.checked_shr(at as u32).is_some_and(|m| m & 1 == 1);
        let mut came_before = true;
        for (at, step) in self.steps.iter_mut().enumerate() {
            let (came, seen) =
                if at < stages { (bit(reached, at), bit(observed | 1, at)) } else { (won, won) };
            step.reached += if came { n } else { 0 };
            step.observed += if came && seen { n } else { 0 };
            step.from_previous += if came && came_before { n } else { 0 };
            came_before = came;
        }
    }

    fn end_to_end(&self) -> crate::engine::value::Quantity {
        let won = self.steps.last().map_or(0, |step| step.reached);
        measure::share(won as f64, self.entered as f64)
    }
}

/// Evidence in at most so many first stages is counted in a flat table.
const DENSE_STAGES: u32 = 12;

/// For each step: the median days since the one before, over records with both dates in their
/// order (out of order, the interval is left out). The win is dated by closing.
fn days_between(frame: &Frame<'_>, rows: &[u32]) -> Vec<Option<f64>> {
    let records = &frame.assembled.records;
    let days_of = |at: usize| -> Option<&[i32]> {
        let own = records.entered.get(at).filter(|days| !days.is_empty());
        own.map(Vec::as_slice).or((at == 0).then_some(records.created.as_slice()))
    };
    let stages = frame.assembled.stages.len();
    let between = |at: usize| -> Option<f64> {
        let from = days_of(at.checked_sub(1)?)?;
        let to = if at < stages { days_of(at)? } else { records.closed.as_slice() };
        let mut days: Vec<f64> = Vec::new();
        for row in rows.iter().map(|row| *row as usize) {
            if at == stages && records.outcome.get(row) != Some(&Outcome::Won) {
                continue;
            }
            let (Some(from), Some(to)) = (from.get(row), to.get(row)) else { continue };
            if *from != NO_DAY && *to != NO_DAY && from <= to {
                days.push(f64::from(to - from));
            }
        }
        stats::median(&mut days)
    };
    (0..=stages).map(between).collect()
}
