//! Activities that are alike in all that is known of them: one export twice, or one call twice.

use super::beside_rows::activities;
use super::check::{Definition, Detail, Severity};
use super::ground::{Evidence, Ground, Look, look};
use crate::engine::funnel::BesideKind;
use crate::engine::mapping::Role;

pub(super) const CHECK: Definition = Definition { severity: Severity::Medium, look: find };

const SAME: [Role; 10] = [
    Role::RecordId,
    Role::Date,
    Role::Activity,
    Role::Direction,
    Role::ActivityResult,
    Role::Duration,
    Role::Record,
    Role::Person,
    Role::Account,
    Role::Owner,
];

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let of = ground.activities()?.day.len() as u64;
        let (rows, columns) = ground.alike(BesideKind::Activities, &SAME);
        let details = vec![Detail::SameBy { columns }];
        Ok(Look::of(Evidence { details, ..activities(rows, of) }))
    })
}
