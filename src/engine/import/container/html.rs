//! A page of markup with a table in it: what Bitrix24, Salesforce and 1C give out as `.xls`.

use super::super::charset;
use super::book::BookFault;
use super::cells::{Cells, MOST_TEXT};
use super::markup::{Markup, Token, attribute, decode_entities};
use encoding_rs::{Encoding, UTF_8};

/// The encoding is declared near the beginning.
const HEAD: usize = 4096;
/// A cell that is said to reach over more columns or rows reaches over so many.
const MOST_COLUMNS: u32 = 1_000;
const MOST_ROWS: u32 = 65_534;
/// Tables in tables in tables, no deeper than this.
const MOST_DEPTH: usize = 64;

/// Markup as text, with the name of its encoding: as the user says, as a mark or the page itself
/// says, else as its letters tell.
pub fn decode(bytes: &[u8], label: Option<&str>) -> (String, String) {
    let chosen = label.and_then(|l| Encoding::for_label(l.as_bytes()));
    let by_mark = charset::by_mark(bytes).map(|(encoding, _)| encoding);
    let declared = || declared(bytes.get(..HEAD).unwrap_or(bytes));
    let encoding = chosen.or(by_mark).or_else(|| charset::utf16_without_mark(bytes));
    let encoding = encoding.or_else(declared).filter(|e| {
        // A page that says UTF-8 and is not was written by two programs.
        *e != UTF_8 || chosen.is_some() || std::str::from_utf8(bytes).is_ok()
    });
    let encoding = encoding.unwrap_or_else(|| charset::guess(bytes, true));
    let (text, encoding, _) = encoding.decode(bytes);
    (text.into_owned(), encoding.name().to_owned())
}

/// `charset=windows-1251` of a page, `encoding="…"` of XML.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    ["charset=", "encoding="].into_iter().find_map(|word| {
        let (_, label) = head.split_once(word)?;
        let label = label.trim_start_matches(['"', '\'', ' ']);
        let end = label.find(['"', '\'', ' ', ';', '>', '/', '?'])?;
        Encoding::for_label(label.get(..end)?.as_bytes())
    })
}

/// One table of a page in the making.
#[derive(Default)]
struct Table {
    cells: Cells,
    /// The cell under way: its text, and over how many columns and rows it reaches.
    cell: Option<(String, u32, u32)>,
    in_row: bool,
    /// For each column, how many rows a cell from above still covers.
    covered: Vec<u32>,
}

impl Table {
    fn open_row(&mut self) {
        self.close_row();
        self.in_row = true;
    }

    fn open_cell(&mut self, attributes: &str) {
        self.close_cell();
        self.in_row = true;
        let span = |name, most: u32| {
            let said = attribute(attributes, name).and_then(|n| n.trim().parse::<u32>().ok());
            said.unwrap_or(1).clamp(1, most)
        };
        let (columns, rows) = (span("colspan", MOST_COLUMNS), span("rowspan", MOST_ROWS));
        self.cell = Some((String::new(), columns, rows));
    }

    fn close_cell(&mut self) {
        let Some((text, columns, rows)) = self.cell.take() else { return };
        while self.is_covered() {
            self.blank();
        }
        let begin = self.cells.width() as usize;
        self.cells.text(text.trim());
        for _ in 1..columns {
            self.cells.plain("");
        }
        if rows > 1 {
            let end = self.cells.width() as usize;
            self.covered.resize(self.covered.len().max(end), 0);
            for column in self.covered.get_mut(begin..end).unwrap_or_default() {
                // This row counts as well: it is taken away at its end.
                *column = rows;
            }
        }
    }

    fn is_covered(&self) -> bool {
        self.covered.get(self.cells.width() as usize).is_some_and(|rows| *rows > 0)
    }

    fn blank(&mut self) {
        self.cells.plain("");
    }

    fn close_row(&mut self) {
        self.close_cell();
        if self.in_row {
            for rows in &mut self.covered {
                *rows = rows.saturating_sub(1);
            }
            self.cells.end_row();
        }
        self.in_row = false;
    }

    /// Text of a page: any run of blanks is one.
    fn add(&mut self, text: &str) {
        let Some((cell, ..)) = &mut self.cell else { return };
        let mut decoded = String::new();
        decode_entities(text, &mut decoded);
        for c in decoded.chars() {
            if !c.is_ascii_whitespace() {
                cell.push(c);
            } else if !cell.ends_with([' ', '\n']) {
                cell.push(' ');
            }
        }
    }

    fn break_line(&mut self) {
        if let Some((cell, ..)) = &mut self.cell {
            cell.truncate(cell.trim_end_matches(' ').len());
            if !cell.is_empty() {
                cell.push('\n');
            }
        }
    }
}

/// The table with most rows, the first of several, as the text of a table.
pub fn table(page: &str) -> Result<String, BookFault> {
    let too_large = BookFault::TooLarge(MOST_TEXT as u64);
    let mut open: Vec<Table> = Vec::new();
    let mut best: Option<Cells> = None;
    let mut close = |table: Table| {
        let rows = best.as_ref().map_or(0, |b| b.filled);
        if table.cells.filled > rows {
            best = Some(table.cells);
        }
    };
    for token in Markup::page(page) {
        match token {
            Token::Open { name, .. } if name == "table" => {
                if open.len() < MOST_DEPTH {
                    open.push(Table::default());
                }
            }
            Token::Close { name } if name == "table" => {
                if let Some(mut table) = open.pop() {
                    table.close_row();
                    close(table);
                }
            }
            token => {
                if let Some(table) = open.last_mut() {
                    within(table, &token);
                    if table.cells.is_full() {
                        return Err(too_large);
                    }
                }
            }
        }
    }
    // A page that was cut off still has the rows that are there.
    while let Some(mut table) = open.pop() {
        table.close_row();
        close(table);
    }
    best.ok_or(BookFault::Empty(Vec::new()))?.finish().ok_or(too_large)
}

fn within(table: &mut Table, token: &Token) {
    match token {
        Token::Text(text) | Token::Plain(text) => table.add(text),
        Token::Open { name, attributes, .. } => match name.as_str() {
            "tr" => table.open_row(),
            "td" | "th" => table.open_cell(attributes),
            "br" | "p" | "div" | "li" => table.break_line(),
            "caption" => table.close_cell(),
            _ => {}
        },
        Token::Close { name } => match name.as_str() {
            "td" | "th" => table.close_cell(),
            "tr" => table.close_row(),
            "p" | "div" | "li" => table.break_line(),
            _ => {}
        },
    }
}
