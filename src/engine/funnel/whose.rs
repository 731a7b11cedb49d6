//! Whose records are: accounts and persons by number, one number for all spellings of one of them.
//!
//! Spellings that the user merged, and aliases that join an account to its table, are one account; a
//! person that an e-mail address or a telephone number stands for is compared as joins compare these.
//! Not here: what is counted by them (`query::passage`, `measure`).

use super::source::Source;
use crate::engine::distinct::Distinct;
use crate::engine::error::BuildError;
use crate::engine::fold::fold;
use crate::engine::mapping::contact::Contact;
use crate::engine::mapping::key::KeyKind;
use crate::engine::mapping::key_index::KeyIndex;
use crate::engine::mapping::merge::{Merge, merged};
use crate::engine::mapping::{Join, Mapping, Role};
use crate::engine::table::Dictionary;
use std::collections::BTreeMap;

/// What is known of those that are named, so that two files give them the same numbers.
#[derive(Default)]
pub(super) struct Names {
    numbers: Dictionary,
    persons: KeyIndex<String>,
}

impl Names {
    /// By row the number of whom the column of this role names, 0 where it names nobody; empty where
    /// no column has the role. Rows beyond the file's name nobody.
    pub fn of(
        &mut self,
        source: &Source,
        (role, mapping): (Role, &Mapping),
        rows: &[u32],
    ) -> Result<Vec<u32>, BuildError> {
        let Some(column) = source.role(role)? else { return Ok(Vec::new()) };
        let contact = Contact::of(&column.header).filter(|_| role == Role::Person);
        let by = contact.map_or(KeyKind::Text, Contact::key);
        let (merge, aliases) = same(mapping, &source.mapping.name, &column.header);
        let distinct = Distinct::of(column);
        let numbers: Vec<u32> = distinct
            .texts()
            .map(|text| {
                let key = self.persons.name(by.merged_full(merge, &text));
                self.numbers.intern(aliases.get(&key).unwrap_or(&key))
            })
            .collect();
        let of_row = |row: &u32| numbers.get(distinct.code(*row) as usize).copied().unwrap_or(0);
        Ok(rows.iter().map(of_row).collect())
    }
}

/// What the mapping says of spellings in a column: what was merged, and the folded keys that its
/// aliases stand for.
pub(super) fn same<'a>(
    mapping: &'a Mapping,
    file: &str,
    column: &str,
) -> (Option<&'a Merge>, BTreeMap<String, String>) {
    let is_here =
        |j: &&Join| j.from_file == file && j.from_column == column && j.by == KeyKind::Text;
    let aliases = mapping.joins.iter().filter(is_here).flat_map(|j| &j.aliases);
    let folded = aliases.map(|(raw, key)| (fold(raw), fold(key))).collect();
    (merged(&mapping.merges, file, column), folded)
}
