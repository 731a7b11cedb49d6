//! From sources to channels: each distinct combination is classified once.

use super::distinct::{Distinct, Folded};
use super::source::Source;
use crate::engine::error::BuildError;
use crate::engine::mapping::channel::{Touch, classify};
use crate::engine::mapping::{Channel, ChannelMapping, Role};
use rustc_hash::FxHashMap;

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

/// A column with its values folded.
struct Field<'a> {
    distinct: Distinct<'a>,
    folded: Folded,
}

impl<'a> Field<'a> {
    fn find(source: &Source<'a>, role: Role) -> Result<Option<Field<'a>>, BuildError> {
        let field = |column| {
            let distinct = Distinct::of(column);
            let folded = distinct.fold();
            Field { distinct, folded }
        };
        Ok(source.role(role)?.map(field))
    }
}

/// The columns that say where a row came from.
pub(super) struct Touches<'a> {
    source: Option<Field<'a>>,
    utm_source: Option<Field<'a>>,
    medium: Option<Field<'a>>,
    campaign: Option<Field<'a>>,
}

impl<'a> Touches<'a> {
    /// The columns of a file, or nothing where none names a source.
    pub fn find(source: &Source<'a>) -> Result<Option<Touches<'a>>, BuildError> {
        let touches = Touches {
            source: Field::find(source, Role::Source)?,
            utm_source: Field::find(source, Role::UtmSource)?,
            medium: Field::find(source, Role::UtmMedium)?,
            campaign: Field::find(source, Role::UtmCampaign)?,
        };
        let any =
            touches.source.is_some() || touches.utm_source.is_some() || touches.medium.is_some();
        Ok((any || touches.campaign.is_some()).then_some(touches))
    }

    /// The channel of each row. The UTM source, being set by a link, goes before what somebody
    /// chose from a list.
    pub fn classify(&self, rows: &[u32], by: &ChannelMapping, channels: &mut Channels) -> Vec<u16> {
        let mut known: FxHashMap<[u32; 4], u16> = FxHashMap::default();
        let code = |f: &Option<Field>, row| f.as_ref().map_or(0, |f| f.distinct.code(row));
        let each = rows.iter().map(|row| {
            let utm = code(&self.utm_source, *row);
            let chosen =
                if group(&self.utm_source, utm) == 0 { code(&self.source, *row) } else { 0 };
            let codes = [utm, chosen, code(&self.medium, *row), code(&self.campaign, *row)];
            let key = [
                group(&self.utm_source, codes[0]),
                group(&self.source, codes[1]),
                group(&self.medium, codes[2]),
                group(&self.campaign, codes[3]),
            ];
            *known.entry(key).or_insert_with(|| {
                let text = |f: &Option<Field<'a>>, code| {
                    f.as_ref().map(|f| f.distinct.text(code)).unwrap_or_default()
                };
                let utm_source = text(&self.utm_source, codes[0]);
                let source = if key[0] == 0 { text(&self.source, codes[1]) } else { utm_source };
                let (medium, campaign) =
                    (text(&self.medium, codes[2]), text(&self.campaign, codes[3]));
                let touch = Touch { source: &source, medium: &medium, campaign: &campaign };
                channels.index(&classify(by, &touch).0)
            })
        });
        each.collect()
    }
}

fn group(field: &Option<Field>, code: u32) -> u32 {
    field.as_ref().map_or(0, |f| f.folded.of(code))
}
