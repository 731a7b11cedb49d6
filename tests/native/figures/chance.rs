//! How often chance alone is taken for a difference: of two samples of the same world, about one in
//! twenty, whatever the values are spread like.

use super::made::Dice;
use tundish::engine::sampling::{Sampling, Untested};
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
