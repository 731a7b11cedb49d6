//! Curves of time with their intervals: how many still go on by day, and how many ended one way while
//! others ended another.
//!
//! Not here: the median alone, where that is all that is asked (`survival`).

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

impl Curve {
    /// What still goes on, by time: ends of either kind are the same.
    ///
    /// Source: E. L. Kaplan, P. Meier, JASA 53 (1958); variance by M. Greenwood (1926); the interval on
    /// the scale of log(−log S), which stays within 0..1: J. D. Kalbfleisch, R. L. Prentice, *The
    /// Statistical Analysis of Failure Time Data* (1980).
    pub fn survival(times: &[(f64, End)]) -> Curve {
        let mut curve = Curve::watched(times, false);
        let (mut share, mut sum) = (1.0f64, 0.0f64);
        for (time, counts, at_risk) in instants(times) {
            let ends = counts[0] + counts[1];
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
        let mut curve = Curve::watched(times, true);
        let (mut still, mut share) = (1.0f64, 0.0f64);
        // Σ w, Σ w·I, Σ w·I², Σ v, Σ v·I and Σ u, of which the variance at any later time is made.
        let mut sums = [0.0f64; 6];
        for (time, [asked, other, _], at_risk) in instants(times) {
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

    fn watched(times: &[(f64, End)], is_rising: bool) -> Curve {
        let of = |end: End| times.iter().filter(|(_, own)| *own == end).count() as u64;
        let open = instants(times).filter(|(_, counts, _)| counts[2] > 0);
        Curve {
            is_rising,
            open_at: open.map(|(time, counts, _)| (time, counts[2])).collect(),
            watched: times.len() as u64,
            asked: of(End::Asked),
            other: of(End::Other),
            open: of(End::Open),
            longest: times.iter().map(|(time, _)| *time).fold(0.0, f64::max),
            ..Curve::default()
        }
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

/// By time, ascending: how many ended how, and how many were under way just before. Where an end and
/// a last look fall on the same time, the end goes first.
fn instants(times: &[(f64, End)]) -> impl Iterator<Item = (f64, [u64; 3], u64)> {
    let mut sorted = times.to_vec();
    sorted.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let mut found: Vec<(f64, [u64; 3], u64)> = Vec::new();
    let mut at_risk = sorted.len() as u64;
    for together in sorted.chunk_by(|a, b| a.0 == b.0) {
        let of = |end: End| together.iter().filter(|(_, own)| *own == end).count() as u64;
        let time = together.first().map_or(0.0, |(time, _)| *time);
        found.push((time, [of(End::Asked), of(End::Other), of(End::Open)], at_risk));
        at_risk -= together.len() as u64;
    }
    found.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::survival::Survival;

    fn times(asked: &[f64], other: &[f64], open: &[f64]) -> Vec<(f64, End)> {
        let of = |times: &[f64], end| times.iter().map(move |t| (*t, end)).collect::<Vec<_>>();
        [of(asked, End::Asked), of(other, End::Other), of(open, End::Open)].concat()
    }

    #[test]
    fn survival_with_its_interval_as_published() {
        // Freireich et al. (1963), 6-MP group, as Stata lists it (Greenwood, log-log) in
        // D. G. Kleinbaum, M. Klein, Survival Analysis, 3rd ed., computer appendix.
        let ended = [6.0, 6.0, 6.0, 7.0, 10.0, 13.0, 16.0, 22.0, 23.0];
        let open = [6.0, 9.0, 10.0, 11.0, 17.0, 19.0, 20.0, 25.0, 32.0, 32.0, 34.0, 35.0];
        let curve = Curve::survival(&times(&ended, &[], &open));
        let published = [
            (6.0, 21, 3, 0.8571, 0.6197, 0.9516),
            (7.0, 17, 1, 0.8067, 0.5631, 0.9228),
            (10.0, 15, 1, 0.7529, 0.5032, 0.8894),
            (13.0, 12, 1, 0.6902, 0.4316, 0.8491),
            (16.0, 11, 1, 0.6275, 0.3675, 0.8049),
            (22.0, 7, 1, 0.5378, 0.2678, 0.7468),
            (23.0, 6, 1, 0.4482, 0.1881, 0.6801),
        ];
        assert_eq!(curve.steps.len(), published.len());
        for (step, (time, at_risk, ended, share, low, high)) in curve.steps.iter().zip(published) {
            assert_eq!((step.time, step.at_risk, step.ended), (time, at_risk, ended));
            let (l, h) = step.interval.unwrap();
            let near = |a: f64, b: f64| (a - b).abs() < 5.1e-5;
            assert!(near(step.share, share) && near(l, low) && near(h, high), "{step:?}");
        }
        assert_eq!((curve.median, curve.median_interval), (Some(23.0), (Some(13.0), None)));
        assert_eq!((curve.watched, curve.asked, curve.open), (21, 9, 12));
        assert_eq!(curve.open_at.iter().map(|(_, n)| n).sum::<u64>(), 12);
        assert_eq!(curve.at(9.5).0, curve.steps[1].share);
        assert_eq!(curve.at(1.0), (1.0, None));
    }

    #[test]
    fn shares_of_two_ends_by_hand() {
        // Ten watched: one won after 1, one lost after 2, one won after 3 of the eight left, one open
        // after 4. Won by 3: 1/10 + 8/10 · 1/8 = 2/10; the open one weighs in only after it.
        let all = times(&[1.0, 3.0, 5.0], &[2.0, 6.0], &[4.0, 7.0, 7.0, 7.0, 7.0]);
        let curve = Curve::incidence(&all);
        let shares: Vec<f64> = curve.steps.iter().map(|s| s.share).collect();
        // By 5: of six under way one, of the 7/10 that had neither end: 2/10 + 7/10 · 1/6.
        for (found, expected) in shares.iter().zip([0.1, 0.2, 0.2 + 0.7 / 6.0]) {
            assert!((found - expected).abs() < 1e-12, "{shares:?}");
        }
        assert_eq!((curve.median, curve.other, curve.open), (None, 2, 5));
        // Without anything open it is the plain share, and so is its variance.
        let all = times(&[1.0, 3.0], &[2.0, 4.0, 4.0], &[]);
        let last = Curve::incidence(&all).steps[1];
        let expected = on_log_log(0.4, (0.4f64 * 0.6 / 5.0).sqrt()).unwrap();
        let (low, high) = last.interval.unwrap();
        assert!((last.share - 0.4).abs() < 1e-12);
        assert!((low - expected.0).abs() < 1e-9 && (high - expected.1).abs() < 1e-9);
    }

    #[test]
    fn one_kind_of_end_is_the_complement_of_survival() {
        for seed in 1..30u64 {
            let days = |salt: u64, n: u64| -> Vec<f64> {
                (0..n).map(|i| ((i * seed * 7919 + salt * 104_729 + i * i) % 23) as f64).collect()
            };
            let (ended, open) = (days(1, seed % 11), days(2, seed % 7));
            let all = times(&ended, &[], &open);
            let (falls, rises) = (Curve::survival(&all), Curve::incidence(&all));
            let known = Survival::of(&ended, &open);
            assert_eq!(falls.median, known.median(), "{seed}");
            assert_eq!(falls.median, rises.median, "{seed}");
            for ((a, b), (time, share)) in falls.steps.iter().zip(&rises.steps).zip(&known.steps) {
                assert_eq!((a.time, b.time), (*time, *time));
                assert!((a.share - share).abs() < 1e-12 && (1.0 - b.share - share).abs() < 1e-12);
                let order = a.interval.is_none_or(|(low, high)| low <= a.share && a.share <= high);
                assert!(order, "{a:?}");
            }
        }
    }
}
