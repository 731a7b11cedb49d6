//! Other costs of one day, one type and one amount: most likely entered twice.

use super::beside_rows::costs;
use super::check::{Definition, Detail, Severity};
use super::ground::{Evidence, Ground, Look, look};
use crate::engine::funnel::BesideKind;
use crate::engine::mapping::Role;

pub(super) const CHECK: Definition = Definition { severity: Severity::Medium, look: find };

const SAME: [Role; 8] = [
    Role::Date,
    Role::CostType,
    Role::Spend,
    Role::Currency,
    Role::Name,
    Role::Owner,
    Role::Campaign,
    Role::Source,
];

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let of = ground.other_costs()?.cost.len() as u64;
        let (rows, columns) = ground.alike(BesideKind::OtherCosts, &SAME);
        let details = vec![Detail::SameBy { columns }];
        Ok(Look::of(Evidence { details, ..costs(rows, of) }))
    })
}
