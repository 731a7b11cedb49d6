//! Round values for an axis.

/// A value on an axis and how it is written there.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    pub value: f64,
    pub label: String,
}

/// Round values from at or below `low` to at or above `high`, in `steps` steps at most (two at
/// least, where the range allows it). `whole` keeps to whole numbers, for counts.
pub fn nice_ticks(low: f64, high: f64, steps: usize, whole: bool) -> Vec<f64> {
    if !(high - low).is_finite() {
        return Vec::new();
    }
    let (low, mut high) = (low.min(high), low.max(high));
    if high <= low {
        high = low + if low == 0.0 { 1.0 } else { low.abs() };
    }
    let steps = steps.clamp(2, 20);
    let rough = (high - low) / steps as f64;
    let mut exponent = rough.log10().floor() as i32;
    loop {
        for factor in [1.0, 2.0, 2.5, 5.0] {
            let step = round_step(factor, exponent);
            if whole && step.fract() != 0.0 {
                continue;
            }
            let (first, last) = ((low / step).floor(), (high / step).ceil());
            if last - first <= steps as f64 {
                return (0..=(last - first) as usize)
                    .map(|i| multiple(first + i as f64, factor, exponent))
                    .collect();
            }
        }
        exponent += 1;
    }
}

/// `factor` × 10^`exponent`.
fn round_step(factor: f64, exponent: i32) -> f64 {
    multiple(1.0, factor, exponent)
}

/// `times` × `factor` × 10^`exponent`. A negative power divides: 3 × 0.1 would be 0.30000000000000004.
fn multiple(times: f64, factor: f64, exponent: i32) -> f64 {
    let power = 10f64.powi(exponent.abs());
    let value = if exponent < 0 { times * factor / power } else { times * factor * power };
    // No negative zero: it would be written "-0".
    value + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_hold_the_range() {
        assert_eq!(nice_ticks(0.0, 1.38e6, 5, false), [0.0, 5e5, 1e6, 1.5e6]);
        assert_eq!(nice_ticks(0.0, 0.9, 5, false), [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
        assert_eq!(nice_ticks(0.0, 0.3, 3, false), [0.0, 0.1, 0.2, 0.3]);
        assert_eq!(nice_ticks(-0.4, 2.84, 5, false), [-1.0, 0.0, 1.0, 2.0, 3.0]);
        assert_eq!(nice_ticks(0.0, 3.0, 5, true), [0.0, 1.0, 2.0, 3.0]);
        assert_eq!(nice_ticks(0.0, 12.0, 5, true), [0.0, 5.0, 10.0, 15.0]);
    }

    #[test]
    fn odd_ranges_still_have_an_axis() {
        assert_eq!(nice_ticks(0.0, 0.0, 5, true), [0.0, 1.0]);
        assert_eq!(nice_ticks(7.0, 7.0, 4, true).first(), Some(&6.0));
        assert!(nice_ticks(0.0, f64::NAN, 5, false).is_empty());
        assert!(nice_ticks(-1e300, 1e300, 5, false).len() > 2);
    }
}
