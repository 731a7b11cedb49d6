//! Files that look like exports of the same records at different dates: which they are, and which of
//! them is the latest.
//!
//! Not here: how their rows are told to be the same records (`snapshot`), what follows when they are
//! compared (`compare`), what changed between them (`query::pipeline_change`).

use super::plan::role_column;
use super::propose::{self, are_apart, headers, kind_in};
use super::snapshot::Shared;
use super::{Appended, FileGroup, Member, compare};
use crate::engine::mapping::{FileKind, Mapping, Role};
use crate::engine::profile::FileProfile;
use serde::{Deserialize, Serialize};

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
    /// The user's choice.
    Chosen,
}

impl Exports {
    /// Whether most records are in several files.
    pub fn is_likely(&self) -> bool {
        self.of > 0 && self.shared * 2 >= self.of
    }
}

/// What the rows of two files have in common, the earlier one first; `None` where they are not at hand
/// or have no ids.
pub type Compare<'a> = dyn Fn(&FileProfile, &FileProfile) -> Option<Shared> + 'a;

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
    let (latest, by) = latest_of(files, what)?;
    let told = appended.filter(|a| !a.key.is_empty() && !a.doubted);
    let of = told.map_or(0, |a| {
        let rows = || a.files.iter().map(|f| f.rows);
        rows().sum::<u64>() - rows().max().unwrap_or(0)
    });
    Some(Exports { latest, by, shared: told.map_or(0, |a| a.overlap.min(of)), of })
}

/// What is known of files that are compared, `latest` being the one that is counted.
pub fn compared(
    files: &[&FileProfile],
    what: FileKind,
    latest: &str,
    compare: &Compare,
) -> Option<Exports> {
    let counted = files.iter().find(|f| f.name == latest)?;
    let by = latest_of(files, what).filter(|(found, _)| found == latest);
    let by = by.map(|(_, by)| by).filter(|by| *by != LatestBy::Order);
    let mut exports =
        Exports { latest: latest.to_owned(), by: by.unwrap_or(LatestBy::Chosen), shared: 0, of: 0 };
    for earlier in files.iter().filter(|f| f.name != latest) {
        let Some(found) = compare(earlier, counted) else { continue };
        exports.shared += found.shared;
        exports.of += found.of;
    }
    Some(exports)
}

/// The latest of files of records, and what tells so.
fn latest_of(files: &[&FileProfile], what: FileKind) -> Option<(String, LatestBy)> {
    let greatest = |f: &FileProfile, role| {
        let column = role_column(f, what, role).and_then(|at| f.columns.get(at));
        column.map(|c| c.greatest.clone()).unwrap_or_default()
    };
    let known =
        [LatestBy::Modified, LatestBy::Name, LatestBy::Created].into_iter().find_map(|by| {
            let date = |f: &&FileProfile| match by {
                LatestBy::Modified => greatest(f, Role::Modified),
                LatestBy::Name => date_in(&f.name),
                _ => propose::span(f, what).1,
            };
            Some((latest(files, date)?, by))
        });
    known.or_else(|| Some((files.last()?.name.clone(), LatestBy::Order)))
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

/// Files that are proposed as exports of the same records, each with the group that they are: all have
/// the same columns, one of them is told to be the latest, and most ids of each other one are in it.
///
/// One of them is new: what was said of files that are all known stays.
pub(super) fn find<'a>(
    free: &[&'a FileProfile],
    files: &[&FileProfile],
    mapping: &Mapping,
    compare: &Compare,
) -> Vec<(Vec<&'a FileProfile>, String)> {
    let mut found: Vec<Vec<&FileProfile>> = Vec::new();
    for file in free {
        let fits = |c: &&mut Vec<&FileProfile>| {
            c.first().is_some_and(|first| {
                latest_export(&[first, file], files, mapping, compare).is_some()
            })
        };
        match found.iter_mut().find(fits) {
            Some(cluster) => cluster.push(file),
            None => found.push(vec![file]),
        }
    }
    let is_new = |f: &&FileProfile| mapping.of_file(&f.name).is_none();
    let each = found.into_iter().filter(|c| c.len() > 1 && c.iter().any(is_new));
    each.filter_map(|c| {
        let latest = latest_export(&c, files, mapping, compare)?;
        Some((c, latest))
    })
    .collect()
}

/// New files that are exports of the records of a group of exports join it, and the latest of all is
/// the one that counts, as long as the kinds of its files are what was proposed for them.
pub(super) fn take_in(
    group: &mut FileGroup,
    free: &mut Vec<&FileProfile>,
    files: &[&FileProfile],
    mapping: &Mapping,
    rows: &Compare,
) {
    let Some(latest) = group.latest.clone().filter(|_| group.apart) else { return };
    let mut here: Vec<&FileProfile> =
        files.iter().copied().filter(|f| group.has(&f.name)).collect();
    let as_proposed = |f: &&FileProfile| match mapping.of_file(&f.name).map(|of| of.kind) {
        None => true,
        Some(kind) if f.name == latest => is_counted(kind),
        Some(kind) => kind == FileKind::EarlierExport,
    };
    if here.is_empty() || !here.iter().all(as_proposed) {
        return;
    }
    free.retain(|file| {
        here.push(file);
        let found = latest_export(&here, files, mapping, rows)
            .filter(|_| !group.left_out.contains(&file.name));
        let Some(found) = found else {
            here.pop();
            return true;
        };
        let import = group.members.last().map(|m| m.import.clone()).unwrap_or_default();
        let import = propose::as_before(file, &import);
        group.members.push(Member { name: file.name.clone(), import });
        group.latest = Some(found);
        compare::latest_first(group);
        false
    });
}

/// The latest of files that are exports of the same records; `None` where anything speaks against it.
fn latest_export(
    exports: &[&FileProfile],
    files: &[&FileProfile],
    mapping: &Mapping,
    compare: &Compare,
) -> Option<String> {
    // An earlier export is of the kind of the records that it is compared with.
    let kinds = exports.iter().map(|f| kind_in(f, mapping));
    let mut kinds = kinds.filter(|kind| *kind != FileKind::EarlierExport);
    let what = kinds.next().unwrap_or(FileKind::Deals);
    // Beside deals, leads are not what is counted, and nothing is compared with them.
    let beside = || files.iter().any(|f| kind_in(f, mapping) == FileKind::Deals);
    let first = exports.first()?;
    let is_apart = |f: &&FileProfile| are_apart(first, f, what) == Some(true);
    if !is_counted(what)
        || kinds.any(|kind| kind != what)
        || (what == FileKind::Leads && beside())
        || exports.iter().skip(1).any(|f| headers(f) != headers(first) || is_apart(f))
    {
        return None;
    }
    let (latest, by) = latest_of(exports, what)?;
    let counted = exports.iter().find(|f| f.name == latest)?;
    let mut others = exports.iter().filter(|f| f.name != latest);
    let all = others.all(|f| compare(f, counted).is_some_and(|found| found.is_export()));
    (by != LatestBy::Order && all).then_some(latest)
}

fn is_counted(kind: FileKind) -> bool {
    matches!(kind, FileKind::Deals | FileKind::Leads)
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
