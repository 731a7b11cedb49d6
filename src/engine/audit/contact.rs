//! The contacts of records: columns of e-mail addresses and telephone numbers, and a number for each
//! that is the same for two writings of one contact.
//!
//! Not here: which columns these are and how they are compared (`mapping::contact`).

use super::ground::Ground;
use crate::engine::distinct::Distinct;
use crate::engine::funnel::FileView;
use crate::engine::mapping::FileMapping;
use crate::engine::mapping::contact::Contact;
use crate::engine::table::{Column, Dictionary};

/// A column that holds one, in a file that records are seen by.
pub(super) struct OfContacts<'a> {
    file: usize,
    pub column: &'a Column,
    kind: Contact,
}

/// In the file of the records, and in that of the leads with which they begin.
pub(super) fn contacts<'a>(ground: &Ground<'a>) -> Vec<OfContacts<'a>> {
    let of_file = |(file, view, _): (usize, FileView<'a>, &'a FileMapping)| {
        let columns = view.table.columns.iter();
        columns.filter_map(move |column| {
            Some(OfContacts { file, column, kind: Contact::of(&column.header)? })
        })
    };
    ground.of_records().into_iter().flat_map(of_file).collect()
}

/// A number for each record, 0 where it has no contact, and how many numbers there are.
pub(super) fn number_of(ground: &Ground<'_>, contacts: &OfContacts<'_>) -> (Vec<u32>, usize) {
    let distinct = Distinct::of(contacts.column);
    let mut keys = Dictionary::default();
    let by = contacts.kind.key();
    let of_code: Vec<u32> = distinct.texts().map(|text| keys.intern(&by.key(&text))).collect();
    let records = 0..ground.assembled.records.count;
    let number = |at: usize| {
        let code = distinct.code(ground.row_in(contacts.file, at)? as u32) as usize;
        of_code.get(code).copied()
    };
    (records.map(|at| number(at).unwrap_or(0)).collect(), keys.len())
}
