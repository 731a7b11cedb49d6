//! When files become a table, or a table files, whatever else was decided about them goes with
//! them: roles, joins, the report's questions. Not here: the proposals (`propose`).

use super::FileGroup;
use crate::engine::document::Document;
use crate::engine::mapping::{FileKind, FileMapping, Mapping};
use crate::engine::reference;
use crate::engine::report::ReportSpec;
use std::collections::BTreeMap;

/// Carries decisions along after groups have changed. Doing it twice changes nothing.
pub fn follow(mapping: &mut Mapping) {
    let renamed = renamed(&mapping.groups);
    for group in mapping.groups.clone() {
        if !group.apart {
            into_table(mapping, &group);
        } else if let Some(first) = group.members.first() {
            let has_own = mapping.files.iter().any(|f| f.name == first.name);
            let of_table = mapping.files.iter_mut().filter(|f| f.name == group.name && !has_own);
            of_table.for_each(|f| f.name.clone_from(&first.name));
            mapping.files.retain(|f| f.name != group.name);
        }
    }
    rename(mapping, &renamed);
}

/// Calls files otherwise wherever the mapping names them beside the files themselves.
pub(super) fn rename(mapping: &mut Mapping, renamed: &BTreeMap<String, String>) {
    let now = |name: &mut String| {
        if let Some(to) = renamed.get(name) {
            name.clone_from(to);
        }
    };
    for join in &mut mapping.joins {
        now(&mut join.from_file);
        now(&mut join.lookup_file);
    }
    let mut seen: Vec<(String, String, String)> = Vec::new();
    mapping.joins.retain(|join| {
        let pair = (join.from_file.clone(), join.from_column.clone(), join.lookup_file.clone());
        let is_new = join.from_file != join.lookup_file && !seen.contains(&pair);
        seen.push(pair);
        is_new
    });
    if let Some(join) = &mut mapping.spend_join {
        now(&mut join.spend_file);
    }
    mapping.merges.iter_mut().for_each(|merge| now(&mut merge.file));
    mapping.apart.iter_mut().for_each(|apart| now(&mut apart.file));
    let columns = std::mem::take(&mut mapping.spend_columns);
    mapping.spend_columns = columns
        .into_iter()
        .map(|(mut file, column)| {
            now(&mut file);
            (file, column)
        })
        .collect();
}

/// The report's questions about columns of files that are a table now, or are none any more.
pub fn follow_in_report(report: &mut ReportSpec, groups: &[FileGroup]) {
    let renamed = renamed(groups);
    reference::in_report(report, &mut |_, file, _| {
        if let Some(to) = renamed.get(file) {
            file.clone_from(to);
        }
    });
}

/// What is called otherwise: the files of a table by the table, a table that is none by its first
/// file.
fn renamed(groups: &[FileGroup]) -> BTreeMap<String, String> {
    let mut renamed = BTreeMap::new();
    for group in groups {
        match group.members.first() {
            Some(first) if group.apart => {
                renamed.insert(group.name.clone(), first.name.clone());
            }
            _ => {
                let files = group.members.iter();
                renamed.extend(files.map(|m| (m.name.clone(), group.name.clone())));
            }
        }
    }
    renamed
}

/// What was said of the first of the files that anything was said of, is said of the table; of an
/// earlier export only where there is nothing else, and then it is none any more.
fn into_table(mapping: &mut Mapping, group: &FileGroup) {
    let is_earlier = |f: &FileMapping| f.kind == FileKind::EarlierExport;
    let place = |of_earlier: bool| {
        group.members.iter().find_map(|m| {
            let is_it = |f: &FileMapping| f.name == m.name && is_earlier(f) == of_earlier;
            mapping.files.iter().position(is_it)
        })
    };
    let said = place(false).or_else(|| place(true));
    let has_own = mapping.files.iter().any(|f| f.name == group.name);
    if let Some(file) = said.filter(|_| !has_own).and_then(|at| mapping.files.get_mut(at)) {
        file.name.clone_from(&group.name);
        file.import = Default::default();
        if is_earlier(file) {
            file.kind = FileKind::Deals;
        }
    }
    mapping.files.retain(|f| !group.has(&f.name));
}

/// The user's decision that files are one table, or are not.
pub fn set_apart(document: &mut Document, group: &FileGroup, apart: bool) {
    let groups = &mut document.mapping.groups;
    match groups.iter_mut().find(|g| g.name == group.name) {
        Some(held) => (held.apart, held.latest) = (apart, None),
        None => groups.push(FileGroup { apart, latest: None, ..group.clone() }),
    }
    follow(&mut document.mapping);
    follow_in_report(&mut document.report, &document.mapping.groups);
}

/// The user's decision that a file is not part of a table.
pub fn leave_out(document: &mut Document, table: &str, file: &str) {
    if let Some(group) = document.mapping.groups.iter_mut().find(|g| g.name == table) {
        group.members.retain(|m| m.name != file);
        group.left_out.push(file.to_owned());
    }
}

/// The user's decision that a file is part of a table after all: the next proposal finds its place.
pub fn let_in(document: &mut Document, table: &str, file: &str) {
    if let Some(group) = document.mapping.groups.iter_mut().find(|g| g.name == table) {
        group.left_out.retain(|f| f != file);
        if !group.has(file) {
            let import = document.mapping.files.iter().find(|f| f.name == file);
            let import = import.map(|f| f.import.clone()).unwrap_or_default();
            group.members.push(super::Member { name: file.to_owned(), import });
        }
    }
    follow(&mut document.mapping);
    follow_in_report(&mut document.report, &document.mapping.groups);
}
