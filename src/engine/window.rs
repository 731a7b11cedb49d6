//! A window onto rows: of all rows that a figure or a check names, the few that somebody looks at,
//! sorted and searched over all of them.
//!
//! Not here: which rows they are (`audit`, `query::lineage`), the rows that an import left out
//! (`append`).

use super::fold::fold;
use super::funnel::FileView;
use super::report::Order;
use super::table::{Cells, Column, Table};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// The most rows of one window.
pub const MOST_ROWS: u32 = 5_000;
/// Longer cells are shown in part.
const MOST_LETTERS: usize = 400;

/// Rows of one file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picked {
    /// Position among the files.
    pub file: usize,
    pub rows: Vec<PickedRow>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PickedRow {
    pub row: u32,
    pub part: Option<Part>,
    /// What part of it (or how many times) the figure counts, where not each once and whole.
    pub share: Option<f64>,
}

/// What a row is to a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Counted, in a figure that is no division.
    Counted,
    /// Above and below the line of a division.
    Both,
    /// Only above: what is divided.
    Above,
    /// Only below: what it is divided by.
    Below,
    /// One of the values behind a median or a mean of days.
    Value,
    /// What an answer to a survey is to the score.
    Promoter,
    Passive,
    Detractor,
    WithoutAmount,
    OtherCurrency,
    WithoutDates,
    DatesOutOfOrder,
    /// Of two exports: the row has no id by which it could be paired, or another row of its id
    /// counts.
    WithoutId,
    Repeated,
    /// Left out by this figure for a reason of its own.
    LeftOut,
}

impl Part {
    /// Whether the figure is made of such rows.
    pub fn counts(self) -> bool {
        self.has_name() || matches!(self, Part::Counted | Part::Both | Part::Above | Part::Below)
    }

    /// Whether such a row counts by a name of its own, and not above or below a line.
    pub fn has_name(self) -> bool {
        matches!(self, Part::Value | Part::Promoter | Part::Passive | Part::Detractor)
    }
}

