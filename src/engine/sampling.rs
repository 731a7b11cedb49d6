//! Whether counts, sums, means and medians differ by more than chance: what the values themselves say
//! of how far a figure could have come out otherwise.
//!
//! - A **mean** varies by the spread of its values; two means are compared by Welch's t. Source:
//!   B. L. Welch, *The Generalization of “Student's” Problem when Several Different Population
//!   Variances are Involved*, Biometrika 34 (1947).
//! - A **sum** also varies by how many values there are: deals that come one by one and by
//!   themselves make a compound Poisson sum, whose variance is the expected sum of squares. Source:
//!   R. Kaas, M. Goovaerts, J. Dhaene, M. Denuit, *Modern Actuarial Risk Theory*, 3.5.
//! - A **count** is the sum of as many ones.
//! - A **median**, or another quantile, lies between two of its values by their ranks (`ranks`); how
//!   far the difference of two may be off is recovered from either interval (`stats::recovered`).
//! - **Limits.** Money is skewed: a few large deals carry a sum. Nothing is said where either side
//!   has fewer than ten values, nor where the difference is so skewed that 95 % would not be 95 %:
//!   W. G. Cochran, *Sampling Techniques*, 2.15 asks for n > 25·G₁², that is a skewness of the figure
//!   below 0.2. Deals of one customer, or of one campaign, do not come by themselves: then the true
//!   interval is wider.
//!
//! Not here: shares of counts (`stats::newcombe`), which figures are tested (`measure::chance`).

use super::ranks::quantile_interval;
use super::stats::{Sum, Z_95, recovered};
use serde::{Deserialize, Serialize};

/// Fewer values than these say nothing of how far they scatter.
const FEWEST: f64 = 10.0;
/// The most skewness of a difference of which the normal curve still tells the chance.
const MOST_SKEWED: f64 = 0.2;

/// How far a figure could have come out otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sampling {
    Moments(Moments),
    Ranks(Ranks),
}

/// By the scatter of the values: of a sum, of a mean.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Moments {
    /// How many values stand behind it.
    pub values: f64,
    /// Its variance and its third cumulant.
    pub variance: f64,
    pub third: f64,
    /// On how many free values the variance stands, where that matters.
    pub freedom: Option<f64>,
}

/// By the ranks of the values: of a quantile.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ranks {
    pub values: f64,
    /// `None` of too few values.
    pub between: Option<(f64, f64)>,
}

/// Why nothing is said of chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Untested {
    /// No method of this program tells of such figures.
    NoMethod,
    /// Made of costs, which come as sums and are no sample of anything.
    Costs,
    /// All that is open: no sample either.
    Stock,
    TooFew,
    TooUneven,
}

impl Untested {
    /// Whatever the values are: no such figure is tested.
    pub fn is_by_kind(self) -> bool {
        matches!(self, Untested::NoMethod | Untested::Costs | Untested::Stock)
    }
}

impl Sampling {
    /// Of a number of things that came one by one.
    pub fn of_count(count: f64) -> Sampling {
        Sampling::Moments(Moments::of_sum(count, count, count))
    }

    /// Of the mean of these values.
    pub fn of_values(values: &[f64]) -> Option<Sampling> {
        let n = values.len() as f64;
        let mean = values.iter().copied().collect::<Sum>().value() / n;
        let about = |power: fn(f64) -> f64| -> f64 {
            values.iter().map(|x| power(x - mean)).collect::<Sum>().value()
        };
        // About the mean nothing is lost where the values are large and alike.
        let (squares, cubes) = (about(|d| d * d), about(|d| d * d * d));
        Moments::of_mean(n, 0.0, squares, cubes).map(Sampling::Moments)
    }

    /// Of a quantile of these values.
    pub fn of_quantile(values: &[f64], p: f64) -> Sampling {
        let between = quantile_interval(&mut values.to_vec(), p);
        Sampling::Ranks(Ranks { values: values.len() as f64, between })
    }

    /// Between what the difference of two figures lies (95 %).
    ///
    /// # Errors
    /// Why nothing can be said.
    pub fn between(
        (one, own): (f64, Sampling),
        (other, theirs): (f64, Sampling),
    ) -> Result<(f64, f64), Untested> {
        match (own, theirs) {
            (Sampling::Moments(own), Sampling::Moments(theirs)) => {
                Moments::between((one, own), (other, theirs))
            }
            (Sampling::Ranks(own), Sampling::Ranks(theirs)) => {
                let is_few = own.values < FEWEST || theirs.values < FEWEST;
                let both = own.between.zip(theirs.between).filter(|_| !is_few);
                let (own, theirs) = both.ok_or(Untested::TooFew)?;
                Ok(recovered((one, own), (other, theirs)))
            }
            _ => Err(Untested::NoMethod),
        }
    }
}

impl Moments {
    /// Of a sum of values, by the sums of their squares and cubes.
    pub fn of_sum(values: f64, squares: f64, cubes: f64) -> Moments {
        Moments { values, variance: squares, third: cubes, freedom: None }
    }

    /// Of the mean of values; `None` for fewer than three.
    pub fn of_mean(values: f64, sum: f64, squares: f64, cubes: f64) -> Option<Moments> {
        if values < 3.0 {
            return None;
        }
        let (n, mean) = (values, sum / values);
        let second = (squares - n * mean * mean).max(0.0);
        let third = cubes - 3.0 * mean * squares + 2.0 * n * mean * mean * mean;
        let of_values = (second / (n - 1.0), third * n / ((n - 1.0) * (n - 2.0)));
        Some(Moments {
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
        (one, own): (f64, Moments),
        (other, theirs): (f64, Moments),
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

    fn mean_of(values: &[f64]) -> (f64, Moments) {
        let sum = |p: i32| values.iter().map(|x| x.powi(p)).sum::<f64>();
        let n = values.len() as f64;
        (sum(1) / n, Moments::of_mean(n, sum(1), sum(2), sum(3)).unwrap())
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
        let (low, high) = Moments::between(one, other).unwrap();
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
    fn a_sum_of_ones_is_a_count_by_poisson() {
        // 100 against 64 events: ± 1.96 √164.
        let sum = |n: f64| (n, Moments::of_sum(n, n, n));
        let (low, high) = Moments::between(sum(100.0), sum(64.0)).unwrap();
        let spread = 1.959_963_984_540_054 * 164.0f64.sqrt();
        assert!((low - (36.0 - spread)).abs() < 1e-9 && (high - (36.0 + spread)).abs() < 1e-9);
    }
}
