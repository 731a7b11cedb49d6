//! Rows on their way into the table: each cell a code into its column's dictionary. No cell is
//! allocated by itself.
//!
//! Not here: one column of them (`column`), which records are rows (`tail`, `importer`), what
//! their cells are (`infer`).

use super::super::issue::IssueKind;
use super::super::profile::HEAD_ROWS;
use super::column::{CUT_BATCH, RawColumn, trimmed};
use super::cut::{Cuts, Signs};
use super::notes::{LONGEST_SHOWN, Notes, Spot, clipped};
use super::record::Record;
use hashbrown::HashMap;
use rustc_hash::FxBuildHasher;

/// How many rows are taken in at once: column after column, so that what is known of a column
/// stays near.
pub const BATCH: usize = 64;

fn cell<'a>(text: &'a str, ends: &[usize], at: usize) -> &'a str {
    let begin = at.checked_sub(1).map_or(Some(0), |before| ends.get(before).copied());
    let range = begin.zip(ends.get(at)).map(|(begin, end)| begin..*end);
    range.and_then(|r| text.get(r)).unwrap_or_default()
}

/// All rows read so far.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    pub columns: Vec<RawColumn>,
    pub records: Vec<u32>,
    pub lines: Vec<u32>,
    /// The first rows, cells as in the file.
    pub head: Vec<Vec<String>>,
    /// Rows with fewer cells than the table has columns.
    pub short: u64,
}

impl Rows {
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Takes in records as the next rows.
    pub fn push(&mut self, records: &[Record], notes: &mut Notes) {
        for batch in records.chunks(BATCH) {
            let texts: Vec<(&str, &[usize])> = batch.iter().map(|r| (r.text(), r.ends())).collect();
            for (i, column) in self.columns.iter_mut().enumerate() {
                column.push(texts.iter().map(|(text, ends)| cell(text, ends, i)));
            }
        }
        for record in records {
            if self.head.len() < HEAD_ROWS {
                let shown = |cell| clipped(cell, LONGEST_SHOWN).into_owned();
                self.head.push(record.cells().map(shown).collect());
            }
            self.records.push(record.number);
            self.lines.push(record.line);
            if record.len() != self.columns.len() {
                self.note_width(record, notes);
            }
        }
    }

    /// Takes in regular records where they stand in the text. `number` and `line` are those of
    /// the first. Whether a cell was in quotes.
    pub fn take(&mut self, text: &str, cuts: &Cuts, signs: Signs, number: u32, line: u32) -> bool {
        let (mut first, mut quoted) = (0, false);
        while first < cuts.len() {
            let count = (cuts.len() - first).min(CUT_BATCH);
            for (i, column) in self.columns.iter_mut().enumerate() {
                quoted |= column.take(text, cuts, signs, i, first..first + count);
            }
            first += count;
        }
        let numbers = (0..cuts.len() as u32).map(|i| number + i);
        self.records.extend(numbers);
        self.lines.extend((0..cuts.len()).map(|i| line + cuts.lines_before(i)));
        quoted
    }

    /// Takes a row out again, which is dear unless it is the last or the only one.
    pub fn remove(&mut self, row: usize) {
        if row >= self.len() {
            return;
        }
        for column in &mut self.columns {
            let code = column.codes.remove(row);
            column.blanks -= u32::from(code == 0);
        }
        self.records.remove(row);
        self.lines.remove(row);
        if row < self.head.len() {
            self.head.remove(row);
        }
    }

    /// Takes rows out again, which are given in ascending order.
    pub fn remove_all(&mut self, rows: &[usize]) {
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return };
        if first == last {
            return self.remove(*first);
        }
        let stays = |row: usize| rows.binary_search(&row).is_err();
        for column in &mut self.columns {
            let codes = column.codes.iter().enumerate().filter(|(row, _)| stays(*row));
            column.codes = codes.map(|(_, code)| code).collect();
            column.blanks = column.codes.iter().map(|code| u32::from(code == 0)).sum();
        }
        for places in [&mut self.records, &mut self.lines] {
            let mut row = 0..;
            places.retain(|_| row.next().is_some_and(stays));
        }
        let mut row = 0..;
        self.head.retain(|_| row.next().is_some_and(stays));
    }

    fn note_width(&mut self, record: &Record, notes: &mut Notes) {
        let width = self.columns.len();
        if record.len() < width {
            self.short += 1;
            let joined = || notes.joined(record.cells());
            let text = if self.short <= 1000 { joined() } else { String::new() };
            notes.add_uneven(IssueKind::ShortRow, record, || text);
        } else if record.cells().skip(width).any(|c| !trimmed(c).is_empty()) {
            let text = notes.joined(record.cells().skip(width));
            notes.add_uneven(IssueKind::LongRow, record, || text);
        }
    }
}

/// Headers as the table shows them: trimmed, blank ones numbered, repeated ones kept apart.
pub fn headers(record: Option<&Record>, width: usize, notes: &mut Notes) -> Vec<String> {
    let spot = record.map(Spot::of).unwrap_or_default();
    let cells: Vec<&str> = record.map(|r| r.cells().map(trimmed).collect()).unwrap_or_default();
    let mut seen: HashMap<String, u32, FxBuildHasher> = HashMap::default();
    let mut names = Vec::with_capacity(width);
    for i in 0..width {
        let cell = cells.get(i).copied().unwrap_or_default();
        let name = if cell.is_empty() { format!("Column {}", i + 1) } else { cell.to_owned() };
        if cell.is_empty() && record.is_some() {
            notes.add(IssueKind::BlankHeader, Spot { column: Some(&name), ..spot }, String::new);
        }
        let unique = distinct(&name, &mut seen);
        if unique != name {
            let text = name.clone();
            notes.add(IssueKind::RepeatedHeader, Spot { column: Some(&unique), ..spot }, || text);
        }
        names.push(unique);
    }
    names
}

/// The name, or the name with the first free number behind it.
fn distinct(name: &str, seen: &mut HashMap<String, u32, FxBuildHasher>) -> String {
    if !seen.contains_key(name) {
        seen.insert(name.to_owned(), 1);
        return name.to_owned();
    }
    loop {
        let Some(n) = seen.get_mut(name) else { return name.to_owned() };
        *n += 1;
        let numbered = format!("{name}.{n}");
        if !seen.contains_key(&numbered) {
            seen.insert(numbered.clone(), 1);
            return numbered;
        }
    }
}
