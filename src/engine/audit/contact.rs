//! The contacts of records: columns of e-mail addresses and telephone numbers, and a number for each
//! that is the same for two writings of one contact.
//!
//! Not here: which columns these are and how they are compared (`mapping::contact`).

use super::ground::Ground;
use crate::engine::distinct::Distinct;
use crate::engine::mapping::contact::Contact;
use crate::engine::table::{Column, Dictionary};

/// The columns of the records that hold one.
pub(super) fn contacts<'a>(ground: &Ground<'a>) -> Vec<(&'a Column, Contact)> {
    let Some((file, _)) = ground.main() else { return Vec::new() };
    let columns = file.table.columns.iter();
    columns.filter_map(|column| Some((column, Contact::of(&column.header)?))).collect()
}

/// A number for each record, 0 where it has no contact, and how many numbers there are.
pub(super) fn number_of(ground: &Ground<'_>, column: &Column, kind: Contact) -> (Vec<u32>, usize) {
    let distinct = Distinct::of(column);
    let mut keys = Dictionary::default();
    let by = kind.key();
    let of_code: Vec<u32> = distinct.texts().map(|text| keys.intern(&by.key(&text))).collect();
    let records = 0..ground.assembled.records.count;
    let number = |at: usize| {
        let code = distinct.code(ground.row(at) as u32) as usize;
        of_code.get(code).copied().unwrap_or(0)
    };
    (records.map(number).collect(), keys.len())
}
