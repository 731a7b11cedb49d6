//! Whose a record is: its own channel, or the channels that touched it, by a model of attribution.
//!
//! A model gives each record a pattern, the shares of its channels. Where every record is one
//! channel's whole, the channel is simply another one; else records are parted (`axis`, `cell`).
//! Under Markov a record is parted among the channels that touched it, in proportion to their removal
//! effects over all records. Not here: the models (`engine::attribution`).

use super::attribution::{Anchors, path_of, touch_lack};
use crate::engine::attribution::markov::Chain;
use crate::engine::attribution::{Model, Path, shares};
use crate::engine::funnel::{Assembled, Outcome};
use crate::engine::report::{CreditSpec, TouchLack};
use rustc_hash::FxHashMap;

/// See the module.
pub(super) struct Credit {
    /// The pattern of each record.
    pub records: Vec<u32>,
    /// Channels with their shares. The first ones are one channel each, in their order, so that a
    /// cost row's pattern is its channel.
    pub patterns: Vec<Vec<(u16, f64)>>,
    channels: usize,
}

impl Credit {
    /// # Errors
    /// Why the files don't support the model.
    pub fn of(assembled: &Assembled, spec: CreditSpec) -> Result<Credit, TouchLack> {
        if let Some(lack) = touch_lack(assembled, spec.model) {
            return Err(lack);
        }
        let anchors = Anchors::of(assembled);
        let path = |row: usize| path_of(assembled, &anchors, row).0;
        let effects = match spec.model {
            Model::Markov => Some(effects(assembled, &path).ok_or(TouchLack::NothingToLearn)?),
            _ => None,
        };
        let channels = assembled.channels.len();
        let mut patterns: Vec<Vec<(u16, f64)>> =
            (0..channels).map(|at| vec![(at as u16, 1.0)]).collect();
        let mut known: FxHashMap<Vec<(u16, u64)>, u32> = FxHashMap::default();
        let mut records = Vec::with_capacity(assembled.records.count);
        for row in 0..assembled.records.count {
            let path = path(row);
            let pattern = match &effects {
                Some(effects) => by_effect(&path, effects),
                None => by_touch(&path, &shares(spec.model, &path, spec.half_life)),
            };
            if let [(only, _)] = pattern.as_slice() {
                records.push(u32::from(*only));
                continue;
            }
            let key: Vec<(u16, u64)> = pattern.iter().map(|(c, w)| (*c, w.to_bits())).collect();
            let next = patterns.len() as u32;
            let at = *known.entry(key).or_insert(next);
            if at == next {
                patterns.push(pattern);
            }
            records.push(at);
        }
        Ok(Credit { records, patterns, channels })
    }

    /// Whether every record is one channel's.
    pub fn is_whole(&self) -> bool {
        self.patterns.len() == self.channels
    }
}

/// The shares of touches added up by channel; those without any are left out.
fn by_touch(path: &Path, shares: &[f64]) -> Vec<(u16, f64)> {
    let mut of: Vec<(u16, f64)> = Vec::new();
    for (touch, share) in path.touches.iter().zip(shares).filter(|(_, share)| **share > 0.0) {
        match of.iter_mut().find(|(channel, _)| *channel == touch.channel) {
            Some((_, sum)) => *sum += share,
            None => of.push((touch.channel, *share)),
        }
    }
    of.sort_unstable_by_key(|(channel, _)| *channel);
    of
}

/// Among the channels that touched, by their effects; evenly where none has any.
fn by_effect(path: &Path, effects: &[f64]) -> Vec<(u16, f64)> {
    let mut channels: Vec<u16> = path.touches.iter().map(|t| t.channel).collect();
    channels.sort_unstable();
    channels.dedup();
    let effect = |channel: &u16| effects.get(usize::from(*channel)).copied().unwrap_or(0.0);
    let sum: f64 = channels.iter().map(effect).sum();
    let even = 1.0 / channels.len().max(1) as f64;
    let share = |channel: &u16| if sum > 0.0 { effect(channel) / sum } else { even };
    let shares: Vec<(u16, f64)> = channels.iter().map(|c| (*c, share(c))).collect();
    shares.into_iter().filter(|(_, share)| *share > 0.0).collect()
}

/// The removal effect of each channel, learnt from all records that were won or lost.
fn effects(assembled: &Assembled, path: &dyn Fn(usize) -> Path) -> Option<Vec<f64>> {
    let mut chain = Chain::new(assembled.channels.len());
    for (row, outcome) in assembled.records.outcome.iter().enumerate() {
        if *outcome != Outcome::Open {
            let touches = path(row).touches;
            chain.add(touches.into_iter().map(|t| t.channel), *outcome == Outcome::Won);
        }
    }
    chain.shares()
}
