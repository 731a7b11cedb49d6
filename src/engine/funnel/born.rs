//! The moment at which each record was created, where files tell it with a time of day.
//!
//! Not here: days, which the records have themselves.

use super::source::Source;
use super::{Assembled, FileView, NO_KEY};
use crate::engine::error::BuildError;
use crate::engine::mapping::{Mapping, Role};
use crate::engine::table::{Cells, Column};
use crate::engine::value::Moment;

/// See the module.
#[derive(Default)]
pub(super) struct Born {
    moments: Vec<Option<Moment>>,
    /// The moments have times.
    pub has_times: bool,
}

impl Born {
    /// By the lead where records begin with one, else by the records' own row.
    pub fn of(
        files: &[FileView],
        mapping: &Mapping,
        main: Option<&Source>,
        made: &Assembled,
    ) -> Result<Born, BuildError> {
        let mut born = Born { moments: vec![None; made.records.count], has_times: false };
        if let Some((main, column)) = main.and_then(|m| Some((m, m.role(Role::Created).ok()??))) {
            born.fill(main, column, &made.records.row);
        }
        let Some(begun) = &made.begun else { return Ok(born) };
        let Some(view) = files.get(begun.lead_file) else { return Ok(born) };
        let lead = mapping.files.iter().find(|f| f.name == view.profile.name);
        let lead = lead.map(|f| Source::find(files, mapping, f)).transpose()?;
        if let Some((lead, column)) = lead.and_then(|l| Some((l, l.role(Role::Created).ok()??))) {
            born.fill(&lead, column, &begun.lead_row);
        }
        Ok(born)
    }

    fn fill(&mut self, source: &Source, column: &Column, rows: &[u32]) {
        // A day without a time is no moment to count hours from.
        let timed = matches!(column.cells, Cells::Moment(_));
        self.has_times |= timed;
        for (slot, row) in self.moments.iter_mut().zip(rows).filter(|(_, row)| **row < NO_KEY) {
            *slot = Some(column).filter(|_| timed).and_then(|c| source.moment(c, *row as usize));
        }
    }

    pub fn at(&self, record: usize) -> Option<Moment> {
        self.moments.get(record).copied().flatten()
    }
}
