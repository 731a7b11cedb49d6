//! Joins: which row of a lookup file belongs to each row of the file that refers to it.
//!
//! A join adds attributes and never changes the count of records: where a key repeats, its first
//! row is taken; where it finds nothing, the record stays. Lookups may refer to lookups.

use super::crossing::Crossing;
use super::source::{column, position};
use super::{Assembled, FileView, Link, NO_KEY, NO_ROW};
use crate::engine::audit::Finding;
use crate::engine::distinct::{Distinct, VALUES_KEPT, ranked};
use crate::engine::error::BuildError;
use crate::engine::fold::fold;
use crate::engine::mapping::key::KeyKind;
use crate::engine::mapping::key_index::{FullKey, KeyIndex};
use crate::engine::mapping::merge::{Merge, merged};
use crate::engine::mapping::{Join, Mapping};
use crate::engine::table::Column;
use rustc_hash::FxHashMap;

/// Resolves all joins. A lookup that was not given is a finding; a column that is not there, an
/// error.
pub(super) fn resolve(
    files: &[FileView],
    mapping: &Mapping,
    findings: &mut Vec<Finding>,
) -> Result<Vec<Link>, BuildError> {
    let mut links = Vec::new();
    for join in &mapping.joins {
        let from = position(files, &join.from_file);
        let lookup = position(files, &join.lookup_file);
        let (Some((from_file, from)), Some((lookup_file, lookup))) = (from, lookup) else {
            let absent = if lookup.is_none() { &join.lookup_file } else { &join.from_file };
            let finding = Finding::LookupMissing { lookup: absent.clone() };
            if !findings.contains(&finding) {
                findings.push(finding);
            }
            continue;
        };
        let refers = column(from.table, &join.from_file, &join.from_column)?;
        let key = column(lookup.table, &join.lookup_file, &join.key_column)?;
        links.push(Link {
            from_file,
            lookup_file,
            from_column: join.from_column.clone(),
            key_column: join.key_column.clone(),
            by: join.by,
            partner: partners(
                refers,
                key,
                join,
                merged(&mapping.merges, &join.from_file, &join.from_column),
            ),
        });
    }
    Ok(links)
}

/// Key → its first row.
fn first_rows(key: &Column, by: KeyKind) -> KeyIndex<u32> {
    let mut first = KeyIndex::default();
    let keys = Distinct::of(key);
    let mut seen = vec![false; keys.len()];
    for (code, row) in keys.codes.iter().zip(0u32..) {
        if *code == 0 || seen.get(*code as usize) == Some(&true) {
            continue;
        }
        if let Some(flag) = seen.get_mut(*code as usize) {
            *flag = true;
        }
        first.put(by.full(&keys.text(*code)), row);
    }
    first
}

fn partners(refers: &Column, key: &Column, join: &Join, merge: Option<&Merge>) -> Vec<u32> {
    let by = join.by;
    let first = first_rows(key, by);
    let aliases: FxHashMap<String, FullKey> =
        join.aliases.iter().map(|(raw, key)| (fold(raw), by.full(key))).collect();
    let distinct = Distinct::of(refers);
    let partner = |code: u32| {
        let raw = by.merged_full(merge, &distinct.text(code));
        match aliases.get(&raw.text).unwrap_or(&raw) {
            key if key.text.is_empty() => NO_KEY,
            key => first.get(key).copied().unwrap_or(NO_ROW),
        }
    };
    let by_code: Vec<u32> = (0..distinct.len() as u32).map(partner).collect();
    let of_row = |code: &u32| by_code.get(*code as usize).copied().unwrap_or(NO_KEY);
    distinct.codes.iter().map(of_row).collect()
}

/// For each record its row in a file: the records' own or one that is joined, over any number of
/// joins; [`NO_ROW`] or [`NO_KEY`] where there is none. `None` where no join leads there.
pub(crate) fn rows_in(assembled: &Assembled, file: usize) -> Option<Vec<u32>> {
    let mut rows = assembled.records.row.clone();
    let mut way = path(assembled, file)?;
    // Records that begin with a lead know it by themselves.
    let leads = |at: &usize| {
        assembled.begun.as_ref().filter(|b| {
            let link = assembled.links.get(*at);
            link.is_some_and(|l| {
                Some(l.from_file) == assembled.record_file && l.lookup_file == b.lead_file
            })
        })
    };
    if let Some(begun) = way.first().and_then(leads) {
        rows.clone_from(&begun.lead_row);
        way.remove(0);
    }
    along(assembled, rows, &way)
}

/// The same for any rows of the records' file.
pub(crate) fn rows_from(assembled: &Assembled, rows: Vec<u32>, file: usize) -> Option<Vec<u32>> {
    along(assembled, rows, &path(assembled, file)?)
}

/// From row to row over links.
fn along(assembled: &Assembled, mut rows: Vec<u32>, way: &[usize]) -> Option<Vec<u32>> {
    for at in way {
        let partner = &assembled.links.get(*at)?.partner;
        for row in &mut rows {
            if *row < NO_KEY {
                *row = partner.get(*row as usize).copied().unwrap_or(NO_KEY);
            }
        }
    }
    Some(rows)
}

