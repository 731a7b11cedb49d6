//! Workbooks as XML of 2003 (`<?mso-application progid="Excel.Sheet"?>`), which many servers
//! write and call `.xls`: every cell says what it is.

use super::book::{BookFault, Sheet, choose};
use super::cells::{Cells, MOST_TEXT};
use super::markup::{Markup, Token, attribute, decode_entities};

/// Excel has no more columns and rows.
const MOST_COLUMNS: u32 = 16_384;
const MOST_ROWS: u32 = 1 << 20;

/// Whether markup is such a workbook, by its beginning.
pub fn is_workbook(head: &str) -> bool {
    head.contains("urn:schemas-microsoft-com:office:spreadsheet")
}

/// A sheet by its name, or the first one with cells.
pub fn read(markup: &str, wanted: Option<&str>) -> Result<Sheet, BookFault> {
    let mut sheets: Vec<(String, Reading)> = Vec::new();
    for token in Markup::xml(markup) {
        if let Token::Open { name, attributes, is_closed: false } = &token
            && name == "worksheet"
        {
            let name = attribute(attributes, "name").unwrap_or_default();
            sheets.push((name, Reading::default()));
        } else if let Some((_, sheet)) = sheets.last_mut() {
            sheet.take(&token);
            if sheet.cells.is_full() {
                return Err(BookFault::TooLarge(MOST_TEXT as u64));
            }
        }
    }
    let names: Vec<String> = sheets.iter().map(|(name, _)| name.clone()).collect();
    let filled = |at: usize| sheets.get(at).is_some_and(|(_, s)| s.cells.filled > 0);
    let at = choose(&names, wanted, filled)?;
    let (chosen, sheet) = sheets.swap_remove(at);
    let text = sheet.cells.finish().ok_or(BookFault::TooLarge(MOST_TEXT as u64))?;
    Ok(Sheet { chosen, names, text, typed: sheet.typed })
}

#[derive(Default)]
struct Reading {
    cells: Cells,
    in_row: bool,
    /// The cell under way: its type, once its value begins, and its text.
    kind: Option<String>,
    text: String,
    /// Columns that the cell under way covers besides its own.
    across: u32,
    in_cell: bool,
    typed: bool,
}

impl Reading {
    fn take(&mut self, token: &Token) {
        match token {
            Token::Open { name, attributes, is_closed } => {
                self.open(name, attributes);
                if *is_closed {
                    self.close(name);
                }
            }
            Token::Close { name } => self.close(name),
            Token::Text(text) if self.kind.is_some() => decode_entities(text, &mut self.text),
            Token::Plain(text) if self.kind.is_some() => self.text.push_str(text),
            _ => {}
        }
    }

    fn open(&mut self, name: &str, attributes: &str) {
        let number = |name| attribute(attributes, name).and_then(|n| n.parse::<u32>().ok());
        match name {
            "row" => {
                self.close("row");
                let row = number("index").unwrap_or(0).min(MOST_ROWS) as usize;
                while self.cells.row_count() + 1 < row {
                    self.cells.end_row();
                }
                self.in_row = true;
            }
            "cell" if self.in_row => {
                self.close("cell");
                let column = number("index").unwrap_or(0).min(MOST_COLUMNS);
                self.cells.blank_to(column.saturating_sub(1));
                self.across = number("mergeacross").unwrap_or(0).min(MOST_COLUMNS);
                self.in_cell = true;
            }
            "data" if self.in_cell => {
                self.kind = Some(attribute(attributes, "type").unwrap_or_default());
                self.text.clear();
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "cell" if self.in_cell => {
                self.in_cell = false;
                self.write();
                let end = (self.cells.width() + self.across).min(MOST_COLUMNS);
                self.cells.blank_to(end);
            }
            "row" if self.in_row => {
                self.close("cell");
                self.in_row = false;
                self.cells.end_row();
            }
            _ => {}
        }
    }

    fn write(&mut self) {
        let text = std::mem::take(&mut self.text);
        match self.kind.take().as_deref() {
            Some("Number") => {
                self.typed = true;
                self.cells.plain(&plain_number(text.trim()));
            }
            Some("DateTime") => self.cells.plain(&plain_moment(text.trim())),
            Some("Boolean") => {
                self.cells.plain(if text.trim() == "1" { "true" } else { "false" });
            }
            _ => self.cells.text(&text),
        }
    }
}

/// Without an exponent: `1.5E3` is 1500.
fn plain_number(text: &str) -> String {
    let is_plain = !text.contains(['e', 'E']);
    match text.parse::<f64>() {
        Ok(number) if !is_plain && number.is_finite() => number.to_string(),
        _ => text.replace([',', '"'], ""),
    }
}

/// `2024-01-31T00:00:00.000` is a day; with a time it is a moment.
fn plain_moment(text: &str) -> String {
    let text = text.trim_end_matches('Z');
    let (day, time) = text.split_once('T').unwrap_or((text, ""));
    let time = time.split('.').next().unwrap_or_default();
    let plain =
        if matches!(time, "" | "00:00:00") { day.to_owned() } else { format!("{day} {time}") };
    plain.replace([',', '"'], "")
}
