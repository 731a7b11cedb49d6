//! Between what a median, or another quantile, lies (95 %): by the ranks of the values alone.
//!
//! How many values lie below the true quantile is binomial, whatever the values are spread like. So
//! two of the values in their order enclose it in 95 of 100 samples, or in more. No shape is
//! assumed; many equal values, as days are, make the interval wider than it need be and never
//! narrower. Source: H. A. David, H. N. Nagaraja, *Order Statistics* (2003), 7.1; W. J. Conover,
//! *Practical Nonparametric Statistics* (1999), 3.2.
//!
//! Not here: the quantile itself (`stats`), the difference of two (`sampling`).

use super::stats::Z_95;

/// What may lie beyond either end.
const TAIL: f64 = 0.025;
/// Up to so many values the binomial is added up; beyond, the normal curve gives the same ranks but
/// for one.
const ADDED_UP: usize = 200;

/// The interval of the quantile `p`; `None` for so few values that none of them is far enough out.
/// Reorders the values.
pub fn quantile_interval(values: &mut [f64], p: f64) -> Option<(f64, f64)> {
    let (low, high) = ranks(values.len(), p)?;
    let (_, at_low, above) = values.select_nth_unstable_by(low - 1, f64::total_cmp);
    let at_low = *at_low;
    let (_, at_high, _) = above.select_nth_unstable_by(high - low - 1, f64::total_cmp);
    Some((at_low, *at_high))
}

/// Which of the values in order, from 1, enclose the quantile.
fn ranks(count: usize, p: f64) -> Option<(usize, usize)> {
    let (low, high) = match count {
        0..=ADDED_UP => added_up(count, p),
        _ => by_normal(count, p),
    };
    (low >= 1 && high > low && high <= count).then_some((low, high))
}

/// The greatest rank with at most a tail of the binomial below it, and the smallest with at most a
/// tail at it and beyond.
fn added_up(count: usize, p: f64) -> (usize, usize) {
    let n = count as f64;
    // Products, which are the same to the last digit everywhere.
    let mut chance: f64 = std::iter::repeat_n(1.0 - p, count).product();
    let (mut below, mut low, mut high) = (0.0, 0, count + 1);
    for k in 0..=count {
        below += chance;
        if below <= TAIL {
            low = k + 1;
        }
        if below >= 1.0 - TAIL {
            high = k + 1;
            break;
        }
        chance *= (n - k as f64) / (k as f64 + 1.0) * p / (1.0 - p);
    }
    (low, high)
}

/// The same by the normal curve, with half a rank for the steps of the binomial.
fn by_normal(count: usize, p: f64) -> (usize, usize) {
    let n = count as f64;
    let (middle, spread) = (n * p, Z_95 * (n * p * (1.0 - p)).sqrt());
    ((middle - spread + 0.5).floor() as usize, (middle + spread + 0.5).ceil() as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_of_the_median_as_published() {
        // Table of the sign interval of the median, 95 % (Conover, table A3 at p = 1/2; the same as
        // table D of W. J. Dixon, F. J. Massey, *Introduction to Statistical Analysis*).
        let known = [(6, 1), (8, 1), (9, 2), (10, 2), (12, 3), (15, 4), (20, 6), (25, 8), (30, 10)];
        for (count, low) in known {
            assert_eq!(ranks(count, 0.5), Some((low, count + 1 - low)), "{count}");
        }
        assert_eq!(ranks(5, 0.5), None);
        // The most values of which none is far enough out: 0.9³⁵ is above 2.5 %, 0.9³⁶ below.
        assert_eq!((ranks(35, 0.9), ranks(36, 0.9).is_some()), (None, true));
    }

    #[test]
    fn both_ways_to_the_ranks_meet() {
        for p in [0.25, 0.5, 0.75, 0.9] {
            for count in 120..=ADDED_UP {
                let ((low, high), (near_low, near_high)) =
                    (added_up(count, p), by_normal(count, p));
                assert!(
                    low.abs_diff(near_low) <= 1 && high.abs_diff(near_high) <= 1,
                    "{p} {count}"
                );
            }
        }
    }

    #[test]
    fn the_interval_is_of_values_that_are_there() {
        let mut values: Vec<f64> = (1..=20).rev().map(f64::from).collect();
        assert_eq!(quantile_interval(&mut values, 0.5), Some((6.0, 15.0)));
        assert_eq!(quantile_interval(&mut [3.0; 12], 0.5), Some((3.0, 3.0)));
        assert_eq!(quantile_interval(&mut [], 0.5), None);
    }
}
