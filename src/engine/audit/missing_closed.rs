//! Won and lost records without the day of closing: in no cycle, and in no period by closing.

use super::check::{Definition, Lack, Severity};
use super::ground::{Ground, Look, day, look, need};
use crate::engine::funnel::Outcome;

pub(super) const CHECK: Definition = Definition { severity: Severity::High, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let records = ground.records()?;
        need(ground.assembled.has.closed, Lack::NoClosed)?;
        need(ground.assembled.has.outcome, Lack::NoOutcome)?;
        let closed = ground.pick(|at| ground.outcome(at) != Outcome::Open);
        let undated = |at: &u32| day(&records.closed, *at as usize).is_none();
        let of = closed.len() as u64;
        Ok(Look::records(closed.into_iter().filter(undated).collect(), of))
    })
}
