//! The distinct values of a column, and which of them are the same once folded.
//!
//! Every rule about a text (its stage, its channel, its label) is decided once a distinct value and
//! then read by code, so that a million rows cost a million array reads. Not here: what the values
//! mean.

use super::fold::fold;
use super::table::{Cells, Codes, Column, Dictionary, is_all};
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// How many values a finding lists; the others are counted.
pub(crate) const VALUES_KEPT: usize = 100;

/// One code a row; code 0 is the missing cell.
pub(crate) struct Distinct<'a> {
    pub codes: Cow<'a, [u32]>,
    texts: Texts<'a>,
}

enum Texts<'a> {
    Held(&'a Dictionary),
    /// The first row of each code; made into text when asked.
    Rows(&'a Column, Vec<u32>),
}

/// The group of each code, and the folded text of each group; group 0 is the empty one.
pub(crate) struct Folded {
    pub group: Vec<u32>,
    pub texts: Dictionary,
}

impl<'a> Distinct<'a> {
    pub fn of(column: &'a Column) -> Distinct<'a> {
        if let Cells::Text(t) = &column.cells {
            let codes = match &t.codes {
                Codes::Word(words) => Cow::Borrowed(words.as_slice()),
                narrow => Cow::Owned(narrow.to_words()),
            };
            return Distinct { codes, texts: Texts::Held(&t.dictionary) };
        }
        let mut seen: FxHashMap<u64, u32> = FxHashMap::default();
        let mut first = vec![0];
        let mut code = |row: usize| {
            if column.is_missing(row) {
                return 0;
            }
            *seen.entry(cell_bits(column, row)).or_insert_with(|| {
                first.push(row as u32);
                first.len() as u32 - 1
            })
        };
        let codes = (0..length(column)).map(&mut code).collect();
        Distinct { codes: Cow::Owned(codes), texts: Texts::Rows(column, first) }
    }

    /// How many codes there are, the missing one included.
    pub fn len(&self) -> usize {
        match &self.texts {
            Texts::Held(d) => d.len(),
            Texts::Rows(_, first) => first.len(),
        }
    }

    /// The code of a row, 0 beyond the end.
    pub fn code(&self, row: u32) -> u32 {
        self.codes.get(row as usize).copied().unwrap_or(0)
    }

    /// The row on which a code of a column that holds no text stands first.
    pub fn first_row(&self, code: u32) -> Option<u32> {
        match &self.texts {
            Texts::Held(_) => None,
            Texts::Rows(_, first) => first.get(code as usize).copied(),
        }
    }

    /// The value as plain text; empty for the missing one.
    pub fn text(&self, code: u32) -> Cow<'a, str> {
        match &self.texts {
            Texts::Held(d) => Cow::Borrowed(d.get(code)),
            Texts::Rows(..) if code == 0 => Cow::Borrowed(""),
            Texts::Rows(column, _) => Cow::Owned(
                self.first_row(code).map_or_else(String::new, |r| column.plain_text(r as usize)),
            ),
        }
    }

    /// Folds each value once; values that fold to nothing join the missing one.
    pub fn fold(&self) -> Folded {
        self.fold_by(fold)
    }

    /// As [`Distinct::fold`], by another rule of sameness.
    pub fn fold_by(&self, same: impl Fn(&str) -> String) -> Folded {
        let mut texts = Dictionary::default();
        let codes = 0..self.len() as u32;
        let group = codes.map(|c| {
            texts.intern(if c == 0 { String::new() } else { same(&self.text(c)) }.as_str())
        });
        let group = group.collect();
        Folded { group, texts }
    }

    /// The texts by code, the empty one first.
    pub fn texts(&self) -> impl Iterator<Item = Cow<'a, str>> {
        (0..self.len() as u32).map(|code| self.text(code))
    }

    /// How often each code occurs.
    pub fn counts(&self) -> Vec<u64> {
        self.count(self.codes.iter().copied())
    }

    /// How often each code occurs on the rows given.
    pub fn tally(&self, rows: impl Iterator<Item = u32>) -> Vec<u64> {
        self.count(rows.map(|row| self.code(row)))
    }

    /// The same, quick where these are all rows in their order.
    pub fn tally_of(&self, rows: &[u32]) -> Vec<u64> {
        match is_all(rows, self.codes.len()) {
            true => self.counts(),
            false => self.tally(rows.iter().copied()),
        }
    }

    fn count(&self, codes: impl Iterator<Item = u32>) -> Vec<u64> {
        let mut counts = vec![0; self.len()];
        for code in codes {
            if let Some(n) = counts.get_mut(code as usize) {
                *n += 1;
            }
        }
        counts
    }
}

