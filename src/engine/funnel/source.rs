//! A file beside its mapping: which column plays which role.

use super::FileView;
use crate::engine::error::BuildError;
use crate::engine::mapping::clock::Clock;
use crate::engine::mapping::{FileKind, FileMapping, Mapping, Role};
use crate::engine::table::{Cells, Column, NO_DAY, Table, is_all};
use crate::engine::value::{Day, Moment};

/// One mapped file.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    /// Position among the files.
    pub at: usize,
    pub view: FileView<'a>,
    pub table: &'a Table,
    pub mapping: &'a FileMapping,
    pub clock: Clock,
}

impl<'a> Source<'a> {
    /// A file of the mapping.
    pub fn find(
        files: &[FileView<'a>],
        mapping: &Mapping,
        file: &'a FileMapping,
    ) -> Result<Source<'a>, BuildError> {
        let clock = mapping.clock(file);
        match position(files, &file.name) {
            Some((at, view)) => Ok(Source { at, view, table: view.table, mapping: file, clock }),
            None => Err(BuildError::FileMissing { file: file.name.clone() }),
        }
    }

    /// All files of a kind, in the order of the mapping; without those that are only awaited.
    pub fn of_kind(
        files: &[FileView<'a>],
        mapping: &'a Mapping,
        kind: FileKind,
    ) -> Result<Vec<Source<'a>>, BuildError> {
        let is_here = |f: &&FileMapping| !f.awaited || position(files, &f.name).is_some();
        let of_kind = mapping.files.iter().filter(|f| f.kind == kind).filter(is_here);
        of_kind.map(|f| Source::find(files, mapping, f)).collect()
    }

    /// The column that plays a role; an error where the mapping names one that is not there.
    pub fn role(&self, role: Role) -> Result<Option<&'a Column>, BuildError> {
        self.mapping.header(role).map(|header| self.column(header)).transpose()
    }

    /// See [`Clock::day`].
    pub fn day(&self, column: &Column, row: usize) -> Option<Day> {
        self.clock.day(column, row)
    }

    /// The calendar days of rows; [`NO_DAY`] where there is none.
    pub fn days(&self, column: &Column, rows: &[u32]) -> Vec<i32> {
        match &column.cells {
            Cells::Day(days) if is_all(rows, days.len()) => days.clone(),
            Cells::Day(days) => {
                rows.iter().map(|row| days.get(*row as usize).copied().unwrap_or(NO_DAY)).collect()
            }
            _ => self.clock.days(column, rows.iter().map(|row| *row as usize)),
        }
    }

    /// The same of the column that plays a role; [`NO_DAY`] where none does.
    pub fn days_of(&self, role: Role, rows: &[u32]) -> Result<Vec<i32>, BuildError> {
        let column = self.role(role)?;
        Ok(column.map_or_else(|| vec![NO_DAY; rows.len()], |column| self.days(column, rows)))
    }

    /// See [`Clock::moment`].
    pub fn moment(&self, column: &Column, row: usize) -> Option<Moment> {
        self.clock.moment(column, row)
    }

    /// A column by its header.
    pub fn column(&self, header: &str) -> Result<&'a Column, BuildError> {
        column(self.table, &self.mapping.name, header)
    }
}

/// The file of this name, with its position.
pub(super) fn position<'a>(files: &[FileView<'a>], name: &str) -> Option<(usize, FileView<'a>)> {
    files.iter().copied().enumerate().find(|(_, f)| f.profile.name == name)
}

/// The column of a table, or the error that it is missing.
pub(super) fn column<'a>(
    table: &'a Table,
    file: &str,
    header: &str,
) -> Result<&'a Column, BuildError> {
    table.column(header).ok_or_else(|| BuildError::ColumnMissing {
        file: file.to_owned(),
        column: header.to_owned(),
    })
}
