//! Records without a channel: their cost and their revenue are in no channel’s figures.

use super::check::{Definition, Lack, Severity};
use super::ground::{Ground, Look, look, need};
use crate::engine::mapping::{Channel, Role};

const SOURCES: [Role; 4] = [Role::Source, Role::UtmSource, Role::UtmMedium, Role::UtmCampaign];

pub(super) const CHECK: Definition = Definition { severity: Severity::Medium, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let records = ground.records()?;
        need(SOURCES.iter().any(|role| ground.column(*role).is_some()), Lack::NoSource)?;
        let of = records.count as u64;
        let none = ground.assembled.channels.iter().position(|c| *c == Channel::Unassigned);
        let Some(none) = none else { return Ok(Look::Passed) };
        let is_none = |at: usize| records.channel.get(at).is_some_and(|c| usize::from(*c) == none);
        Ok(Look::records(ground.pick(is_none), of))
    })
}
