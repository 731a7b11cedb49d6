//! The facts of one cell, and how two cells become one. Not here: what the facts are (`fact`).

use super::entry::Entries;
use super::fact::{COUNTS, Count, KEPT, Kept, Needs, TOTALS, Total};
use crate::engine::stats::{self, Sum};

/// The facts of one cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// Whole numbers, but where records are parted among groups.
    pub(super) counts: [f64; COUNTS],
    pub(super) totals: [Sum; TOTALS],
    pub(super) kept: [Vec<f64>; KEPT],
    /// Whether wins were counted on the same records as leads: then their ratio is a share of a
    /// whole and has an interval. Not so where leads are placed by creation and wins by closing.
    pub one_population: bool,
    /// How stages were placed.
    pub entries: Entries,
    pub terms: Terms,
}

/// What a figure takes from beside its own rows: the same for all cells of a question.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Terms {
    /// Amounts won and spend of all rows that the question is about, where they were asked for.
    pub all_won: f64,
    pub all_spend: f64,
    /// Share of the revenue that is left after the cost of what was sold, where it is known.
    pub margin: Option<f64>,
    /// What share of the question's days is over.
    pub elapsed: Option<f64>,
    /// The same in working days.
    pub working_days: Option<WorkingDays>,
    /// How many items of content were published, where a file lists them.
    pub published: Option<u32>,
    /// By how many days costs were moved on.
    pub lag_days: Option<f64>,
}

/// How many working days of a period are over, of how many.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WorkingDays {
    pub over: u32,
    pub of: u32,
    /// Nobody said which days are: Monday to Friday.
    pub are_assumed: bool,
}

impl Default for Facts {
    fn default() -> Self {
        Facts {
            counts: [0.0; COUNTS],
            totals: [Sum::default(); TOTALS],
            kept: [const { Vec::new() }; KEPT],
            one_population: true,
            entries: Entries::default(),
            terms: Terms::default(),
        }
    }
}

impl Facts {
    /// Nothing yet, in a question with these terms.
    pub fn with(terms: Terms) -> Facts {
        Facts { terms, ..Facts::default() }
    }

    /// A count, as the number that formulas work with.
    pub fn count(&self, fact: Count) -> f64 {
        self.counts[fact as usize]
    }
    /// A count, as a whole number.
    pub fn counted(&self, fact: Count) -> u64 {
        self.counts[fact as usize].round() as u64
    }
    pub fn total(&self, fact: Total) -> f64 {
        self.totals[fact as usize].value()
    }
    /// How many values were kept.
    pub fn kept(&self, fact: Kept) -> usize {
        self.kept[fact as usize].len()
    }
    /// The mean of the kept values.
    pub fn mean(&self, fact: Kept) -> Option<f64> {
        let values = &self.kept[fact as usize];
        let sum: stats::Sum = values.iter().copied().collect();
        (!values.is_empty()).then(|| sum.value() / values.len() as f64)
    }
    /// The kept values, in the order in which rows and merged cells brought them.
    pub fn values(&self, fact: Kept) -> &[f64] {
        &self.kept[fact as usize]
    }
    pub fn quantile(&self, fact: Kept, p: f64) -> Option<f64> {
        stats::quantile(&mut self.kept[fact as usize].clone(), p)
    }

    pub fn add_count(&mut self, fact: Count, n: u64) {
        self.counts[fact as usize] += n as f64;
    }
    pub fn add_total(&mut self, fact: Total, sum: Sum) {
        self.totals[fact as usize].merge(sum);
    }
    pub fn keep(&mut self, fact: Kept, values: &[f64]) {
        self.kept[fact as usize].extend_from_slice(values);
    }

    /// Takes in the facts of another cell.
    pub fn merge(&mut self, other: &Facts) {
        for (mine, theirs) in self.counts.iter_mut().zip(&other.counts) {
            *mine += theirs;
        }
        for (mine, theirs) in self.totals.iter_mut().zip(&other.totals) {
            mine.merge(*theirs);
        }
        for (mine, theirs) in self.kept.iter_mut().zip(&other.kept) {
            mine.extend_from_slice(theirs);
        }
        self.one_population &= other.one_population;
        self.entries.merge(other.entries);
    }

    /// Whether none of the needed facts occurred.
    pub fn is_empty(&self, needs: Needs) -> bool {
        let counted = |(i, n): (usize, &f64)| *n > 0.0 && needs.has_count(i);
        let kept = |(i, v): (usize, &Vec<f64>)| !v.is_empty() && needs.has_kept(i);
        !self.counts.iter().enumerate().any(counted) && !self.kept.iter().enumerate().any(kept)
    }
}
