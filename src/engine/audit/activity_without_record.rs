//! Activities that speak of no record that is there: nobody is known to have been contacted by them.

use super::beside_rows::activities;
use super::check::{Definition, Lack, Severity};
use super::ground::{Ground, Look, look, need};
use crate::engine::funnel::{BesideKind, NO_ROW};
use crate::engine::mapping::Role;

pub(super) const CHECK: Definition = Definition { severity: Severity::Medium, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let all = ground.activities()?;
        ground.records()?;
        let files = ground.beside(BesideKind::Activities);
        let names = [Role::Record, Role::Person, Role::Account];
        let tells = files.iter().any(|f| names.iter().any(|role| f.column(*role).is_some()));
        need(tells, Lack::NoRecordNamed)?;
        let alone = all.record.iter().zip(0u32..).filter(|(record, _)| **record == NO_ROW);
        let of = all.record.len() as u64;
        Ok(Look::of(activities(alone.map(|(_, at)| at).collect(), of)))
    })
}
