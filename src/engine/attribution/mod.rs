//! Attribution: which channels a win is owed to, by the touches of its record.
//!
//! A rule gives each touch of one record a share, and the shares of a record always sum to 1
//! ([`shares`]). The models that learn from all records together (Markov, Shapley) are in
//! [`markov`] and here below. Not here: where touches come from (`funnel::touch_log`), what is
//! added up (`query::attribution`).
//!
//! Source of the rules: reference, kpis 4d (the usual position-based models of marketing tools).

pub mod markov;

use super::table::NO_DAY;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How a win is shared among the touches before it.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Model {
    /// All to the first touch.
    #[default]
    First,
    /// All to the last touch before the win.
    Last,
    /// All to the last touch that is not direct; to a direct one where there is no other.
    LastNonDirect,
    /// The same to each.
    Linear,
    /// 40 % first, 40 % at the creation of the lead, 20 % over the rest.
    UShaped,
    /// 30 % first, at the lead's and at the opportunity's creation, 10 % over the rest. An
    /// opportunity is created with the stage after the qualified one.
    WShaped,
    /// 22.5 % first, at the lead's and opportunity's creation and at the close, 10 % over the rest.
    FullPath,
    /// 20 % first, 60 % last, 20 % over the rest.
    JShaped,
    /// 60 % first, 20 % last, 20 % over the rest.
    InverseJ,
    /// Half the weight for each half-life of days between the touch and the close.
    TimeDecay,
    /// By how much less would be won without the channel, as a chain of channels tells it.
    Markov,
    /// The mean gain that the channel brings to every set of the others.
    Shapley,
}

impl Model {
    /// All of them, the plainest first.
    pub const EVERY: [Model; 12] = [
        Model::First,
        Model::Last,
        Model::LastNonDirect,
        Model::Linear,
        Model::UShaped,
        Model::WShaped,
        Model::FullPath,
        Model::JShaped,
        Model::InverseJ,
        Model::TimeDecay,
        Model::Markov,
        Model::Shapley,
    ];
}

/// One touch of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Touch {
    pub channel: u16,
    /// Its calendar day, [`NO_DAY`] where only the order is known.
    pub day: i32,
    pub is_direct: bool,
}

/// The touches of one record up to its close, in their order, and the days that anchor them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path {
    pub touches: Vec<Touch>,
    /// The lead's creation, the opportunity's, the close; [`NO_DAY`] where unknown.
    pub lead: Option<i32>,
    pub opportunity: Option<i32>,
    pub closed: Option<i32>,
}

/// Half-lives of [`Model::TimeDecay`] on offer, in days: a week is usual and short for sales that
/// take months.
pub const HALF_LIVES: [u32; 3] = [7, 30, 90];

/// The share of each touch; they sum to 1. Empty where there is no touch, and for the models that
/// need all records ([`Model::Markov`], [`Model::Shapley`] is [`shapley`]).
pub fn shares(model: Model, path: &Path, half_life: u32) -> Vec<f64> {
    let touches = &path.touches;
    let Some(last) = touches.len().checked_sub(1) else { return Vec::new() };
    let lead = path.anchor(path.lead);
    let opportunity = path.anchor(path.opportunity);
    match model {
        Model::First => anchored(last, &[(0, 1.0)], 0.0),
        Model::Last => anchored(last, &[(last, 1.0)], 0.0),
        Model::LastNonDirect => {
            let at = touches.iter().rposition(|t| !t.is_direct).unwrap_or(last);
            anchored(last, &[(at, 1.0)], 0.0)
        }
        Model::Linear => anchored(last, &[], 1.0),
        Model::UShaped => anchored(last, &[(0, 0.4), (lead, 0.4)], 0.2),
        Model::WShaped => anchored(last, &[(0, 0.3), (lead, 0.3), (opportunity, 0.3)], 0.1),
        Model::FullPath => {
            let four = [(0, 0.225), (lead, 0.225), (opportunity, 0.225), (last, 0.225)];
            anchored(last, &four, 0.1)
        }
        Model::JShaped => anchored(last, &[(0, 0.2), (last, 0.6)], 0.2),
        Model::InverseJ => anchored(last, &[(0, 0.6), (last, 0.2)], 0.2),
        Model::TimeDecay => decayed(path, half_life),
        Model::Markov => Vec::new(),
        Model::Shapley => shapley(path),
    }
}

impl Path {
    /// The touch that something grew out of: the last one up to that day, else the first.
    fn anchor(&self, day: Option<i32>) -> usize {
        let Some(day) = day.filter(|day| *day != NO_DAY) else { return 0 };
        self.touches.iter().rposition(|t| t.day != NO_DAY && t.day <= day).unwrap_or(0)
    }
}

/// Shares at the anchors, and one share spread evenly over the touches that are none. One touch may
/// hold several anchors; where every touch is an anchor, the rest goes to them in proportion.
fn anchored(last: usize, anchors: &[(usize, f64)], rest: f64) -> Vec<f64> {
    let mut shares = vec![0.0; last + 1];
    let held: BTreeSet<usize> = anchors.iter().map(|(at, _)| *at).collect();
    let free = shares.len() - held.len();
    let to_anchors: f64 = anchors.iter().map(|(_, share)| share).sum();
    for (at, share) in anchors {
        if let Some(slot) = shares.get_mut(*at) {
            *slot += if free == 0 { share / to_anchors } else { *share };
        }
    }
    for (at, slot) in shares.iter_mut().enumerate() {
        if free > 0 && !held.contains(&at) {
            *slot = rest / free as f64;
        }
    }
    shares
}

