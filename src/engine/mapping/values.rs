//! The spellings of each value of a column, with their counts.
//!
//! Not here: what a value means (`stage`, `channel`, `join`).

use crate::engine::distinct::Distinct;
use crate::engine::fold::fold;
use crate::engine::table::Column;
use hashbrown::HashMap;
use rustc_hash::FxBuildHasher;

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
    let distinct = Distinct::of(column);
    let counts = distinct.counts();
    let mut found: Vec<Variant> = Vec::new();
    let mut at: HashMap<String, usize, FxBuildHasher> = HashMap::default();
    let mut missing = 0;
    for (text, rows) in distinct.texts().zip(counts) {
        let key = key(&text);
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
pub(super) fn folded_texts(distinct: &Distinct) -> Vec<String> {
    distinct.texts().map(|t| fold(&t)).collect()
}
