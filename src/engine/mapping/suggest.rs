//! From files and what was decided before to a whole mapping: decisions stay, holes are filled.
//!
//! Doing it twice changes nothing. Not here: which file is one of before (`known`), how each part is
//! proposed (`kind`, `role`, `stage`, `join`) and why (`view`).

use super::merge::{Apart, Merge};
use super::stage::{self, column};
use super::values::folded_texts;
use super::{
    FileKind, FileMapping, Join, Ladder, Mapping, Role, content, join, kind, known, people,
    planned, rates, record_choice, stage_earlier, stage_history, stage_order,
};
use crate::engine::distinct::Distinct;
use crate::engine::fold::fold;
use crate::engine::funnel::FileView;
use std::collections::{BTreeMap, BTreeSet};

/// A mapping for the files that keeps what `keep` says of them.
///
/// A file is known by its name, or by its set of headers (next month's export). Of a known file only
/// columns that are new get a role; what the user left without one stays so.
pub fn suggest(files: &[FileView], keep: &Mapping) -> Mapping {
    let known = known::recognise(files, keep);
    let (channels, groups) = (keep.channels.clone(), keep.groups.clone());
    let (rates, begin) = (keep.rates.clone(), keep.begin.clone());
    let (working, zone) = (keep.working.clone(), keep.zone);
    let mut mapping =
        Mapping { channels, groups, rates, begin, working, zone, ..Mapping::default() };
    let mut renamed: BTreeMap<String, String> = BTreeMap::new();
    let mut is_new = vec![false; files.len()];
    // Those of which joins are proposed: new ones, and known ones that are to be something else now.
    let mut is_open = vec![false; files.len()];
    for (((file, known), is_new), is_open) in
        files.iter().zip(&known).zip(&mut is_new).zip(&mut is_open)
    {
        let before = known.and_then(|i| keep.files.get(i));
        mapping.files.push(match before {
            Some(before) => {
                renamed.insert(before.name.clone(), file.profile.name.clone());
                // What is said to be nothing known is not made a lookup again.
                *is_open = known::is_asked_anew(before) && before.kind != FileKind::Other;
                known::keep_file(file, before)
            }
            None => {
                (*is_new, *is_open) = (true, true);
                known::new_file(file, &mapping)
            }
        });
    }
    let rename = |name: &String| renamed.get(name).unwrap_or(name).clone();
    let joins = keep.joins.iter().map(|j| Join {
        from_file: rename(&j.from_file),
        lookup_file: rename(&j.lookup_file),
        ..j.clone()
    });
    mapping.joins = joins.collect();
    let spend_join = keep.spend_join.clone();
    mapping.spend_join = spend_join.map(|mut j| {
        j.spend_file = rename(&j.spend_file);
        j
    });
    let merges = keep.merges.iter().map(|m| Merge { file: rename(&m.file), ..m.clone() });
    mapping.merges = merges.collect();
    let apart = keep.apart.iter().map(|a| Apart { file: rename(&a.file), ..a.clone() });
    mapping.apart = apart.collect();
    let spend_columns = keep.spend_columns.iter();
    mapping.spend_columns = spend_columns.map(|(f, c)| (rename(f), c.clone())).collect();
    propose_people(files, &is_open, &mut mapping);
    propose_lookups(files, &is_open, &mut mapping);
    content::propose(files, &is_open, &mut mapping);
    propose_lead_stages(files, &is_open, &mut mapping);
    let absent = absent_files(keep, &known, &is_new, &mapping);
    mapping.files.extend(absent);
    let new: BTreeSet<String> = files
        .iter()
        .zip(&is_open)
        .filter(|(_, new)| **new)
        .map(|(f, _)| f.profile.name.clone())
        .collect();
    in_kept_order(&mut mapping.files, keep, &renamed);
    record_choice::best_first(&mut mapping.files, &new);
    drop_dangling(files, &mut mapping);
    propose_spend_join(files, &new, &mut mapping);
    planned::by_size(files, &is_open, &mut mapping);
    mapping.ladder = ladder(files, keep, &mapping, &new);
    // The day that was set is one of these records, and not of next month's.
    let of_records = |m: &Mapping| m.records_file().map(|f| f.name.clone());
    mapping.as_of = keep.as_of.filter(|_| of_records(keep) == of_records(&mapping));
    let is_new_rates = |f: &FileMapping| f.kind == FileKind::Rates && new.contains(&f.name);
    if mapping.rates.to.is_empty() && mapping.files.iter().any(is_new_rates) {
        mapping.rates.to = rates::target(files, &mapping).unwrap_or_default();
    }
    mapping
}

