//! Activities between midnight and five: mostly a clock that is hours off.

use super::beside_rows::lacking;
use super::check::{Definition, Lack, Severity};
use super::ground::{Ground, Look, look, need};
use crate::engine::funnel::NO_TIME;

/// The hour in which people begin to work somewhere.
const MORNING: u8 = 5;

pub(super) const CHECK: Definition = Definition { severity: Severity::Low, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let hours = &ground.activities()?.week_hour;
        let timed = || hours.iter().zip(0u32..).filter(|(hour, _)| **hour != NO_TIME);
        need(timed().next().is_some(), Lack::NoTimes)?;
        let night = timed().filter(|(hour, _)| **hour % 24 < MORNING);
        Ok(lacking(night.map(|(_, at)| at).collect(), timed().count() as u64))
    })
}
