//! Which channels have spend, and which have records, in which months or weeks: what the two checks
//! of months look at.

use super::check::{Detail, Lack};
use super::ground::{Ground, day, need, number};
use crate::engine::filter::Grain;
use crate::engine::mapping::Channel;
use crate::engine::value::Day;
use std::collections::{BTreeMap, BTreeSet};

/// How many months of a channel are named.
const MONTHS_NAMED: usize = 12;

/// A channel in a unit of time.
pub(super) type Place = (u16, i32);

/// See the module.
pub(super) struct ByPeriod<'a> {
    ground: &'a Ground<'a>,
    grain: Grain,
    paid: BTreeSet<Place>,
    came: BTreeSet<Place>,
    paid_ever: BTreeSet<u16>,
    came_ever: BTreeSet<u16>,
}

impl<'a> ByPeriod<'a> {
    pub fn of(ground: &'a Ground<'a>, grain: Grain) -> Result<ByPeriod<'a>, Lack> {
        let records = ground.records()?;
        need(ground.assembled.has.spend, Lack::NoSpend)?;
        need(ground.assembled.has.created, Lack::NoCreated)?;
        let mut found = ByPeriod {
            ground,
            grain,
            paid: BTreeSet::new(),
            came: BTreeSet::new(),
            paid_ever: BTreeSet::new(),
            came_ever: BTreeSet::new(),
        };
        for at in 0..ground.assembled.spend.count {
            let Some(channel) = found.channel_of_cost(at) else { continue };
            found.paid_ever.insert(channel);
            found.paid.extend(found.place_of_cost(at));
        }
        for at in 0..records.count {
            let Some(channel) = found.channel_of_record(at) else { continue };
            found.came_ever.insert(channel);
            found.came.extend(found.place_of_record(at));
        }
        need(!found.came_ever.is_empty(), Lack::NoSource)?;
        Ok(found)
    }

    fn known(&self, channel: u16) -> Option<u16> {
        let named = self.ground.assembled.channels.get(usize::from(channel));
        named.filter(|c| **c != Channel::Unassigned).map(|_| channel)
    }

    fn channel_of_cost(&self, at: usize) -> Option<u16> {
        let spend = &self.ground.assembled.spend;
        number(&spend.spend, at).filter(|x| *x > 0.0)?;
        self.known(*spend.channel.get(at)?)
    }

    fn channel_of_record(&self, at: usize) -> Option<u16> {
        self.known(*self.ground.assembled.records.channel.get(at)?)
    }

    fn unit(&self, days: &[i32], at: usize) -> Option<i32> {
        day(days, at).map(|day| self.grain.start(Day(day)).0)
    }

    /// The place of a cost row, where it costs, has a day, and its channel has any record at all:
    /// channels without one are a check of their own.
    pub fn place_of_cost(&self, at: usize) -> Option<Place> {
        let channel = self.channel_of_cost(at)?;
        Some((channel, self.unit(&self.ground.assembled.spend.day, at)?))
    }

    pub fn place_of_record(&self, at: usize) -> Option<Place> {
        let channel = self.channel_of_record(at)?;
        Some((channel, self.unit(&self.ground.assembled.records.created, at)?))
    }

    /// The dated cost rows of channels with records, and those of units without a record.
    pub fn costs(&self) -> (u64, Vec<u32>) {
        let place = |at: usize| self.place_of_cost(at).filter(|p| self.came_ever.contains(&p.0));
        let rows = (0..self.ground.assembled.spend.count).filter_map(|at| Some((at, place(at)?)));
        self.parted(rows, &self.came)
    }

    /// The dated records of channels with spend, and those of units without a cost.
    pub fn records(&self) -> (u64, Vec<u32>) {
        let place = |at: usize| self.place_of_record(at).filter(|p| self.paid_ever.contains(&p.0));
        let rows = (0..self.ground.assembled.records.count).filter_map(|at| Some((at, place(at)?)));
        self.parted(rows, &self.paid)
    }

    fn parted(
        &self,
        rows: impl Iterator<Item = (usize, Place)>,
        met: &BTreeSet<Place>,
    ) -> (u64, Vec<u32>) {
        let (mut of, mut lone) = (0, Vec::new());
        for (at, place) in rows {
            of += 1;
            if !met.contains(&place) {
                lone.push(at as u32);
            }
        }
        (of, lone)
    }

    /// The units in which rows lie, channel by channel.
    pub fn months(&self, places: impl Iterator<Item = Place>) -> Vec<Detail> {
        let mut of_channel: BTreeMap<u16, BTreeSet<i32>> = BTreeMap::new();
        for (channel, unit) in places {
            of_channel.entry(channel).or_default().insert(unit);
        }
        let detail = |(channel, units): (u16, BTreeSet<i32>)| {
            let channel = self.ground.assembled.channels.get(usize::from(channel))?.clone();
            let more = units.len().saturating_sub(MONTHS_NAMED) as u64;
            let months = units.into_iter().take(MONTHS_NAMED).map(Day).collect();
            Some(Detail::Months { channel, months, more })
        };
        of_channel.into_iter().filter_map(detail).collect()
    }
}

/// The shares that meet within a unit of time, or at any time.
pub(super) fn met(ground: &Ground<'_>, within: Option<Grain>) -> Option<Detail> {
    let found = ground.meetings().iter().find(|m| m.grain == within)?;
    let (spend, records) = (found.spend, Some(found.records));
    Some(match within {
        Some(grain) => Detail::Met { grain, spend, records },
        None => Detail::MetEver { spend, records },
    })
}
