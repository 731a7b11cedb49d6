//! Owners who are in the list of owners and have no record: people who left, or names that are written
//! otherwise in the other file.

use super::check::{Counted, Definition, Lack, Severity};
use super::ground::{Evidence, Ground, Look, look};
use crate::engine::dimension::Label;
use crate::engine::funnel::{NO_KEY, NO_ROW};
use crate::engine::mapping::Role;

pub(super) const CHECK: Definition = Definition { severity: Severity::Low, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        ground.records()?;
        let Some(owner) = ground.column(Role::Owner) else { return Ok(Look::Not(Lack::NoOwner)) };
        let is_list = |link: &&crate::engine::funnel::Link| {
            Some(link.from_file) == ground.assembled.record_file && link.from_column == owner.header
        };
        let Some(link) = ground.assembled.links.iter().find(is_list) else {
            return Ok(Look::Not(Lack::NoOwnerList));
        };
        let Some(list) = ground.files.get(link.lookup_file) else {
            return Ok(Look::Not(Lack::NoOwnerList));
        };
        let mut used = vec![false; list.table.rows];
        for row in &ground.assembled.records.row {
            let partner = link.partner.get(*row as usize).copied().unwrap_or(NO_ROW);
            if partner != NO_ROW
                && partner != NO_KEY
                && let Some(flag) = used.get_mut(partner as usize)
            {
                *flag = true;
            }
        }
        let idle = used.iter().enumerate().filter(|(_, used)| !**used);
        let idle: Vec<u32> = idle.map(|(row, _)| row as u32).collect();
        let key = list.table.column(&link.key_column);
        let name = |row: &u32| key.map(|c| Label::Text(c.plain_text(*row as usize)));
        let named = idle.iter().filter_map(|row| Some((name(row)?, 0))).collect();
        let (of, counted) = (list.table.rows as u64, Some(Counted::Owners));
        let rows = vec![(link.lookup_file, idle)];
        Ok(Look::of(Evidence { rows, of, counted, named, ..Evidence::default() }))
    })
}
