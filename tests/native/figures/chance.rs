//! How often chance alone is taken for a difference: of two samples of the same world, about one in
//! twenty, whatever the values are spread like.

use super::made::Dice;
use tundish::engine::curve::{Curve, End};
use tundish::engine::sampling::{Moments, Ranks, Sampling, Untested};
use tundish::engine::stats;

/// A number between 0 and 1.
fn uniform(dice: &mut Dice) -> f64 {
    (dice.below(1_000_000) as f64 + 0.5) / 1e6
}

/// Amounts of deals: many small ones, a few large ones, many alike.
fn amount(dice: &mut Dice) -> f64 {
    let exponential = -uniform(dice).ln();
    (exponential * exponential * 20.0).round() * 100.0
}

fn days(dice: &mut Dice) -> f64 {
    (-uniform(dice).ln() * 30.0).floor()
}

/// How many of `trials` pairs are told apart, of those that are tested.
fn told(trials: usize, mut pair: impl FnMut() -> Result<(f64, f64), Untested>) -> (usize, usize) {
    let (mut tested, mut apart) = (0, 0);
    for _ in 0..trials {
        let Ok((low, high)) = pair() else { continue };
        tested += 1;
        apart += usize::from(low > 0.0 || high < 0.0);
    }
    (tested, apart)
}

/// At most 6 in 100, as 2,000 trials scatter by half a percent.
fn is_honest((tested, apart): (usize, usize)) {
    assert!(tested > 1000, "{tested}");
    assert!(apart * 100 <= tested * 6, "{apart} of {tested}");
}

#[test]
fn medians_of_one_world_are_rarely_told_apart() {
    let mut dice = Dice::new(5);
    for (count, value) in [(12, amount as fn(&mut Dice) -> f64), (40, days), (301, amount)] {
        for p in [0.25, 0.5, 0.75] {
            let found = told(2000, || {
                let mut of = || {
                    let values: Vec<f64> = (0..count + 2).map(|_| value(&mut dice)).collect();
                    let at = stats::quantile(&mut values.clone(), p).unwrap();
                    (at, Sampling::of_quantile(&values, p))
                };
                Sampling::between(of(), of())
            });
            is_honest(found);
        }
    }
}

#[test]
fn means_of_one_world_are_rarely_told_apart() {
    let mut dice = Dice::new(6);
    let found = told(2000, || {
        let mut of = || {
            let values: Vec<f64> = (0..60).map(|_| days(&mut dice)).collect();
            (values.iter().sum::<f64>() / 60.0, Sampling::of_values(&values).unwrap())
        };
        Sampling::between(of(), of())
    });
    is_honest(found);
}

#[test]
fn medians_far_apart_are_told_apart() {
    let mut dice = Dice::new(7);
    let (tested, apart) = told(200, || {
        let mut of = |times: f64| {
            let values: Vec<f64> = (0..80).map(|_| times * days(&mut dice)).collect();
            (stats::median(&mut values.clone()).unwrap(), Sampling::of_quantile(&values, 0.5))
        };
        Sampling::between(of(1.0), of(3.0))
    });
    assert!(apart * 10 > tested * 9, "{apart} of {tested}");
}

/// Times to an end, of which those beyond a horizon are still open.
fn watched(dice: &mut Dice, count: usize, times: f64) -> Vec<(f64, End)> {
    let mut one = || {
        let (time, horizon) = (times * days(dice), 20.0 + days(dice));
        if time <= horizon { (time, End::Asked) } else { (horizon, End::Open) }
    };
    (0..count).map(|_| one()).collect()
}

#[test]
fn medians_of_curves_of_one_world_are_rarely_told_apart() {
    let mut dice = Dice::new(8);
    for count in [40, 150] {
        let found = told(2000, || {
            let mut of = || {
                let curve = Curve::survival(&watched(&mut dice, count, 1.0));
                curve.median.map(|at| (at, Sampling::of_curve(&curve))).ok_or(Untested::TooFew)
            };
            Sampling::between(of()?, of()?)
        });
        is_honest(found);
    }
    let (tested, apart) = told(200, || {
        let mut of = |times: f64| {
            let curve = Curve::survival(&watched(&mut dice, 150, times));
            curve.median.map(|at| (at, Sampling::of_curve(&curve))).ok_or(Untested::TooFew)
        };
        Sampling::between(of(1.0)?, of(3.0)?)
    });
    assert!(tested > 100 && apart * 10 > tested * 9, "{apart} of {tested}");
}

#[test]
fn shares_of_value_of_one_world_are_rarely_told_apart() {
    let mut dice = Dice::new(9);
    let found = told(2000, || {
        let mut of = || {
            let mut sums = [[0.0f64; 3]; 2];
            for _ in 0..300 {
                let size = 100.0 + uniform(&mut dice) * 900.0;
                let won = usize::from(dice.below(10) < 3);
                let slots = sums[won].iter_mut().zip([size, size * size, size * size * size]);
                slots.for_each(|(sum, power)| *sum += power);
            }
            let [lost, won] = sums;
            let share = Moments::of_share(300.0, won, lost).unwrap();
            (won[0] / (won[0] + lost[0]), Sampling::Moments(share))
        };
        Sampling::between(of(), of())
    });
    is_honest(found);
}

#[test]
fn products_of_one_world_are_rarely_told_apart() {
    let mut dice = Dice::new(10);
    let found = told(2000, || {
        let mut of = || {
            let won: Vec<(f64, f64)> = (0..250)
                .filter_map(|_| {
                    let deal = (500.0 + uniform(&mut dice) * 500.0, 1.0 + days(&mut dice));
                    (dice.below(10) < 4).then_some(deal)
                })
                .collect();
            let n = won.len() as f64;
            let sum = |p: i32| won.iter().map(|(amount, _)| amount.powi(p)).sum::<f64>();
            let cycles: Vec<f64> = won.iter().map(|(_, days)| *days).collect();
            let median = stats::median(&mut cycles.clone()).unwrap();
            let (low, high) = Ranks::of_quantile(&cycles, 0.5).between.unwrap();
            let (mean, off) = (sum(1) / n, (high - low) / (2.0 * 1.96 * median));
            let amounts = Moments::of_mean(n, sum(1), sum(2), sum(3)).unwrap();
            let product = n / 250.0 * mean / median;
            let rate = ((250.0 - n) / (n * 250.0), 0.0);
            let amount = (amounts.variance / (mean * mean), amounts.third / mean.powi(3));
            let moments = Moments::of_product(n, product, &[rate, amount, (off * off, 0.0)]);
            (product, Sampling::Moments(moments))
        };
        Sampling::between(of(), of())
    });
    is_honest(found);
}
