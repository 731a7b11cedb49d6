//! The facts of many cells at once, and how the cells of a total are merged.

use super::fact::{COUNTS, Facts, KEPT, TOTALS};
use crate::engine::stats::Sum;

/// The facts of all cells, column by column; a fact that was not needed has an empty column.
#[derive(Default)]
pub struct FactTable {
    pub(super) counts: [Vec<u32>; COUNTS],
    pub(super) totals: [Vec<Sum>; TOTALS],
    pub(super) kept: [KeptValues; KEPT],
    pub(super) one_population: bool,
}

impl FactTable {
    /// The facts of one cell.
    pub fn facts(&self, cell: usize) -> Facts {
        self.merged(std::iter::once(cell))
    }

    /// The facts of several cells together.
    pub fn merged(&self, cells: impl Iterator<Item = usize>) -> Facts {
        let mut facts = Facts { one_population: self.one_population, ..Facts::default() };
        for cell in cells {
            facts.take(self, cell);
        }
        facts
    }
}

impl Facts {
    fn take(&mut self, table: &FactTable, cell: usize) {
        for (mine, column) in self.counts.iter_mut().zip(&table.counts) {
            *mine += column.get(cell).copied().map_or(0, u64::from);
        }
        for (mine, column) in self.totals.iter_mut().zip(&table.totals) {
            mine.merge(column.get(cell).copied().unwrap_or_default());
        }
        for (mine, column) in self.kept.iter_mut().zip(&table.kept) {
            mine.extend_from_slice(column.of(cell));
        }
    }
}

/// Values kept by cell: all in one vector, cell after cell.
#[derive(Default)]
pub(super) struct KeptValues {
    begins: Vec<u32>,
    /// Where the next value of the cell goes; at last, where its values end.
    next: Vec<u32>,
    values: Vec<f64>,
}

impl KeptValues {
    /// Room for so many values in each cell.
    pub fn with_room(counts: &[u32]) -> KeptValues {
        let mut end = 0;
        let begin = |n: &u32| {
            end += n;
            end - n
        };
        let begins: Vec<u32> = counts.iter().map(begin).collect();
        KeptValues { next: begins.clone(), begins, values: vec![0.0; end as usize] }
    }

    pub fn push(&mut self, cell: u32, value: f64) {
        let Some(next) = self.next.get_mut(cell as usize) else { return };
        if let Some(slot) = self.values.get_mut(*next as usize) {
            *slot = value;
            *next += 1;
        }
    }

    fn of(&self, cell: usize) -> &[f64] {
        match (self.begins.get(cell), self.next.get(cell)) {
            (Some(begin), Some(end)) => {
                self.values.get(*begin as usize..*end as usize).unwrap_or(&[])
            }
            _ => &[],
        }
    }
}
