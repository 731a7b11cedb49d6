//! Other costs of which nothing says what they are for.

use super::beside_rows::costs;
use super::check::{Definition, Lack, Severity};
use super::ground::{Evidence, Ground, Look, look};
use crate::engine::funnel::BesideKind;
use crate::engine::mapping::Role;

pub(super) const CHECK: Definition = Definition { severity: Severity::Low, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        ground.other_costs()?;
        let empty = |column: &crate::engine::table::Column, row| column.is_missing(row);
        let found = ground.pick_beside(BesideKind::OtherCosts, Role::CostType, |_| true, empty);
        let (rows, of) = found.ok_or(Lack::NoCostType)?;
        // They are in the sum all the same.
        Ok(Look::of(Evidence { without_effect: true, ..costs(rows, of) }))
    })
}
