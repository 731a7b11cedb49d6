//! Calls and meetings of which nothing says how they ended: they count as having taken place.

use super::beside_rows::{is_talk, lacking};
use super::check::{Definition, Lack, Severity};
use super::ground::{Ground, Look, look};
use crate::engine::funnel::BesideKind;
use crate::engine::mapping::Role;
use crate::engine::table::Column;

pub(super) const CHECK: Definition = Definition { severity: Severity::Medium, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let all = ground.activities()?;
        let talks = |at: usize| is_talk(all.kind.get(at));
        let empty = |column: &Column, row| column.is_missing(row);
        let found = ground.pick_beside(BesideKind::Activities, Role::ActivityResult, talks, empty);
        let (rows, of) = found.ok_or(Lack::NoResult)?;
        Ok(lacking(rows, of))
    })
}
