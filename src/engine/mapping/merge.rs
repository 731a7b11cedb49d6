//! Spellings that the user made one value: a decision for a column, so that whatever reads the
//! column (channels, campaigns, joins, groups of a report) reads the same.
//!
//! Not here: which spellings are proposed (`cluster`).

use crate::engine::fold::fold;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// The merged spellings of one column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Merge {
    pub file: String,
    pub column: String,
    /// Folded spelling → the value that it is read as.
    pub values: BTreeMap<String, String>,
}

impl Merge {
    /// The value that a cell is read as.
    pub fn read<'a>(&'a self, text: Cow<'a, str>) -> Cow<'a, str> {
        match self.values.get(&fold(&text)) {
            Some(value) => Cow::Borrowed(value),
            None => text,
        }
    }
}

/// Spellings of one column that the user keeps apart, though they look like one value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Apart {
    pub file: String,
    pub column: String,
    /// Folded; each belongs to no other.
    pub spellings: BTreeSet<String>,
}

/// Keeps spellings apart: they are not proposed as one value any more, whichever of them are there.
pub fn keep_apart(aparts: &mut Vec<Apart>, file: &str, column: &str, spellings: &[String]) {
    let apart = Apart {
        file: file.to_owned(),
        column: column.to_owned(),
        spellings: spellings.iter().map(|s| fold(s)).collect(),
    };
    aparts.retain(|a| {
        a.file != file || a.column != column || !a.spellings.is_subset(&apart.spellings)
    });
    aparts.push(apart);
}

/// Takes that back for all that these spellings were kept apart with.
pub fn let_together(aparts: &mut Vec<Apart>, file: &str, column: &str, spellings: &[String]) {
    let of: BTreeSet<String> = spellings.iter().map(|s| fold(s)).collect();
    aparts.retain(|a| a.file != file || a.column != column || !of.is_subset(&a.spellings));
}

/// Whether the user keeps all of these apart.
pub fn is_apart(aparts: &[Apart], file: &str, column: &str, spellings: &[(String, u64)]) -> bool {
    let in_column = aparts.iter().filter(|a| a.file == file && a.column == column);
    let of: BTreeSet<String> = spellings.iter().map(|(text, _)| fold(text)).collect();
    in_column.into_iter().any(|a| of.is_subset(&a.spellings))
}

/// What was merged in a column, if anything was.
pub fn merged<'a>(merges: &'a [Merge], file: &str, column: &str) -> Option<&'a Merge> {
    merges.iter().find(|m| m.file == file && m.column == column && !m.values.is_empty())
}

/// The folded value of a cell, after merging.
pub fn fold_merged(merge: Option<&Merge>, text: &str) -> String {
    let folded = fold(text);
    match merge.and_then(|m| m.values.get(&folded)) {
        Some(value) => fold(value),
        None => folded,
    }
}

/// Makes spellings one value. What was read as one of them is read as the new value, too.
pub fn set(merges: &mut Vec<Merge>, file: &str, column: &str, spellings: &[String], value: &str) {
    let at = merges.iter().position(|m| m.file == file && m.column == column);
    let at = at.unwrap_or_else(|| {
        let (file, column) = (file.to_owned(), column.to_owned());
        merges.push(Merge { file, column, values: BTreeMap::new() });
        merges.len() - 1
    });
    let Some(merge) = merges.get_mut(at) else { return };
    let target = fold(value);
    let folded: Vec<String> = spellings.iter().map(|s| fold(s)).collect();
    for old in merge.values.values_mut().filter(|v| folded.contains(&fold(v))) {
        value.clone_into(old);
    }
    let others = folded.into_iter().filter(|s| !s.is_empty() && *s != target);
    merge.values.extend(others.map(|s| (s, value.to_owned())));
    merge.values.remove(&target);
}

/// Takes a merged value apart again.
pub fn unset(merges: &mut Vec<Merge>, file: &str, column: &str, value: &str) {
    let target = fold(value);
    for merge in merges.iter_mut().filter(|m| m.file == file && m.column == column) {
        merge.values.retain(|_, v| fold(v) != target);
    }
    merges.retain(|m| !m.values.is_empty());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(merges: &[Merge]) -> Vec<(&str, &str)> {
        let pairs = merges.iter().flat_map(|m| &m.values);
        pairs.map(|(k, v)| (k.as_str(), v.as_str())).collect()
    }

    #[test]
    fn merging_follows_what_was_merged_before_and_is_taken_back() {
        let mut merges = Vec::new();
        set(&mut merges, "f", "c", &["Яндекс".to_owned(), "yandex".to_owned()], "yandex");
        assert_eq!(values(&merges), [("яндекс", "yandex")]);
        set(&mut merges, "f", "c", &["Yandex".to_owned(), "ya".to_owned()], "Ya");
        assert_eq!(values(&merges), [("yandex", "Ya"), ("яндекс", "Ya")]);
        assert_eq!(fold_merged(merged(&merges, "f", "c"), " ЯНДЕКС "), "ya");
        assert_eq!(fold_merged(merged(&merges, "f", "other"), "Яндекс"), "яндекс");
        unset(&mut merges, "f", "c", "ya");
        assert!(merges.is_empty());
    }

    #[test]
    fn what_is_kept_apart_stays_so_until_another_spelling_comes() {
        let texts = |list: &[&str]| list.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>();
        let rows = |list: &[&str]| texts(list).into_iter().map(|t| (t, 1)).collect::<Vec<_>>();
        let mut aparts = Vec::new();
        keep_apart(&mut aparts, "f", "c", &texts(&["ВК", "BK"]));
        assert!(is_apart(&aparts, "f", "c", &rows(&["bk", "вк "])));
        assert!(!is_apart(&aparts, "f", "other", &rows(&["bk", "вк"])));
        assert!(!is_apart(&aparts, "f", "c", &rows(&["bk", "вк", "b k"])));
        keep_apart(&mut aparts, "f", "c", &texts(&["BK", "ВК", "b k"]));
        assert_eq!(aparts.len(), 1);
        let_together(&mut aparts, "f", "c", &texts(&["bk", "b k"]));
        assert!(aparts.is_empty());
    }
}