/// The position among the files of the one whose rows are counted: deals, else leads, else what a
/// history of stages speaks of; of several the first of the mapping, in whatever order the files
/// were given.
pub fn record_file(files: &[FileView], mapping: &Mapping) -> Option<usize> {
    let of_kind = |kind| {
        let mut of_kind = mapping.files.iter().filter(|m| m.kind == kind);
        of_kind.find_map(|m| files.iter().position(|f| f.profile.name == m.name))
    };
    let of_kinds = [FileKind::Deals, FileKind::Leads, FileKind::StageHistory];
    of_kinds.into_iter().find_map(of_kind)
}

/// What the mapping says of a file.
pub fn file_mapping<'a>(mapping: &'a Mapping, name: &str) -> Option<&'a FileMapping> {
    mapping.files.iter().find(|f| f.name == name)
}

/// The roles that are proposed for a file that is to be of a kind, such as after the user has
/// chosen another kind.
pub fn roles(file: &FileView, kind: FileKind) -> BTreeMap<Role, String> {
    if kind == FileKind::Lookup {
        return join::lone_key(file).map(|key| (Role::Key, key)).into_iter().collect();
    }
    known::named(file, &kind::roles(file, kind))
}

/// Leads and contacts beside deals: each such file is joined to the deals, if it is not yet and one
/// of the two is new.
fn propose_people(files: &[FileView], is_new: &[bool], mapping: &mut Mapping) {
    let Some(deals) = record_choice::best(&mapping.files) else { return };
    let new = |i: usize| is_new.get(i).copied().unwrap_or(false);
    for at in positions(mapping, |f| f.kind == FileKind::Leads) {
        let (Some(from), Some(leads)) = (files.get(deals), files.get(at)) else { continue };
        let joined = mapping.joins.iter().any(|j| j.lookup_file == leads.profile.name);
        if !joined && (new(at) || new(deals)) {
            mapping.joins.extend(people::join(from, leads));
        }
    }
}

/// The stages that leads have by themselves, where deals are joined to them. They count at once where
/// both are new: what was decided without them stays as it is until the user says otherwise.
fn propose_lead_stages(files: &[FileView], is_new: &[bool], mapping: &mut Mapping) {
    let Some(join) = mapping.lead_join().filter(|_| mapping.begin.own == Ladder::default()) else {
        return;
    };
    let named = |name: &str| files.iter().position(|f| f.profile.name == name);
    let at = named(&join.lookup_file);
    let Some(file) = at.and_then(|at| files.get(at)) else { return };
    let Some(of_file) = file_mapping(mapping, &file.profile.name) else { return };
    let own = stage::propose(file, &of_file.roles);
    let is_new = at.is_some_and(|at| is_new.get(at) == Some(&true));
    mapping.begin.by_status |= is_new && !own.stages.is_empty();
    mapping.begin.own = own;
}

/// Files that others refer to become lookups and are joined: from the records first, then from the
/// lookups that were joined, so that a lookup of a lookup is found as well.
fn propose_lookups(files: &[FileView], is_new: &[bool], mapping: &mut Mapping) {
    let mut from: Vec<usize> = Vec::new();
    for kind in [FileKind::Deals, FileKind::Leads] {
        from.extend(positions(mapping, |f| f.kind == kind));
    }
    let mut next = 0;
    while let Some(from_at) = from.get(next).copied() {
        next += 1;
        for at in 0..files.len() {
            if at == from_at || from.contains(&at) {
                continue;
            }
            if propose_join(files, is_new, (from_at, at), mapping) {
                from.push(at);
            }
        }
    }
    for at in positions(mapping, |f| f.kind == FileKind::Other) {
        let key = files.get(at).and_then(join::lone_key);
        let file = mapping.files.get_mut(at).filter(|_| is_new.get(at) == Some(&true));
        if let Some((file, key)) = file.zip(key) {
            file.kind = FileKind::Lookup;
            file.roles.insert(Role::Key, key);
        }
    }
}

fn positions(mapping: &Mapping, fits: impl Fn(&FileMapping) -> bool) -> Vec<usize> {
    let all = mapping.files.iter().enumerate();
    all.filter(|(_, f)| fits(f)).map(|(i, _)| i).collect()
}

