//! The decision to compare exports of the same records instead of making one table of them: the latest
//! is counted, the others are compared with it, in a block of the report.
//!
//! Not here: which files are such exports (`exports`).

use super::FileGroup;
use super::decide::{follow, follow_in_report, rename};
use crate::engine::document::Document;
use crate::engine::mapping::{FileKind, FileMapping, Mapping};
use crate::engine::reference::in_report;
use crate::engine::report::{BlockSpec, PipelineChangeSpec, ReportSpec};
use std::collections::BTreeMap;

/// The user's decision that files are exports of the same records. What was decided about the table
/// goes with the latest.
pub fn compare_exports(document: &mut Document, group: &FileGroup, latest: &str, what: FileKind) {
    if !group.has(latest) {
        return;
    }
    let before = document.mapping.clone();
    let mut apart = FileGroup { apart: true, latest: Some(latest.to_owned()), ..group.clone() };
    latest_first(&mut apart);
    let groups = &mut document.mapping.groups;
    match groups.iter_mut().find(|held| held.name == group.name) {
        Some(held) => *held = apart.clone(),
        None => groups.push(apart.clone()),
    }
    follow(&mut document.mapping);
    follow_in_report(&mut document.report, &document.mapping.groups);
    set_kinds(&mut document.mapping, &apart, counted(&before, group), what);
    show(&mut document.report, &before, &document.mapping);
}

/// A table that is none any more is called by its first file.
pub(super) fn latest_first(group: &mut FileGroup) {
    let latest = group.latest.clone();
    group.members.sort_by_key(|member| Some(&member.name) != latest.as_ref());
}

/// After groups of exports were proposed or have got new files: their kinds, as far as anything is said
/// of any of them; files of which nothing is known get theirs where all else is proposed for them
/// (`mapping::suggest`).
pub(super) fn settle(mapping: &mut Mapping, before: &Mapping) {
    for group in mapping.groups.clone() {
        let held = before.groups.iter().find(|g| g.name == group.name);
        let is_held = held.is_some_and(|held| {
            held.latest == group.latest && group.members.iter().all(|m| held.has(&m.name))
        });
        if group.apart && group.latest.is_some() && !is_held {
            let counted = counted(before, &group);
            let of = counted.as_ref().and_then(|name| before.of_file(name));
            let what = of.map_or(FileKind::Deals, |f| f.kind);
            set_kinds(mapping, &group, counted, what);
        }
    }
}

/// Makes the report follow: its questions about columns of the file that was counted are about the
/// latest now, and a comparison that is new gets its block.
pub fn show(report: &mut ReportSpec, before: &Mapping, now: &Mapping) {
    for group in now.groups.iter().filter(|g| g.apart) {
        let Some(latest) = &group.latest else { continue };
        let held = before.groups.iter().find(|g| g.name == group.name);
        if held.is_some_and(|g| g.latest == group.latest) {
            continue;
        }
        if let Some(counted) = counted(before, group) {
            in_report(report, &mut |_, file, _| {
                if *file == counted {
                    file.clone_from(latest);
                }
            });
        }
        let is_new = held.is_none_or(|g| g.latest.is_none());
        let blocks = &mut report.blocks;
        if is_new && !blocks.iter().any(|block| matches!(block, BlockSpec::PipelineChange(_))) {
            blocks.push(BlockSpec::PipelineChange(PipelineChangeSpec::default()));
        }
    }
}

/// The kinds of the files of a group: what was decided about the file that was counted goes with the
/// latest.
fn set_kinds(mapping: &mut Mapping, group: &FileGroup, counted: Option<String>, what: FileKind) {
    let Some(latest) = &group.latest else { return };
    if let Some(counted) = counted.as_ref().filter(|file| *file != latest) {
        rename(mapping, &BTreeMap::from([(counted.clone(), latest.clone())]));
    }
    let files = &mut mapping.files;
    let known = [Some(latest), counted.as_ref()].into_iter().flatten();
    let mut known = known.filter_map(|name| files.iter().find(|f| f.name == *name));
    let known = known.next().or_else(|| files.iter().find(|f| group.has(&f.name)));
    let Some(known) = known.cloned() else { return };
    for member in &group.members {
        let kind = if member.name == *latest { what } else { FileKind::EarlierExport };
        match files.iter_mut().find(|f| f.name == member.name) {
            Some(file) => file.kind = kind,
            None => {
                let (name, import) = (member.name.clone(), member.import.clone());
                files.push(FileMapping { name, import, kind, awaited: false, ..known.clone() });
            }
        }
    }
}

/// The file of a group that is not one table whose rows are counted.
fn counted(mapping: &Mapping, group: &FileGroup) -> Option<String> {
    let files = mapping.files.iter().filter(|f| group.has(&f.name));
    let mut counted = files.filter(|f| matches!(f.kind, FileKind::Deals | FileKind::Leads));
    counted.next().map(|f| f.name.clone())
}
