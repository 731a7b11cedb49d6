//! Records without the day of creation: in no period and in no cohort.

use super::check::{Definition, Lack, Severity};
use super::ground::{Ground, Look, day, look, need};

pub(super) const CHECK: Definition = Definition { severity: Severity::High, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let records = ground.records()?;
        need(ground.assembled.has.created, Lack::NoCreated)?;
        let found = ground.pick(|at| day(&records.created, at).is_none());
        Ok(Look::records(found, records.count as u64))
    })
}
