//! Counts how files meet: matched and unmatched rows of every join, unused keys, proposed aliases.
//!
//! Not here: which columns meet (`join`), the joining of records (`funnel`), costs (`explain_spend`).

use super::alias;
use super::key::KeyKind;
use super::key_index::{FullKey, KeyIndex};
use super::merge::merged;
use super::role::Evidence;
use super::view::{JoinView, VALUES_SHOWN};
use super::{Join, Mapping};
use crate::engine::distinct::Distinct;
use crate::engine::fold::fold;
use crate::engine::funnel::FileView;
use crate::engine::table::Column;
use hashbrown::HashMap;
use rustc_hash::FxBuildHasher;

/// How many unmatched values are looked at for aliases, the most rows first.
const LOOKED_AT: usize = 500;

fn find<'a>(files: &[FileView<'a>], name: &str) -> Option<FileView<'a>> {
    files.iter().find(|f| f.profile.name == name).copied()
}

/// Every join of the mapping whose files and columns are here.
pub fn joins(files: &[FileView], mapping: &Mapping) -> Vec<JoinView> {
    mapping.joins.iter().filter_map(|join| explain_join(files, mapping, join)).collect()
}

fn explain_join(files: &[FileView], mapping: &Mapping, join: &Join) -> Option<JoinView> {
    let from = find(files, &join.from_file)?.table.column(&join.from_column)?;
    let key = find(files, &join.lookup_file)?.table.column(&join.key_column)?;
    let mut lookup = Keys::new(key, join.by);
    let aliases: HashMap<String, FullKey, FxBuildHasher> =
        join.aliases.iter().map(|(value, key)| (fold(value), join.by.full(key))).collect();
    let distinct = Distinct::of(from);
    let mut view = JoinView {
        from_file: join.from_file.clone(),
        from_column: join.from_column.clone(),
        lookup_file: join.lookup_file.clone(),
        key_column: join.key_column.clone(),
        matched: 0,
        unmatched: 0,
        empty: 0,
        unmatched_values: Vec::new(),
        unmatched_distinct: 0,
        unused_keys: Vec::new(),
        unused: 0,
        repeated_keys: lookup.repeated,
        keys: lookup.list.len() as u64,
        by: join.by,
        several: 0,
        proposed_aliases: Vec::new(),
        lost_aliases: Vec::new(),
    };
    let lost = join.aliases.iter().filter(|(_, key)| lookup.at.get(&join.by.full(key)).is_none());
    view.lost_aliases = lost.map(|(value, key)| (value.clone(), key.clone())).collect();
    let mut unmatched: Vec<(String, u64)> = Vec::new();
    let mut at: HashMap<String, usize, FxBuildHasher> = HashMap::default();
    let merge = merged(&mapping.merges, &join.from_file, &join.from_column);
    let keys: Vec<FullKey> = distinct.texts().map(|t| join.by.merged_full(merge, &t)).collect();
    let values = keys.into_iter().zip(distinct.texts()).zip(distinct.counts());
    for ((value, text), rows) in values.filter(|(_, rows)| *rows > 0) {
        if join.by.further(&text) > 0 {
            view.several += rows;
        }
        if value.text.is_empty() {
            view.empty += rows;
        } else if lookup.use_key(aliases.get(&value.text).unwrap_or(&value)) {
            view.matched += rows;
        } else {
            view.unmatched += rows;
            let i = *at.entry(value.text).or_insert_with(|| {
                unmatched.push((text.trim().to_owned(), 0));
                unmatched.len() - 1
            });
            if let Some((_, n)) = unmatched.get_mut(i) {
                *n += rows;
            }
        }
    }
    unmatched.sort_by_key(|(_, rows)| std::cmp::Reverse(*rows));
    view.unmatched_distinct = unmatched.len() as u64;
    let written = lookup.written();
    let near = unmatched.get(..unmatched.len().min(LOOKED_AT)).unwrap_or_default();
    view.proposed_aliases = alias::proposals(near, &written);
    view.proposed_aliases.truncate(VALUES_SHOWN);
    unmatched.truncate(VALUES_SHOWN);
    view.unmatched_values = unmatched;
    let unused = lookup.unused();
    view.unused = unused.len() as u64;
    view.unused_keys = unused.into_iter().take(VALUES_SHOWN).collect();
    Some(view)
}

/// The keys of a lookup in its order: key → (as written, used).
struct Keys {
    list: Vec<(String, bool)>,
    at: KeyIndex<usize>,
    repeated: u64,
}

impl Keys {
    fn new(column: &Column, by: KeyKind) -> Keys {
        let distinct = Distinct::of(column);
        let mut found = Keys { list: Vec::new(), at: KeyIndex::default(), repeated: 0 };
        for (text, rows) in distinct.texts().zip(distinct.counts()) {
            let key = by.full(&text);
            if rows == 0 || key.text.is_empty() {
                continue;
            }
            // As the join takes its rows: a number of another country has a row of its own.
            if found.at.put(key, found.list.len()) {
                found.list.push((text.trim().to_owned(), false));
                found.repeated += rows - 1;
            } else {
                found.repeated += rows;
            }
        }
        found
    }
    fn use_key(&mut self, key: &FullKey) -> bool {
        let slot = self.at.get(key).and_then(|i| self.list.get_mut(*i));
        slot.map(|(_, used)| *used = true).is_some()
    }
    fn written(&self) -> Vec<String> {
        self.list.iter().map(|(text, _)| text.clone()).collect()
    }
    fn unused(&self) -> Vec<String> {
        self.list.iter().filter(|(_, used)| !used).map(|(text, _)| text.clone()).collect()
    }
}

/// The join that makes a file's column a key.
pub fn key_evidence(joins: &[JoinView], lookup: &str) -> Option<Evidence> {
    let view = joins.iter().find(|j| j.lookup_file == lookup)?;
    let share = view.matched as f64 / (view.matched + view.unmatched).max(1) as f64;
    let (file, column) = (view.from_file.clone(), view.from_column.clone());
    Some(Evidence::MeetsColumn { file, column, share })
}
