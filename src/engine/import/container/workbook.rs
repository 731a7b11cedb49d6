//! The reader of workbooks, by calamine: one sheet as the text of a table, each cell as exactly as
//! the workbook has it. Days are written as ISO 8601 by the cell's format and the workbook's
//! epoch, percent and currency stay with their numbers, texts stay as they are.
//!
//! It is heavy, so that the page has it in a module of its own (`bin/book.rs`).

use super::ContainerKind;
use super::book::{BookFault, Sheet, choose};
use super::cells::{Cells, MOST_TEXT};
use super::workbook_cell::{Format, moment, number, span};
use calamine::{
    Data, DataRef, ExcelDateTime, Ods, OdsError, Range, Reader, SheetType, SheetVisible, Xls,
    XlsError, Xlsx, XlsxError,
};
use std::io::Cursor;

type Bytes<'a> = Cursor<&'a [u8]>;

/// Reads a workbook: a sheet by its name, or the first one that is shown and holds cells.
pub fn read_workbook(
    bytes: &[u8],
    kind: ContainerKind,
    wanted: Option<&str>,
) -> Result<Sheet, BookFault> {
    let read = || match kind {
        ContainerKind::Xls => {
            let book = Xls::new(Cursor::new(bytes)).map_err(|e| match e {
                XlsError::Password => BookFault::Encrypted,
                _ => BookFault::Damaged,
            })?;
            let is_1904 = book.has_1904_epoch();
            read_ranges(book, is_1904, wanted)
        }
        ContainerKind::Ods => {
            let book = Ods::new(Cursor::new(bytes)).map_err(|e| match e {
                OdsError::Password => BookFault::Encrypted,
                _ => BookFault::Damaged,
            })?;
            read_ranges(book, false, wanted)
        }
        _ => {
            let book = Xlsx::new(Cursor::new(bytes)).map_err(|e| match e {
                XlsxError::Password => BookFault::Encrypted,
                _ => BookFault::Damaged,
            })?;
            read_xlsx(book, wanted)
        }
    };
    // A broken workbook may be more than its reader was made for.
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(read)).unwrap_or(Err(BookFault::Damaged))
}

/// The worksheets by name, and whether each is shown.
fn sheets<'a, B: Reader<Bytes<'a>>>(book: &B) -> (Vec<String>, Vec<bool>) {
    let all = book.sheets_metadata().iter();
    all.filter(|s| s.typ == SheetType::WorkSheet)
        .map(|s| (s.name.clone(), s.visible == SheetVisible::Visible))
        .unzip()
}

fn read_xlsx(mut book: Xlsx<Bytes>, wanted: Option<&str>) -> Result<Sheet, BookFault> {
    let (names, shown) = sheets(&book);
    let filled: Vec<bool> = names
        .iter()
        .zip(shown)
        .map(|(name, shown)| wanted.is_none() && shown && has_cells(&mut book, name))
        .collect();
    let at = choose(&names, wanted, |at| filled.get(at) == Some(&true))?;
    let chosen = names.get(at).cloned().unwrap_or_default();
    let is_1904 = book.has_1904_epoch();
    let damaged = |_| BookFault::Damaged;
    let mut reader = book.worksheet_cells_reader(&chosen).map_err(damaged)?;
    let formats: Vec<Format> = reader
        .styles()
        .iter()
        .map(|style| {
            let format = style.number_format.as_ref();
            format.map_or(Format::default(), |f| Format::of(&f.format_code, f.format_id))
        })
        .collect();
    let plain = Format::default();
    let mut writer = Writer { is_1904, ..Writer::default() };
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(damaged)? {
        let value = cell.get_value();
        if *value != DataRef::Empty {
            writer.go_to(cell.get_position())?;
            writer.cell(value, formats.get(style).unwrap_or(&plain));
        }
    }
    drop(reader);
    writer.sheet(chosen, names)
}

