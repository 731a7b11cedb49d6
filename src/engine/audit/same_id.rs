//! Rows that repeat an ID. Where a column says which was changed last, the older states are left out;
//! where none does, each row is counted.

use super::check::{Counted, Definition, Detail, Lack, Severity};
use super::ground::{Evidence, Ground, Look, look, need};
use crate::engine::distinct::Distinct;
use crate::engine::mapping::Role;

pub(super) const CHECK: Definition = Definition { severity: Severity::High, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        ground.records()?;
        let Some(column) = ground.column(Role::RecordId) else { return Ok(Look::Not(Lack::NoId)) };
        let Some((file, _)) = ground.main() else { return Ok(Look::Not(Lack::NoId)) };
        let distinct = Distinct::of(column);
        let folded = distinct.fold_by(|text| text.trim().to_owned());
        let id = |row: u32| folded.of(distinct.code(row));
        let mut counts = vec![0u32; folded.len()];
        let rows = 0..file.table.rows as u32;
        for row in rows.clone() {
            if let Some(n) = counts.get_mut(id(row) as usize) {
                *n += 1;
            }
        }
        let twice = |row: &u32| {
            let id = id(*row);
            id != 0 && counts.get(id as usize).is_some_and(|n| *n > 1)
        };
        let found: Vec<u32> = rows.filter(twice).collect();
        need(file.table.rows > 0, Lack::NoRecords)?;
        let at = ground.assembled.record_file.unwrap_or(0);
        // Of each ID one row is right, be it which it may.
        let once = counts.iter().skip(1).filter(|n| **n > 1).count();
        let (of, counted) = (file.table.rows as u64, Some(Counted::Rows));
        let count = Some((found.len() - once.min(found.len())) as u64);
        let details = vec![Detail::SameBy { columns: vec![column.header.clone()] }];
        // Those that are counted beyond the first of their ID.
        let mut seen = vec![false; folded.len()];
        let is_further = |at: usize| {
            let id = id(ground.row(at) as u32) as usize;
            id != 0 && seen.get_mut(id).is_some_and(|seen| std::mem::replace(seen, true))
        };
        let left = ground.pick_in_order(is_further);
        let rows = vec![(at, found)];
        Ok(Look::of(Evidence { rows, left, count, of, counted, details, ..Evidence::default() }))
    })
}
