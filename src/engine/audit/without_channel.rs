//! Records without a channel: their cost and their revenue are in no channel’s figures.

use super::check::{Definition, Lack, Severity};
use super::ground::{Ground, Look, look, need};
use crate::engine::mapping::click::CLICK_ROLES;
use crate::engine::mapping::{Channel, Role};

const SOURCES: [Role; 4] = [Role::Source, Role::UtmSource, Role::UtmMedium, Role::UtmCampaign];

pub(super) const CHECK: Definition = Definition { severity: Severity::Medium, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let records = ground.records()?;
        let of = records.count as u64;
        let none = ground.assembled.channels.iter().position(|c| *c == Channel::Unassigned);
        let is_none = |at: usize| records.channel.get(at).copied().map(usize::from) == none;
        let found = if none.is_some() { ground.pick(is_none) } else { Vec::new() };
        // What leads or click ids tell needs no source in the file of the deals.
        let mut roles = SOURCES.iter().chain(&CLICK_ROLES);
        let is_told = roles.any(|role| ground.column(*role).is_some());
        need(is_told || (found.len() as u64) < of, Lack::NoSource)?;
        Ok(Look::records(found, of))
    })
}
