//! A fact of each group, added to row by row. Not here: which group a row is in (`tabulate`).

use super::GroupFact;
use super::stretch::Stretch;
use super::whole::WholeSums;
use crate::engine::distinct::Distinct;
use crate::engine::stats::Sum;
use crate::engine::table::{Cells, Column, Table, TextCells};
use rustc_hash::FxHashSet;

/// Up to so many bits, told-apart values are marked in a map of bits.
const MOST_BITS: usize = 1 << 27;

/// What is known of each group so far.
pub(super) enum Tally<'a> {
    Rows,
    /// By group the sum, and how many rows there are, with a number or without.
    Sum(&'a [f64], Vec<(Sum, u32)>),
    Whole(WholeSums<'a>),
    Distinct(Values<'a>, Seen, Vec<u64>),
    Share(Values<'a>, Option<u32>, Vec<u64>),
}

/// The code of each row by its value, 0 for the missing one.
pub(super) enum Values<'a> {
    Text(&'a TextCells),
    Other(Distinct<'a>),
}

/// Which values each group has had.
pub(super) enum Seen {
    Bits(Vec<u64>),
    Pairs(FxHashSet<(u32, u32)>),
}

impl<'a> Tally<'a> {
    /// Of groups of this number; nothing where the column is not there.
    pub fn of(table: &'a Table, fact: &GroupFact, groups: usize) -> Option<Tally<'a>> {
        Some(match fact {
            GroupFact::Rows => Tally::Rows,
            GroupFact::Sum(header) => {
                let sums = vec![Default::default(); groups];
                match &table.column(header)?.cells {
                    Cells::Number(numbers) => match WholeSums::of(numbers, groups) {
                        Some(whole) => Tally::Whole(whole),
                        None => Tally::Sum(numbers, sums),
                    },
                    _ => Tally::Sum(&[], sums),
                }
            }
            GroupFact::Distinct(header) => {
                let values = Values::of(table.column(header)?);
                let bits = values.len().saturating_mul(groups);
                let seen = match bits <= MOST_BITS {
                    true => Seen::Bits(vec![0; bits / 64 + 1]),
                    false => Seen::Pairs(FxHashSet::default()),
                };
                Tally::Distinct(values, seen, vec![0; groups])
            }
            GroupFact::Share(header, text) => {
                let values = Values::of(table.column(header)?);
                let wanted = values.position(text);
                Tally::Share(values, wanted, vec![0; groups])
            }
        })
    }

    /// Takes in rows, each with its group.
    pub fn add(&mut self, rows: &Stretch, groups: &[u32]) {
        let groups = groups.iter().map(|group| *group as usize);
        match self {
            Tally::Rows => {}
            Tally::Sum(cells, sums) => rows.each(groups, cells, |group, x: f64| {
                if let Some((sum, rows)) = sums.get_mut(group) {
                    // Nothing is what a missing number adds.
                    sum.add(if x.is_nan() { 0.0 } else { x });
                    *rows += 1;
                }
            }),
            Tally::Whole(whole) => whole.add(rows, groups),
            Tally::Distinct(values, seen, counts) => {
                let width = values.len();
                values.each(rows, groups, |group, code| {
                    if code != 0
                        && seen.is_new(group, code, width)
                        && let Some(n) = counts.get_mut(group)
                    {
                        *n += 1;
                    }
                });
            }
            Tally::Share(values, wanted, hits) => {
                // No value has this code.
                let wanted = wanted.unwrap_or(u32::MAX);
                values.each(rows, groups, |group, code| {
                    if let Some(n) = hits.get_mut(group) {
                        *n += u64::from(code == wanted);
                    }
                });
            }
        }
    }

    /// Whether it counts all rows of each group by the way.
    pub fn counts_rows(&self) -> bool {
        match self {
            Tally::Sum(cells, _) => !cells.is_empty(),
            Tally::Whole(_) => true,
            _ => false,
        }
    }

    /// The rows of each group, where it counts them.
    pub fn rows(&self) -> Option<Vec<u64>> {
        match self {
            Tally::Sum(_, sums) if self.counts_rows() => {
                Some(sums.iter().map(|(_, rows)| u64::from(*rows)).collect())
            }
            Tally::Whole(whole) => Some(whole.rows()),
            _ => None,
        }
    }

    /// The fact by group, given the rows of each.
    pub fn done(self, rows: &[u64]) -> Vec<Option<f64>> {
        let counted = |counts: &[u64]| counts.iter().map(|n| Some(*n as f64)).collect();
        match self {
            Tally::Rows => counted(rows),
            Tally::Sum(_, sums) => sums.into_iter().map(|(sum, _)| Some(sum.value())).collect(),
            Tally::Whole(whole) => whole.sums().map(Some).collect(),
            Tally::Distinct(_, _, counts) => counted(&counts),
            Tally::Share(_, _, hits) => {
                let share =
                    |(hits, rows): (u64, &u64)| (*rows > 0).then(|| hits as f64 / *rows as f64);
                hits.into_iter().zip(rows).map(share).collect()
            }
        }
    }
}

impl<'a> Values<'a> {
    fn of(column: &'a Column) -> Values<'a> {
        match &column.cells {
            Cells::Text(cells) => Values::Text(cells),
            _ => Values::Other(Distinct::of(column)),
        }
    }

    fn len(&self) -> usize {
        match self {
            Values::Text(cells) => cells.dictionary.len(),
            Values::Other(values) => values.len(),
        }
    }

    /// The code of a text.
    fn position(&self, text: &str) -> Option<u32> {
        (0..self.len() as u32).find(|code| match self {
            Values::Text(cells) => cells.dictionary.get(*code) == text,
            Values::Other(values) => values.text(*code) == text,
        })
    }

    #[inline(always)]
    fn each(
        &self,
        rows: &Stretch,
        groups: impl Iterator<Item = usize>,
        call: impl FnMut(usize, u32),
    ) {
        match self {
            Values::Text(cells) => rows.each_code(groups, &cells.codes, call),
            Values::Other(values) => rows.each(groups, &values.codes, call),
        }
    }
}

impl Seen {
    /// Whether a group has this value for the first time.
    #[inline]
    fn is_new(&mut self, group: usize, code: u32, width: usize) -> bool {
        match self {
            Seen::Bits(bits) => {
                let at = group.saturating_mul(width).saturating_add(code as usize);
                let Some(word) = bits.get_mut(at / 64) else { return false };
                let bit = 1 << (at % 64);
                let is_new = *word & bit == 0;
                *word |= bit;
                is_new
            }
            Seen::Pairs(pairs) => pairs.insert((group as u32, code)),
        }
    }
}