/// Joins one pair of files, if they are not yet and one of them is new. Whether the second is a
/// joined lookup now.
fn propose_join(
    files: &[FileView],
    is_new: &[bool],
    (from_at, at): (usize, usize),
    mapping: &mut Mapping,
) -> bool {
    let (Some(from), Some(lookup)) = (files.get(from_at), files.get(at)) else { return false };
    let (from_name, name) = (&from.profile.name, &lookup.profile.name);
    if mapping.joins.iter().any(|j| j.from_file == *from_name && j.lookup_file == *name) {
        return true;
    }
    let new = |i: usize| is_new.get(i).copied().unwrap_or(false);
    let joined = mapping.joins.iter().any(|j| j.lookup_file == *name);
    let Some(kind) = mapping.files.get(at).map(|f| f.kind) else { return false };
    let can_be = matches!(kind, FileKind::Lookup) || (kind == FileKind::Other && new(at));
    if joined || !can_be || !(new(at) || new(from_at)) {
        return false;
    }
    let Some(reference) = join::reference(from, lookup, None) else { return false };
    if let Some(file) = mapping.files.get_mut(at) {
        file.kind = FileKind::Lookup;
        file.roles.insert(Role::Key, reference.key_column.clone());
    }
    mapping.joins.push(join::join(from_name, name, reference));
    true
}

/// The entries of `keep` for files that are not here. A shared document is opened before its files
/// are dropped, so they stay, unless a new file of their kind has come in their place; where that
/// replaced the records, the rest of the old set goes with them.
fn absent_files(
    keep: &Mapping,
    known: &[Option<usize>],
    is_new: &[bool],
    now: &Mapping,
) -> Vec<FileMapping> {
    let family = |kind| if kind == FileKind::Leads { FileKind::Deals } else { kind };
    let here = || now.files.iter().zip(is_new);
    let replaced = |f: &FileMapping| {
        let same = |(n, new): (&FileMapping, &bool)| *new && family(n.kind) == family(f.kind);
        family(f.kind) != FileKind::Other && here().any(same)
            || now.files.iter().any(|n| n.name == f.name)
    };
    let absent = keep.files.iter().enumerate().filter(|(i, _)| !known.contains(&Some(*i)));
    let absent: Vec<&FileMapping> = absent.map(|(_, f)| f).collect();
    if absent.iter().any(|f| family(f.kind) == FileKind::Deals && replaced(f)) {
        return Vec::new();
    }
    absent.into_iter().filter(|f| !replaced(f)).cloned().collect()
}

/// Drops what names a file that is nowhere, or a column that its file has not.
fn drop_dangling(files: &[FileView], mapping: &mut Mapping) {
    let names: BTreeSet<String> = mapping.files.iter().map(|f| f.name.clone()).collect();
    let has = |name: &String, header: &String| match files.iter().find(|f| f.profile.name == *name)
    {
        Some(file) => file.table.column(header).is_some(),
        None => names.contains(name),
    };
    mapping
        .joins
        .retain(|j| has(&j.from_file, &j.from_column) && has(&j.lookup_file, &j.key_column));
    mapping.merges.retain(|m| has(&m.file, &m.column));
    mapping.apart.retain(|a| has(&a.file, &a.column));
    mapping.spend_columns.retain(|file, column| has(file, column));
    let records = record_file(files, mapping).and_then(|at| files.get(at));
    let stands = |j: &super::SpendJoin| {
        let column = records.is_none_or(|f| f.table.column(&j.record_column).is_some());
        column && has(&j.spend_file, &j.spend_column)
    };
    mapping.spend_join = mapping.spend_join.take().filter(stands);
}

/// Known files stay in their order (of several files of deals the first is counted), new ones
/// follow in the order in which they came.
fn in_kept_order(files: &mut [FileMapping], keep: &Mapping, renamed: &BTreeMap<String, String>) {
    let now = |f: &FileMapping| renamed.get(&f.name).unwrap_or(&f.name).clone();
    let kept: Vec<String> = keep.files.iter().map(now).collect();
    files.sort_by_key(|f| kept.iter().position(|name| *name == f.name).unwrap_or(kept.len()));
}

