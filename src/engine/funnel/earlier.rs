//! An earlier export of the same records: assembled by itself, as the records' own file is, and paired
//! with it by id.
//!
//! It takes the place of the records' file, under its name, so that roles, joins and filters mean the
//! same in both. Nothing of it is counted anywhere else. Not here: what changed (`query`).

use super::source::position;
use super::{Assembled, FileView, NO_KEY, assemble};
use crate::engine::mapping::{FileKind, FileMapping, Ladder, Mapping, Role};
use crate::engine::profile::FileProfile;
use crate::engine::table::{NO_DAY, Table};
use std::collections::BTreeMap;

/// See the module.
#[derive(Clone, Debug)]
pub struct Earlier {
    /// Positions among the files: its own, and that of the records' file.
    pub file: usize,
    pub later_file: usize,
    /// Its profile under the name of the records' file.
    profile: Box<FileProfile>,
    pub made: Box<Assembled>,
    pub pairs: Vec<Pair>,
    pub before: Counted,
    pub after: Counted,
    pub named_before: Named,
    pub named_after: Named,
}

/// The columns by which an export names a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    pub id: String,
    pub name: Option<String>,
}

/// One record by its positions in either export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    pub before: Option<u32>,
    pub after: Option<u32>,
}

/// What of an export can't be paired, and how late it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    pub without_id: u64,
    /// Rows beyond the last one of an id.
    pub repeated: u64,
    /// [`NO_DAY`] where it has no dates.
    pub as_of: i32,
}