fn has_cells(book: &mut Xlsx<Bytes>, name: &str) -> bool {
    let Ok(mut reader) = book.worksheet_cells_reader(name) else { return false };
    while let Ok(Some(cell)) = reader.next_cell() {
        if *cell.get_value() != DataRef::Empty {
            return true;
        }
    }
    false
}

fn read_ranges<'a, B: Reader<Bytes<'a>>>(
    mut book: B,
    is_1904: bool,
    wanted: Option<&str>,
) -> Result<Sheet, BookFault> {
    let (names, shown) = sheets(&book);
    let mut range: Option<Range<Data>> = None;
    let mut take = |at: usize| {
        let name = names.get(at)?;
        book.worksheet_range(name).ok().filter(|r| wanted.is_some() || !r.is_empty())
    };
    let at = match wanted {
        Some(_) => {
            let at = choose(&names, wanted, |_| false)?;
            range = take(at);
            at
        }
        None => {
            let found = (0..names.len()).filter(|at| shown.get(*at) == Some(&true)).find(|at| {
                range = take(*at);
                range.is_some()
            });
            choose(&names, None, |at| Some(at) == found)?
        }
    };
    let range = range.ok_or(BookFault::Damaged)?;
    let (first_row, first_column) = range.start().unwrap_or_default();
    let mut writer = Writer { is_1904, ..Writer::default() };
    let plain = Format::default();
    for (row, column, value) in range.used_cells() {
        let place = (first_row + row as u32, first_column + column as u32);
        writer.go_to(place)?;
        writer.cell(&borrowed(value), &plain);
    }
    let chosen = names.get(at).cloned().unwrap_or_default();
    writer.sheet(chosen, names)
}

fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::Int(n) => DataRef::Int(*n),
        Data::Float(x) => DataRef::Float(*x),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(is) => DataRef::Bool(*is),
        Data::DateTime(serial) => DataRef::DateTime(*serial),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

#[derive(Default)]
struct Writer {
    cells: Cells,
    row: u32,
    is_1904: bool,
    typed: bool,
}

impl Writer {
    /// Leaves blank what lies between the last cell and this one.
    fn go_to(&mut self, (row, column): (u32, u32)) -> Result<(), BookFault> {
        if self.cells.is_full() {
            return Err(BookFault::TooLarge(MOST_TEXT as u64));
        }
        if row < self.row || (row == self.row && column < self.cells.width()) {
            return Err(BookFault::Damaged);
        }
        while self.row < row {
            self.cells.end_row();
            self.row += 1;
        }
        self.cells.blank_to(column);
        Ok(())
    }

    fn cell(&mut self, value: &DataRef, format: &Format) {
        match value {
            DataRef::Int(n) => {
                self.typed = true;
                self.cells.plain(&format.dress(&n.to_string()));
            }
            DataRef::Float(x) => {
                self.typed = true;
                self.cells.plain(&format.dress(&number(*x)));
            }
            DataRef::DateTime(serial) => self.cells.plain(&self.moment(serial)),
            DataRef::DateTimeIso(text) => self.cells.text(&text.replace('T', " ")),
            DataRef::Bool(true) => self.cells.plain("true"),
            DataRef::Bool(false) => self.cells.plain("false"),
            DataRef::Error(error) => self.cells.text(&error.to_string()),
            DataRef::String(text) | DataRef::DurationIso(text) => self.cells.text(text),
            DataRef::SharedString(text) => self.cells.text(text),
            DataRef::Empty => self.cells.plain(""),
        }
    }

    fn moment(&self, serial: &ExcelDateTime) -> String {
        let value = serial.as_f64();
        if serial.is_duration() { span(value) } else { moment(value, self.is_1904) }
    }

    fn sheet(mut self, chosen: String, names: Vec<String>) -> Result<Sheet, BookFault> {
        self.cells.end_row();
        let text = self.cells.finish().ok_or(BookFault::TooLarge(MOST_TEXT as u64))?;
        Ok(Sheet { chosen, names, text, typed: self.typed })
    }
}
