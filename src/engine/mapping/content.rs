//! Content that sales use: which column of activities names the item, and which file lists what was
//! published.
//!
//! Not here: what is counted of it (`measure::content_items`), how rows are read (`funnel::activity`).

use super::header::Header;
use super::stage::column;
use super::suggest::file_mapping;
use super::values::folded_texts;
use super::{FileKind, FileMapping, Mapping, Role};
use crate::engine::distinct::Distinct;
use crate::engine::funnel::FileView;
use crate::engine::table::{Column, ColumnType};
use std::collections::BTreeSet;

const WORDS: [&str; 16] = [
    "content",
    "asset",
    "assets",
    "collateral",
    "document",
    "documents",
    "material",
    "presentation",
    "материал*",
    "контент",
    "документ*",
    "презентаци*",
    "υλικο",
    "περιεχομενο",
    "εγγραφο",
    "παρουσιαση",
];
/// Of a list of content at least so large a part of the used items is on it.
const LEAST_MET: f64 = 0.5;

/// Whether a column of activities is of content by its header, so that each of its values is an item.
pub fn says_content(header: &str) -> bool {
    let header = Header::new(header);
    WORDS.iter().any(|word| header.has(word))
}

/// The column that names the item of an activity: one of names, else the one that says what was done
/// where that is content.
pub fn item_header(of_file: &FileMapping) -> Option<&str> {
    let done = || of_file.header(Role::Activity).filter(|h| says_content(h));
    of_file.header(Role::Name).or_else(done)
}

/// A file that nothing else is known of, and that lists most of the items used, is the list of what
/// was published.
pub(super) fn propose(files: &[FileView], is_new: &[bool], mapping: &mut Mapping) {
    let mut used: BTreeSet<String> = BTreeSet::new();
    for file in files {
        let of_file = file_mapping(mapping, &file.profile.name);
        let of_file = of_file.filter(|f| f.kind == FileKind::Activities);
        let item = of_file.and_then(item_header).and_then(|h| file.table.column(h));
        used.extend(item.into_iter().flat_map(texts));
    }
    if used.is_empty() {
        return;
    }
    for (file, _) in files.iter().zip(is_new).filter(|(_, new)| **new) {
        let Some(of_file) = file_mapping(mapping, &file.profile.name) else { continue };
        if of_file.kind != FileKind::Other {
            continue;
        }
        let is_name = |c: &&Column| c.kind == ColumnType::Text;
        let found = file.table.columns.iter().filter(is_name).find(|c| is_list(c, &used));
        let header = found.map(|c| c.header.clone());
        let entry = mapping.files.iter_mut().find(|f| f.name == file.profile.name);
        if let Some((entry, header)) = entry.zip(header) {
            entry.kind = FileKind::Lookup;
            entry.roles.insert(Role::Key, header);
        }
    }
}

fn texts(column: &Column) -> BTreeSet<String> {
    folded_texts(&Distinct::of(column)).into_iter().filter(|t| !t.is_empty()).collect()
}

/// Each value once, and most of what was used among them.
fn is_list(column: &Column, used: &BTreeSet<String>) -> bool {
    let listed = texts(column);
    let met = used.iter().filter(|item| listed.contains(*item)).count();
    let filled = Distinct::of(column).counts().iter().skip(1).sum::<u64>() as usize;
    filled == listed.len() && met > 0 && met as f64 >= LEAST_MET * used.len() as f64
}

/// The items of the list that most of the used ones are on, folded; `None` without such a list.
pub fn published(
    files: &[FileView],
    mapping: &Mapping,
    used: &BTreeSet<String>,
) -> Option<BTreeSet<String>> {
    let mut best: Option<(usize, BTreeSet<String>)> = None;
    for file in files {
        let of_file = file_mapping(mapping, &file.profile.name);
        let Some(of_file) = of_file.filter(|f| f.kind == FileKind::Lookup) else { continue };
        let Some(key) = column(file, &of_file.roles, Role::Key) else { continue };
        let listed = texts(key);
        let met = used.iter().filter(|item| listed.contains(*item)).count();
        if met > best.as_ref().map_or(0, |(n, _)| *n) {
            best = Some((met, listed));
        }
    }
    best.map(|(_, listed)| listed)
}
