//! Which files are proposed as one table, in which order, and by which key.
//!
//! What the document says stays: a group keeps its name, its key and its files; new files join the
//! group that they belong to, whether its files are one table or kept apart. Everything is told from
//! profiles, so that no row is needed, but for files that look like exports of the same records at
//! different dates (`exports`). Not here: whether the key holds on the rows (`overlap`).

use super::exports::{self, Compare};
use super::plan::{Plan, role_column};
use super::shelf::kind_of;
use super::{FileGroup, JoinReason, Member, compare, name, settle};
use crate::engine::fold::fold_header;
use crate::engine::funnel::FileView;
use crate::engine::import::ImportOptions;
use crate::engine::import::exporter::ExporterId;
use crate::engine::mapping::{FileKind, Mapping, Role, ad_system};
use crate::engine::profile::FileProfile;
use crate::engine::table::{ColumnType as T, Table};
use std::collections::BTreeSet;

/// Of the columns of the narrower file, so many have the same name in the other.
const LEAST_AGREEMENT: f64 = 0.8;
/// Columns of costs that say in which state something is: they change between two exports of the
/// same day.
const STATE_WORDS: &[&str] = &[
    "status",
    "state",
    "delivery",
    "budget",
    "bid",
    "bid strategy",
    "статус",
    "состояние",
    "бюджет",
    "ставка",
    "κατασταση",
    "προυπολογισμοσ",
];

/// The groups of the document with the files that now belong to them, and new ones.
pub fn propose(files: &[&FileProfile], mapping: &Mapping, compare: &Compare) -> Vec<FileGroup> {
    let mut groups = mapping.groups.clone();
    let mut free: Vec<&FileProfile> =
        files.iter().copied().filter(|f| !groups.iter().any(|g| g.has(&f.name))).collect();
    for group in &mut groups {
        if group.latest.is_some() {
            exports::take_in(group, &mut free, files, mapping, compare);
            continue;
        }
        let joining: Vec<&FileProfile> =
            free.iter().copied().filter(|f| belongs(f, group, files, mapping)).collect();
        free.retain(|f| !joining.iter().any(|j| j.name == f.name));
        take_in(group, &joining, files, mapping);
        settle::settle(group, files, mapping);
    }
    for (cluster, latest) in exports::find(&free, files, mapping, compare) {
        free.retain(|f| !cluster.iter().any(|c| c.name == f.name));
        groups.push(exports_group(&cluster, latest, files, &groups, mapping));
    }
    for cluster in clusters(&free, mapping, &|a, b| is_series(a, b, mapping)) {
        let what = cluster.first().map(|f| kind_in(f, mapping)).unwrap_or_default();
        if Plan::of(&cluster, what).is_ok() {
            let mut group = group(&cluster, files, &groups, mapping);
            settle::settle(&mut group, files, mapping);
            groups.push(group);
        }
    }
    groups
}

/// Exports of the same records, a new one being read as the one that is known.
fn exports_group(
    cluster: &[&FileProfile],
    latest: String,
    files: &[&FileProfile],
    others: &[FileGroup],
    mapping: &Mapping,
) -> FileGroup {
    let mut group = group(cluster, files, others, mapping);
    let known = cluster.iter().find_map(|f| mapping.of_file(&f.name));
    for member in &mut group.members {
        let is_new = mapping.of_file(&member.name).is_none();
        let file = cluster.iter().find(|f| f.name == member.name);
        if let Some((file, known)) = file.zip(known).filter(|_| is_new) {
            member.import = as_before(file, &known.import);
        }
    }
    (group.apart, group.latest) = (true, Some(latest));
    compare::latest_first(&mut group);
    group
}

/// Files that could be one table, though nothing says that they are: for the user to join.
pub fn offers(files: &[&FileProfile], mapping: &Mapping) -> Vec<FileGroup> {
    let is_free = |f: &&FileProfile| !mapping.groups.iter().any(|g| g.has(&f.name));
    let free: Vec<&FileProfile> = files.iter().copied().filter(is_free).collect();
    let fits = |a: &FileProfile, b: &FileProfile| {
        let what = kind_in(a, mapping);
        is_counted(what) && what == kind_in(b, mapping) && agreement(a, b) >= LEAST_AGREEMENT
    };
    let each = clusters(&free, mapping, &fits).into_iter();
    each.map(|c| FileGroup { apart: true, ..group(&c, files, &mapping.groups, mapping) }).collect()
}

