//! The facts of many cells at once, and how the cells of a total are merged.

use super::entry::Entries;
use super::fact::{COUNTS, Facts, KEPT, TOTALS, Terms};
use crate::engine::stats::Sum;

/// The facts of all cells, column by column; a fact that was not needed has an empty column.
pub struct FactTable {
    pub(super) counts: [Vec<u32>; COUNTS],
    pub(super) totals: [Vec<Sum>; TOTALS],
    pub(super) kept: [KeptValues; KEPT],
    pub(super) one_population: bool,
    pub(super) entries: Entries,
    /// What is the same for all cells.
    pub terms: Terms,
    /// Which columns are not empty, once all are filled.
    pub(super) held: Held,
}

impl Default for FactTable {
    fn default() -> Self {
        FactTable {
            counts: [const { Vec::new() }; COUNTS],
            totals: [const { Vec::new() }; TOTALS],
            kept: std::array::from_fn(|_| KeptValues::default()),
            one_population: false,
            entries: Entries::default(),
            terms: Terms::default(),
            held: Held::default(),
        }
    }
}

/// Places of columns that hold anything: a cell is read by these alone, as most facts are not
/// asked for.
#[derive(Default)]
pub(super) struct Held {
    counts: Vec<usize>,
    totals: Vec<usize>,
    kept: Vec<usize>,
}

impl FactTable {
    /// Notes which columns hold anything; to be called when all are filled.
    pub(super) fn finished(mut self) -> FactTable {
        let places = |is_held: Vec<bool>| -> Vec<usize> {
            is_held.iter().enumerate().filter(|(_, held)| **held).map(|(at, _)| at).collect()
        };
        self.held = Held {
            counts: places(self.counts.iter().map(|c| !c.is_empty()).collect()),
            totals: places(self.totals.iter().map(|c| !c.is_empty()).collect()),
            kept: places(self.kept.iter().map(|c| !c.values.is_empty()).collect()),
        };
        self
    }

    /// The facts of one cell.
    pub fn facts(&self, cell: usize) -> Facts {
        self.merged(std::iter::once(cell))
    }

    /// The facts of several cells together.
    pub fn merged(&self, cells: impl Iterator<Item = usize>) -> Facts {
        let (one_population, entries, terms) = (self.one_population, self.entries, self.terms);
        let mut facts = Facts { one_population, entries, terms, ..Facts::default() };
        for cell in cells {
            facts.take(self, cell);
        }
        facts
    }
}

impl Facts {
    /// Takes in a part of a cell. Kept values have no parts: what needs them is not asked for.
    pub fn take_part(&mut self, table: &FactTable, cell: usize, part: f64) {
        let held = &table.held;
        for at in held.counts.iter().copied() {
            let n = table.counts[at].get(cell).copied().map_or(0.0, f64::from);
            self.counts[at] += n * part;
        }
        for at in held.totals.iter().copied() {
            let sum = table.totals[at].get(cell).map_or(0.0, |sum| sum.value());
            self.totals[at].add(sum * part);
        }
        self.one_population = table.one_population;
        self.entries = table.entries;
        self.terms = table.terms;
    }

    fn take(&mut self, table: &FactTable, cell: usize) {
        let held = &table.held;
        for at in held.counts.iter().copied() {
            self.counts[at] += table.counts[at].get(cell).copied().map_or(0.0, f64::from);
        }
        for at in held.totals.iter().copied() {
            self.totals[at].merge(table.totals[at].get(cell).copied().unwrap_or_default());
        }
        for at in held.kept.iter().copied() {
            self.kept[at].extend_from_slice(table.kept[at].of(cell));
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