/// Weights by age at the close, divided by their sum.
fn decayed(path: &Path, half_life: u32) -> Vec<f64> {
    let latest = path.touches.iter().map(|t| t.day).max().unwrap_or(NO_DAY);
    let end = path.closed.filter(|day| *day != NO_DAY).unwrap_or(latest);
    let weight = |touch: &Touch| {
        // A touch whose day is unknown is as old as the oldest that is known.
        let days = path.touches.iter().map(|t| t.day).filter(|day| *day != NO_DAY);
        let day = if touch.day == NO_DAY { days.min().unwrap_or(end) } else { touch.day };
        let age = f64::from(end.saturating_sub(day).max(0));
        (-age / f64::from(half_life.max(1))).exp2()
    };
    let weights: Vec<f64> = path.touches.iter().map(weight).collect();
    let sum: f64 = weights.iter().sum();
    match sum > 0.0 {
        true => weights.iter().map(|w| w / sum).collect(),
        // So old that no weight is left: the youngest has it all.
        false => anchored(weights.len() - 1, &[(weights.len() - 1, 1.0)], 0.0),
    }
}

/// The Shapley value of the game in which a set of channels wins what was won by its channels
/// alone. Each win is then shared evenly by the channels that touched it, however often they did:
/// exact for any count of channels, with nothing sampled.
///
/// Source: K. Zhao, S. H. Mahboobi, S. R. Bagheri, *Shapley Value Methods for Attribution Modeling
/// in Online Advertising* (2018), the simplified form.
fn shapley(path: &Path) -> Vec<f64> {
    let channels: BTreeSet<u16> = path.touches.iter().map(|t| t.channel).collect();
    let of_channel = 1.0 / channels.len() as f64;
    let share = |touch: &Touch| {
        let times = path.touches.iter().filter(|t| t.channel == touch.channel).count();
        of_channel / times as f64
    };
    path.touches.iter().map(share).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Channels 0, 1, 2, … on these days.
    fn path(days: &[i32], lead: i32, opportunity: i32, closed: i32) -> Path {
        let touch =
            |(at, day): (usize, &i32)| Touch { channel: at as u16, day: *day, is_direct: at == 3 };
        Path {
            touches: days.iter().enumerate().map(touch).collect(),
            lead: Some(lead),
            opportunity: Some(opportunity),
            closed: Some(closed),
        }
    }

    fn near(model: Model, path: &Path, wanted: &[f64]) {
        let found = shares(model, path, 7);
        let same = found.iter().zip(wanted).all(|(a, b)| (a - b).abs() < 1e-12);
        assert!(same && found.len() == wanted.len(), "{model:?}: {found:?} and not {wanted:?}");
    }

    #[test]
    fn shares_of_a_long_path() {
        // The lead is created after the second touch, the opportunity after the third.
        let path = path(&[0, 10, 20, 30], 12, 25, 37);
        near(Model::First, &path, &[1.0, 0.0, 0.0, 0.0]);
        near(Model::Last, &path, &[0.0, 0.0, 0.0, 1.0]);
        near(Model::LastNonDirect, &path, &[0.0, 0.0, 1.0, 0.0]);
        near(Model::Linear, &path, &[0.25; 4]);
        near(Model::UShaped, &path, &[0.4, 0.4, 0.1, 0.1]);
        near(Model::WShaped, &path, &[0.3, 0.3, 0.3, 0.1]);
        near(Model::JShaped, &path, &[0.2, 0.1, 0.1, 0.6]);
        near(Model::InverseJ, &path, &[0.6, 0.1, 0.1, 0.2]);
        // Four anchors on four touches: nothing is left for a rest.
        near(Model::FullPath, &path, &[0.25; 4]);
        near(Model::Shapley, &path, &[0.25; 4]);
        // 37, 27, 17 and 7 days with a half-life of 7.
        let weights: Vec<f64> = [37.0f64, 27.0, 17.0, 7.0].map(|d| 0.5f64.powf(d / 7.0)).into();
        let sum: f64 = weights.iter().sum();
        near(Model::TimeDecay, &path, &weights.iter().map(|w| w / sum).collect::<Vec<_>>());
    }

    #[test]
    fn fewer_touches_than_anchors() {
        let one = path(&[5], 6, 7, 8);
        for model in Model::EVERY.into_iter().filter(|m| *m != Model::Markov) {
            near(model, &one, &[1.0]);
        }
        // First and lead creation on different touches: half each.
        near(Model::UShaped, &path(&[0, 10], 12, 12, 20), &[0.5, 0.5]);
        // Both on the first one: it has both shares, the other is the rest.
        near(Model::UShaped, &path(&[0, 10], 3, 12, 20), &[0.8, 0.2]);
        near(Model::WShaped, &path(&[0, 10], 3, 12, 20), &[2.0 / 3.0, 1.0 / 3.0]);
        assert_eq!(shares(Model::Linear, &Path::default(), 7), Vec::<f64>::new());
    }

    #[test]
    fn every_rule_shares_exactly_one_win() {
        for days in
            [vec![0], vec![0, 0], vec![3, 1, NO_DAY, 9], vec![-100_000, 5], (0..40).collect()]
        {
            let path = path(&days, 2, 4, 50_000);
            for model in Model::EVERY.into_iter().filter(|m| *m != Model::Markov) {
                let sum: f64 = shares(model, &path, 7).iter().sum();
                assert!((sum - 1.0).abs() < 1e-12, "{model:?} over {days:?}: {sum}");
            }
        }
    }

    #[test]
    fn a_channel_that_touched_twice_counts_once_by_shapley() {
        let touch = |channel| Touch { channel, day: NO_DAY, is_direct: false };
        let touches = vec![touch(0), touch(1), touch(0)];
        near(Model::Shapley, &Path { touches, ..Path::default() }, &[0.25, 0.5, 0.25]);
    }
}
