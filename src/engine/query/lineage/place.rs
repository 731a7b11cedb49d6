//! The groups and the unit of time that a figure stands in, as axes of one group each.

use super::figure::Among;
use crate::engine::dimension::{Dimension, Label};
use crate::engine::filter::{Grain, Period};
use crate::engine::funnel::Assembled;
use crate::engine::measure::gather::NO_CELL;
use crate::engine::query::axis::{Axis, Codes};
use crate::engine::query::codebook::Codebook;
use crate::engine::query::frame::Frame;
use crate::engine::query::plan::{PlanFit, PlanGroups, PlanSide};
use crate::engine::report::Absence;
use crate::engine::value::Day;

/// The pattern of each record, and what part of each pattern is in the figure.
type Patterned = (Vec<u32>, Vec<Vec<(u32, f64)>>);

pub(super) struct Place {
    pub groups: Axis,
    pub time: Axis,
    pub is_whole: bool,
    /// Whatever the groups: all of them.
    pub is_all: bool,
    pub has_groups: bool,
    pub has_unit: bool,
    /// In groups of days.
    pub by_date: bool,
    records: Option<Vec<bool>>,
    spend: Option<Vec<bool>>,
}

impl Place {
    pub fn of(
        frame: &Frame<'_>,
        codebook: &mut Codebook,
        groups: &[(Dimension, Among)],
        (unit, days): (Option<(Grain, Day)>, Option<Period>),
    ) -> Result<Place, Absence> {
        let is_all = groups.iter().all(|(_, among)| among.is_all());
        let is_parted = codebook.parted().is_some()
            && groups.iter().any(|(dimension, _)| *dimension == Dimension::Channel);
        // All parts of a record are the record.
        let groups = if is_all && is_parted { &[] } else { groups };
        let (mut records, mut spend) = (None, None);
        let mut unlinked = !groups.is_empty();
        let mut plans = OfPlans::new(frame.assembled, groups.is_empty());
        let parted = codebook.parted();
        // The part of each record that is in the figure's channels, by pattern.
        let mut of_pattern: Option<Patterned> = None;
        for (dimension, among) in groups {
            let meant = frame.spec.calendar.meant(dimension);
            let codes = codebook.codes(frame.files, frame.assembled, &meant);
            let codes = codes.ok_or(Absence::NoDimension)?;
            let is_named = |label: &Label| among.names(label);
            unlinked &= is_named(&Label::Unmatched);
            plans.narrow(frame.assembled, &meant, among);
            if let Some(credit) = parted.as_ref().filter(|_| *dimension == Dimension::Channel) {
                let channels = &frame.assembled.channels;
                let is_own = |channel: u16| {
                    let name = channels.get(usize::from(channel));
                    name.is_some_and(|name| is_named(&Label::Channel(name.clone())))
                };
                let part = |pattern: &Vec<(u16, f64)>| {
                    let own = pattern.iter().filter(|(channel, _)| is_own(*channel));
                    own.map(|(_, share)| (0, *share)).collect::<Vec<(u32, f64)>>()
                };
                let parts: Vec<_> = credit.patterns.iter().map(part).collect();
                let has = |at: &u32| parts.get(*at as usize).is_some_and(|p| !p.is_empty());
                narrow(&mut records, credit.records.iter().map(has).collect());
                let spend_of = &frame.assembled.spend.channel;
                narrow(&mut spend, spend_of.iter().map(|c| has(&u32::from(*c))).collect());
                of_pattern = Some((credit.records.clone(), parts));
                continue;
            }
            let named: Vec<bool> = codes.labels.iter().map(is_named).collect();
            if !unlinked && !named.contains(&true) && !plans.any() {
                return Err(Absence::NoDimension);
            }
            let is_own = |codes: &[u32]| {
                codes.iter().map(|c| named.get(*c as usize) == Some(&true)).collect()
            };
            narrow(&mut records, is_own(&codes.records));
            match &codes.spend {
                Some(codes) => narrow(&mut spend, is_own(codes)),
                None => narrow(&mut spend, vec![false; frame.assembled.spend.count]),
            }
        }
        let time = match unit {
            Some((grain, first)) => {
                let last = Day(grain.next(first).0 - 1);
                let within = days.unwrap_or(Period { first, last });
                let (first, last) = (first.max(within.first), last.min(within.last));
                Axis::by_time(frame, grain, Period { first, last })
            }
            None => days.map_or_else(Axis::one, |days| Axis::span(frame, days)),
        };
        Ok(Place {
            groups: match (&records, &spend) {
                (Some(records), Some(spend)) => {
                    let mut own = cells(records);
                    let mut costs = cells(spend);
                    if let Some((patterns, _)) = &of_pattern {
                        let numbers = own.iter_mut().zip(patterns).filter(|(c, _)| **c != NO_CELL);
                        numbers.for_each(|(cell, pattern)| *cell = *pattern);
                        let channels = costs.iter_mut().zip(&frame.assembled.spend.channel);
                        let channels = channels.filter(|(cell, _)| **cell != NO_CELL);
                        channels.for_each(|(cell, channel)| *cell = u32::from(*channel));
                    }
                    let mut axis = Axis::of_rows(1, own.clone(), own, costs);
                    axis.unlinked = unlinked.then_some(0);
                    axis.plans = plans.groups();
                    axis.parts = of_pattern.map(|(_, parts)| parts);
                    if let Some(parts) = axis.parts.as_mut().filter(|_| unlinked) {
                        axis.unlinked = Some(parts.len() as u32);
                        parts.push(vec![(0, 1.0)]);
                    }
                    if let (Some(parts), Some(plans)) = (&mut axis.parts, &mut axis.plans) {
                        let own = plans.codes.iter_mut().filter(|code| **code != NO_CELL);
                        own.for_each(|code| *code = parts.len() as u32);
                        parts.push(vec![(0, 1.0)]);
                    }
                    axis
                }
                _ => Axis::one(),
            },
            time,
            is_all,
            is_whole: is_all && unit.is_none() && days.is_none(),
            has_groups: !groups.is_empty(),
            by_date: groups
                .iter()
                .any(|(d, _)| matches!(d, Dimension::Created(_) | Dimension::Closed(_))),
            has_unit: unit.is_some() || days.is_some(),
            records,
            spend,
        })
    }

