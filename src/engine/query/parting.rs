//! An axis on which records belong to several groups in parts: the channels that touched them.
//!
//! Rows keep one code each, that of a pattern of channels (with the groups of other dimensions), and
//! the axis says which parts of which groups a pattern is. Not here: the patterns (`credit`).

use super::axis::Axis;
use super::credit::Credit;
use crate::engine::dimension::{DimensionCodes, Label};
use crate::engine::funnel::Assembled;
use crate::engine::mapping::Channel;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Patterns as the groups of a dimension; what they are called is never seen.
pub(super) fn codes(assembled: &Assembled, credit: &Credit) -> DimensionCodes {
    DimensionCodes {
        records: credit.records.clone().into(),
        spend: Some(assembled.spend.channel.iter().map(|c| u32::from(*c)).collect()),
        labels: (0..credit.patterns.len()).map(|at| Label::Rest(at as u64)).collect(),
    }
}

/// A group by the places of its labels in their natural orders.
type Key = Vec<usize>;

/// Makes groups of patterns into groups of channels, in the natural order of all dimensions.
pub(super) fn part(
    axis: &mut Axis,
    dimensions: &[Rc<DimensionCodes>],
    (patterns, level): (&[Vec<(u16, f64)>], usize),
    channels: &[Channel],
) {
    let places: Vec<BTreeMap<&Label, usize>> =
        dimensions.iter().map(|d| d.labels.iter().zip(0..).collect()).collect();
    let mut groups: BTreeMap<Key, Vec<Label>> = BTreeMap::new();
    let mut parted: Vec<Vec<(Key, f64)>> = Vec::with_capacity(axis.labels.len());
    for labels in &axis.labels {
        let pattern = match labels.get(level) {
            Some(Label::Rest(at)) => patterns.get(*at as usize).map_or(&[][..], Vec::as_slice),
            _ => &[],
        };
        let mut parts = Vec::with_capacity(pattern.len());
        for (channel, share) in pattern {
            let place = |(at, label): (usize, &Label)| match at == level {
                true => usize::from(*channel),
                false => places.get(at).and_then(|p| p.get(label)).copied().unwrap_or(usize::MAX),
            };
            let key: Key = labels.iter().enumerate().map(place).collect();
            let name = channels.get(usize::from(*channel)).cloned().unwrap_or(Channel::Unassigned);
            let own = labels.iter().enumerate().map(|(at, label)| match at == level {
                true => Label::Channel(name.clone()),
                false => label.clone(),
            });
            groups.entry(key.clone()).or_insert_with(|| own.collect());
            parts.push((key, *share));
        }
        parted.push(parts);
    }
    let numbers: BTreeMap<&Key, u32> = groups.keys().zip(0u32..).collect();
    let number = |(key, share): &(Key, f64)| Some((numbers.get(key).copied()?, *share));
    axis.parts = Some(parted.iter().map(|p| p.iter().filter_map(number).collect()).collect());
    axis.labels = groups.into_values().collect();
}
