//! Activities without a day: in no period, and no answer to anybody.

use super::beside_rows::activities;
use super::check::{Definition, Severity};
use super::ground::{Ground, Look, day, look};

pub(super) const CHECK: Definition = Definition { severity: Severity::High, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let days = &ground.activities()?.day;
        let undated = (0..days.len()).filter(|at| day(days, *at).is_none());
        Ok(Look::of(activities(undated.map(|at| at as u32).collect(), days.len() as u64)))
    })
}
