//! Which rows of an appended table are left out: those whose record another file has in a later
//! state, and, where the user says so, copies.
//!
//! Only rows of different files are weighed by the key. Rows of one file that repeat a record stay:
//! whether they are states of one record is decided where records are made (`funnel::repeats`).

use super::FileGroup;
use crate::engine::distinct::{Distinct, cell_bits};
use crate::engine::table::{Cells, Column, Table};
use crate::engine::value::Moment;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// Pairs of rows that are looked at before a key is believed.
const PAIRS_WEIGHED: usize = 2_000;
/// Of the cells that a row and its successor have besides the key, at least so many are the same.
const LEAST_ALIKE: f64 = 0.5;
/// An odd number whose bits look random: spreads a hash over all its bits.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// The rows that are left out, in their order.
#[derive(Clone, Debug, Default)]
pub struct Removal {
    pub rows: Vec<u32>,
    /// For each of them: a copy, or else overlap.
    pub is_copy: Vec<bool>,
    /// Rows of overlap that differ from the row that counts.
    pub restated: u64,
    /// All copies there are, left out or not.
    pub copies: u64,
    /// What looks like a key is none: the same values stand for different records.
    pub doubted: bool,
}

/// A key's values as one number a row; 0 where there are none.
struct Keyed<'a> {
    columns: Vec<&'a Column>,
    ids: Vec<u32>,
    /// Per id the file whose rows count.
    winner: Vec<u16>,
    /// Per id the first row in that file.
    stands: Vec<u32>,
}

/// Finds the rows to leave out; `starts` are the first rows of the files.
pub fn removal(table: &Table, starts: &[u32], group: &FileGroup) -> Removal {
    let mut removal = Removal::default();
    let mut out: Vec<u32> = Vec::new();
    let mut has_own_ids = false;
    if let Some(keyed) = keyed(table, starts, group) {
        out = beaten(&keyed, starts, table.rows);
        if !group.key_decided && !is_believable(table, &keyed, &out, starts) {
            removal.doubted = true;
            out.clear();
        }
        removal.restated = restated(table, &keyed, &out);
        let kept = table.rows - out.len();
        has_own_ids = keyed.winner.len() == kept + 1 && !keyed.ids.contains(&0);
    }
    // Where every row that counts has a key of its own, none equals another.
    let copies = if has_own_ids { Vec::new() } else { copies(table, &out) };
    removal.copies = copies.len() as u64;
    let mut all: Vec<(u32, bool)> = out.into_iter().map(|row| (row, false)).collect();
    if group.drop_copies {
        all.extend(copies.into_iter().map(|row| (row, true)));
        all.sort_unstable();
    }
    (removal.rows, removal.is_copy) = all.into_iter().unzip();
    removal
}

fn keyed<'a>(table: &'a Table, starts: &[u32], group: &FileGroup) -> Option<Keyed<'a>> {
    let columns: Option<Vec<&Column>> = group.key.iter().map(|h| table.column(h)).collect();
    let columns = columns.filter(|c| !c.is_empty())?;
    let ids = identities(&columns, table.rows);
    let count = ids.iter().max().map_or(0, |m| *m as usize) + 1;
    let modified = group.modified.as_ref().and_then(|h| table.column(h));
    let modified = modified.filter(|c| is_dated(c));
    let mut best: Vec<(Option<Moment>, u16)> = vec![(None, 0); count];
    let mut stands = vec![u32::MAX; count];
    let mut file = Files::new(starts);
    for (row, id) in (0u32..).zip(&ids) {
        let now = (modified.and_then(|m| m.moment(row as usize)), file.of(row));
        let slots = best.get_mut(*id as usize).zip(stands.get_mut(*id as usize));
        let Some((best, stands)) = slots else { continue };
        let is_first = *stands == u32::MAX;
        if is_first || now.1 != best.1 && now >= *best {
            (*best, *stands) = (now, row);
        } else if now > *best {
            *best = now;
        }
    }
    let winner = best.into_iter().map(|(_, file)| file).collect();
    Some(Keyed { columns, ids, winner, stands })
}

fn is_dated(column: &Column) -> bool {
    matches!(column.cells, Cells::Day(_) | Cells::Moment(_))
}

/// The file of each row, rows being asked in order.
struct Files<'a> {
    starts: &'a [u32],
    at: usize,
}

impl Files<'_> {
    fn new(starts: &[u32]) -> Files<'_> {
        Files { starts, at: 0 }
    }
    fn of(&mut self, row: u32) -> u16 {
        while self.starts.get(self.at + 1).is_some_and(|next| *next <= row) {
            self.at += 1;
        }
        self.at as u16
    }
}

/// One number for each combination of values. Ids keep their case, and blanks around them don't
/// count, as where records are made.
fn identities(columns: &[&Column], rows: usize) -> Vec<u32> {
    let mut ids: Vec<u32> = Vec::new();
    for column in columns {
        let distinct = Distinct::of(column);
        let folded = distinct.fold_by(|text| text.trim().to_owned());
        let codes = distinct.codes.iter().map(|code| folded.of(*code));
        if ids.is_empty() {
            ids = codes.collect();
            continue;
        }
        let mut seen: FxHashMap<(u32, u32), u32> = FxHashMap::default();
        for (id, code) in ids.iter_mut().zip(codes) {
            if (*id, code) == (0, 0) {
                continue;
            }
            let next = seen.len() as u32 + 1;
            *id = *seen.entry((*id, code)).or_insert(next);
        }
    }
    ids.resize(rows, 0);
    ids
}

