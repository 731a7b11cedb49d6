//! The cells of a column of numbers, and the same as whole numbers where all of them are whole
//! hundredths or ten-thousandths, as money is: these are added up exactly. They are kept beside the
//! cells, half as much memory again, and are read instead of them.
//!
//! Not here: which questions add up whole numbers (`query::tabulate`).

use std::cell::OnceCell;
use std::ops::Deref;

/// What a unit is divided into, the coarsest first.
const SCALES: [f64; 3] = [1.0, 100.0, 10_000.0];

/// Numbers by row; a missing one is NaN.
#[derive(Clone, Debug, Default)]
pub struct Numbers {
    values: Vec<f64>,
    whole: OnceCell<Option<Whole>>,
}

/// Numbers by row as whole parts of a unit; a missing one is 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Whole {
    /// So many of these parts are one.
    pub scale: f64,
    pub parts: Vec<i32>,
}

impl Numbers {
    /// The same as whole parts of a unit, made when first asked for; nothing where a number is too
    /// great or too finely divided for it.
    pub fn whole(&self) -> Option<&Whole> {
        let make = || SCALES.into_iter().find_map(|scale| Whole::of(&self.values, scale));
        self.whole.get_or_init(make).as_ref()
    }

    /// Whether the whole numbers were asked for, so that they take memory.
    #[cfg(test)]
    pub fn is_whole_made(&self) -> bool {
        self.whole.get().is_some()
    }

    pub fn into_values(self) -> Vec<f64> {
        self.values
    }
}

impl Whole {
    fn of(values: &[f64], scale: f64) -> Option<Whole> {
        let part = |value: &f64| {
            if value.is_nan() {
                return Some(0);
            }
            let part = (value * scale).round_ties_even() as i32;
            // The number nearest to so many parts, so that nothing is lost on the way back.
            (f64::from(part) / scale == *value).then_some(part)
        };
        let parts = values.iter().map(part).collect::<Option<_>>()?;
        Some(Whole { scale, parts })
    }
}

impl Deref for Numbers {
    type Target = [f64];

    fn deref(&self) -> &[f64] {
        &self.values
    }
}

impl From<Vec<f64>> for Numbers {
    fn from(values: Vec<f64>) -> Numbers {
        Numbers { values, whole: OnceCell::new() }
    }
}

impl FromIterator<f64> for Numbers {
    fn from_iter<I: IntoIterator<Item = f64>>(values: I) -> Numbers {
        values.into_iter().collect::<Vec<_>>().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(values: &[f64]) -> Option<(f64, Vec<i32>)> {
        let numbers: Numbers = values.iter().copied().collect();
        numbers.whole().map(|whole| (whole.scale, whole.parts.clone()))
    }

    #[test]
    fn the_coarsest_parts_that_hold_every_number() {
        assert_eq!(whole(&[3.0, -7.0, f64::NAN, -0.0]), Some((1.0, vec![3, -7, 0, 0])));
        assert_eq!(whole(&[1857.67, 0.1, -0.29]), Some((100.0, vec![185_767, 10, -29])));
        assert_eq!(whole(&[0.125, 2.0]), Some((10_000.0, vec![1_250, 20_000])));
        assert_eq!(whole(&[]), Some((1.0, vec![])));
    }

    #[test]
    fn what_is_too_great_or_too_fine_has_none() {
        assert_eq!(whole(&[2_147_483_648.0]), None);
        assert_eq!(whole(&[30_000_000.01]), None);
        assert_eq!(whole(&[1.0 / 3.0]), None);
        assert_eq!(whole(&[f64::INFINITY]), None);
        assert_eq!(whole(&[0.1 + 0.2]), None);
        assert_eq!(whole(&[2_147_483_647.0]), Some((1.0, vec![i32::MAX])));
    }
}
