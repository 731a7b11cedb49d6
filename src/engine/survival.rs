//! How long things last, those that still go on considered: the estimate of Kaplan and Meier.
//!
//! Not here: what is measured and when it was last looked at (`measure`, `query`).

/// The share that still goes on, by time.
///
/// Source: E. L. Kaplan, P. Meier, *Nonparametric Estimation from Incomplete Observations*, JASA 53
/// (1958). Where an end and a censoring fall on the same time, the end goes first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Survival {
    /// Times at which something ended, ascending, each with the share that goes on after it.
    pub steps: Vec<(f64, f64)>,
    /// How many were watched.
    pub count: usize,
    /// The longest time that anything was watched for.
    longest: Option<f64>,
}

impl Survival {
    /// `ended` are the times of those that ended, `open` how long the others were watched.
    pub fn of(ended: &[f64], open: &[f64]) -> Survival {
        let mut times: Vec<(f64, bool)> = ended.iter().map(|t| (*t, true)).collect();
        times.extend(open.iter().map(|t| (*t, false)));
        times.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        let (mut at_risk, mut share) = (times.len(), 1.0);
        let mut steps = Vec::new();
        for together in times.chunk_by(|a, b| a.0 == b.0) {
            let ends = together.iter().filter(|(_, ended)| *ended).count();
            if let (1.., Some((time, _))) = (ends, together.first()) {
                share *= 1.0 - ends as f64 / at_risk as f64;
                steps.push((*time, share));
            }
            at_risk -= together.len();
        }
        Survival { steps, count: times.len(), longest: times.last().map(|(time, _)| *time) }
    }

    /// The first time at which no more than half goes on; `None` where that was not reached.
    pub fn median(&self) -> Option<f64> {
        // Half of an even number of equals, within what multiplying rounds.
        self.steps.iter().find(|(_, share)| *share <= 0.5 + 1e-12).map(|(time, _)| *time)
    }

    /// The longest time that was watched, and the share that goes on after it.
    pub fn end(&self) -> Option<(f64, f64)> {
        let share = self.steps.last().map_or(1.0, |(_, share)| *share);
        self.longest.map(|time| (time, share))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remission_times_as_published() {
        // Freireich et al. (1963) as worked out in D. G. Kleinbaum, M. Klein, Survival Analysis,
        // 3rd ed., table 2.3 and after: 6-MP group, median 23 weeks; placebo group, median 8.
        let ended = [6.0, 6.0, 6.0, 7.0, 10.0, 13.0, 16.0, 22.0, 23.0];
        let open = [6.0, 9.0, 10.0, 11.0, 17.0, 19.0, 20.0, 25.0, 32.0, 32.0, 34.0, 35.0];
        let treated = Survival::of(&ended, &open);
        let published = [
            (6.0, 0.8571),
            (7.0, 0.8067),
            (10.0, 0.7529),
            (13.0, 0.6902),
            (16.0, 0.6275),
            (22.0, 0.5378),
            (23.0, 0.4482),
        ];
        assert_eq!(treated.steps.len(), published.len());
        for (found, (time, share)) in treated.steps.iter().zip(published) {
            assert!(found.0 == time && (found.1 - share).abs() < 5e-5, "{found:?}");
        }
        assert_eq!(treated.median(), Some(23.0));
        let placebo = [
            1., 1., 2., 2., 3., 4., 4., 5., 5., 8., 8., 8., 8., 11., 11., 12., 12., 15., 17., 22.,
            23.,
        ];
        assert_eq!(Survival::of(&placebo, &[]).median(), Some(8.0));
    }

    #[test]
    fn a_median_may_never_be_reached() {
        let curve = Survival::of(&[3.0], &[10.0, 20.0]);
        assert_eq!(curve.median(), None);
        assert_eq!(curve.end().map(|(t, s)| (t, (s * 3.0).round())), Some((20.0, 2.0)));
        assert_eq!(Survival::of(&[], &[]), Survival::default());
        assert_eq!(Survival::of(&[], &[5.0]).end(), Some((5.0, 1.0)));
    }
}
