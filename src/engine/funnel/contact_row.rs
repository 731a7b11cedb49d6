//! Records by what tells a person apart: e-mail addresses, telephone numbers and ids of contacts, of
//! their own file and of the files joined to it.
//!
//! Not here: records by their own ids and names (`owner_row`), which headers name a contact
//! (`mapping::contact`).

use super::owner_row::{ByText, by_text};
use super::source::Source;
use super::{Assembled, FileView, NO_KEY};
use crate::engine::distinct::Distinct;
use crate::engine::error::BuildError;
use crate::engine::mapping::contact::{self, Contact};
use crate::engine::mapping::key::KeyKind;
use crate::engine::mapping::key_index::FullKey;
use crate::engine::mapping::{FileKind, Mapping, Role};
use crate::engine::table::Column;
use std::cell::OnceCell;
use std::rc::Rc;

/// Rows of a file, and the records that they speak of.
type Rows = Rc<(Vec<u32>, Vec<u32>)>;

/// See the module.
pub(super) struct Contacts<'a> {
    keys: Vec<Key<'a>>,
}

struct Key<'a> {
    by: KeyKind,
    column: &'a Column,
    rows: Rows,
    known: OnceCell<Known>,
}

/// Records by what a column says of them.
#[derive(Default)]
struct Known {
    texts: ByText,
    /// Of telephone numbers: those that say no country by their text, the others by the whole numbers
    /// that they may be.
    open: ByText,
    coded: ByText,
}

impl<'a> Contacts<'a> {
    pub fn of(
        files: &[FileView<'a>],
        mapping: &'a Mapping,
        main: &Source<'a>,
        made: &Assembled,
    ) -> Result<Contacts<'a>, BuildError> {
        let rows: Rows = Rc::new(made.rows_of_records());
        let mut contacts = Contacts { keys: Vec::new() };
        contacts.take(main, &rows);
        if let Some(person) = main.role(Role::Person)? {
            contacts.put(KeyKind::Text, person, &rows);
        }
        for link in made.links.iter().filter(|l| l.from_file == main.at) {
            let name = files.get(link.lookup_file).map(|f| f.profile.name.as_str());
            let file = mapping.files.iter().find(|f| Some(f.name.as_str()) == name);
            let Some(file) = file else { continue };
            let joined = Source::find(files, mapping, file)?;
            let begun = made.begun.as_ref().filter(|b| b.lead_file == joined.at);
            let theirs: Rows = Rc::new(match begun {
                Some(begun) => on_rows(begun.lead_row.iter().copied().zip(0..)),
                None => on_rows(rows.0.iter().zip(&rows.1).map(|(row, record)| {
                    (link.partner.get(*row as usize).copied().unwrap_or(NO_KEY), *record)
                })),
            });
            let is_people = contacts.take(&joined, &theirs) || file.kind == FileKind::Leads;
            for role in [Role::RecordId, Role::Key] {
                if let Some(id) = joined.role(role)?.filter(|_| is_people) {
                    contacts.put(KeyKind::Text, id, &theirs);
                }
            }
        }
        Ok(contacts)
    }

    /// Takes in the addresses and numbers of a file. Whether it has any.
    fn take(&mut self, file: &Source<'a>, rows: &Rows) -> bool {
        let before = self.keys.len();
        for column in &file.table.columns {
            if let Some(contact) = Contact::of(&column.header) {
                self.put(contact.key(), column, rows);
            }
        }
        self.keys.len() > before
    }

    fn put(&mut self, by: KeyKind, column: &'a Column, rows: &Rows) {
        self.keys.push(Key { by, column, rows: rows.clone(), known: OnceCell::new() });
    }

    /// The records of the person that a cell of a column names; none where the column names
    /// something else than people.
    pub fn fitting(&self, role: Role, header: &str, text: &str) -> Vec<u32> {
        let told = Contact::of(header);
        if role != Role::Person && told.is_none() && !contact::names_people(header) {
            return Vec::new();
        }
        const ANY: [KeyKind; 3] = [KeyKind::Email, KeyKind::Phone, KeyKind::Text];
        let kinds = ANY.into_iter().filter(|kind| told.is_none_or(|told| told.key() == *kind));
        for kind in kinds {
            let key = kind.full(text);
            let keys = self.keys.iter().filter(|k| k.by == kind && !key.text.is_empty());
            let mut found: Vec<u32> = keys.flat_map(|k| k.known().fitting(&key)).collect();
            if !found.is_empty() {
                found.sort_unstable();
                found.dedup();
                return found;
            }
        }
        Vec::new()
    }
}

impl Key<'_> {
    fn known(&self) -> &Known {
        self.known.get_or_init(|| {
            let texts = by_text(self.column, &self.rows, |text| self.by.key(text));
            let mut known = Known { texts, ..Known::default() };
            if self.by == KeyKind::Phone {
                known.tell_countries(self.column, &self.rows);
            }
            known
        })
    }
}

impl Known {
    fn tell_countries(&mut self, column: &Column, (rows, record_of): &(Vec<u32>, Vec<u32>)) {
        let distinct = Distinct::of(column);
        let mut of_code: Vec<Vec<u32>> = vec![Vec::new(); distinct.len()];
        for (record, row) in record_of.iter().zip(rows) {
            if let Some(records) = of_code.get_mut(distinct.code(*row) as usize) {
                records.push(*record);
            }
        }
        for (text, records) in distinct.texts().zip(of_code).filter(|(_, r)| !r.is_empty()) {
            let key = KeyKind::Phone.full(&text);
            for number in &key.whole {
                self.coded.entry(number.clone()).or_default().extend(&records);
            }
            if key.whole.is_empty() {
                self.open.entry(key.text).or_default().extend(records);
            }
        }
    }

    /// Where both sides say a country, it is the same one.
    fn fitting(&self, key: &FullKey) -> Vec<u32> {
        let of = |known: &ByText, text: &String| known.get(text).cloned().unwrap_or_default();
        if key.whole.is_empty() {
            return of(&self.texts, &key.text);
        }
        let coded = key.whole.iter().flat_map(|number| of(&self.coded, number));
        coded.chain(of(&self.open, &key.text)).collect()
    }
}

/// Those that have a row.
fn on_rows(pairs: impl Iterator<Item = (u32, u32)>) -> (Vec<u32>, Vec<u32>) {
    pairs.filter(|(row, _)| *row < NO_KEY).unzip()
}