/// Which rows are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowSpec {
    /// Which of the files, by its place among those that have rows.
    pub table: u32,
    pub start: u64,
    pub count: u32,
    /// By a column of the file, from 0.
    pub sort: Option<(u32, Order)>,
    /// Folded text that any cell has to hold; empty: all.
    pub find: String,
    /// Only rows of these parts; empty: all.
    pub parts: Vec<Part>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Window {
    /// The files that have rows, and how many.
    pub tables: Vec<(String, u64)>,
    pub table: u32,
    pub headers: Vec<String>,
    /// Rows have shares.
    #[serde(default)]
    pub is_shared: bool,
    /// Rows of this file that are found.
    pub found: u64,
    pub start: u64,
    pub rows: Vec<WindowRow>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct WindowRow {
    /// As people count.
    pub file: String,
    pub record: u32,
    pub line: u32,
    pub part: Option<Part>,
    #[serde(default)]
    pub share: Option<f64>,
    /// Cells as plain text; one that could not be read as it stands in the file.
    pub cells: Vec<String>,
}

/// The window onto picked rows.
pub fn window(files: &[FileView<'_>], picked: &[Picked], spec: &WindowSpec) -> Window {
    let name = |p: &Picked| files.get(p.file).map_or("", |f| f.profile.name.as_str()).to_owned();
    let tables = picked.iter().map(|p| (name(p), p.rows.len() as u64)).collect();
    let at = (spec.table as usize).min(picked.len().saturating_sub(1));
    let found = picked.get(at).and_then(|p| Some((p, files.get(p.file)?)));
    let Some((of_file, file)) = found else { return Window::default() };
    let table = file.table;
    let is_wanted = |row: &PickedRow| {
        spec.parts.is_empty() || row.part.is_some_and(|part| spec.parts.contains(&part))
    };
    let mut rows: Vec<PickedRow> = of_file.rows.iter().copied().filter(is_wanted).collect();
    let needle = fold(&spec.find);
    if !needle.is_empty() {
        let search = Search::new(table, &needle);
        rows.retain(|row| search.finds(row.row as usize));
    }
    if let Some((column, order)) = spec.sort
        && let Some(column) = table.columns.get(column as usize)
    {
        sort(&mut rows, column, order);
    }
    let start = spec.start.min(rows.len() as u64);
    let shown = rows.iter().skip(start as usize).take(spec.count.min(MOST_ROWS) as usize);
    Window {
        tables,
        table: at as u32,
        headers: table.columns.iter().map(|c| c.header.clone()).collect(),
        is_shared: of_file.rows.iter().any(|row| row.share.is_some()),
        found: rows.len() as u64,
        start,
        rows: shown.map(|row| shown_row(table, &file.profile.name, *row)).collect(),
    }
}

fn shown_row(table: &Table, name: &str, picked: PickedRow) -> WindowRow {
    let row = picked.row as usize;
    let cell = |column: &Column| {
        let mut text = written(column, row);
        if let Some((end, _)) = text.char_indices().nth(MOST_LETTERS) {
            text.truncate(end);
            text.push('…');
        }
        text
    };
    WindowRow {
        file: table.file_of(picked.row).unwrap_or(name).to_owned(),
        record: table.records.get(row).copied().unwrap_or(0),
        line: table.lines.get(row).copied().unwrap_or(0),
        part: picked.part,
        share: picked.share,
        cells: table.columns.iter().map(cell).collect(),
    }
}

fn written(column: &Column, row: usize) -> String {
    let unread = column.unread.binary_search_by_key(&row, |(row, _)| *row as usize);
    match unread.ok().and_then(|at| column.unread.get(at)) {
        Some((_, text)) => text.clone(),
        None => column.plain_text(row),
    }
}

/// Which values hold a text: decided once a distinct text, so that a million rows are a million
/// look-ups.
struct Search<'a> {
    texts: Vec<(&'a Column, Vec<bool>)>,
    others: Vec<&'a Column>,
    needle: &'a str,
}

impl<'a> Search<'a> {
    fn new(table: &'a Table, needle: &'a str) -> Search<'a> {
        let mut search = Search { texts: Vec::new(), others: Vec::new(), needle };
        for column in &table.columns {
            match &column.cells {
                Cells::Text(text) => {
                    let held = text.dictionary.iter().map(|(_, t)| fold(t).contains(needle));
                    search.texts.push((column, held.collect()));
                }
                _ => search.others.push(column),
            }
        }
        search
    }

    fn finds(&self, row: usize) -> bool {
        let in_texts = self.texts.iter().any(|(column, held)| {
            let code = column.text().map_or(0, |text| text.codes.get(row));
            held.get(code as usize) == Some(&true)
        });
        in_texts || self.others.iter().any(|c| fold(&written(c, row)).contains(self.needle))
    }
}

/// By value; missing ones come last in either order, equals stay in the order of the file.
fn sort(rows: &mut [PickedRow], column: &Column, order: Order) {
    let turned = |ordering: Ordering| match order {
        Order::Ascending => ordering,
        Order::Descending => ordering.reverse(),
    };
    let missing = |row: &PickedRow| column.is_missing(row.row as usize);
    if let Cells::Text(text) = &column.cells {
        let folded: Vec<String> = text.dictionary.iter().map(|(_, t)| fold(t)).collect();
        let of = |row: &PickedRow| folded.get(text.codes.get(row.row as usize) as usize);
        rows.sort_by(|a, b| missing(a).cmp(&missing(b)).then_with(|| turned(of(a).cmp(&of(b)))));
        return;
    }
    let value = |row: &PickedRow| match &column.cells {
        Cells::Number(v) => v.get(row.row as usize).copied().unwrap_or(f64::NAN),
        Cells::Day(v) => v.get(row.row as usize).map_or(f64::NAN, |d| f64::from(*d)),
        // Seconds since 1970 are far within what a float holds exactly.
        Cells::Moment(v) => v.get(row.row as usize).map_or(f64::NAN, |m| *m as f64),
        Cells::Flag(v) => v.get(row.row as usize).map_or(f64::NAN, |f| f64::from(*f)),
        Cells::Text(_) => f64::NAN,
    };
    rows.sort_by(|a, b| {
        missing(a).cmp(&missing(b)).then_with(|| turned(value(a).total_cmp(&value(b))))
    });
}
