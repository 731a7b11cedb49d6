//! Rows that repeat a record: one record an id, its latest state.
//!
//! An export of a changed deal, or two exports put together, hold a record more than once. The row
//! modified last counts; on a tie the later line; exact copies are one. Without a date of
//! modification nothing says which row is right, so that all rows stay and are reported.

use super::source::Source;
use crate::engine::audit::Finding;
use crate::engine::distinct::{Distinct, cell_bits};
use crate::engine::error::BuildError;
use crate::engine::mapping::Role;
use crate::engine::table::{Cells, Column, Table, TextCells};
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// The rows that are records, in the order of the file.
pub(super) fn collapse(source: &Source) -> Result<(Vec<u32>, Option<Finding>), BuildError> {
    let rows = source.table.rows as u32;
    let Some(id) = source.role(Role::RecordId)? else {
        return Ok(((0..rows).collect(), None));
    };
    let modified = source.role(Role::Modified)?;
    let modified = modified.filter(|c| matches!(c.cells, Cells::Day(_) | Cells::Moment(_)));
    let ids = identities(id);
    let latest = latest_rows(&ids, modified);
    let file = || source.mapping.name.clone();
    let is_latest = |row: &u32| match ids.get(*row as usize) {
        Some(0) | None => true,
        Some(id) => latest.get(*id as usize) == Some(row),
    };
    if modified.is_none() {
        let repeated = (0..rows).filter(|r| !is_latest(r)).count() as u64;
        let finding = Finding::RepeatsKept { file: file(), rows: repeated };
        return Ok(((0..rows).collect(), (repeated > 0).then_some(finding)));
    }
    let kept: Vec<u32> = (0..rows).filter(is_latest).collect();
    if kept.len() == rows as usize {
        return Ok((kept, None));
    }
    let (copies, older) = copies_and_older(source.table, &ids, &latest);
    Ok((kept, Some(Finding::Repeats { file: file(), copies, older })))
}

/// How many rows of the file stand behind each of the records that were kept; nothing where every
/// row is a record.
pub(super) fn rows_each(source: &Source, kept: &[u32]) -> Result<Vec<u32>, BuildError> {
    let Some(id) = source.role(Role::RecordId)?.filter(|_| kept.len() < source.table.rows) else {
        return Ok(Vec::new());
    };
    let ids = identities(id);
    let mut rows = vec![0u32; ids.iter().max().map_or(0, |m| *m as usize + 1)];
    for id in &ids {
        if let Some(n) = rows.get_mut(*id as usize) {
            *n += 1;
        }
    }
    let of_row = |row: &u32| match ids.get(*row as usize) {
        Some(0) | None => 1,
        Some(id) => rows.get(*id as usize).copied().unwrap_or(1),
    };
    Ok(kept.iter().map(of_row).collect())
}

/// For each row of the file the row that was kept of its record.
pub(super) fn kept_rows(source: &Source, kept: &[u32]) -> Result<Vec<u32>, BuildError> {
    let rows = source.table.rows as u32;
    let Some(id) = source.role(Role::RecordId)?.filter(|_| kept.len() < source.table.rows) else {
        return Ok((0..rows).collect());
    };
    let ids = identities(id);
    let mut of_id = vec![u32::MAX; ids.iter().max().map_or(0, |m| *m as usize + 1)];
    for row in kept {
        let slot = ids.get(*row as usize).and_then(|id| of_id.get_mut(*id as usize));
        slot.into_iter().for_each(|slot| *slot = *row);
    }
    let of_row = |(row, id): (u32, &u32)| match id {
        0 => row,
        id => of_id.get(*id as usize).copied().unwrap_or(row),
    };
    Ok((0..rows).zip(&ids).map(of_row).collect())
}

/// One number an id; 0 where there is none. Ids keep their case (some systems tell records apart
/// by it), only blanks around them don't count.
fn identities(column: &Column) -> Vec<u32> {
    let distinct = Distinct::of(column);
    let blanks = |t: &TextCells| t.dictionary.iter().any(|(_, text)| text.trim() != text);
    if !column.text().is_some_and(blanks) {
        return distinct.codes.into_owned();
    }
    let folded = distinct.fold_by(|text| text.trim().to_owned());
    distinct.codes.iter().map(|code| folded.of(*code)).collect()
}

/// Per id the row that counts.
fn latest_rows(ids: &[u32], modified: Option<&Column>) -> Vec<u32> {
    let size = ids.iter().max().map_or(0, |m| *m as usize + 1);
    let mut latest = vec![u32::MAX; size];
    for (row, id) in ids.iter().enumerate() {
        let Some(held) = latest.get_mut(*id as usize) else { continue };
        let when = |row: usize| modified.and_then(|m| m.moment(row));
        if *held == u32::MAX || when(row) >= when(*held as usize) {
            *held = row as u32;
        }
    }
    latest
}

/// Among the repeated rows: exact copies, and other states of the same record.
fn copies_and_older(table: &Table, ids: &[u32], latest: &[u32]) -> (u64, u64) {
    let mut repeated = vec![false; latest.len()];
    for (row, id) in ids.iter().enumerate() {
        let replaced = *id != 0 && latest.get(*id as usize) != Some(&(row as u32));
        if let Some(flag) = repeated.get_mut(*id as usize) {
            *flag |= replaced;
        }
    }
    let is_repeated = |id: u32| repeated.get(id as usize) == Some(&true);
    // Equal rows of a record come to stand side by side.
    let mut rows: Vec<(u32, u64, u32)> = ids
        .iter()
        .zip(0u32..)
        .filter(|(id, _)| is_repeated(**id))
        .map(|(id, row)| (*id, row_hash(table, row as usize), row))
        .collect();
    rows.sort_unstable();
    let (mut copies, mut older) = (0, 0);
    for pair in rows.windows(2) {
        let [(id_a, hash_a, a), (id_b, hash_b, b)] = pair else { continue };
        if id_a != id_b {
            continue;
        }
        if hash_a == hash_b && same_row(table, *a as usize, *b as usize) {
            copies += 1;
        } else {
            older += 1;
        }
    }
    (copies, older)
}

fn row_hash(table: &Table, row: usize) -> u64 {
    let mut hasher = FxHasher::default();
    for column in &table.columns {
        hasher.write_u64(cell_bits(column, row));
    }
    hasher.finish()
}

fn same_row(table: &Table, a: usize, b: usize) -> bool {
    table.columns.iter().all(|c| cell_bits(c, a) == cell_bits(c, b))
}
