//! Whether sums and means of amounts differ by more than chance: what the amounts themselves say of
//! how far a figure could have come out otherwise.
//!
//! - A **mean** varies by the spread of its values; two means are compared by Welch's t. Source:
//!   B. L. Welch, *The Generalization of “Student's” Problem when Several Different Population
//!   Variances are Involved*, Biometrika 34 (1947).
//! - A **sum** also varies by how many values there are: deals that come one by one and by
//!   themselves make a compound Poisson sum, whose variance is the expected sum of squares. Source:
//!   R. Kaas, M. Goovaerts, J. Dhaene, M. Denuit, *Modern Actuarial Risk Theory*, 3.5.
//! - **Limits.** Money is skewed: a few large deals carry a sum. Nothing is said where either side
//!   has fewer than ten values, nor where the difference is so skewed that 95 % would not be 95 %:
//!   W. G. Cochran, *Sampling Techniques*, 2.15 asks for n > 25·G₁², that is a skewness of the figure
//!   below 0.2. Deals of one customer, or of one campaign, do not come by themselves: then the true
//!   interval is wider.
//!
//! Not here: shares of counts (`stats::newcombe`).

use super::stats::Z_95;
use serde::{Deserialize, Serialize};

/// Fewer values than these say nothing of how far they scatter.
const FEWEST: f64 = 10.0;
/// The most skewness of a difference of which the normal curve still tells the chance.
const MOST_SKEWED: f64 = 0.2;

/// How far a figure could have come out otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sampling {
    /// How many values stand behind it.
    pub values: f64,
    /// Its variance and its third cumulant.
    pub variance: f64,
    pub third: f64,
    /// On how many free values the variance stands, where that matters.
    pub freedom: Option<f64>,
}

/// Why nothing is said of chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Untested {
    /// No method of this program tells of such figures.
    NoMethod,
    TooFew,
    TooUneven,
}

impl Sampling {
    /// Of a sum of values, by the sums of their squares and cubes.
    pub fn of_sum(values: f64, squares: f64, cubes: f64) -> Sampling {
        Sampling { values, variance: squares, third: cubes, freedom: None }
    }

    /// Of the mean of values; `None` for fewer than three.
    pub fn of_mean(values: f64, sum: f64, squares: f64, cubes: f64) -> Option<Sampling> {
        if values < 3.0 {
            return None;
        }
        let (n, mean) = (values, sum / values);
        let second = (squares - n * mean * mean).max(0.0);
        let third = cubes - 3.0 * mean * squares + 2.0 * n * mean * mean * mean;
        let of_values = (second / (n - 1.0), third * n / ((n - 1.0) * (n - 2.0)));
        Some(Sampling {
            values,
            variance: of_values.0 / n,
            third: of_values.1 / (n * n),
            freedom: Some(n - 1.0),
        })
    }

    /// Between what the difference of two figures lies (95 %).
    ///
    /// # Errors
    /// Why nothing can be said.
    pub fn between(
        (one, own): (f64, Sampling),
        (other, theirs): (f64, Sampling),
    ) -> Result<(f64, f64), Untested> {
        if own.values < FEWEST || theirs.values < FEWEST {
            return Err(Untested::TooFew);
        }
        let variance = own.variance + theirs.variance;
        let skewness = (own.third - theirs.third) / (variance * variance.sqrt());
        if variance > 0.0 && (skewness.abs() >= MOST_SKEWED || skewness.is_nan()) {
            return Err(Untested::TooUneven);
        }
        let point = match (own.freedom, theirs.freedom) {
            (Some(a), Some(b)) if variance > 0.0 => {
                let of = |s: f64, freedom: f64| s * s / freedom;
                let free = variance * variance / (of(own.variance, a) + of(theirs.variance, b));
                t_95(free)
            }
            _ => Z_95,
        };
        let (difference, spread) = (one - other, point * variance.sqrt());
        Ok((difference - spread, difference + spread))
    }
}

