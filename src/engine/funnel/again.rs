//! Assembling once more after a change of the mapping: what a change does not touch is taken from
//! before, so that somebody who maps a large file sees at once what becomes of it.
//!
//! Only what costs time and follows from few columns alone: which rows are records, and the numbers
//! of accounts and persons. Not here: the assembling (`assemble`).

use super::Assembled;
use super::source::Source;
use crate::engine::audit::Finding;
use crate::engine::mapping::{Mapping, Role};

/// What another mapping made of the same files.
pub struct Before {
    pub mapping: Mapping,
    pub assembled: Assembled,
}

impl Before {
    /// Whether these roles of the records' file, and those that say which rows are records, are
    /// played by the same columns as before.
    fn holds(&self, main: &Source, mapping: &Mapping, roles: &[Role]) -> bool {
        let of_rows = [Role::RecordId, Role::Modified];
        let mut same = roles.iter().chain(&of_rows);
        // Groups make tables: another group, and another table may bear the name.
        self.mapping.groups == mapping.groups
            // Records that begin with leads are no rows of deals any more.
            && self.assembled.begun.is_none()
            && self.assembled.record_file == Some(main.at)
            && self.mapping.files.iter().find(|f| f.name == main.mapping.name).is_some_and(|f| {
                f.kind == main.mapping.kind
                    && same.all(|role| f.header(*role) == main.mapping.header(*role))
            })
    }

    /// The rows that are records, and what was found of repeats.
    pub(super) fn rows(
        &mut self,
        main: &Source,
        mapping: &Mapping,
    ) -> Option<(Vec<u32>, Option<Finding>)> {
        if !self.holds(main, mapping, &[]) {
            return None;
        }
        let is_of_repeats = |f: &&Finding| match f {
            Finding::Repeats { file, .. } | Finding::RepeatsKept { file, .. } => {
                *file == main.mapping.name
            }
            _ => false,
        };
        let repeats = self.assembled.findings.iter().find(is_of_repeats).cloned();
        Some((std::mem::take(&mut self.assembled.records.row), repeats))
    }

    /// The numbers of accounts or of persons.
    pub(super) fn numbers(
        &mut self,
        main: &Source,
        mapping: &Mapping,
        role: Role,
    ) -> Option<Vec<u32>> {
        if !self.holds(main, mapping, &[role]) {
            return None;
        }
        let details = &mut self.assembled.details;
        Some(std::mem::take(if role == Role::Account {
            &mut details.account
        } else {
            &mut details.person
        }))
    }
}
