//! Rows on their way into the table: each cell a code into its column's dictionary. No cell is
//! allocated by itself.
//!
//! Not here: which records are rows (`tail`, `importer`), what their cells are (`infer`).

use super::super::issue::IssueKind;
use super::super::profile::HEAD_ROWS;
use super::super::table::Dictionary;
use super::notes::{Notes, Spot};
use super::record::Record;
use hashbrown::HashMap;
use rustc_hash::FxBuildHasher;

/// A column whose cells are still texts.
#[derive(Clone, Debug, Default)]
pub struct RawColumn {
    pub header: String,
    pub codes: Vec<u32>,
    pub dictionary: Dictionary,
    /// Code of the row before: exports are sorted, and the next cell is often the same.
    last: u32,
    /// How many cells are empty.
    pub blanks: u32,
}

impl RawColumn {
    pub fn new(header: String) -> RawColumn {
        RawColumn { header, ..RawColumn::default() }
    }

    fn push(&mut self, cell: &str) {
        let cell = trimmed(cell);
        let code = if cell.is_empty() {
            self.blanks += 1;
            0
        } else if self.dictionary.get(self.last) == cell {
            self.last
        } else {
            self.last = self.dictionary.intern(cell);
            self.last
        };
        self.codes.push(code);
    }
}

/// Blanks of any kind off both ends; the quick look covers nearly every cell.
fn trimmed(cell: &str) -> &str {
    let solid = |b: Option<&u8>| b.is_some_and(|b| (0x21..0x7f).contains(b));
    let bytes = cell.as_bytes();
    if solid(bytes.first()) && solid(bytes.last()) {
        return cell;
    }
    cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}')
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

    /// Takes in a record as the next row.
    pub fn push(&mut self, record: &Record, notes: &mut Notes) {
        let text = record.text();
        let mut begin = 0;
        let mut ends = record.ends().iter();
        for column in &mut self.columns {
            match ends.next() {
                Some(end) => {
                    column.push(text.get(begin..*end).unwrap_or_default());
                    begin = *end;
                }
                None => column.push(""),
            }
        }
        if self.head.len() < HEAD_ROWS {
            self.head.push(record.to_cells());
        }
        self.records.push(record.number);
        self.lines.push(record.line);
        if record.len() != self.columns.len() {
            self.note_width(record, notes);
        }
    }

    fn note_width(&mut self, record: &Record, notes: &mut Notes) {
        let width = self.columns.len();
        if record.len() < width {
            self.short += 1;
            let joined = || notes.joined(record.cells());
            let text = if self.short <= 1000 { joined() } else { String::new() };
            notes.add(IssueKind::ShortRow, Spot::of(record), || text);
        } else if record.cells().skip(width).any(|c| !trimmed(c).is_empty()) {
            let text = notes.joined(record.cells().skip(width));
            notes.add(IssueKind::LongRow, Spot::of(record), || text);
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
