//! A file that holds closed records only. Those that take long are still open and not in it, so that
//! cycles look shorter and recent months better than they are (length bias).

use super::check::{Definition, Lack, Severity};
use super::ground::{Evidence, Ground, Look, look, need};
use crate::engine::funnel::Outcome;

pub(super) const CHECK: Definition = Definition { severity: Severity::Medium, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let records = ground.records()?;
        need(ground.assembled.has.outcome, Lack::NoOutcome)?;
        let open = ground.pick(|at| ground.outcome(at) == Outcome::Open);
        if !open.is_empty() {
            return Ok(Look::Passed);
        }
        let count = Some(records.count as u64);
        let without_effect = true;
        let of = records.count as u64;
        let records = ground.pick(|_| true);
        Ok(Look::of(Evidence { records, count, of, without_effect, ..Evidence::default() }))
    })
}
