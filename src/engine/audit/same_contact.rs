//! Records with the e-mail or the telephone number of another one: one person who came twice, or one
//! lead that was entered twice. Leads that are joined to the records are looked through as well.

use super::check::{Counted, Definition, Detail, Lack, Severity};
use super::contact::{OfContacts, contacts};
use super::ground::{Evidence, Ground, Look, look, need};

pub(super) const CHECK: Definition = Definition { severity: Severity::Medium, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let records = ground.records()?;
        let own = contacts(ground.of_records());
        let of_leads = contacts(ground.joined_leads());
        need(!own.is_empty() || !of_leads.is_empty(), Lack::NoContact)?;
        let by_record = own.iter().map(|c| c.by_record(ground));
        let (twice, mut of) = repeats(by_record, records.count);
        let (mut rows, mut leads): (Vec<(usize, Vec<u32>)>, u64) = (Vec::new(), 0);
        for (file, view, _) in ground.joined_leads() {
            let of_file = of_leads.iter().filter(|c| c.file == file);
            let (twice, any) = repeats(of_file.map(OfContacts::by_row), view.table.rows);
            leads += any;
            let twice = twice.iter().zip(0u32..).filter(|(twice, _)| **twice);
            rows.push((file, twice.map(|(_, row)| row).collect()));
        }
        rows.retain(|(_, found)| !found.is_empty());
        let headers = own.iter().chain(&of_leads).map(|c| c.column.header.clone());
        let details = vec![Detail::SameBy { columns: headers.collect() }];
        let records = ground.pick(|at| twice.get(at) == Some(&true));
        // Rows of leads are no records: they are counted among rows, where any was found.
        let counted = (!rows.is_empty()).then_some(Counted::Rows);
        of += counted.map_or(0, |_| leads);
        Ok(Look::of(Evidence { records, rows, of, counted, details, ..Evidence::default() }))
    })
}

/// Which places have a contact that another one has too, by any of several columns of numbers; and how
/// many have one at all.
fn repeats(columns: impl Iterator<Item = Vec<u32>>, count: usize) -> (Vec<bool>, u64) {
    let (mut found, mut any) = (vec![false; count], vec![false; count]);
    for keys in columns {
        let mut counts = vec![0u32; keys.iter().max().map_or(0, |m| *m as usize + 1)];
        for key in &keys {
            if let Some(n) = counts.get_mut(*key as usize) {
                *n += 1;
            }
        }
        for ((key, found), any) in keys.iter().zip(&mut found).zip(&mut any) {
            *any |= *key != 0;
            *found |= *key != 0 && counts.get(*key as usize).is_some_and(|n| *n > 1);
        }
    }
    (found, any.iter().filter(|any| **any).count() as u64)
}
