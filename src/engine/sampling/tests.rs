//! Whether differences are chance: against published and plain cases.

use super::*;

#[test]
fn points_of_t_as_published() {
    // Abramowitz and Stegun, table 26.10, 0.975.
    for (freedom, point) in [(9.0, 2.262), (15.0, 2.131), (30.0, 2.042), (120.0, 1.980)] {
        assert!((t_95(freedom) - point).abs() < 6e-4, "{freedom}: {}", t_95(freedom));
    }
}

fn mean_of(values: &[f64]) -> (f64, Moments) {
    let sum = |p: i32| values.iter().map(|x| x.powi(p)).sum::<f64>();
    let n = values.len() as f64;
    (sum(1) / n, Moments::of_mean(n, sum(1), sum(2), sum(3)).unwrap())
}

#[test]
fn means_as_published() {
    // The first two worked examples of the English Wikipedia's “Welch's t-test”: means 20.8 and
    // 23.0, t = −2.46 with 25.0 degrees of freedom; 20.6 and 22.1, t = −1.57.
    let a =
        [27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4];
    let b =
        [27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 20.5, 24.4];
    let (one, other) = (mean_of(&a), mean_of(&b));
    let error = (one.1.variance + other.1.variance).sqrt();
    assert!(((one.0 - other.0) / error + 2.46).abs() < 0.006);
    let (low, high) = Moments::between(one, other).unwrap();
    // 2.060 is the 97.5 % point of t with 25 degrees of freedom.
    let spread = 2.060 * error;
    assert!((low - (one.0 - other.0 - spread)).abs() < 2e-3 && high < 0.0, "{low} {high}");
    assert!((high - (one.0 - other.0 + spread)).abs() < 2e-3);
    let a = [17.2, 20.9, 22.6, 18.1, 21.7, 21.4, 23.5, 24.2, 14.7, 21.8];
    let b = [
        21.5, 22.8, 21.0, 23.0, 21.6, 23.6, 22.5, 20.7, 23.4, 21.8, 20.7, 21.7, 21.5, 22.5, 23.6,
        21.5, 22.5, 23.5, 21.5, 21.8,
    ];
    let (one, other) = (mean_of(&a), mean_of(&b));
    let error = (one.1.variance + other.1.variance).sqrt();
    assert!(((one.0 - other.0) / error + 1.57).abs() < 0.006);
    // One of ten values lies far from the others: 95 % would not be 95 %.
    assert_eq!(Moments::between(one, other), Err(Untested::TooUneven));
}

#[test]
fn few_or_uneven_values_say_nothing() {
    let few = mean_of(&[1.0; 9]);
    let even = mean_of(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0]);
    assert_eq!(Moments::between(few, even), Err(Untested::TooFew));
    let mut values = vec![1.0; 30];
    values.push(500.0);
    let uneven = mean_of(&values);
    assert_eq!(Moments::between(uneven, even), Err(Untested::TooUneven));
    // Equal values can differ by nothing but what they differ by.
    let flat = (1.0, Moments::of_mean(12.0, 12.0, 12.0, 12.0).unwrap());
    assert_eq!(Moments::between(flat, (0.5, flat.1)), Ok((0.5, 0.5)));
}

#[test]
fn medians_are_told_apart_by_their_ranks() {
    let days = |from: i32| -> Vec<f64> { (from..from + 20).map(f64::from).collect() };
    let of = |values: &[f64]| {
        let median = crate::engine::stats::median(&mut values.to_vec()).unwrap();
        (median, Sampling::of_quantile(values, 0.5))
    };
    // Medians 10.5 and 14.5, each between the 6th and the 15th value: 4.5 and 4.5 off.
    let (low, high) = Sampling::between(of(&days(1)), of(&days(5))).unwrap();
    let off = (2.0f64 * 4.5 * 4.5).sqrt();
    assert!((low - (-4.0 - off)).abs() < 1e-9 && (high - (-4.0 + off)).abs() < 1e-9);
    let (_, high) = Sampling::between(of(&days(1)), of(&days(30))).unwrap();
    assert!(high < 0.0);
    assert_eq!(Sampling::between(of(&days(1)[..9]), of(&days(5))), Err(Untested::TooFew));
    let tenth = Sampling::of_quantile(&days(1), 0.9);
    assert_eq!(Sampling::between((18.0, tenth), (18.0, tenth)), Err(Untested::TooFew));
}

#[test]
fn the_mean_of_values_is_that_of_their_sums() {
    let values = [3.0, 4.5, 4.5, 7.0, 8.0, 8.5, 9.0, 11.0, 12.0, 12.5];
    let Some(Sampling::Moments(own)) = Sampling::of_values(&values) else { panic!() };
    let (_, sums) = mean_of(&values);
    assert!((own.variance - sums.variance).abs() < 1e-12 && own.freedom == sums.freedom);
    assert!((own.third - sums.third).abs() < 1e-12);
    assert_eq!(Sampling::of_values(&values[..2]), None);
}

#[test]
fn a_share_of_equal_values_is_a_share_of_counts() {
    // 30 of 100, of 40 each: variance p (1 − p) ÷ (n − 1), as Cochran has it for proportions
    // (3.8); the third moment of a proportion is p (1 − p) (1 − 2p) ÷ n².
    let of = |n: f64| [40.0 * n, 1_600.0 * n, 64_000.0 * n];
    let share = Moments::of_share(100.0, of(30.0), of(70.0)).unwrap();
    assert!((share.variance - 0.21 / 99.0).abs() < 1e-15, "{share:?}");
    assert!((share.third - 0.21 * 0.4 / 10_000.0).abs() < 1e-15, "{share:?}");
    assert_eq!(Moments::of_share(1.0, of(1.0), of(0.0)), None);
    assert_eq!(Moments::of_share(12.0, [0.0; 3], [0.0; 3]), None);
}

#[test]
fn a_sum_of_ones_is_a_count_by_poisson() {
    // 100 against 64 events: ± 1.96 √164.
    let sum = |n: f64| (n, Moments::of_sum(n, n, n));
    let (low, high) = Moments::between(sum(100.0), sum(64.0)).unwrap();
    let spread = 1.959_963_984_540_054 * 164.0f64.sqrt();
    assert!((low - (36.0 - spread)).abs() < 1e-9 && (high - (36.0 + spread)).abs() < 1e-9);
}
