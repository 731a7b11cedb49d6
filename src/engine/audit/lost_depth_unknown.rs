//! Lost records of which nothing says how far they came: they count at the first stage only.

use super::check::{Definition, Lack, Severity};
use super::ground::{Ground, Look, look, need};
use crate::engine::funnel::Outcome;

pub(super) const CHECK: Definition = Definition { severity: Severity::Medium, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let records = ground.records()?;
        need(ground.assembled.has.outcome, Lack::NoOutcome)?;
        need(ground.assembled.stages.len() > 1, Lack::NoStages)?;
        let lost = ground.pick(|at| ground.outcome(at) == Outcome::Lost);
        let unknown = |at: &u32| records.depth_unknown.get(*at as usize) == Some(&true);
        let of = lost.len() as u64;
        Ok(Look::records(lost.into_iter().filter(unknown).collect(), of))
    })
}
