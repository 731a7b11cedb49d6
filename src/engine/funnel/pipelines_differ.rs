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

/// Told where at least two pipelines have a stage that no other has a record in.
pub(super) fn told(
    main: &Source,
    records: &Records,
    stages: &[&Stage],
) -> Result<Option<Finding>, BuildError> {
    let Some(column) = main.role(Role::Pipeline)? else { return Ok(None) };
    let distinct = Distinct::of(column);
    let folded = distinct.fold();
    // By pipeline its stages and its records; the first is none.
    let mut found = vec![(0u32, 0u64); folded.len()];
    for (row, stage) in records.row.iter().zip(&records.stage) {
        if let Some((bits, count)) = found.get_mut(folded.of(distinct.code(*row)) as usize) {
            *bits |= if *stage == NO_STAGE { 0 } else { bit(usize::from(*stage)) };
            *count += 1;
        }
    }
    let spelled = folded.spellings(&distinct.counts());
    let named: Vec<(String, u32, u64)> = spelled
        .iter()
        .zip(&found)
        .skip(1)
        .map(|((code, _), (bits, n))| (distinct.text(*code).trim().to_owned(), *bits, *n))
        .collect();
    let others = |at: usize| {
        let others = named.iter().enumerate().filter(|(other, _)| *other != at);
        others.fold(0, |all, (_, (_, bits, _))| all | bits)
    };
    let (mut pipelines, mut count) = (Vec::new(), 0);
    for (at, (name, bits, n)) in named.iter().enumerate() {
        let own = bits & !others(at);
        let own = stages.iter().enumerate().filter(|(stage, _)| own & bit(*stage) != 0);
        let own: Vec<String> = own.map(|(_, stage)| stage.name.clone()).collect();
        if !own.is_empty() {
            pipelines.push((name.clone(), own));
            count += n;
        }
    }
    let differ = Crossing::PipelinesDiffer { pipelines, records: count };
    let is_told =
        matches!(&differ, Crossing::PipelinesDiffer { pipelines, .. } if pipelines.len() > 1);
    Ok(is_told.then_some(Finding::Crossing(differ)))
}
