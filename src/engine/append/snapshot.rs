//! Whether a file of records is an earlier export of those in another, told by their rows: most of
//! its ids are in the other again, they stand for the same records there, and what is missing there
//! is not just the oldest of them.
//!
//! Not here: which of the two is the later one (`exports`), what is proposed then (`propose`).

use super::plan::role_column;
use crate::engine::distinct::Distinct;
use crate::engine::fold::fold_header;
use crate::engine::mapping::{FileKind, Mapping, Role};
use crate::engine::profile::FileProfile;
use crate::engine::table::{Column, Table};
use rustc_hash::FxHashMap;

/// Pairs of rows that are looked at before ids are believed.
const PAIRS_WEIGHED: usize = 2_000;

/// The columns that name a record and tell when it began and when it was changed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    id: String,
    created: Option<String>,
    modified: Option<String>,
}

/// A file's rows.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    pub table: &'a Table,
    pub named: &'a Named,
}

impl Named {
    /// As is said of a file of records, else as its columns tell; `None` where it has no ids.
    pub fn of(file: &FileProfile, mapping: &Mapping) -> Option<Named> {
        let said = mapping.of_file(&file.name);
        let header = |role| {
            let said = said.and_then(|of| of.header(role)).map(str::to_owned);
            let found = || file.columns.get(role_column(file, FileKind::Deals, role)?);
            said.or_else(|| found().map(|c| c.header.clone()))
        };
        let (created, modified) = (header(Role::Created), header(Role::Modified));
        Some(Named { id: header(Role::RecordId)?, created, modified })
    }
}

/// What an earlier file shares with a later one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// Ids of the earlier file that the later one has, of all its ids.
    pub shared: u64,
    pub of: u64,
    /// Ids that the later file has not, and whose records began before any of its own.
    aged: u64,
    /// Shared ids that the earlier file has in a later state.
    reversed: u64,
    /// Records of one id began on one day, nearly all of them, or half of what they say is the same.
    alike: bool,
}

impl Shared {
    /// Compares two files id by id. Blanks around ids don't count, and of rows with one id the last
    /// one does, as where the two are paired (`funnel::earlier`).
    pub fn of(before: Side, after: Side) -> Shared {
        let (of_before, of_after) = (rows_by_id(before), rows_by_id(after));
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        let mut gone: Vec<u32> = Vec::new();
        for (id, row) in &of_before {
            match of_after.get(id) {
                Some(now) => pairs.push((*row, *now)),
                None => gone.push(*row),
            }
        }
        // Maps have no order, and which pairs are weighed depends on it.
        pairs.sort_unstable();
        let first = column(after, after.named.created.as_ref())
            .and_then(|c| (0..after.table.rows).filter_map(|r| c.day(r)).min());
        let created = column(before, before.named.created.as_ref());
        let began = |row: &&u32| created.and_then(|c| c.day(**row as usize));
        let aged = gone.iter().filter(|row| began(row).zip(first).is_some_and(|(b, f)| b < f));
        Shared {
            shared: pairs.len() as u64,
            of: of_before.len() as u64,
            aged: aged.count() as u64,
            reversed: reversed(before, after, &pairs),
            alike: began_alike(before, after, &pairs) || are_alike(before, after, &pairs),
        }
    }

    /// Whether the one is an earlier export of the other's records: it shares two of three with it, and
    /// hardly any of them in a later state.
    ///
    /// Where it is the oldest records that are missing, the later file is the next window of time, as
    /// of “the last 90 days”: what left the window still counts, and one table of both is right.
    pub fn is_export(&self) -> bool {
        let gone = self.of - self.shared;
        let is_window = self.aged * 2 > gone && self.aged * 20 > self.of;
        let is_later = self.reversed * 20 <= self.shared;
        self.of > 0 && self.shared * 3 >= self.of * 2 && self.alike && is_later && !is_window
    }
}

fn column<'a>(side: Side<'a>, header: Option<&String>) -> Option<&'a Column> {
    header.and_then(|header| side.table.column(header))
}

fn reversed(before: Side, after: Side, pairs: &[(u32, u32)]) -> u64 {
    let old = column(before, before.named.modified.as_ref());
    let Some((old, new)) = old.zip(column(after, after.named.modified.as_ref())) else { return 0 };
    let is_reversed = |(row, now): &&(u32, u32)| {
        let both = old.moment(*row as usize).zip(new.moment(*now as usize));
        both.is_some_and(|(old, new)| old > new)
    };
    pairs.iter().filter(is_reversed).count() as u64
}

fn rows_by_id(side: Side) -> FxHashMap<String, u32> {
    let mut rows = FxHashMap::default();
    let Some(column) = side.table.column(&side.named.id) else { return rows };
    let ids = Distinct::of(column);
    let mut last: Vec<Option<u32>> = vec![None; ids.len()];
    for (row, code) in (0u32..).zip(ids.codes.iter()) {
        if let Some(slot) = last.get_mut(*code as usize) {
            *slot = Some(row);
        }
    }
    for (text, row) in ids.texts().zip(last) {
        let id = text.trim();
        if let Some(row) = row.filter(|_| !id.is_empty()) {
            let held = rows.entry(id.to_owned()).or_insert(row);
            *held = row.max(*held);
        }
    }
    rows
}

/// When a record began does not change, whatever else does.
fn began_alike(before: Side, after: Side, pairs: &[(u32, u32)]) -> bool {
    let old = column(before, before.named.created.as_ref());
    let Some((old, new)) = old.zip(column(after, after.named.created.as_ref())) else {
        return false;
    };
    let days = |(row, now): &(u32, u32)| old.day(*row as usize).zip(new.day(*now as usize));
    let both = pairs.iter().filter_map(days);
    let (same, all) =
        both.fold((0u64, 0u64), |(same, all), (a, b)| (same + u64::from(a == b), all + 1));
    all > 0 && same * 10 >= all * 9
}

fn are_alike(before: Side, after: Side, pairs: &[(u32, u32)]) -> bool {
    let of_id = fold_header(&before.named.id);
    let columns = before.table.columns.iter().filter_map(|column| {
        let name = fold_header(&column.header);
        let is_it = |other: &&Column| fold_header(&other.header) == name;
        let other = after.table.columns.iter().find(is_it)?;
        (name != of_id).then_some((column, other))
    });
    let columns: Vec<(&Column, &Column)> = columns.collect();
    let (mut same, mut all) = (0u64, 0u64);
    let step = pairs.len().div_ceil(PAIRS_WEIGHED).max(1);
    for (row, now) in pairs.iter().step_by(step).map(|(a, b)| (*a as usize, *b as usize)) {
        for (column, other) in &columns {
            if !column.is_missing(row) || !other.is_missing(now) {
                all += 1;
                same += u64::from(column.plain_text(row) == other.plain_text(now));
            }
        }
    }
    same * 2 >= all
}
