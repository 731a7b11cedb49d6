//! Pipelines of different stages on one ladder.
//!
//! A deeper stage implies all before it, those of another pipeline as well (reference: funnels, 5b);
//! and pipelines are never one by their names alone (5d). Here it is told. Not here: which stage a
//! value stands for in its pipeline (`meaning`), the proposal (`mapping::pipeline`).

use super::source::Source;
use super::stage::bit;
use super::{Crossing, NO_STAGE, Records};
use crate::engine::audit::Finding;
use crate::engine::distinct::Distinct;
use crate::engine::error::BuildError;
use crate::engine::mapping::{Role, Stage};

/// So many records are to be expected of the other pipelines in a stage, if they went through it as its
/// own does, before none of them says anything.
const EXPECTED: u64 = 3;
/// More values are no pipelines.
const MOST: usize = 200;

/// What the records of a pipeline tell.
struct Told {
    name: String,
    records: u64,
    /// Records of which any stage is known, and of them by stage.
    telling: u64,
    of_stage: Vec<u64>,
}

/// Told where at least two pipelines have a stage that no record of another is known to have been in,
/// though there are enough of them. Where records stand now, and what dates and moves tell of them; the
/// first stage counts where they stand in it, as all are said to have entered it by creation.
pub(super) fn told(
    main: &Source,
    records: &Records,
    stages: &[&Stage],
) -> Result<Option<Finding>, BuildError> {
    let Some(column) = main.role(Role::Pipeline)? else { return Ok(None) };
    let distinct = Distinct::of(column);
    let folded = distinct.fold();
    if folded.len() > MOST || stages.is_empty() {
        return Ok(None);
    }
    let decided = stages.iter().enumerate().filter(|(_, s)| s.decided);
    let implied: u32 = decided.fold(1, |bits, (at, _)| bits | bit(at));
    let spelled = folded.spellings(&distinct.counts());
    let named = spelled.iter().map(|(code, _)| Told {
        name: distinct.text(*code).trim().to_owned(),
        records: 0,
        telling: 0,
        of_stage: vec![0; stages.len()],
    });
    let mut named: Vec<Told> = named.collect();
    for (at, (row, stage)) in records.row.iter().zip(&records.stage).enumerate() {
        let Some(told) = named.get_mut(folded.of(distinct.code(*row)) as usize) else { continue };
        let seen = records.observed.get(at).copied().unwrap_or(0) & !implied;
        let mut rest = seen | if *stage == NO_STAGE { 0 } else { bit(usize::from(*stage)) };
        told.records += 1;
        told.telling += u64::from(rest != 0);
        while rest != 0 {
            let stage = rest.trailing_zeros() as usize;
            rest &= rest - 1;
            told.of_stage.get_mut(stage).into_iter().for_each(|n| *n += 1);
        }
    }
    // The first is no pipeline.
    let named = named.get(1..).unwrap_or_default();
    let (mut pipelines, mut count) = (Vec::new(), 0);
    for (at, told) in named.iter().enumerate() {
        let own: Vec<String> = stages
            .iter()
            .enumerate()
            .filter(|(stage, _)| is_own(named, at, *stage))
            .map(|(_, stage)| stage.name.clone())
            .collect();
        if !own.is_empty() {
            pipelines.push((told.name.clone(), own));
            count += told.records;
        }
    }
    let is_told = pipelines.len() > 1;
    let differ = Crossing::PipelinesDiffer { pipelines, records: count };
    Ok(is_told.then_some(Finding::Crossing(differ)))
}

/// Whether the others would show records in a stage, and show none.
fn is_own(named: &[Told], at: usize, stage: usize) -> bool {
    let in_stage = |told: &Told| told.of_stage.get(stage).copied().unwrap_or(0);
    let others = || named.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, t)| t);
    let telling: u64 = others().map(|told| told.telling).sum();
    let Some(own) = named.get(at) else { return false };
    in_stage(own) > 0
        && others().all(|told| in_stage(told) == 0)
        && telling * in_stage(own) >= EXPECTED * own.telling
}
