//! Which record a row of another file speaks of: by the record's id or name, else by its person, else
//! by its account.
//!
//! Not here: lookups, which the mapping joins by a named column (`link`).

use super::source::Source;
use super::{Assembled, NO_ROW};
use crate::engine::distinct::Distinct;
use crate::engine::error::BuildError;
use crate::engine::fold::fold;
use crate::engine::mapping::Role;
use crate::engine::table::{Column, NO_DAY};
use rustc_hash::FxHashMap;
use std::cell::OnceCell;

/// The records by each text that may name them.
pub(super) struct Owners<'a> {
    made: &'a Assembled,
    /// In the order in which they are tried: the role in the other file, the records' column, and
    /// the records by its texts, once a file has a column of that role.
    keys: Vec<(Role, &'a Column, OnceCell<ByText>)>,
}

type ByText = FxHashMap<String, Vec<u32>>;

/// The role of the other file's column, and that of the records'.
const KEYS: [(Role, Role); 4] = [
    (Role::Record, Role::RecordId),
    (Role::Record, Role::Name),
    (Role::Person, Role::Person),
    (Role::Account, Role::Account),
];

impl<'a> Owners<'a> {
    pub fn of(main: &Source<'a>, made: &'a Assembled) -> Result<Owners<'a>, BuildError> {
        let mut keys = Vec::new();
        for (theirs, ours) in KEYS {
            if let Some(column) = main.role(ours)? {
                keys.push((theirs, column, OnceCell::new()));
            }
        }
        Ok(Owners { made, keys })
    }

    /// The record of each row; [`NO_ROW`] where there is none. Where several records fit (those of
    /// an account), it is the last one that was created by the row's day, else the first.
    pub fn rows(
        owners: Option<&Owners>,
        source: &Source,
        days: &[i32],
    ) -> Result<Vec<u32>, BuildError> {
        let mut found = vec![NO_ROW; source.table.rows];
        for (owners, (role, ours, texts)) in
            owners.iter().flat_map(|o| o.keys.iter().map(move |key| (o, key)))
        {
            let Some(column) = source.role(*role)? else { continue };
            let records = texts.get_or_init(|| by_text(ours, owners.made));
            let distinct = Distinct::of(column);
            let of_code: Vec<Option<&Vec<u32>>> =
                (0..distinct.len() as u32).map(|c| records.get(&fold(&distinct.text(c)))).collect();
            for ((found, code), day) in found.iter_mut().zip(distinct.codes.iter()).zip(days) {
                let fitting = of_code.get(*code as usize).copied().flatten();
                if let Some(fitting) = fitting.filter(|_| *found == NO_ROW) {
                    *found = owners.at(fitting, *day);
                }
            }
        }
        Ok(found)
    }

    fn at(&self, fitting: &[u32], day: i32) -> u32 {
        let created =
            |at: &u32| self.made.records.created.get(*at as usize).copied().unwrap_or(NO_DAY);
        let before = fitting.iter().copied().filter(|at| created(at) <= day);
        // The later of equals, as the file has them.
        let last = before.max_by_key(|at| (created(at), *at));
        last.or(fitting.first().copied()).unwrap_or(NO_ROW)
    }
}

/// Records by the folded text of a column; those without a text are under none.
fn by_text(column: &Column, made: &Assembled) -> ByText {
    let (rows, record_of) = made.rows_of_records();
    let distinct = Distinct::of(column);
    let texts: Vec<String> =
        (0..distinct.len() as u32).map(|code| fold(&distinct.text(code))).collect();
    let mut found = ByText::default();
    for (at, row) in record_of.iter().zip(&rows) {
        let Some(text) = texts.get(distinct.code(*row) as usize) else { continue };
        if !text.is_empty() {
            found.entry(text.clone()).or_default().push(*at);
        }
    }
    found
}