/// Why files are proposed as one table, for people.
pub fn reasons(files: &[&FileProfile], what: FileKind) -> Vec<JoinReason> {
    let Some(narrow) = files.iter().min_by_key(|f| f.columns.len()) else { return Vec::new() };
    let shared = narrow.columns.iter().filter(|c| {
        let name = fold_header(&c.header);
        files.iter().all(|f| f.columns.iter().any(|other| fold_header(&other.header) == name))
    });
    let (shared, of) = (shared.count() as u64, narrow.columns.len() as u64);
    let mut reasons = vec![JoinReason::Columns { shared, of }];
    let series: BTreeSet<String> = files.iter().map(|f| name::series(&f.name)).collect();
    if series.len() == 1 {
        reasons.push(JoinReason::Names);
    }
    let spans: Vec<(String, String)> = files.iter().map(|f| span(f, what)).collect();
    let follow = |pair: &[(String, String)]| match pair {
        [a, b] => !a.1.is_empty() && a.1 <= b.0,
        _ => false,
    };
    if spans.len() > 1 && spans.windows(2).all(follow) {
        reasons.push(JoinReason::Periods);
    }
    reasons
}

/// The first and the last day (or moment) of a file as ISO text, by the date that its rows begin
/// with; empty where there is none.
pub fn span(file: &FileProfile, what: FileKind) -> (String, String) {
    let of = |role| role_column(file, what, role).and_then(|at| file.columns.get(at));
    let date = of(Role::Date).or_else(|| of(Role::Created)).or_else(|| of(Role::Closed));
    let date = date.filter(|c| matches!(c.kind, T::Day | T::Moment));
    date.map(|c| (c.least.clone(), c.greatest.clone())).unwrap_or_default()
}

pub(super) fn kind_in(file: &FileProfile, mapping: &Mapping) -> FileKind {
    mapping.of_file(&file.name).map_or_else(|| kind_of(file), |f| f.kind)
}

/// Files that fit the first of them, in the order given.
fn clusters<'a>(
    files: &[&'a FileProfile],
    mapping: &Mapping,
    fits: &dyn Fn(&FileProfile, &FileProfile) -> bool,
) -> Vec<Vec<&'a FileProfile>> {
    let mut clusters: Vec<Vec<&FileProfile>> = Vec::new();
    for file in files {
        let free = |c: &&mut Vec<&FileProfile>| {
            // What was said of two files can't be said of one table.
            let mut all = c.iter().chain([file]);
            let first = c.first().is_some_and(|first| fits(first, file));
            first && all.all(|f| decided(f, mapping) == c.first().and_then(|c| decided(c, mapping)))
        };
        match clusters.iter_mut().find(free) {
            Some(cluster) => cluster.push(file),
            None => clusters.push(vec![file]),
        }
    }
    clusters.retain(|c| c.len() > 1);
    clusters
}

/// The currency that the user has said for a file.
fn decided<'a>(file: &FileProfile, mapping: &'a Mapping) -> Option<&'a str> {
    mapping.of_file(&file.name)?.currency.as_deref()
}

/// Share of the narrower file's columns that the other has.
fn agreement(a: &FileProfile, b: &FileProfile) -> f64 {
    let (a, b) = (headers(a), headers(b));
    a.intersection(&b).count() as f64 / a.len().min(b.len()).max(1) as f64
}

/// Folded names; money without its currency, which rows can differ in.
pub(super) fn headers(file: &FileProfile) -> BTreeSet<String> {
    let columns = file.columns.iter();
    columns.map(|c| super::plan::bare(&c.header, c.currency.is_some())).collect()
}

/// Whether rows of such files are counted or added, so that a row too many makes a figure wrong.
fn is_counted(what: FileKind) -> bool {
    matches!(what, FileKind::Deals | FileKind::Leads | FileKind::Spend)
}

