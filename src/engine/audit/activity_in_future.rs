//! Activities later than today that are said to have taken place.

use super::beside_rows::activities;
use super::check::{Definition, Lack, Severity};
use super::ground::{Ground, Look, day, look};
use crate::engine::table::NO_DAY;

pub(super) const CHECK: Definition = Definition { severity: Severity::Medium, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let all = ground.activities()?;
        let today = ground.today.ok_or(Lack::NoToday)?.0;
        // What is planned or was called off came to nothing, and may lie ahead.
        let is_odd = |at: &usize| {
            day(&all.day, *at).is_some_and(|day| day > today)
                && all.is_missed.get(*at) == Some(&false)
        };
        let found = (0..all.day.len()).filter(is_odd).map(|at| at as u32).collect();
        let of = all.day.iter().filter(|day| **day != NO_DAY).count() as u64;
        Ok(Look::of(activities(found, of)))
    })
}
