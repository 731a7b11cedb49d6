//! The distinct values of a column with their counts: rows are counted by code, and only the
//! distinct texts are folded, so that a million rows cost one pass over numbers.
//!
//! Not here: what a value means (`stage`, `channel`, `join`).

use super::fold::fold;
use crate::engine::table::{Cells, Column};
use hashbrown::HashMap;
use rustc_hash::FxBuildHasher;
use std::borrow::Cow;

/// A column as codes; code 0 is the missing cell.
pub struct Coded<'a> {
    pub codes: Cow<'a, [u32]>,
    /// The text of each code, as in the file.
    pub texts: Vec<Cow<'a, str>>,
}

impl<'a> Coded<'a> {
    /// The codes of any column; those of a text column are borrowed.
    pub fn new(column: &'a Column) -> Coded<'a> {
        if let Cells::Text(text) = &column.cells {
            let texts = text.dictionary.iter().map(|(_, t)| Cow::Borrowed(t)).collect();
            return Coded { codes: Cow::Borrowed(&text.codes), texts };
        }
        let mut texts = vec![Cow::Borrowed("")];
        let mut known: HashMap<u64, u32, FxBuildHasher> = HashMap::default();
        let mut code_of = |row: usize, bits: u64| {
            *known.entry(bits).or_insert_with(|| {
                texts.push(Cow::Owned(column.plain_text(row)));
                (texts.len() - 1) as u32
            })
        };
        let mut code = |row: usize| match raw_bits(column, row) {
            Some(bits) if !column.is_missing(row) => code_of(row, bits),
            _ => 0,
        };
        let codes = (0..rows(column)).map(&mut code).collect();
        Coded { codes: Cow::Owned(codes), texts }
    }

    /// How many rows hold each code.
    pub fn counts(&self) -> Vec<u64> {
        let mut counts = vec![0u64; self.texts.len()];
        for code in self.codes.iter() {
            if let Some(n) = counts.get_mut(*code as usize) {
                *n += 1;
            }
        }
        counts
    }

    /// The text of a code.
    pub fn text(&self, code: u32) -> &str {
        self.texts.get(code as usize).map_or("", |t| t.as_ref())
    }

    /// The code of a row; 0 where there is none.
    pub fn code(&self, row: usize) -> u32 {
        self.codes.get(row).copied().unwrap_or(0)
    }
}

fn raw_bits(column: &Column, row: usize) -> Option<u64> {
    match &column.cells {
        Cells::Text(t) => t.codes.get(row).map(|c| u64::from(*c)),
        Cells::Number(v) => v.get(row).map(|x| x.to_bits()),
        Cells::Day(v) => v.get(row).map(|d| *d as u64),
        Cells::Moment(v) => v.get(row).map(|d| *d as u64),
        Cells::Flag(v) => v.get(row).map(|f| u64::from(*f)),
    }
}

fn rows(column: &Column) -> usize {
    match &column.cells {
        Cells::Text(t) => t.codes.len(),
        Cells::Number(v) => v.len(),
        Cells::Day(v) => v.len(),
        Cells::Moment(v) => v.len(),
        Cells::Flag(v) => v.len(),
    }
}

/// All spellings of one value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// What the spellings have in common: the key by which they were put together.
    pub key: String,
    /// Trimmed spellings with their rows: the most frequent first, ties by first appearance.
    pub spellings: Vec<(String, u64)>,
    pub rows: u64,
}

impl Variant {
    /// The spelling that most rows have.
    pub fn name(&self) -> &str {
        self.spellings.first().map_or("", |(text, _)| text.as_str())
    }
}

/// The distinct values of a column under a key, in order of first appearance, and the count of
/// rows without one. `key` gets the text as in the file; an empty key is a missing value.
pub fn variants(column: &Column, key: impl Fn(&str) -> String) -> (Vec<Variant>, u64) {
    let coded = Coded::new(column);
    let counts = coded.counts();
    let mut found: Vec<Variant> = Vec::new();
    let mut at: HashMap<String, usize, FxBuildHasher> = HashMap::default();
    let mut missing = 0;
    for (text, rows) in coded.texts.iter().zip(counts) {
        let key = key(text);
        if rows == 0 || key.is_empty() {
            missing += rows;
            continue;
        }
        let i = *at.entry(key.clone()).or_insert_with(|| {
            found.push(Variant { key, spellings: Vec::new(), rows: 0 });
            found.len() - 1
        });
        let Some(variant) = found.get_mut(i) else { continue };
        variant.rows += rows;
        let text = text.trim();
        match variant.spellings.iter_mut().find(|(t, _)| t == text) {
            Some((_, n)) => *n += rows,
            None => variant.spellings.push((text.to_owned(), rows)),
        }
    }
    for variant in &mut found {
        // A stable sort keeps first appearance among equals.
        variant.spellings.sort_by_key(|(_, rows)| std::cmp::Reverse(*rows));
    }
    (found, missing)
}

/// The folded text of every code of a column.
pub fn folded_texts(coded: &Coded) -> Vec<String> {
    coded.texts.iter().map(|t| fold(t)).collect()
}
