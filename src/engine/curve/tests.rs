//! Curves against published ones and ones worked out by hand.

use super::*;

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
        assert_eq!(falls.median, rises.median, "{seed}");
        for (a, b) in falls.steps.iter().zip(&rises.steps) {
            assert_eq!(a.time, b.time);
            assert!((1.0 - b.share - a.share).abs() < 1e-12);
            let order = a.interval.is_none_or(|(low, high)| low <= a.share && a.share <= high);
            assert!(order, "{a:?}");
        }
    }
}

#[test]
fn medians_as_published() {
    // The placebo group of the same trial: nobody was lost sight of, median 8 weeks.
    let placebo = [
        1., 1., 2., 2., 3., 4., 4., 5., 5., 8., 8., 8., 8., 11., 11., 12., 12., 15., 17., 22., 23.,
    ];
    assert_eq!(Curve::survival(&times(&placebo, &[], &[])).median, Some(8.0));
}

#[test]
fn a_median_may_never_be_reached() {
    let curve = Curve::survival(&times(&[3.0], &[], &[10.0, 20.0]));
    assert_eq!(curve.median, None);
    assert_eq!(curve.end().map(|(t, s)| (t, (s * 3.0).round())), Some((20.0, 2.0)));
    assert_eq!(Curve::survival(&[]), Curve::default());
    assert_eq!(Curve::survival(&[]).end(), None);
    assert_eq!(Curve::survival(&times(&[], &[], &[5.0])).end(), Some((5.0, 1.0)));
}