/// The 97.5 % point of Student's t by its expansion around the normal point; exact to four places
/// from five degrees of freedom on, and at least nine are asked for.
///
/// Source: M. Abramowitz, I. A. Stegun, *Handbook of Mathematical Functions*, 26.7.5.
fn t_95(freedom: f64) -> f64 {
    let (z, v) = (Z_95, freedom);
    // Products, which are the same to the last digit everywhere.
    let powers = |p: usize| std::iter::repeat_n(z, p).product::<f64>();
    let g1 = (powers(3) + z) / 4.0;
    let g2 = (5.0 * powers(5) + 16.0 * powers(3) + 3.0 * z) / 96.0;
    let g3 = (3.0 * powers(7) + 19.0 * powers(5) + 17.0 * powers(3) - 15.0 * z) / 384.0;
    let g4 = (79.0 * powers(9) + 776.0 * powers(7) + 1482.0 * powers(5)
        - 1920.0 * powers(3)
        - 945.0 * z)
        / 92160.0;
    z + (g1 + (g2 + (g3 + g4 / v) / v) / v) / v
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_of_t_as_published() {
        // Abramowitz and Stegun, table 26.10, 0.975.
        for (freedom, point) in [(9.0, 2.262), (15.0, 2.131), (30.0, 2.042), (120.0, 1.980)] {
            assert!((t_95(freedom) - point).abs() < 6e-4, "{freedom}: {}", t_95(freedom));
        }
    }

    fn mean_of(values: &[f64]) -> (f64, Sampling) {
        let sum = |p: i32| values.iter().map(|x| x.powi(p)).sum::<f64>();
        let n = values.len() as f64;
        (sum(1) / n, Sampling::of_mean(n, sum(1), sum(2), sum(3)).unwrap())
    }

    #[test]
    fn means_as_published() {
        // The first two worked examples of the English Wikipedia's “Welch's t-test”: means 20.8 and
        // 23.0, t = −2.46 with 25.0 degrees of freedom; 20.6 and 22.1, t = −1.57.
        let a = [
            27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7,
            21.4,
        ];
        let b = [
            27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 20.5,
            24.4,
        ];
        let (one, other) = (mean_of(&a), mean_of(&b));
        let error = (one.1.variance + other.1.variance).sqrt();
        assert!(((one.0 - other.0) / error + 2.46).abs() < 0.006);
        let (low, high) = Sampling::between(one, other).unwrap();
        // 2.060 is the 97.5 % point of t with 25 degrees of freedom.
        let spread = 2.060 * error;
        assert!((low - (one.0 - other.0 - spread)).abs() < 2e-3 && high < 0.0, "{low} {high}");
        assert!((high - (one.0 - other.0 + spread)).abs() < 2e-3);
        let a = [17.2, 20.9, 22.6, 18.1, 21.7, 21.4, 23.5, 24.2, 14.7, 21.8];
        let b = [
            21.5, 22.8, 21.0, 23.0, 21.6, 23.6, 22.5, 20.7, 23.4, 21.8, 20.7, 21.7, 21.5, 22.5,
            23.6, 21.5, 22.5, 23.5, 21.5, 21.8,
        ];
        let (one, other) = (mean_of(&a), mean_of(&b));
        let error = (one.1.variance + other.1.variance).sqrt();
        assert!(((one.0 - other.0) / error + 1.57).abs() < 0.006);
        // One of ten values lies far from the others: 95 % would not be 95 %.
        assert_eq!(Sampling::between(one, other), Err(Untested::TooUneven));
    }

    #[test]
    fn few_or_uneven_values_say_nothing() {
        let few = mean_of(&[1.0; 9]);
        let even = mean_of(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0]);
        assert_eq!(Sampling::between(few, even), Err(Untested::TooFew));
        let mut values = vec![1.0; 30];
        values.push(500.0);
        let uneven = mean_of(&values);
        assert_eq!(Sampling::between(uneven, even), Err(Untested::TooUneven));
        // Equal values can differ by nothing but what they differ by.
        let flat = (1.0, Sampling::of_mean(12.0, 12.0, 12.0, 12.0).unwrap());
        assert_eq!(Sampling::between(flat, (0.5, flat.1)), Ok((0.5, 0.5)));
    }

    #[test]
    fn a_sum_of_ones_is_a_count_by_poisson() {
        // 100 against 64 events: ± 1.96 √164.
        let sum = |n: f64| (n, Sampling::of_sum(n, n, n));
        let (low, high) = Sampling::between(sum(100.0), sum(64.0)).unwrap();
        let spread = 1.959_963_984_540_054 * 164.0f64.sqrt();
        assert!((low - (36.0 - spread)).abs() < 1e-9 && (high - (36.0 + spread)).abs() < 1e-9);
    }
}