impl Folded {
    /// The group of a code.
    pub fn of(&self, code: u32) -> u32 {
        self.group.get(code as usize).copied().unwrap_or(0)
    }

    /// How many groups there are, the empty one included.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Per group its most frequent spelling (the first of equals) and the count of all spellings.
    pub fn spellings(&self, counts: &[u64]) -> Vec<(u32, u64)> {
        let mut best: Vec<(u32, u64)> = vec![(0, 0); self.len()];
        let mut sums = vec![0; self.len()];
        for ((code, group), count) in self.group.iter().enumerate().zip(counts) {
            let at = *group as usize;
            if let (Some(best), Some(sum)) = (best.get_mut(at), sums.get_mut(at)) {
                if best.0 == 0 || *count > best.1 {
                    *best = (code as u32, *count);
                }
                *sum += count;
            }
        }
        best.into_iter().zip(sums).map(|((code, _), sum)| (code, sum)).collect()
    }
}

/// A cell as bits that are equal where the cells are.
pub(crate) fn cell_bits(column: &Column, row: usize) -> u64 {
    match &column.cells {
        Cells::Text(t) => u64::from(t.codes.get(row)),
        // Adding 0 makes a negative zero positive: both are written 0.
        Cells::Number(v) => v.get(row).map_or(0, |x| (x + 0.0).to_bits()),
        Cells::Day(v) => v.get(row).map_or(0, |d| *d as u64),
        Cells::Moment(v) => v.get(row).map_or(0, |m| *m as u64),
        Cells::Flag(v) => v.get(row).map_or(0, |f| u64::from(*f)),
    }
}

fn length(column: &Column) -> usize {
    match &column.cells {
        Cells::Text(t) => t.codes.len(),
        Cells::Number(v) => v.len(),
        Cells::Day(v) => v.len(),
        Cells::Moment(v) => v.len(),
        Cells::Flag(v) => v.len(),
    }
}

/// The most frequent values first (equals keep their order), and how many more there are.
pub(crate) fn ranked(mut values: Vec<(String, u64)>) -> (Vec<(String, u64)>, u64) {
    values.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    let more = values.len().saturating_sub(VALUES_KEPT) as u64;
    values.truncate(VALUES_KEPT);
    (values, more)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::table::{ColumnType, TextCells};

    fn column(kind: ColumnType, cells: Cells) -> Column {
        Column { header: "x".to_owned(), kind, cells, currency: None, unread: Vec::new() }
    }

    #[test]
    fn numbers_and_texts_are_told_apart_by_what_is_written() {
        let cells = Cells::Number(vec![2.0, f64::NAN, -0.0, 2.0, 0.0].into());
        let numbers = column(ColumnType::Decimal, cells);
        let values = Distinct::of(&numbers);
        assert_eq!(*values.codes, [1, 0, 2, 1, 2]);
        assert_eq!((values.counts(), values.first_row(2)), (vec![1, 2, 2], Some(2)));
        assert_eq!(values.tally([0, 1, 9].into_iter()), [2, 1, 0]);

        let mut text = TextCells::default();
        text.codes =
            ["Won", "", "won ", "Won"].map(|t| text.dictionary.intern(t)).into_iter().collect();
        let texts = column(ColumnType::Text, Cells::Text(text));
        let values = Distinct::of(&texts);
        assert_eq!(values.texts().collect::<Vec<_>>(), ["", "Won", "won "]);
        let folded = values.fold();
        assert_eq!((folded.of(1), folded.of(2), folded.len()), (1, 1, 2));
        assert_eq!(folded.spellings(&values.counts()), [(0, 1), (1, 3)]);
    }
}