/// Whether two files are parts of one series of exports.
fn is_series(a: &FileProfile, b: &FileProfile, mapping: &Mapping) -> bool {
    let what = kind_in(a, mapping);
    let same_headers = headers(a) == headers(b);
    if what != kind_in(b, mapping)
        || agreement(a, b) < LEAST_AGREEMENT
        || (!is_counted(what) && !same_headers)
        || channel(a) != channel(b)
        || wrote(a).zip(wrote(b)).is_some_and(|(a, b)| a != b)
    {
        return false;
    }
    let same_name = name::series(&a.name) == name::series(&b.name);
    let apart = are_apart(a, b, what);
    let both = [a, b];
    let has_key = Plan::of(&both, what).is_ok_and(|plan| !key(&plan, &both, what).is_empty());
    // Without a key, what two files share would be counted twice.
    let is_safe = has_key || apart.unwrap_or(a.head != b.head);
    is_safe && (same_name || (same_headers && apart == Some(true)))
}

/// Whether the days of two files are others, but for the days on which one ends and one begins.
pub(super) fn are_apart(a: &FileProfile, b: &FileProfile, what: FileKind) -> Option<bool> {
    let (a, b) = (span(a, what), span(b, what));
    let is_dated = !a.0.is_empty() && !b.0.is_empty();
    is_dated.then(|| a.1 <= b.0 || b.1 <= a.0)
}

fn channel(file: &FileProfile) -> Option<crate::engine::mapping::Channel> {
    let table = Table::default();
    ad_system::spend_channel(&FileView { profile: file, table: &table })
}

/// The program that wrote a file, where it is known.
fn wrote(file: &FileProfile) -> Option<ExporterId> {
    file.exporter.as_ref().map(|found| found.id)
}

/// Whether a new file belongs to a group that is there.
fn belongs(
    file: &FileProfile,
    group: &FileGroup,
    files: &[&FileProfile],
    mapping: &Mapping,
) -> bool {
    if group.left_out.contains(&file.name) {
        return false;
    }
    let mut here = files.iter().filter(|f| group.has(&f.name)).peekable();
    if here.peek().is_some() {
        return here.all(|member| is_series(member, file, mapping));
    }
    // The group's own files are not here: this may be the next month of a report made before.
    let mapped = mapping.files.iter().find(|f| f.name == group.name);
    let known: BTreeSet<String> =
        mapped.iter().flat_map(|f| &f.headers).map(|h| fold_header(h)).collect();
    let own: BTreeSet<String> = file.columns.iter().map(|c| fold_header(&c.header)).collect();
    let shared = own.intersection(&known).count() as f64;
    let same_name = group.members.iter().any(|m| name::series(&m.name) == name::series(&file.name));
    same_name && shared >= LEAST_AGREEMENT * own.len().min(known.len()).max(1) as f64
}

/// New files in a group: read as the last of it was, in the order of their days. Where none of the
/// group's own files is here, they take their place.
fn take_in(
    group: &mut FileGroup,
    joining: &[&FileProfile],
    files: &[&FileProfile],
    mapping: &Mapping,
) {
    let import = group.members.last().map(|m| m.import.clone()).unwrap_or_default();
    if !joining.is_empty() && !files.iter().any(|f| group.has(&f.name)) {
        group.members.clear();
    }
    for file in joining {
        let import = as_before(file, &import);
        group.members.push(Member { name: file.name.clone(), import });
    }
    let here = files.iter().find(|f| group.has(&f.name));
    let what = here.map(|f| kind_in(f, mapping)).unwrap_or_default();
    in_order(&mut group.members, files, what);
}

/// How a new file of a series is to be read: as the last one, unless the user has said otherwise of
/// it. Its place in an archive or a workbook and corrections of texts are its own.
pub(super) fn as_before(file: &FileProfile, last: &ImportOptions) -> ImportOptions {
    let ImportOptions { corrections, entry, sheet, .. } = file.options.clone();
    let own = ImportOptions { corrections, entry, sheet, ..ImportOptions::default() };
    if own != file.options {
        return file.options.clone();
    }
    let ImportOptions { corrections, entry, sheet, .. } = own;
    ImportOptions { corrections, entry, sheet, ..last.clone() }
}

