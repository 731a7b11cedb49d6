//! Calls that were taken and have no length, or one that no call has.

use super::beside_rows::lacking;
use super::check::{Definition, Lack, Severity};
use super::ground::{Ground, Look, look};
use crate::engine::funnel::{ActivityKind, BesideKind};
use crate::engine::mapping::Role;
use crate::engine::table::Column;

pub(super) const CHECK: Definition = Definition { severity: Severity::Low, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let all = ground.activities()?;
        let taken = |at: usize| {
            all.kind.get(at) == Some(&ActivityKind::Call) && all.is_missed.get(at) == Some(&false)
        };
        let odd = |column: &Column, row| column.number(row).is_none_or(|length| length <= 0.0);
        let found = ground.pick_beside(BesideKind::Activities, Role::Duration, taken, odd);
        let (rows, of) = found.ok_or(Lack::NoDuration)?;
        Ok(lacking(rows, of))
    })
}
