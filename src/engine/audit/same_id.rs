//! Rows that repeat an ID. Where a column says which was changed last, the older states are left out;
//! where none does, each row is counted. Looked at are the files whose rows are records, and leads that
//! are joined to them.

use super::check::{Counted, Definition, Detail, Lack, Severity};
use super::ground::{Evidence, Ground, Look, look, need};
use crate::engine::distinct::{Distinct, Folded};
use crate::engine::mapping::Role;
use crate::engine::table::Column;

pub(super) const CHECK: Definition = Definition { severity: Severity::High, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        ground.records()?;
        let (mut of, mut count) = (0, 0);
        let (mut rows, mut left, mut headers) = (Vec::new(), Vec::new(), Vec::new());
        for (at, file, mapping) in ground.of_records().into_iter().chain(ground.joined_leads()) {
            let column = mapping.header(Role::RecordId).and_then(|h| file.table.column(h));
            let Some(column) = column else { continue };
            let ids = Ids::of(column);
            let found: Vec<u32> = (0..file.table.rows as u32).filter(|r| ids.repeats(*r)).collect();
            of += file.table.rows as u64;
            // Of each ID one row is right, be it which it may.
            count += found.len().saturating_sub(ids.repeated()) as u64;
            if Some(at) == ground.assembled.record_file {
                left = further(ground, &ids);
            }
            headers.push(column.header.clone());
            rows.push((at, found));
        }
        need(!headers.is_empty(), Lack::NoId)?;
        need(of > 0, Lack::NoRecords)?;
        rows.retain(|(_, found)| !found.is_empty());
        headers.dedup();
        let (count, counted) = (Some(count), Some(Counted::Rows));
        let details = vec![Detail::SameBy { columns: headers }];
        Ok(Look::of(Evidence { rows, left, count, of, counted, details, ..Evidence::default() }))
    })
}

/// Records that are counted beyond the first of their ID.
fn further(ground: &Ground<'_>, ids: &Ids<'_>) -> Vec<u32> {
    let mut seen = vec![false; ids.counts.len()];
    ground.pick_in_order(|at| {
        let id = ids.id(ground.row(at) as u32);
        id != 0 && seen.get_mut(id).is_some_and(|seen| std::mem::replace(seen, true))
    })
}

/// The IDs of a column, without the blanks around them.
struct Ids<'a> {
    distinct: Distinct<'a>,
    folded: Folded,
    counts: Vec<u32>,
}

impl<'a> Ids<'a> {
    fn of(column: &'a Column) -> Ids<'a> {
        let distinct = Distinct::of(column);
        let folded = distinct.fold_by(|text| text.trim().to_owned());
        let mut counts = vec![0u32; folded.len()];
        for code in distinct.codes.iter() {
            if let Some(n) = counts.get_mut(folded.of(*code) as usize) {
                *n += 1;
            }
        }
        Ids { distinct, folded, counts }
    }

    /// 0 where there is none.
    fn id(&self, row: u32) -> usize {
        self.folded.of(self.distinct.code(row)) as usize
    }

    fn repeats(&self, row: u32) -> bool {
        let id = self.id(row);
        id != 0 && self.counts.get(id).is_some_and(|n| *n > 1)
    }

    /// How many IDs stand in several rows.
    fn repeated(&self) -> usize {
        self.counts.iter().skip(1).filter(|n| **n > 1).count()
    }
}
