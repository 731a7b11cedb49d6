//! The header once more among the rows: exports that were put together one below the other bring
//! theirs along, and each would count as a deal.
//!
//! Not here: files that are dropped together (`engine::append`).

use super::column::trimmed;
use super::notes::Notes;
use super::rows::Rows;
use super::{AsideReason, SetAside};

/// Fewer names than this may well be values.
const LEAST_NAMES: usize = 2;

/// Whether cells say what the headers say.
pub fn is_header_again<'a>(rows: &Rows, cells: impl Iterator<Item = &'a str>) -> bool {
    let (mut alike, mut names) = (0, 0);
    for (column, cell) in rows.columns.iter().zip(cells) {
        let cell = trimmed(cell);
        if !says(&column.header, cell) {
            return false;
        }
        alike += 1;
        names += usize::from(!cell.is_empty());
    }
    alike == rows.columns.len() && names >= LEAST_NAMES
}

/// Whether a header as the table has it was made of this cell: repeated ones are numbered, blank
/// ones are given a name.
fn says(header: &str, cell: &str) -> bool {
    let numbered = || header.strip_prefix(cell).and_then(|n| n.strip_prefix('.'));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    match cell {
        "" => header.strip_prefix("Column ").is_some_and(is_number),
        cell => header == cell || numbered().is_some_and(is_number),
    }
}

/// Takes such rows out of the table.
pub fn take_out(rows: &mut Rows, notes: &mut Notes) {
    let found = find(rows);
    for row in &found {
        notes.set_aside(SetAside {
            reason: AsideReason::Header,
            record: rows.records.get(*row).copied().unwrap_or_default(),
            line: rows.lines.get(*row).copied().unwrap_or_default(),
            cells: texts(rows, *row).map(str::to_owned).collect(),
        });
    }
    rows.remove_all(&found);
}

/// They are looked for in the column with the fewest texts: where its header is not among them,
/// there are none.
fn find(rows: &Rows) -> Vec<usize> {
    let fewest = rows.columns.iter().min_by_key(|c| c.dictionary.len());
    let Some(column) = fewest.filter(|_| rows.columns.len() >= LEAST_NAMES) else {
        return Vec::new();
    };
    let texts_of = |code: &u32| says(&column.header, column.dictionary.get(*code));
    let codes: Vec<u32> = (1..column.dictionary.len() as u32).filter(texts_of).collect();
    if codes.is_empty() {
        return Vec::new();
    }
    let held = column.codes.iter().enumerate().filter(|(_, code)| codes.contains(code));
    held.map(|(row, _)| row).filter(|row| is_header_again(rows, texts(rows, *row))).collect()
}

fn texts(rows: &Rows, row: usize) -> impl Iterator<Item = &str> {
    rows.columns.iter().map(move |c| c.dictionary.get(c.codes.get(row)))
}
