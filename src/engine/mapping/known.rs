//! Which file is one that was decided about before, by its name or by its columns, and what holds for
//! it then; and what is proposed for one that is new.
//!
//! Not here: all that goes beyond a single file (`suggest`).

use super::{
    FileKind, FileMapping, Mapping, Role, ValueAt, ad_system, kind, role, suggest, zone_words,
};
use crate::engine::append::FileGroup;
use crate::engine::fold::fold_header;
use crate::engine::funnel::FileView;
use std::collections::{BTreeMap, BTreeSet};

/// For each file the entry of `keep` that it is: the same name, else the same set of headers.
pub(super) fn recognise(files: &[FileView], keep: &Mapping) -> Vec<Option<usize>> {
    let folded =
        |list: &[String]| -> BTreeSet<String> { list.iter().map(|h| fold_header(h)).collect() };
    let sets: Vec<BTreeSet<String>> = files.iter().map(|f| folded(&headers(f))).collect();
    let kept: Vec<BTreeSet<String>> = keep.files.iter().map(|f| folded(&f.headers)).collect();
    let mut found: Vec<Option<usize>> = vec![None; files.len()];
    let mut pass = |fits: &dyn Fn(usize, usize) -> bool| {
        for file in 0..files.len() {
            if found.get(file).copied().flatten().is_some() {
                continue;
            }
            let free = (0..kept.len()).find(|k| !found.contains(&Some(*k)) && fits(file, *k));
            if let Some(slot) = found.get_mut(file) {
                *slot = free;
            }
        }
    };
    let name = |file: usize, k: usize| {
        let same = files.get(file).map(|f| &f.profile.name) == keep.files.get(k).map(|f| &f.name);
        // The same name over wholly different columns is another file.
        let shared = sets.get(file).zip(kept.get(k)).is_some_and(|(a, b)| !a.is_disjoint(b));
        same && (shared || keep.files.get(k).is_some_and(is_asked_anew))
    };
    let headers = |file: usize, k: usize| {
        sets.get(file).zip(kept.get(k)).is_some_and(|(a, b)| a == b && !a.is_empty())
    };
    // What was counted is the latest export of next month's as well, and never an earlier one.
    let was_earlier =
        |k: usize| keep.files.get(k).is_some_and(|f| f.kind == FileKind::EarlierExport);
    let is_of = |fits: &dyn Fn(&FileGroup, &str) -> bool, file: usize| {
        let name = files.get(file).map_or("", |f| f.profile.name.as_str());
        keep.groups.iter().any(|g| fits(g, name))
    };
    let is_earlier = |file| is_of(&FileGroup::is_earlier, file);
    let is_latest = |file| is_of(&|g, name| g.apart && g.latest.as_deref() == Some(name), file);
    pass(&name);
    pass(&|file, k| headers(file, k) && !was_earlier(k) && !is_earlier(file));
    pass(&|file, k| headers(file, k) && was_earlier(k) && !is_latest(file));
    found
}

/// The user has said what the file is, and no column of it is known by that yet: the kind stays, and
/// all that follows from it is proposed.
pub(super) fn is_asked_anew(file: &FileMapping) -> bool {
    file.headers.is_empty()
}

/// A known file: its roles as far as the columns are there, and roles for columns that are new.
pub(super) fn keep_file(file: &FileView, before: &FileMapping) -> FileMapping {
    let is_there = |header: &String| file.table.column(header).is_some();
    let mut roles: BTreeMap<Role, String> =
        before.roles.iter().filter(|(_, h)| is_there(h)).map(|(r, h)| (*r, h.clone())).collect();
    let is_new = |header: &String| !before.headers.contains(header);
    let proposed = match is_asked_anew(before) {
        true => suggest::roles(file, before.kind),
        false => named(file, &kind::roles(file, before.kind)),
    };
    for (role, header) in proposed {
        let taken = roles.contains_key(&role) || roles.values().any(|h| *h == header);
        if is_new(&header) && !taken {
            roles.insert(role, header);
        }
    }
    let mut import = before.import.clone();
    if file.profile.name != before.name {
        // Another archive or workbook names its tables as it likes.
        import.entry.clone_from(&file.profile.options.entry);
        import.sheet.clone_from(&file.profile.options.sheet);
    }
    let name = file.profile.name.clone();
    let awaited = false;
    FileMapping { name, headers: headers(file), roles, import, awaited, ..before.clone() }
}

pub(super) fn new_file(file: &FileView, mapping: &Mapping) -> FileMapping {
    let earlier = mapping.groups.iter().any(|g| g.is_earlier(&file.profile.name));
    let kind = if earlier { FileKind::EarlierExport } else { kind::kind(file) };
    let is_spend = kind == FileKind::Spend;
    FileMapping {
        name: file.profile.name.clone(),
        headers: headers(file),
        kind,
        roles: named(file, &kind::roles(file, kind)),
        import: file.profile.options.clone(),
        currency: None,
        channel: ad_system::spend_channel(file).filter(|_| is_spend),
        value_at: ValueAt::default(),
        zone: zone_words::proposed(file.profile),
        clock_minutes: 0,
        awaited: false,
    }
}

pub(super) fn named(file: &FileView, fits: &[role::Fit]) -> BTreeMap<Role, String> {
    let header = |f: &role::Fit| file.profile.columns.get(f.column).map(|c| c.header.clone());
    fits.iter().filter_map(|f| header(f).map(|h| (f.role, h))).collect()
}

fn headers(file: &FileView) -> Vec<String> {
    file.profile.columns.iter().map(|c| c.header.clone()).collect()
}
