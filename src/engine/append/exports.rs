//! Files that look like exports of the same records at different dates: which is the latest, and the
//! decision to compare them instead of making one table of them.
//!
//! Not here: what changed between them (`query::pipeline_change`).

use super::decide::{follow, follow_in_report, rename};
use super::plan::role_column;
use super::{Appended, FileGroup, propose};
use crate::engine::document::Document;
use crate::engine::mapping::{FileKind, FileMapping, Role};
use crate::engine::profile::FileProfile;
use crate::engine::reference::in_report;
use crate::engine::report::{BlockSpec, PipelineChangeSpec};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// See the module.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exports {
    /// The file with the latest dates.
    pub latest: String,
    pub by: LatestBy,
    /// Records that several files have, of those of all files but the largest; 0 of 0 where nobody
    /// has looked.
    pub shared: u64,
    pub of: u64,
}

/// What tells which file is the latest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LatestBy {
    Modified,
    Name,
    Created,
    /// Nothing: the last of them is taken.
    #[default]
    Order,
}

impl Exports {
    /// Whether most records are in several files.
    pub fn is_likely(&self) -> bool {
        self.of > 0 && self.shared * 2 >= self.of
    }
}

/// What is known of files of records that have ids; nothing of other files.
pub fn exports(
    files: &[&FileProfile],
    what: FileKind,
    appended: Option<&Appended>,
) -> Option<Exports> {
    let is_counted = matches!(what, FileKind::Deals | FileKind::Leads);
    let has_id = |f: &&FileProfile| role_column(f, what, Role::RecordId).is_some();
    if files.len() < 2 || !is_counted || !files.iter().all(has_id) {
        return None;
    }
    let greatest = |f: &FileProfile, role| {
        let column = role_column(f, what, role).and_then(|at| f.columns.get(at));
        column.map(|c| c.greatest.clone()).unwrap_or_default()
    };
    let (latest, by) = [LatestBy::Modified, LatestBy::Name, LatestBy::Created]
        .into_iter()
        .find_map(|by| {
            let date = |f: &&FileProfile| match by {
                LatestBy::Modified => greatest(f, Role::Modified),
                LatestBy::Name => date_in(&f.name),
                _ => propose::span(f, what).1,
            };
            Some((latest(files, date)?, by))
        })
        .or_else(|| Some((files.last()?.name.clone(), LatestBy::Order)))?;
    let told = appended.filter(|a| !a.key.is_empty() && !a.doubted);
    let of = told.map_or(0, |a| {
        let rows = || a.files.iter().map(|f| f.rows);
        rows().sum::<u64>() - rows().max().unwrap_or(0)
    });
    Some(Exports { latest, by, shared: told.map_or(0, |a| a.overlap.min(of)), of })
}

/// The one file whose date is after all others, where each has one.
fn latest(files: &[&FileProfile], date: impl Fn(&&FileProfile) -> String) -> Option<String> {
    let dates: Vec<String> = files.iter().map(date).collect();
    let greatest = dates.iter().max().filter(|_| dates.iter().all(|d| !d.is_empty()))?;
    let mut at = dates.iter().enumerate().filter(|(_, d)| *d == greatest).map(|(at, _)| at);
    let only = at.next().filter(|_| at.next().is_none())?;
    files.get(only).map(|f| f.name.clone())
}

/// `2025-03` or `2025-03-31` of a name such as `deals_20250331.csv`; empty where there is none.
fn date_in(name: &str) -> String {
    let digits: Vec<u8> = name.bytes().filter(u8::is_ascii_digit).collect();
    let text = String::from_utf8(digits).unwrap_or_default();
    let part = |from: usize, to: usize| text.get(from..to).and_then(|t| t.parse::<u32>().ok());
    let is_year = part(0, 4).is_some_and(|y| (2000..2100).contains(&y));
    let is_month = part(4, 6).is_some_and(|m| (1..=12).contains(&m));
    let day = part(6, 8).filter(|d| (1..=31).contains(d));
    match (is_year && is_month, day) {
        (true, Some(_)) => text.get(..8).unwrap_or_default().to_owned(),
        // Names without a day compare with each other only.
        (true, None) if text.len() == 6 => text.clone(),
        _ => String::new(),
    }
}

/// The user's decision that files are exports of the same records: the latest is counted, the others
/// are compared with it, in a block of the report. What was decided about the table goes with the
/// latest.
pub fn compare_exports(document: &mut Document, group: &FileGroup, latest: &str, what: FileKind) {
    if !group.has(latest) {
        return;
    }
    let counted = counted(document, group);
    let mut apart = FileGroup { apart: true, ..group.clone() };
    // A table that is none any more is called by its first file.
    apart.members.sort_by_key(|member| member.name != latest);
    let groups = &mut document.mapping.groups;
    match groups.iter_mut().find(|held| held.name == group.name) {
        Some(held) => *held = apart,
        None => groups.push(apart),
    }
    follow(&mut document.mapping);
    follow_in_report(&mut document.report, &document.mapping.groups);
    if let Some(counted) = counted.filter(|file| file != latest) {
        let renamed = BTreeMap::from([(counted, latest.to_owned())]);
        rename(&mut document.mapping, &renamed);
        in_report(&mut document.report, &mut |_, file, _| {
            if let Some(to) = renamed.get(file) {
                file.clone_from(to);
            }
        });
    }
    let files = &mut document.mapping.files;
    let known = files
        .iter()
        .find(|f| f.name == latest)
        .or_else(|| files.iter().find(|f| group.has(&f.name)));
    let Some(known) = known.cloned() else { return };
    for member in &group.members {
        let kind = if member.name == latest { what } else { FileKind::EarlierExport };
        match files.iter_mut().find(|f| f.name == member.name) {
            Some(file) => file.kind = kind,
            None => {
                let (name, import) = (member.name.clone(), member.import.clone());
                files.push(FileMapping { name, import, kind, ..known.clone() });
            }
        }
    }
    let blocks = &mut document.report.blocks;
    if !blocks.iter().any(|block| matches!(block, BlockSpec::PipelineChange(_))) {
        blocks.push(BlockSpec::PipelineChange(PipelineChangeSpec::default()));
    }
}

/// The file of a group that is not one table whose rows are counted now.
fn counted(document: &Document, group: &FileGroup) -> Option<String> {
    let files = document.mapping.files.iter().filter(|f| group.has(&f.name));
    let mut counted = files.filter(|f| matches!(f.kind, FileKind::Deals | FileKind::Leads));
    counted.next().map(|f| f.name.clone())
}

#[cfg(test)]
mod tests {
    use super::date_in;

    #[test]
    fn dates_are_read_off_names() {
        assert_eq!(date_in("deals_2025-03-31.csv"), "20250331");
        assert_eq!(date_in("deals 202504.csv"), "202504");
        assert_eq!(date_in("deals_2025-02.csv"), "202502");
        assert_eq!(date_in("export (1).csv"), "");
        assert_eq!(date_in("deals 31.03.2025.csv"), "");
    }
}
