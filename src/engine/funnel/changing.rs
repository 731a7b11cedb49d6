//! Values that change in the course of a record: where a history of stages makes the records, an owner
//! or a channel may be another in one row than in the next (reference: funnels, 5d). One row speaks for
//! the record (`mapping::ValueAt`); here it is counted for how many records that matters.
//!
//! Not here: which row that is (`log`).

use super::history::HistoryFinding;
use super::log::NO_RECORD;
use super::source::Source;
use super::{Assembled, FileView};
use crate::engine::audit::Finding;
use crate::engine::dimension::{Dimension, available, codes_of_rows};
use crate::engine::mapping::{FileKind, Role, ValueAt};
use serde::{Deserialize, Serialize};

/// Columns by which records can be grouped, of which the value changes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Changing {
    /// Which value counts.
    pub at: ValueAt,
    /// Most records first.
    pub columns: Vec<ChangingColumn>,
    /// Records of which any column of the history changes.
    pub records: u64,
}

/// A column of the history, or of a file that is joined to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChangingColumn {
    pub file: String,
    pub header: String,
    /// Records of which not all rows have the same value; an empty cell is a value.
    pub records: u64,
}

/// What a row of a history is about: different in each.
const OF_EVENTS: [Role; 4] = [Role::Record, Role::FromStage, Role::Stage, Role::Date];

/// What changes, where the records' file is a history.
pub(super) fn read(main: &Source, files: &[FileView], made: &Assembled) -> Option<Changing> {
    if main.mapping.kind != FileKind::StageHistory {
        return None;
    }
    let rows: Vec<u32> = (0..main.table.rows as u32).collect();
    let name = &main.mapping.name;
    let mut changed = vec![false; made.records.count];
    let mut columns = Vec::new();
    for dimension in available(made, files) {
        let Dimension::Column { file, header } = &dimension else { continue };
        let of_log = file == name;
        let of_events = |role: &Role| main.mapping.header(*role) == Some(header.as_str());
        if of_log && OF_EVENTS.iter().any(of_events) {
            continue;
        }
        let Some(differs) = differing(made, files, &dimension, &rows) else { continue };
        let records = differs.iter().filter(|d| **d).count() as u64;
        if of_log {
            changed.iter_mut().zip(&differs).for_each(|(all, one)| *all |= one);
        }
        let (file, header) = (file.clone(), header.clone());
        columns.extend((records > 0).then_some(ChangingColumn { file, header, records }));
    }
    columns.sort_by_key(|c| std::cmp::Reverse(c.records));
    let records = changed.iter().filter(|c| **c).count() as u64;
    let at = main.mapping.value_at;
    Some(Changing { at, columns, records })
}

/// By record whether its rows have several values in a column.
fn differing(
    made: &Assembled,
    files: &[FileView],
    column: &Dimension,
    rows: &[u32],
) -> Option<Vec<bool>> {
    let codes = codes_of_rows(made, files, column, rows)?;
    let (of_row, records) = (&made.record_of_event, made.records.count);
    let mut first: Vec<Option<u32>> = vec![None; records];
    let mut differs = vec![false; records];
    for (record, code) in of_row.iter().zip(&codes).filter(|(record, _)| **record != NO_RECORD) {
        let record = *record as usize;
        if let (Some(known), Some(flag)) = (first.get_mut(record), differs.get_mut(record)) {
            *flag |= known.is_some_and(|known| known != *code);
            known.get_or_insert(*code);
        }
    }
    Some(differs)
}

impl Changing {
    /// What is told beside the figures, of the history's own columns.
    pub(super) fn finding(&self, file: &str) -> Option<Finding> {
        let own = self.columns.iter().filter(|c| c.file == file);
        let columns: Vec<(String, u64)> = own.map(|c| (c.header.clone(), c.records)).collect();
        let (file, at, records) = (file.to_owned(), self.at, self.records);
        let finding = HistoryFinding::ValuesChange { file, at, columns, records };
        (records > 0).then_some(Finding::History(finding))
    }

    /// The same of these columns alone, by file and header.
    #[must_use]
    pub fn only(&self, columns: &[(String, String)]) -> Changing {
        let is_asked =
            |c: &&ChangingColumn| columns.iter().any(|(f, h)| (f, h) == (&c.file, &c.header));
        let columns = self.columns.iter().filter(is_asked).cloned().collect();
        Changing { columns, ..self.clone() }
    }

    /// With columns that formulas read: records need not be grouped by such.
    pub(crate) fn with(
        mut self,
        columns: Vec<(String, String)>,
        made: &Assembled,
        files: &[FileView],
    ) -> Changing {
        let rows: Vec<u32> = match columns.is_empty() {
            true => Vec::new(),
            false => (0..made.record_of_event.len() as u32).collect(),
        };
        for (file, header) in columns {
            let is_it = |c: &ChangingColumn| (&c.file, &c.header) == (&file, &header);
            if self.columns.iter().any(is_it) {
                continue;
            }
            let column = Dimension::Column { file: file.clone(), header: header.clone() };
            let Some(differs) = differing(made, files, &column, &rows) else { continue };
            let records = differs.iter().filter(|d| **d).count() as u64;
            self.columns.extend((records > 0).then_some(ChangingColumn { file, header, records }));
        }
        self
    }
}