/// The file that ends first comes first; of equals the one that begins first, then by name. Files
/// that are not here stay in front.
fn in_order(members: &mut [Member], files: &[&FileProfile], what: FileKind) {
    members.sort_by_cached_key(|member| {
        let file = files.iter().find(|f| f.name == member.name);
        file.map(|f| {
            let (first, last) = span(f, what);
            (last, first, f.name.clone())
        })
    });
}

fn group(
    cluster: &[&FileProfile],
    files: &[&FileProfile],
    others: &[FileGroup],
    mapping: &Mapping,
) -> FileGroup {
    let what = cluster.first().map(|f| kind_in(f, mapping)).unwrap_or_default();
    let member = |f: &&FileProfile| Member { name: f.name.clone(), import: f.options.clone() };
    let mut members: Vec<Member> = cluster.iter().map(member).collect();
    in_order(&mut members, files, what);
    let names: Vec<&str> = members.iter().map(|m| m.name.as_str()).collect();
    let wanted = name::table_name(&names);
    let is_taken = |name: &String| {
        files.iter().any(|f| f.name == *name) || others.iter().any(|g| g.name == *name)
    };
    let numbered = (2..).map(|n| format!("{wanted} ({n})"));
    let name = std::iter::once(wanted.clone()).chain(numbered).find(|n| !is_taken(n));
    let mut group = FileGroup { name: name.unwrap_or(wanted), members, ..FileGroup::default() };
    let ordered = group.members.iter().filter_map(|m| cluster.iter().find(|f| f.name == m.name));
    let ordered: Vec<&FileProfile> = ordered.copied().collect();
    if let Ok(plan) = Plan::of(&ordered, what) {
        group.key = key(&plan, &ordered, what);
        group.modified = by_role(&plan, &ordered, what, Role::Modified);
    }
    group
}

/// The header in the table of the column that plays a role in most files.
fn by_role(plan: &Plan, files: &[&FileProfile], what: FileKind, role: Role) -> Option<String> {
    files.iter().enumerate().find_map(|(at, file)| {
        let header = plan.header_of(at, role_column(file, what, role)?)?;
        let column = plan.columns.iter().find(|c| c.header == header)?;
        (column.from.iter().flatten().count() > 1).then(|| header.to_owned())
    })
}

/// By what rows of two files are the same record: its id; for costs, all that says what the cost was
/// for and on which day.
fn key(plan: &Plan, files: &[&FileProfile], what: FileKind) -> Vec<String> {
    match what {
        FileKind::Deals | FileKind::Leads => {
            by_role(plan, files, what, Role::RecordId).into_iter().collect()
        }
        FileKind::Spend => grain(plan, files),
        _ => Vec::new(),
    }
}

fn grain(plan: &Plan, files: &[&FileProfile]) -> Vec<String> {
    let of = |role| by_role(plan, files, FileKind::Spend, role);
    let Some(date) = of(Role::Date) else { return Vec::new() };
    let measures = [Role::Spend, Role::Impressions, Role::Clicks, Role::Conversions];
    let measures: Vec<String> = measures.into_iter().filter_map(of).collect();
    let campaign_id = of(Role::CampaignId);
    let names = plan.columns.iter().filter(|c| {
        let header = fold_header(&c.header);
        let is_name = match c.kind {
            T::Text | T::Day | T::Moment | T::Flag => true,
            T::Integer => {
                let is_id = header.split(' ').any(|word| word == "id" || word == "№");
                is_id || campaign_id.as_ref() == Some(&c.header)
            }
            T::Decimal | T::Money | T::Percent | T::Time => false,
        };
        let is_state = STATE_WORDS.iter().any(|w| header.contains(w));
        let everywhere = c.from.iter().all(Option::is_some);
        is_name && everywhere && !is_state && !measures.contains(&c.header)
    });
    let names: Vec<String> = names.map(|c| c.header.clone()).collect();
    // A day alone names no cost.
    if names.len() > 1 && names.contains(&date) { names } else { Vec::new() }
}
