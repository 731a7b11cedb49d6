//! Records that were closed before they were created: in no cycle.

use super::check::{Definition, Lack, Severity};
use super::ground::{Ground, Look, day, look, need};

pub(super) const CHECK: Definition = Definition { severity: Severity::High, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let records = ground.records()?;
        need(ground.assembled.has.created, Lack::NoCreated)?;
        need(ground.assembled.has.closed, Lack::NoClosed)?;
        let dates = |at: usize| day(&records.created, at).zip(day(&records.closed, at));
        let dated = ground.pick(|at| dates(at).is_some());
        let backwards = |at: &u32| dates(*at as usize).is_some_and(|(from, to)| to < from);
        let of = dated.len() as u64;
        Ok(Look::records(dated.into_iter().filter(backwards).collect(), of))
    })
}
