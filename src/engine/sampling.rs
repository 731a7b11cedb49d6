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
//! - A **median with what still goes on** lies between the times at which the band of its curve
//!   reaches a half (`curve`).
//! - A **ratio of sums** over the same values varies as they scatter around what the ratio makes of
//!   them, a **product** as far as its factors do together. Source: Cochran, 6.4 (the delta method);
//!   G. Casella, R. L. Berger, *Statistical Inference*, 5.5.4.
//! - **Limits.** Money is skewed: a few large deals carry a sum. Nothing is said where either side
//!   has fewer than ten values, nor where the difference is so skewed that 95 % would not be 95 %:
//!   W. G. Cochran, *Sampling Techniques*, 2.15 asks for n > 25·G₁², that is a skewness of the figure
//!   below 0.2. Deals of one customer, or of one campaign, do not come by themselves: then the true
//!   interval is wider.
//!
//! Not here: shares of counts (`stats::newcombe`), which figures are tested (`measure::chance`).

use super::curve::Curve;
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
    /// The two sides have had unequal time to come to what is counted.
    Unequal,
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
        Sampling::Ranks(Ranks::of_quantile(values, p))
    }

    /// Of the median of a curve; as many values as have ended tell of it.
    pub fn of_curve(curve: &Curve) -> Sampling {
        let (low, high) = curve.median_interval;
        let values = (curve.asked + curve.other) as f64;
        Sampling::Ranks(Ranks { values, between: low.zip(high) })
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

impl Ranks {
    /// Of a quantile of these values.
    pub fn of_quantile(values: &[f64], p: f64) -> Ranks {
        Ranks { values: values.len() as f64, between: quantile_interval(&mut values.to_vec(), p) }
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

    /// Of a product of factors that vary by themselves: of each its variance and its third cumulant
    /// in relation to it.
    pub fn of_product(values: f64, product: f64, factors: &[(f64, f64)]) -> Moments {
        let sum = |of: fn(&(f64, f64)) -> f64| factors.iter().map(of).collect::<Sum>().value();
        let (variance, third) = (sum(|f| f.0), sum(|f| f.1));
        let (square, cube) = (product * product, product * product * product);
        Moments { values, variance: square * variance, third: cube * third, freedom: None }
    }

    /// Of the share that values of one kind have in the sum of all: `part` and `rest` are the sum,
    /// the sum of squares and of cubes of either; `None` for fewer than two values or a sum of 0.
    pub fn of_share(values: f64, part: [f64; 3], rest: [f64; 3]) -> Option<Moments> {
        let whole = part[0] + rest[0];
        if values < 2.0 || whole <= 0.0 {
            return None;
        }
        let (share, other) = (part[0] / whole, rest[0] / whole);
        let squares = other * other * part[1] + share * share * rest[1];
        let cubes = other * other * other * part[2] - share * share * share * rest[2];
        Some(Moments {
            values,
            variance: squares * values / ((values - 1.0) * whole * whole),
            third: cubes / (whole * whole * whole),
            freedom: None,
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
mod tests;