    /// What part of each record is in the groups, where records are parted.
    pub fn shares(&self) -> Vec<f64> {
        let (Some(parts), Codes::Each(codes)) = (&self.groups.parts, &self.groups.created) else {
            return Vec::new();
        };
        let share = |pattern: &u32| {
            let parts = parts.get(*pattern as usize).map_or(&[][..], Vec::as_slice);
            parts.iter().map(|(_, share)| share).sum()
        };
        codes.iter().map(share).collect()
    }

    pub fn record(&self, row: usize) -> bool {
        holds(self.records.as_deref(), row)
    }
    pub fn cost(&self, row: usize) -> bool {
        holds(self.spend.as_deref(), row)
    }
}

/// The plans of a group.
struct OfPlans {
    own: Vec<bool>,
    columns: u32,
    /// Nothing where plans don't know of the group.
    fit: Option<PlanFit>,
}

impl OfPlans {
    fn new(assembled: &Assembled, is_whole: bool) -> OfPlans {
        let own = vec![!is_whole; assembled.beside.plans.day.len()];
        OfPlans { own, columns: 0, fit: Some(PlanFit::ALL) }
    }

    fn narrow(&mut self, assembled: &Assembled, dimension: &Dimension, among: &Among) {
        let side = PlanSide::of(assembled, dimension);
        self.fit = self.fit.zip(side.as_ref()).map(|(fit, side)| fit.and(side.fit()));
        let Some(side) = side else { return };
        self.columns |= side.bits();
        for (row, own) in self.own.iter_mut().enumerate() {
            let key = side.key(&side.label(row));
            *own &= match among {
                Among::Only(only) => side.key(only) == key,
                Among::These(these) => these.iter().any(|label| side.key(label) == key),
                Among::Besides(shown) => !shown.iter().any(|label| side.key(label) == key),
            };
        }
    }

    fn any(&self) -> bool {
        self.fit.is_some() && self.own.contains(&true)
    }

    fn groups(&self) -> Option<PlanGroups> {
        Some(PlanGroups { codes: cells(&self.own), columns: self.columns, fit: self.fit? })
    }
}

fn cells(own: &[bool]) -> Vec<u32> {
    own.iter().map(|own| if *own { 0 } else { NO_CELL }).collect()
}

fn narrow(kept: &mut Option<Vec<bool>>, is_in: Vec<bool>) {
    match kept {
        None => *kept = Some(is_in),
        Some(kept) => kept.iter_mut().zip(is_in).for_each(|(k, is_in)| *k &= is_in),
    }
}

fn holds(flags: Option<&[bool]>, row: usize) -> bool {
    flags.is_none_or(|f| f.get(row) == Some(&true))
}