/// Rows whose record counts in another file.
fn beaten(keyed: &Keyed, starts: &[u32], rows: usize) -> Vec<u32> {
    let mut file = Files::new(starts);
    let mut out = Vec::new();
    for (row, id) in (0..rows as u32).zip(&keyed.ids) {
        let own = file.of(row);
        if *id != 0 && keyed.winner.get(*id as usize) != Some(&own) {
            out.push(row);
        }
    }
    out
}

/// Whether rows of one key are of one record: most of what else they say is the same. Costs of a
/// day that was exported twice may all be restated; then the files share only few of their days.
fn is_believable(table: &Table, keyed: &Keyed, out: &[u32], starts: &[u32]) -> bool {
    let others: Vec<&Column> = table
        .columns
        .iter()
        .filter(|c| keyed.columns.iter().all(|key| key.header != c.header))
        .collect();
    let (mut same, mut all) = (0u64, 0u64);
    let step = out.len().div_ceil(PAIRS_WEIGHED).max(1);
    for row in out.iter().step_by(step) {
        let id = keyed.ids.get(*row as usize).copied().unwrap_or(0);
        let Some(partner) = keyed.stands.get(id as usize).map(|r| *r as usize) else { continue };
        let row = *row as usize;
        for column in others.iter().filter(|c| !c.is_missing(row) || !c.is_missing(partner)) {
            all += 1;
            same += u64::from(cell_bits(column, row) == cell_bits(column, partner));
        }
    }
    if all == 0 || same as f64 >= LEAST_ALIKE * all as f64 {
        return true;
    }
    // An id by itself says nothing of days; a key of several columns is a row's whole place.
    keyed.columns.len() > 1 && shares_few_days(keyed, out, starts, table.rows)
}

/// Whether the days of the rows in question are fewer than half of the days of each file.
fn shares_few_days(keyed: &Keyed, out: &[u32], starts: &[u32], rows: usize) -> bool {
    let Some(days) = keyed.columns.iter().find(|c| is_dated(c)) else { return false };
    let day = |row: u32| days.day(row as usize).map(|d| d.0);
    let mut of_files: Vec<BTreeSet<i32>> = vec![BTreeSet::new(); starts.len()];
    let mut file = Files::new(starts);
    for row in 0..rows as u32 {
        let own = file.of(row);
        if let Some((days, day)) = of_files.get_mut(usize::from(own)).zip(day(row)) {
            days.insert(day);
        }
    }
    let shared: BTreeSet<i32> = out.iter().filter_map(|row| day(*row)).collect();
    of_files.iter().all(|days| days.intersection(&shared).count() * 2 < days.len().max(1))
}

/// Rows left out that are not the same as any row that counts for their key.
fn restated(table: &Table, keyed: &Keyed, out: &[u32]) -> u64 {
    let mut chains: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for row in out {
        if let Some(id) = keyed.ids.get(*row as usize) {
            chains.entry(*id).or_default();
        }
    }
    let mut left = out.iter().peekable();
    for (row, id) in (0u32..).zip(&keyed.ids) {
        if left.next_if(|r| **r == row).is_some() {
            continue;
        }
        if let Some(chain) = chains.get_mut(id) {
            chain.push(row);
        }
    }
    let differs = |row: &&u32| {
        let id = keyed.ids.get(**row as usize).copied().unwrap_or(0);
        let chain = chains.get(&id).map(Vec::as_slice).unwrap_or_default();
        !chain.iter().any(|other| same_row(table, **row, *other))
    };
    out.iter().filter(differs).count() as u64
}

/// Rows that equal an earlier one in every cell, those in `out` not looked at. A row with a cell that
/// could not be read is never a copy: what it holds is not known.
fn copies(table: &Table, out: &[u32]) -> Vec<u32> {
    let mut hashes = vec![0u64; table.rows];
    let mut is_odd = vec![false; table.rows];
    for column in &table.columns {
        for (row, hash) in hashes.iter_mut().enumerate() {
            *hash = (hash.rotate_left(5) ^ cell_bits(column, row)).wrapping_mul(SPREAD);
        }
        for (row, _) in &column.unread {
            is_odd.get_mut(*row as usize).into_iter().for_each(|odd| *odd = true);
        }
    }
    let mut seen: FxHashMap<u64, u32> = FxHashMap::default();
    seen.reserve(table.rows);
    let mut copies = Vec::new();
    let mut left = out.iter().peekable();
    for ((row, mut hash), odd) in (0u32..).zip(hashes).zip(is_odd) {
        if left.next_if(|r| **r == row).is_some() || odd {
            continue;
        }
        loop {
            match seen.get(&hash) {
                None => {
                    seen.insert(hash, row);
                    break;
                }
                Some(first) if same_row(table, *first, row) => {
                    copies.push(row);
                    break;
                }
                // Two rows of one hash: the next place.
                Some(_) => hash = hash.wrapping_mul(31).wrapping_add(1),
            }
        }
    }
    copies
}

fn same_row(table: &Table, a: u32, b: u32) -> bool {
    table.columns.iter().all(|c| cell_bits(c, a as usize) == cell_bits(c, b as usize))
}