impl Earlier {
    /// The files as the earlier export sees them.
    pub fn views<'a>(&'a self, files: &[FileView<'a>]) -> Vec<FileView<'a>> {
        let table = files.get(self.file).map(|f| f.table);
        let view = table.map(|table| FileView { profile: &self.profile, table });
        let own = |(at, file): (usize, &FileView<'a>)| match view {
            Some(view) if at == self.later_file => view,
            _ => *file,
        };
        files.iter().enumerate().map(own).collect()
    }
}

/// The earlier exports of the records. One that can't be read as the records' file is left out.
pub(super) fn read(files: &[FileView], mapping: &Mapping, made: &Assembled) -> Vec<Earlier> {
    let Some(later_file) = made.record_file else { return Vec::new() };
    let Some(later) = files.get(later_file) else { return Vec::new() };
    let Some(own) = mapping.files.iter().find(|f| f.name == later.profile.name) else {
        return Vec::new();
    };
    let marked = mapping.files.iter().filter(|f| f.kind == FileKind::EarlierExport);
    let found = marked.filter_map(|said| {
        let (file, view) = position(files, &said.name)?;
        let profile = FileProfile { name: own.name.clone(), ..view.profile.clone() };
        let of_earlier = as_records(own, said, mapping, view.table);
        let mut earlier = Earlier {
            file,
            later_file,
            profile: Box::new(profile),
            made: Box::default(),
            pairs: Vec::new(),
            before: Counted::default(),
            after: Counted::default(),
            named_before: named(of_earlier.files.first()?)?,
            named_after: named(own)?,
        };
        let made_before = assemble(&earlier.views(files), &of_earlier).ok()?;
        let of_before = by_id(&made_before, view.table, &earlier.named_before.id);
        let of_after = by_id(made, later.table, &earlier.named_after.id);
        let as_of = latest(&made_before, (&of_earlier, of_earlier.files.first()?), view.table);
        earlier.before = Counted { as_of, ..of_before.1 };
        earlier.after = Counted { as_of: latest(made, (mapping, own), later.table), ..of_after.1 };
        earlier.pairs = pairs(&of_before.0, &of_after.0);
        earlier.made = Box::new(made_before);
        Some(earlier)
    });
    found.collect()
}

/// The mapping under which the earlier export stands in the place of the records' file: the same
/// roles as far as it has the columns, and beside it only what describes records.
fn as_records(own: &FileMapping, said: &FileMapping, mapping: &Mapping, table: &Table) -> Mapping {
    let is_there = |header: &String| table.column(header).is_some();
    let mut roles: BTreeMap<Role, String> = BTreeMap::new();
    for (role, header) in own.roles.iter().chain(&said.roles) {
        let taken = roles.contains_key(role) || roles.values().any(|h| h == header);
        if is_there(header) && !taken {
            roles.insert(*role, header.clone());
        }
    }
    let main = FileMapping {
        roles,
        currency: said.currency.clone().or_else(|| own.currency.clone()),
        zone: said.zone.or(own.zone),
        clock_minutes: said.clock_minutes,
        ..own.clone()
    };
    let beside = mapping.files.iter().filter(|f| {
        let describes = match f.kind {
            FileKind::Lookup | FileKind::Rates => true,
            FileKind::Leads => own.kind == FileKind::Deals,
            _ => false,
        };
        describes && f.name != own.name
    });
    let mut ladder: Ladder = mapping.ladder.clone();
    for stage in &mut ladder.stages {
        stage.entered = stage.entered.take().filter(is_there);
    }
    ladder.won_on = ladder.won_on.filter(is_there);
    ladder.lost_on = ladder.lost_on.filter(is_there);
    let mut joins = mapping.joins.clone();
    joins.retain(|j| j.from_file != own.name || is_there(&j.from_column));
    Mapping {
        files: std::iter::once(main).chain(beside.cloned()).collect(),
        ladder,
        channels: mapping.channels.clone(),
        joins,
        merges: mapping.merges.clone(),
        rates: mapping.rates.clone(),
        zone: mapping.zone,
        ..Mapping::default()
    }
}

fn named(mapping: &FileMapping) -> Option<Named> {
    let header = |role| mapping.header(role).map(str::to_owned);
    Some(Named { id: header(Role::RecordId)?, name: header(Role::Name) })
}

/// The records by id; of several with one id the last row counts.
fn by_id(made: &Assembled, table: &Table, id: &str) -> (BTreeMap<String, u32>, Counted) {
    let (mut of_id, mut counted) = (BTreeMap::new(), Counted::default());
    let Some(id) = table.column(id) else { return (of_id, counted) };
    let rows = made.records.row.iter().enumerate().filter(|(_, row)| **row < NO_KEY);
    // Rows that were collapsed into later ones of the same record.
    counted.repeated = (table.rows as u64).saturating_sub(rows.clone().count() as u64);
    for (record, row) in rows {
        let text = id.plain_text(*row as usize);
        match text.trim() {
            "" => counted.without_id += 1,
            id => {
                let known = of_id.insert(id.to_owned(), record as u32);
                counted.repeated += u64::from(known.is_some());
            }
        }
    }
    (of_id, counted)
}

/// The later export in its order, then what only the earlier one has, in its own.
fn pairs(before: &BTreeMap<String, u32>, after: &BTreeMap<String, u32>) -> Vec<Pair> {
    let of_after = after
        .iter()
        .map(|(id, record)| Pair { before: before.get(id).copied(), after: Some(*record) });
    let mut pairs: Vec<Pair> = of_after.collect();
    pairs.sort_unstable_by_key(|pair| pair.after);
    let gone = before.iter().filter(|(id, _)| !after.contains_key(*id));
    let mut gone: Vec<Pair> =
        gone.map(|(_, record)| Pair { before: Some(*record), after: None }).collect();
    gone.sort_unstable_by_key(|pair| pair.before);
    pairs.extend(gone);
    pairs
}

/// The latest day of creation, closing or modification in an export.
fn latest(made: &Assembled, (mapping, file): (&Mapping, &FileMapping), table: &Table) -> i32 {
    let records = &made.records;
    let days = records.created.iter().chain(&records.closed).copied();
    let modified = file.header(Role::Modified).and_then(|header| table.column(header));
    let clock = mapping.clock(file);
    let modified = modified.into_iter().flat_map(|column| clock.days(column, 0..table.rows));
    days.chain(modified).max().unwrap_or(NO_DAY)
}
