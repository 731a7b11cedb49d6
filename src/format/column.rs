//! How many decimals the figures of one column get, so that they read one below the other.

use super::money::minor_digits;
use crate::engine::value::{Quantity, Unit};

/// Three digits: from here on a figure says enough without decimals.
const THREE_DIGITS: f64 = 99.5;
/// And so does a column whose greatest figure is from here on.
const GREAT: f64 = 999.5;

/// The count of decimals that all figures of a column share.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Decimals(u8);

impl Decimals {
    /// Of figures of one unit; those of another than the first are left out.
    ///
    /// As many as the figures need and no more than help to read the greatest; but none has less than
    /// three digits for the sake of greater ones, where decimals of its unit can help it.
    pub fn of<'q>(
        figures: impl IntoIterator<Item = &'q Quantity>,
        currency: Option<&str>,
    ) -> Decimals {
        let known = figures.into_iter().filter_map(|q| Some((q.unit, q.value?)));
        let known: Vec<(Unit, f64)> = known.filter(|(_, value)| value.is_finite()).collect();
        let Some(unit) = known.first().map(|(unit, _)| *unit) else { return Decimals(0) };
        let sizes: Vec<f64> =
            known.iter().filter(|(u, _)| *u == unit).map(|(_, value)| value.abs()).collect();
        Decimals(match unit {
            Unit::Count => needed(&sizes, 2),
            Unit::Money => of_size(&sizes, minor_digits(currency) as u8),
            Unit::Share => of_percents(&sizes.iter().map(|size| size * 100.0).collect::<Vec<_>>()),
            Unit::Ratio => 2,
            Unit::Points => 1,
            Unit::Days | Unit::Hours | Unit::Months => of_size(&sizes, 1),
            Unit::Score => needed(&sizes, 1),
        })
    }

    pub(super) fn count(self) -> usize {
        usize::from(self.0)
    }
}

/// `most`, or none for great figures and for whole ones.
fn of_size(sizes: &[f64], most: u8) -> u8 {
    let greatest = sizes.iter().copied().fold(0.0, f64::max);
    let is_small = |size: &f64| *size < THREE_DIGITS && needed(&[*size], most) > 0;
    let is_great = greatest >= GREAT && !sizes.iter().any(is_small);
    if is_great || needed(sizes, most) == 0 { 0 } else { most }
}

/// One, as for a single share; none where all are 100 % or any is beyond and none has a single digit,
/// two where one would leave 0 of what is more or make 100 of what is less.
fn of_percents(percents: &[f64]) -> u8 {
    let any = |is: &dyn Fn(f64) -> bool| percents.iter().any(|percent| is(*percent));
    if any(&|p| p > 100.05) {
        return u8::from(any(&|p| p > 0.0 && p < 9.95));
    }
    if any(&|p| (p > 0.0 && p < 0.05) || (99.95..100.0).contains(&p)) {
        return 2;
    }
    u8::from(!percents.iter().all(|p| *p >= 99.95))
}

/// The decimals without which a figure would be another one, of at most `most`.
fn needed(sizes: &[f64], most: u8) -> u8 {
    let of = |size: &f64| {
        let digits = format!("{:.*}", usize::from(most), size);
        let fraction = digits.split_once('.').map_or("", |(_, fraction)| fraction);
        fraction.trim_end_matches('0').len() as u8
    };
    sizes.iter().map(of).max().unwrap_or(0)
}
