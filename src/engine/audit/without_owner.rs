//! Records that nobody is responsible for.

use super::check::{Definition, Lack, Severity};
use super::ground::{Ground, Look, look};
use crate::engine::mapping::Role;

pub(super) const CHECK: Definition = Definition { severity: Severity::Low, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let records = ground.records()?;
        let Some(owner) = ground.column(Role::Owner) else { return Ok(Look::Not(Lack::NoOwner)) };
        let found = ground.pick(|at| owner.is_missing(ground.row(at)));
        Ok(Look::records(found, records.count as u64))
    })
}
