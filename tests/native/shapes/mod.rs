//! Three shapes of data, one funnel: a status, a date for each stage, a history of stages.

mod entity;
mod hand;
mod pipelines;
mod same;
mod through;
mod time;
mod values;
mod whose;
mod window;

use crate::tables::{File, assembled};
use tundish::engine::funnel::Assembled;
use tundish::engine::mapping::Mapping;
use tundish::engine::query::answer;
use tundish::engine::report::*;

/// The funnel under a policy.
pub fn funnel(files: &[&File], mapping: &Mapping, policy: SkipPolicy) -> Funnel {
    ask(files, &assembled(files, mapping), ReportSpec { policy, ..ReportSpec::default() })
}

pub fn ask(files: &[&File], made: &Assembled, spec: ReportSpec) -> Funnel {
    let views: Vec<_> = files.iter().map(|f| f.view()).collect();
    let spec = ReportSpec { blocks: vec![BlockSpec::Funnel(FunnelSpec::default())], ..spec };
    match answer(&views, made, &spec).blocks.remove(0) {
        Answer::Funnel(funnel) => funnel,
        other => panic!("{other:?}"),
    }
}

pub fn reached(funnel: &Funnel) -> Vec<u64> {
    funnel.stages.iter().map(|s| s.reached).collect()
}

pub fn observed(funnel: &Funnel) -> Vec<u64> {
    funnel.stages.iter().map(|s| s.observed).collect()
}
