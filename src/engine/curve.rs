//! Curves of time with their intervals: how many still go on by day, and how many ended one way while
//! others ended another.
//!
//! The one estimate of how long things last, also where its median is all that is asked. Not here:
//! what is measured, and when it was last looked at (`measure`, `query`).

use super::stats::Z_95;
use serde::{Deserialize, Serialize};

/// How watching one thing ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// With what is asked for.
    Asked,
    /// With something else, after which it can't come any more.
    Other,
    /// It still went on when it was last looked at.
    Open,
}

/// A share by time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Curve {
    /// Falls from 1 (what still goes on), or rises from 0 (what has ended in the way asked for).
    pub is_rising: bool,
    /// Times at which the share changes, ascending.
    pub steps: Vec<CurveStep>,
    /// Times at which something was last looked at and still went on, with how many.
    pub open_at: Vec<(f64, u64)>,
    pub watched: u64,
    pub asked: u64,
    pub other: u64,
    pub open: u64,
    /// The first time at which half has ended, and the 95 % interval of it; each `None` where it was
    /// never reached.
    pub median: Option<f64>,
    pub median_interval: (Option<f64>, Option<f64>),
    /// The longest time that anything was watched for.
    pub longest: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CurveStep {
    pub time: f64,
    /// Still under way just before.
    pub at_risk: u64,
    /// Ended in the way asked for.
    pub ended: u64,
    /// From this time on.
    pub share: f64,
    /// 95 %; `None` at 0 and 1, where nothing scatters.
    pub interval: Option<(f64, f64)>,
}

/// How many ended, and how, at one time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Instant {
    pub time: f64,
    pub asked: u64,
    pub other: u64,
    pub open: u64,
}

impl Curve {
    /// What still goes on, by time: ends of either kind are the same.
    ///
    /// Source: E. L. Kaplan, P. Meier, JASA 53 (1958); variance by M. Greenwood (1926); the interval on
    /// the scale of log(−log S), which stays within 0..1: J. D. Kalbfleisch, R. L. Prentice, *The
    /// Statistical Analysis of Failure Time Data* (1980).
    pub fn survival(times: &[(f64, End)]) -> Curve {
        Curve::survival_by(&instants(times))
    }

    /// The same of counts by time, ascending. Where an end and a last look fall on the same time, the
    /// end goes first.
    pub fn survival_by(instants: &[Instant]) -> Curve {
        let mut curve = Curve::watched(instants, false);
        let (mut share, mut sum) = (1.0f64, 0.0f64);
        for (instant, at_risk) in with_risk(instants) {
            let (time, ends) = (instant.time, instant.asked + instant.other);
            if ends == 0 {
                continue;
            }
            let (ends_here, before) = (ends as f64, at_risk as f64);
            share *= 1.0 - ends_here / before;
            sum += ends_here / (before * (before - ends_here));
            if ends == at_risk {
                share = 0.0;
            }
            let interval = on_log_log(share, share * sum.sqrt());
            curve.steps.push(CurveStep { time, at_risk, ended: ends, share, interval });
        }
        curve.with_median()
    }

    /// What has ended in the way asked for, by time, while it may end otherwise.
    ///
    /// Source: O. Aalen, S. Johansen, *An Empirical Transition Matrix for Non-homogeneous Markov Chains
    /// Based on Censored Observations*, Scandinavian Journal of Statistics 5 (1978); variance by the
    /// delta method: E. Marubini, M. G. Valsecchi, *Analysing Survival Data from Clinical Trials and
    /// Observational Studies* (1995), 10.2. Interval on the scale of log(−log).
    pub fn incidence(times: &[(f64, End)]) -> Curve {
        let instants = instants(times);
        let mut curve = Curve::watched(&instants, true);
        let (mut still, mut share) = (1.0f64, 0.0f64);
        // Σ w, Σ w·I, Σ w·I², Σ v, Σ v·I and Σ u, of which the variance at any later time is made.
        let mut sums = [0.0f64; 6];
        for (Instant { time, asked, other, .. }, at_risk) in with_risk(&instants) {
            let (d, d1, n) = ((asked + other) as f64, asked as f64, at_risk as f64);
            if asked + other == 0 {
                continue;
            }
            share += still * d1 / n;
            let w = if d < n { d / (n * (n - d)) } else { 0.0 };
            let v = still * d1 / (n * n);
            let u = still * still * (n - d1) / (n * n * n) * d1;
            for (sum, part) in
                sums.iter_mut().zip([w, w * share, w * share * share, v, v * share, u])
            {
                *sum += part;
            }
            still *= 1.0 - d / n;
            if asked == 0 {
                continue;
            }
            let [w, wi, wii, v, vi, u] = sums;
            let variance = share * share * w - 2.0 * share * wi + wii + u - 2.0 * (share * v - vi);
            let interval = on_log_log(share, variance.max(0.0).sqrt());
            curve.steps.push(CurveStep { time, at_risk, ended: asked, share, interval });
        }
        curve.with_median()
    }