/// The shortest way from the records to a file, as positions among the links.
pub(crate) fn path(assembled: &Assembled, file: usize) -> Option<Vec<usize>> {
    let start = assembled.record_file?;
    let mut reached = vec![(start, Vec::new())];
    let mut next = 0;
    while let Some((at, way)) = reached.get(next).cloned() {
        if at == file {
            return Some(way);
        }
        for (i, link) in assembled.links.iter().enumerate().filter(|(_, l)| l.from_file == at) {
            if reached.iter().all(|(f, _)| *f != link.lookup_file) {
                let way = way.iter().copied().chain([i]).collect();
                reached.push((link.lookup_file, way));
            }
        }
        next += 1;
    }
    None
}

/// What the joins say about the records: keys without a partner, keys that nothing uses, keys that
/// repeat. Joins that lead nowhere from the records say nothing.
pub(super) fn findings(
    assembled: &Assembled,
    files: &[FileView],
    people: &[usize],
) -> Vec<Finding> {
    let mut found = Vec::new();
    for link in &assembled.links {
        // Leads without a deal, and deals without a lead, are told apart from keys that miss.
        let of_people = people.contains(&link.lookup_file);
        let Some(rows) = rows_in(assembled, link.from_file) else { continue };
        let (Some(from), Some(lookup)) = (files.get(link.from_file), files.get(link.lookup_file))
        else {
            continue;
        };
        if let Some(column) = from.table.column(&link.from_column) {
            found.extend(several(link, column, &rows, &from.profile.name));
            found.extend(
                (!of_people)
                    .then(|| {
                        unmatched(link, column, &rows, (&from.profile.name, &lookup.profile.name))
                    })
                    .flatten(),
            );
        }
        if let Some(key) = lookup.table.column(&link.key_column) {
            let told = about_keys(link, key, &rows, &lookup.profile.name);
            let is_told = |f: &Finding| !(of_people && matches!(f, Finding::LookupUnused { .. }));
            found.extend(told.into_iter().filter(is_told));
        }
    }
    found
}

/// Records with several keys in one cell, of which the first joins.
fn several(link: &Link, column: &Column, rows: &[u32], file: &str) -> Option<Finding> {
    let distinct = Distinct::of(column);
    let counts = distinct.tally_of(rows);
    let further = distinct.texts().map(|text| link.by.further(&text)).zip(counts);
    let told = further.filter(|(more, rows)| *more > 0 && *rows > 0);
    let (records, keys) = told.fold((0, 0), |(r, k), (more, rows)| (r + rows, k + more * rows));
    let (file, column) = (file.to_owned(), link.from_column.clone());
    (records > 0).then_some(Finding::Crossing(Crossing::SeveralKeys {
        file,
        column,
        records,
        keys,
    }))
}

fn unmatched(link: &Link, column: &Column, rows: &[u32], names: (&str, &str)) -> Option<Finding> {
    let distinct = Distinct::of(column);
    let folded = distinct.fold();
    let without = |row: &u32| link.partner.get(*row as usize) == Some(&NO_ROW);
    let counts = distinct.tally(rows.iter().copied().filter(without));
    let spelled = folded.spellings(&counts).into_iter().filter(|(_, n)| *n > 0);
    let values: Vec<_> = spelled.map(|(c, n)| (distinct.text(c).into_owned(), n)).collect();
    let records = values.iter().map(|(_, n)| n).sum();
    let (values, more) = ranked(values);
    (records > 0).then(|| Finding::JoinUnmatched {
        file: names.0.to_owned(),
        column: link.from_column.clone(),
        lookup: names.1.to_owned(),
        values,
        more,
        records,
    })
}

fn about_keys(link: &Link, key: &Column, rows: &[u32], lookup: &str) -> Vec<Finding> {
    let keys = Distinct::of(key);
    let folded = keys.fold();
    let mut used = vec![false; folded.len()];
    for row in rows {
        let partner = link.partner.get(*row as usize).filter(|p| **p < NO_KEY);
        let group = partner.map(|p| folded.of(keys.code(*p)));
        if let Some(flag) = group.and_then(|g| used.get_mut(g as usize)) {
            *flag = true;
        }
    }
    let counts = keys.counts();
    let groups = folded.spellings(&counts);
    let groups = || groups.iter().zip(&used).skip(1);
    let mut found = Vec::new();
    let unused: Vec<_> = groups().filter(|(_, used)| !**used).map(|((code, _), _)| *code).collect();
    if !unused.is_empty() {
        let values = unused.iter().take(VALUES_KEPT).map(|c| keys.text(*c).into_owned()).collect();
        let more = unused.len().saturating_sub(VALUES_KEPT) as u64;
        let column = link.key_column.clone();
        found.push(Finding::LookupUnused { lookup: lookup.to_owned(), column, values, more });
    }
    let repeats: u64 = groups().map(|((_, n), _)| n.saturating_sub(1)).sum();
    if repeats > 0 {
        let column = link.key_column.clone();
        found.push(Finding::LookupKeyRepeats { lookup: lookup.to_owned(), column, rows: repeats });
    }
    found
}
