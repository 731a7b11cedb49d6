//! The contacts of records, and of leads that are joined to them: columns of e-mail addresses and
//! telephone numbers, and a number for each that is the same for two writings of one contact.
//!
//! Not here: which columns these are and how they are compared (`mapping::contact`).

use super::ground::Ground;
use crate::engine::distinct::Distinct;
use crate::engine::funnel::FileView;
use crate::engine::mapping::FileMapping;
use crate::engine::mapping::contact::Contact;
use crate::engine::mapping::key_index::KeyIndex;
use crate::engine::table::{Column, Dictionary};

/// A column that holds one.
pub(super) struct OfContacts<'a> {
    pub file: usize,
    pub column: &'a Column,
    kind: Contact,
}

/// In these files.
pub(super) fn contacts<'a>(
    files: Vec<(usize, FileView<'a>, &'a FileMapping)>,
) -> Vec<OfContacts<'a>> {
    let of_file = |(file, view, _): (usize, FileView<'a>, &'a FileMapping)| {
        let columns = view.table.columns.iter();
        columns.filter_map(move |column| {
            Some(OfContacts { file, column, kind: Contact::of(&column.header)? })
        })
    };
    files.into_iter().flat_map(of_file).collect()
}

impl OfContacts<'_> {
    /// A number for each row of the file, 0 where it has no contact.
    pub fn by_row(&self) -> Vec<u32> {
        let distinct = Distinct::of(self.column);
        let (mut keys, mut names) = (Dictionary::default(), KeyIndex::default());
        let by = self.kind.key();
        let of_code: Vec<u32> =
            distinct.texts().map(|text| keys.intern(&names.name(by.full(&text)))).collect();
        let number = |code: &u32| of_code.get(*code as usize).copied().unwrap_or(0);
        distinct.codes.iter().map(number).collect()
    }

    /// The same for each record.
    pub fn by_record(&self, ground: &Ground<'_>) -> Vec<u32> {
        let numbers = self.by_row();
        let records = 0..ground.assembled.records.count;
        let number = |at: usize| numbers.get(ground.row_in(self.file, at)?).copied();
        records.map(|at| number(at).unwrap_or(0)).collect()
    }
}
