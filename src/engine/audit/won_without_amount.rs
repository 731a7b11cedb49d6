//! Won records without an amount: they count as wins and add nothing to revenue.

use super::check::{Definition, Lack, Severity};
use super::ground::{Ground, Look, look, need, number};
use crate::engine::funnel::Outcome;

pub(super) const CHECK: Definition = Definition { severity: Severity::High, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let records = ground.records()?;
        need(ground.assembled.has.outcome, Lack::NoOutcome)?;
        need(ground.assembled.has.amount, Lack::NoAmount)?;
        let won = ground.pick(|at| ground.outcome(at) == Outcome::Won);
        let odd = |at: usize| number(&records.amount, at).is_none();
        let of = won.len() as u64;
        Ok(Look::records(won.into_iter().filter(|at| odd(*at as usize)).collect(), of))
    })
}
