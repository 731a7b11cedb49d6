//! Lengths of time in days, by how many lasted so long: there are far fewer lengths than records, and
//! what they say (a median, a mean) is the same as of the lengths one by one.

use crate::engine::stats;

/// How many lasted so many days.
#[derive(Clone, Default)]
pub(super) struct Days(Vec<u32>);

impl Days {
    #[inline]
    pub fn add(&mut self, days: usize) {
        match self.0.get_mut(days) {
            Some(count) => *count += 1,
            None => self.grow(days),
        }
    }

    #[cold]
    fn grow(&mut self, days: usize) {
        self.0.resize(days, 0);
        self.0.push(1);
    }

    /// Takes out some of the lengths.
    pub fn less(&mut self, other: &Days) {
        self.0.iter_mut().zip(&other.0).for_each(|(mine, theirs)| *mine -= theirs);
    }

    pub fn of(&self, days: usize) -> u32 {
        self.0.get(days).copied().unwrap_or(0)
    }

    pub fn count(&self) -> u64 {
        self.0.iter().map(|n| u64::from(*n)).sum()
    }

    /// No length is as long.
    pub fn span(&self) -> usize {
        self.0.len()
    }

    pub fn sum(&self) -> u64 {
        self.0.iter().zip(0u64..).map(|(n, days)| u64::from(*n) * days).sum()
    }

    pub fn median(&self) -> Option<f64> {
        stats::median_of_counts(&self.0)
    }

    /// As [`crate::engine::stats::quantile`] has it, type 7.
    pub fn quantile(&self, p: f64) -> Option<f64> {
        let last = self.count().checked_sub(1)?;
        let position = p * last as f64;
        let below = position.floor();
        let low = self.nth(below as u64)?;
        let next = self.nth((below as u64 + 1).min(last))?;
        Some(low + (position - below) * (next - low))
    }

    /// The value at a place of the sorted ones.
    fn nth(&self, place: u64) -> Option<f64> {
        let mut before = 0;
        let passes = |n: &u32| {
            before += u64::from(*n);
            before > place
        };
        self.0.iter().position(passes).map(|days| days as f64)
    }
}
