//! Records with the e-mail or the telephone number of another one: one person who came twice, or one
//! lead that was entered twice.

use super::check::{Definition, Detail, Lack, Severity};
use super::contact::{contacts, number_of};
use super::ground::{Evidence, Ground, Look, look};

pub(super) const CHECK: Definition = Definition { severity: Severity::Medium, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let records = ground.records()?;
        let columns = contacts(ground);
        if columns.is_empty() {
            return Ok(Look::Not(Lack::NoContact));
        }
        let mut found = vec![false; records.count];
        let mut any = vec![false; records.count];
        let mut headers = Vec::new();
        for contacts in &columns {
            headers.push(contacts.column.header.clone());
            let (keys, size) = number_of(ground, contacts);
            let mut counts = vec![0u32; size];
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
        let of = any.iter().filter(|any| **any).count() as u64;
        let records = ground.pick(|at| found.get(at) == Some(&true));
        let details = vec![Detail::SameBy { columns: headers }];
        Ok(Look::of(Evidence { records, of, details, ..Evidence::default() }))
    })
}
