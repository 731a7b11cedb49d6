//! Sums of whole numbers by group, and the rows of each group on the way: both in one addition a
//! row, since a stretch of rows leaves room for the count above its sum.
//!
//! Not here: which columns are whole numbers (`table::Numbers`).

use super::stretch::{AT_ONCE, Stretch};
use crate::engine::table::{Numbers, Whole};

/// The sum of a stretch has the lower bits: 2,048 numbers of 32 bits, and their sign.
const SUM_BITS: u32 = 44;
const ONE_ROW: i64 = 1 << SUM_BITS;
const _: () = assert!((AT_ONCE as i64) << 31 < ONE_ROW / 2);

/// With more groups it costs more to take apart what was added than to add.
const MOST_GROUPS: usize = AT_ONCE / 4;

/// What is known of each group so far.
pub(super) struct WholeSums<'a> {
    whole: &'a Whole,
    /// By group the sum of this stretch, and its rows above it.
    stretch: Vec<i64>,
    /// By group the sum in parts of a unit, and the rows.
    all: Vec<(i64, u64)>,
}

impl<'a> WholeSums<'a> {
    /// Nothing where the numbers are not whole parts of a unit, or the groups too many.
    pub fn of(numbers: &'a Numbers, groups: usize) -> Option<WholeSums<'a>> {
        // Asked first: the whole numbers are made when they are asked for.
        let whole = (groups <= MOST_GROUPS).then(|| numbers.whole()).flatten()?;
        Some(WholeSums { whole, stretch: vec![0; groups], all: vec![(0, 0); groups] })
    }

    /// Takes in rows, each with its group.
    pub fn add(&mut self, rows: &Stretch, groups: impl Iterator<Item = usize>) {
        let sums = self.stretch.as_mut_slice();
        rows.each(groups, &self.whole.parts, |group, part: i32| {
            if let Some(sum) = sums.get_mut(group) {
                *sum += i64::from(part) + ONE_ROW;
            }
        });
        for (stretch, (sum, rows)) in self.stretch.iter_mut().zip(&mut self.all) {
            let above = i64::BITS - SUM_BITS;
            let part = *stretch << above >> above;
            *sum += part;
            *rows += ((*stretch - part) >> SUM_BITS) as u64;
            *stretch = 0;
        }
    }

    /// The rows of each group.
    pub fn rows(&self) -> Vec<u64> {
        self.all.iter().map(|(_, rows)| *rows).collect()
    }

    /// The sum of each group.
    pub fn sums(&self) -> impl Iterator<Item = f64> {
        self.all.iter().map(|(sum, _)| *sum as f64 / self.whole.scale)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn with_too_many_groups_no_whole_numbers_are_made() {
        let numbers: Numbers = [1.0, 2.0].into_iter().collect();
        assert!(WholeSums::of(&numbers, MOST_GROUPS + 1).is_none());
        assert!(!numbers.is_whole_made());
        assert!(WholeSums::of(&numbers, MOST_GROUPS).is_some());
        assert!(numbers.is_whole_made());
    }

    #[test]
    fn the_greatest_and_least_numbers_of_a_full_stretch_leave_its_count_right() {
        for part in [i32::MIN, -1, 0, i32::MAX] {
            let numbers: Numbers = (0..2 * AT_ONCE).map(|_| f64::from(part)).collect();
            let mut sums = WholeSums::of(&numbers, 2).unwrap();
            let mut stretch = Stretch::default();
            for start in [0, AT_ONCE] {
                stretch.all(start..start + AT_ONCE);
                sums.add(&stretch, std::iter::repeat_n(1, AT_ONCE));
            }
            assert_eq!(sums.rows(), [0, 2 * AT_ONCE as u64]);
            let wanted = f64::from(part) * 2.0 * AT_ONCE as f64;
            assert_eq!(sums.sums().collect::<Vec<_>>(), [0.0, wanted]);
        }
    }
}