fn propose_spend_join(files: &[FileView], new: &BTreeSet<String>, mapping: &mut Mapping) {
    let Some(at) = record_file(files, mapping) else { return };
    let of = |file: &FileView| file_mapping(mapping, &file.profile.name);
    let Some((records, of_records)) = files.get(at).and_then(|f| of(f).map(|m| (f, m))) else {
        return;
    };
    let is_new = |file: &FileView| new.contains(&file.profile.name);
    let found = files.iter().filter(|f| is_new(f) || is_new(records)).filter_map(|spend| {
        let of_spend = of(spend).filter(|m| m.kind == FileKind::Spend)?;
        join::spend_join(records, &of_records.roles, spend, &of_spend.roles)
    });
    // Of equals the file that came first: the fold keeps what it has.
    let best = found.reduce(|best, next| if next.1 > best.1 { next } else { best });
    let kept = mapping.spend_join.clone();
    let proposed = kept.or_else(|| best.map(|(join, _)| join));
    let Some(join) = &proposed else { return };
    let Some(names) = records.table.column(&join.record_column) else { return };
    let others = files.iter().filter(|f| f.profile.name != join.spend_file);
    let others = others.filter(|f| is_new(f) || is_new(records));
    let others = others.filter_map(|spend| {
        let of_spend = of(spend).filter(|m| m.kind == FileKind::Spend)?;
        Some((spend.profile.name.clone(), join::spend_column(names, spend, &of_spend.roles)?))
    });
    let found: Vec<(String, String)> = others.collect();
    mapping.spend_join = proposed;
    for (file, column) in found {
        mapping.spend_columns.entry(file).or_insert(column);
    }
}

/// The ladder of before, if it speaks of these records; else a proposal.
fn ladder(files: &[FileView], keep: &Mapping, mapping: &Mapping, new: &BTreeSet<String>) -> Ladder {
    let records = record_file(files, mapping).and_then(|at| files.get(at));
    let found = records.and_then(|f| file_mapping(mapping, &f.profile.name).map(|m| (f, m)));
    let Some((file, of_file)) = found else { return keep.ladder.clone() };
    if !speaks_of(&keep.ladder, file, &of_file.roles) {
        let is_log = of_file.kind == FileKind::StageHistory;
        let mut ladder =
            if is_log { Ladder::default() } else { stage::propose(file, &of_file.roles) };
        let logs = || stage_history::logs(files, mapping);
        logs().for_each(|(log, of_log)| stage_history::extend(&mut ladder, log, of_log));
        let earlier = stage_earlier::exports(files, mapping, of_file);
        let own = ladder.stages.len();
        earlier.iter().for_each(|(f, said)| stage_earlier::extend(&mut ladder, f, said));
        if logs().next().is_some() || ladder.stages.len() > own {
            let clues = stage_history::clues(files, mapping, (file, of_file), &ladder);
            stage_order::sort(&mut ladder.stages, &clues);
            stage::mark_qualified(&mut ladder);
        }
        return ladder;
    }
    let mut ladder = keep.ladder.clone();
    let ends = [&mut ladder.won_on, &mut ladder.lost_on];
    for date in ladder.stages.iter_mut().map(|s| &mut s.entered).chain(ends) {
        *date = date.take().filter(|h| file.table.column(h).is_some());
    }
    for (earlier, said) in stage_earlier::exports(files, mapping, of_file) {
        if new.contains(&said.name) {
            stage_earlier::extend_kept(&mut ladder, (file, of_file), earlier, &said);
        }
    }
    ladder
}

/// Whether any value or date column of the ladder is in the file.
fn speaks_of(ladder: &Ladder, file: &FileView, roles: &BTreeMap<Role, String>) -> bool {
    let values =
        ladder.stages.iter().flat_map(|s| &s.values).chain(&ladder.won).chain(&ladder.lost);
    let values: BTreeSet<String> = values.map(|v| fold(v)).filter(|v| !v.is_empty()).collect();
    let columns = [Role::Stage, Role::Outcome].into_iter().filter_map(|r| column(file, roles, r));
    let met = columns
        .into_iter()
        .any(|c| folded_texts(&Distinct::of(c)).iter().any(|text| values.contains(text)));
    let ends = [&ladder.won_on, &ladder.lost_on];
    let dates = ladder.stages.iter().map(|s| &s.entered).chain(ends).flatten();
    met || dates.into_iter().any(|h| file.table.column(h).is_some())
}
