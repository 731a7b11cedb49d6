//! Texts that the user reads otherwise than the file has them: a mistyped date put right, a word
//! that means “empty”. Put in place before the column is weighed, so that everything behind sees
//! the corrected text; each corrected cell is counted and keeps its place.
//!
//! A correction names a column and a text, never a row: next month's file has the same mistakes in
//! other rows. Not here: how texts are read (`infer`, `convert`).

use super::super::issue::IssueKind;
use super::column::RawColumn;
use super::notes::{Notes, Spot};
use serde::{Deserialize, Serialize};

/// One decision: this text, in this column, is read as that one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The column's header, as the table shows it.
    pub column: String,
    /// The text as in the file, blanks at its ends left off.
    pub text: String,
    /// What it is read as; empty: the cell is missing.
    pub reading: String,
}

/// Applies what was decided for this column. `records` and `lines` say where its rows stand.
pub fn apply(
    column: &mut RawColumn,
    corrections: &[Correction],
    (records, lines): (&[u32], &[u32]),
    notes: &mut Notes,
) {
    // Found before anything is taken in: no correction corrects another one's reading.
    let found: Vec<(u32, &Correction)> = corrections
        .iter()
        .filter(|c| c.column == column.header && !c.text.is_empty())
        .filter_map(|c| Some((column.dictionary.find(&c.text)?, c)))
        .collect();
    if found.is_empty() {
        return;
    }
    let changes: Vec<(u32, u32, &Correction)> = found
        .into_iter()
        .map(|(from, c)| (from, column.dictionary.intern(c.reading.trim()), c))
        .collect();
    for row in 0..column.codes.len() {
        let code = column.codes.get(row);
        let Some((_, to, correction)) = changes.iter().find(|(from, ..)| *from == code) else {
            continue;
        };
        column.codes.set(row, *to);
        column.blanks += u32::from(*to == 0);
        let spot = Spot {
            record: records.get(row).copied(),
            line: lines.get(row).copied(),
            column: Some(&column.header),
            ..Spot::default()
        };
        notes.add(IssueKind::Corrected, spot, || correction.text.clone());
    }
}
