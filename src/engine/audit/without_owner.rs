//! Records that nobody is responsible for. One that begins with a lead and became no deal is looked up
//! in the file of the leads.

use super::check::{Definition, Lack, Severity};
use super::ground::{Ground, Look, look};
use crate::engine::mapping::Role;
use crate::engine::table::Column;

pub(super) const CHECK: Definition = Definition { severity: Severity::Low, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        ground.records()?;
        let files = ground.of_records();
        let columns: Vec<(usize, &Column)> = files
            .iter()
            .filter_map(|(place, file, mapping)| {
                Some((*place, file.table.column(mapping.header(Role::Owner)?)?))
            })
            .collect();
        if columns.is_empty() {
            return Ok(Look::Not(Lack::NoOwner));
        }
        // Where a record has a row in both files, that of the deal is its own.
        let is_missing = |at: usize| {
            let row = |(file, column): &(usize, &'_ Column)| {
                Some(column.is_missing(ground.row_in(*file, at)?))
            };
            columns.iter().find_map(row)
        };
        let found = ground.pick(|at| is_missing(at) == Some(true));
        let of = ground.pick(|at| is_missing(at).is_some()).len() as u64;
        Ok(Look::records(found, of))
    })
}
