//! Rows that name a partner which a joined file does not have: by what that file says, they are
//! without a value.

use super::check::{Counted, Definition, Detail, Lack, Severity};
use super::ground::{Evidence, Ground, Look, look, need};
use crate::engine::funnel::NO_ROW;
use std::collections::BTreeSet;

pub(super) const CHECK: Definition = Definition { severity: Severity::Medium, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let links = &ground.assembled.links;
        need(!links.is_empty(), Lack::NoJoin)?;
        let mut of_records: BTreeSet<u32> = BTreeSet::new();
        let mut rows = Vec::new();
        let mut details = Vec::new();
        let mut of = 0;
        for link in links {
            let is_main = ground.assembled.record_file == Some(link.from_file);
            let lone = |row: usize| link.partner.get(row) == Some(&NO_ROW);
            let before = of_records.len() + rows.len();
            if is_main {
                of = of.max(ground.assembled.records.count as u64);
                of_records.extend(ground.pick(|at| lone(ground.row(at))));
            } else {
                let found = (0..link.partner.len()).filter(|row| lone(*row));
                let found: Vec<u32> = found.map(|row| row as u32).collect();
                if !found.is_empty() {
                    rows.push((link.from_file, found));
                }
            }
            let name = |at: usize| ground.files.get(at).map(|f| f.profile.name.clone());
            if of_records.len() + rows.len() > before
                && let (Some(file), Some(lookup)) = (name(link.from_file), name(link.lookup_file))
            {
                details.push(Detail::Key { file, column: link.from_column.clone(), lookup });
            }
        }
        let records: Vec<u32> = of_records.into_iter().collect();
        let counted = records.is_empty().then_some(Counted::Rows);
        let of = if records.is_empty() {
            let files = rows.iter().filter_map(|(file, _)| ground.files.get(*file));
            files.map(|f| f.table.rows as u64).sum()
        } else {
            of
        };
        let count = (!records.is_empty()).then_some(records.len() as u64);
        let without_effect = true;
        Ok(Look::of(Evidence {
            records,
            rows,
            count,
            of,
            counted,
            details,
            without_effect,
            ..Evidence::default()
        }))
    })
}
