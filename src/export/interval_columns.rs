//! How sure figures are, as columns behind a table: from and to (95 %) of each column of which any
//! figure has an interval. The columns before them stay as they are without.

use super::sheet::{Cell, Sheet};
use crate::engine::value::{Quantity, Unit};
use crate::i18n::Strings;

/// A cell, and the ends of its interval where it has one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    cell: Cell,
    ends: Option<[Cell; 2]>,
}

impl Entry {
    pub fn new(cell: Cell, ends: Option<[Cell; 2]>) -> Entry {
        Entry { cell, ends }
    }
}

impl From<Cell> for Entry {
    fn from(cell: Cell) -> Entry {
        Entry { cell, ends: None }
    }
}

impl From<&Quantity> for Entry {
    fn from(quantity: &Quantity) -> Entry {
        Entry { cell: Cell::from(quantity), ends: ends(quantity) }
    }
}

/// The ends of the interval of a figure.
pub(super) fn ends(quantity: &Quantity) -> Option<[Cell; 2]> {
    quantity.value?;
    let (low, high) = quantity.interval?;
    Some([low, high].map(|end| match quantity.unit {
        Unit::Share => Cell::Share(end),
        _ => Cell::Number(end),
    }))
}

pub(super) fn sheet_of(
    mut headers: Vec<String>,
    entries: Vec<Vec<Entry>>,
    words: &Strings,
) -> Sheet {
    let of = |row: &[Entry], at: usize| row.get(at).and_then(|entry| entry.ends.clone());
    let sure: Vec<usize> =
        (0..headers.len()).filter(|at| entries.iter().any(|row| of(row, *at).is_some())).collect();
    for at in &sure {
        let head = headers.get(*at).cloned().unwrap_or_default();
        headers.extend(words.question.views.interval_ends.map(|end| format!("{head} · {end}")));
    }
    let row = |entries: Vec<Entry>| {
        let ends = |at: &usize| of(&entries, *at).unwrap_or([Cell::Empty, Cell::Empty]);
        let behind: Vec<Cell> = sure.iter().flat_map(ends).collect();
        entries.into_iter().map(|entry| entry.cell).chain(behind).collect()
    };
    Sheet { headers, rows: entries.into_iter().map(row).collect() }
}
