//! Open records that were to be closed before the data’s as-of day.

use super::check::{Definition, Lack, Severity};
use super::ground::{Ground, Look, day, look, need};

pub(super) const CHECK: Definition = Definition { severity: Severity::Medium, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let records = ground.records()?;
        let hoped = ground.pick(|at| day(&records.expected, at).is_some());
        need(!hoped.is_empty(), Lack::NoExpectedClose)?;
        let Some(as_of) = ground.assembled.as_of else { return Ok(Look::Passed) };
        let late = |at: &u32| day(&records.expected, *at as usize).is_some_and(|d| d < as_of);
        let of = hoped.len() as u64;
        Ok(Look::records(hoped.into_iter().filter(late).collect(), of))
    })
}
