//! The channel of each row.
//!
//! Not here: which columns make a touch (`mapping::touch`), the rules (`mapping::channel`).

use super::source::Source;
use crate::engine::error::BuildError;
use crate::engine::mapping::channel::{ChannelReason, classify};
use crate::engine::mapping::click::CLICK_ROLES;
use crate::engine::mapping::touch::touches;
use crate::engine::mapping::{Channel, Mapping, Role};
use std::collections::BTreeMap;

/// What says where a record came from, beside the marks of clicks.
pub(super) const OF_CHANNEL: [Role; 4] =
    [Role::Source, Role::UtmSource, Role::UtmMedium, Role::UtmCampaign];

/// The channels met so far, by order of appearance.
#[derive(Default)]
pub(super) struct Channels {
    list: Vec<Channel>,
}

impl Channels {
    /// The index of a channel, taken in if it is new.
    pub fn index(&mut self, channel: &Channel) -> u16 {
        let found = self.list.iter().position(|c| c == channel);
        found.unwrap_or_else(|| {
            self.list.push(channel.clone());
            self.list.len() - 1
        }) as u16
    }

    pub fn get(&self, index: u16) -> Option<&Channel> {
        self.list.get(usize::from(index))
    }

    pub fn is_unassigned(&self, index: u16) -> bool {
        self.list.get(usize::from(index)) == Some(&Channel::Unassigned)
    }

    /// The channels in their canonical order, and the new index of each old one.
    pub fn sorted(self) -> (Vec<Channel>, Vec<u16>) {
        let mut sorted = self.list.clone();
        sorted.sort();
        let place = |c: &Channel| sorted.binary_search(c).unwrap_or(0) as u16;
        let moved = self.list.iter().map(place).collect();
        (sorted, moved)
    }
}

/// The channel of each row, and whether anything was said of where it came from.
pub(super) struct Classified {
    pub channel: Vec<u16>,
    pub says: Vec<bool>,
}

/// The channel of each of the rows, or nothing where no column says where they came from. Each
/// distinct combination is classified once.
pub(super) fn classify_rows(
    source: &Source,
    rows: &[u32],
    mapping: &Mapping,
    channels: &mut Channels,
) -> Result<Option<Classified>, BuildError> {
    // A column that the mapping names has to be there.
    for role in OF_CHANNEL.into_iter().chain(CLICK_ROLES) {
        source.role(role)?;
    }
    Ok(classified(source, &source.mapping.roles, rows, mapping, channels))
}

/// The same by one column alone, which plays this role in the mapping.
pub(super) fn classify_by(
    source: &Source,
    role: Role,
    rows: &[u32],
    mapping: &Mapping,
    channels: &mut Channels,
) -> Result<Option<Vec<u16>>, BuildError> {
    let Some(column) = source.role(role)? else { return Ok(None) };
    let roles = BTreeMap::from([(Role::Source, column.header.clone())]);
    Ok(classified(source, &roles, rows, mapping, channels).map(|found| found.channel))
}

fn classified(
    source: &Source,
    roles: &BTreeMap<Role, String>,
    rows: &[u32],
    mapping: &Mapping,
    channels: &mut Channels,
) -> Option<Classified> {
    let by = &mapping.channels;
    let touches = touches(&source.view, roles, mapping)?;
    let mut known: Vec<Option<(u16, bool)>> = vec![None; touches.list.len()];
    let mut found = Classified { channel: Vec::new(), says: Vec::new() };
    for row in rows {
        let at = touches.of_row.get(*row as usize).map(|at| *at as usize);
        let place = at.and_then(|at| Some((known.get_mut(at)?, touches.list.get(at)?)));
        let (channel, says) = match place {
            Some((slot, raw)) => *slot.get_or_insert_with(|| {
                let (channel, reason) = classify(by, &raw.touch());
                (channels.index(&channel), reason != ChannelReason::Nothing)
            }),
            // The row is not there: a lead that was not found.
            None => (channels.index(&Channel::Unassigned), false),
        };
        found.channel.push(channel);
        found.says.push(says);
    }
    Some(found)
}