    fn watched(instants: &[Instant], is_rising: bool) -> Curve {
        let sum = |of: fn(&Instant) -> u64| instants.iter().map(of).sum::<u64>();
        let open = instants.iter().filter(|instant| instant.open > 0);
        Curve {
            is_rising,
            open_at: open.map(|instant| (instant.time, instant.open)).collect(),
            watched: sum(|instant| instant.asked + instant.other + instant.open),
            asked: sum(|instant| instant.asked),
            other: sum(|instant| instant.other),
            open: sum(|instant| instant.open),
            longest: instants.last().map_or(0.0, |last| last.time.max(0.0)),
            ..Curve::default()
        }
    }

    /// The longest time that anything was watched for, and the share from then on; `None` where
    /// nothing was.
    pub fn end(&self) -> Option<(f64, f64)> {
        (self.watched > 0).then(|| (self.longest, self.at(self.longest).0))
    }

    /// The interval of the median: from where the band first reaches a half to where all of it has.
    ///
    /// Source: R. Brookmeyer, J. Crowley, *A Confidence Interval for the Median Survival Time*,
    /// Biometrics 38 (1982).
    fn with_median(mut self) -> Curve {
        // Half of an even number of equals, within what multiplying rounds.
        let is_half = |share: f64| match self.is_rising {
            true => share >= 0.5 - 1e-12,
            false => share <= 0.5 + 1e-12,
        };
        let first = |value: &dyn Fn(&CurveStep) -> Option<f64>| {
            self.steps.iter().find(|step| value(step).is_some_and(is_half)).map(|step| step.time)
        };
        let median = first(&|step| Some(step.share));
        let low = first(&|step| step.interval.map(|i| if self.is_rising { i.1 } else { i.0 }));
        let high = first(&|step| step.interval.map(|i| if self.is_rising { i.0 } else { i.1 }));
        // Where everything ended at once there is no band.
        (self.median, self.median_interval) = (median, (low.filter(|_| median.is_some()), high));
        self
    }

    /// The share at a time, with its interval.
    pub fn at(&self, time: f64) -> (f64, Option<(f64, f64)>) {
        let passed = self.steps.partition_point(|step| step.time <= time);
        match passed.checked_sub(1).and_then(|at| self.steps.get(at)) {
            Some(step) => (step.share, step.interval),
            None => (if self.is_rising { 0.0 } else { 1.0 }, None),
        }
    }
}

/// The interval (95 %) of a share with a standard error, on the scale of log(−log).
fn on_log_log(share: f64, error: f64) -> Option<(f64, f64)> {
    if share <= 0.0 || share >= 1.0 || !error.is_finite() {
        return None;
    }
    let reach = Z_95 * error / (share * share.ln().abs());
    let bound = |power: f64| share.powf(power.exp()).clamp(0.0, 1.0);
    Some((bound(reach), bound(-reach)))
}

/// Each instant with how many were under way just before.
fn with_risk(instants: &[Instant]) -> impl Iterator<Item = (Instant, u64)> {
    let all = |instant: &Instant| instant.asked + instant.other + instant.open;
    let mut at_risk = instants.iter().map(all).sum::<u64>();
    instants.iter().map(move |instant| {
        let before = at_risk;
        at_risk -= all(instant);
        (*instant, before)
    })
}

/// By time, ascending: how many ended how.
fn instants(times: &[(f64, End)]) -> Vec<Instant> {
    let mut sorted = times.to_vec();
    sorted.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let instant = |together: &[(f64, End)]| {
        let of = |end: End| together.iter().filter(|(_, own)| *own == end).count() as u64;
        let time = together.first().map_or(0.0, |(time, _)| *time);
        Instant { time, asked: of(End::Asked), other: of(End::Other), open: of(End::Open) }
    };
    sorted.chunk_by(|a, b| a.0 == b.0).map(instant).collect()
}

#[cfg(test)]
mod tests;
