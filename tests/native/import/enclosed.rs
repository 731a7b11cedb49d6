//! Files made by a generator, each with a table that is known beforehand: quotes that hold cells
//! together, however many rows have them, and marks that stand inside of cells. The importer and
//! the listing must both give back exactly that table.

use super::account::lines;
use super::property::Lcg;
use super::{column, read, read_by};
use serde_json::{Value, json};
use tundish::engine::import::ImportOptions;
use tundish::engine::table::ColumnType;

/// In which rows cells are enclosed that must be.
#[derive(Clone, Copy, Debug)]
pub enum Presence {
    Every,
    AllButOne,
    Six,
    One,
}

/// What stands in the enclosed columns.
#[derive(Clone, Copy, Debug)]
pub enum Content {
    Delimiter,
    Several,
    Doubled,
    Lines,
    Decimal,
}

#[derive(Clone, Debug)]
pub struct Plan {
    pub delimiter: char,
    pub quote: char,
    pub width: usize,
    pub rows: usize,
    /// Which columns are enclosed.
    pub enclosed: Vec<usize>,
    pub presence: Presence,
    pub content: Content,
    pub language: usize,
    pub newline: &'static str,
    /// The header of the first enclosed column holds the delimiter.
    pub quoted_header: bool,
    /// The last column has no name.
    pub short_header: bool,
    pub all_quoted: bool,
}

/// A file and the table in it.
pub struct Made {
    pub text: String,
    pub header: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

const NAMES: [[&str; 4]; 3] = [
    ["Smith", "John", "O'Brien", "Acme"],
    ["Иванова", "Анна", "Ромашка", "Юг"],
    ["Παπαδοπούλου", "Ελένη", "Όλυμπος", "Νότος"],
];
const HEADERS: [&str; 3] = ["name", "поле", "στήλη"];

impl Plan {
    pub fn make(&self) -> Made {
        let mut header: Vec<String> =
            (0..self.width).map(|i| format!("{} {}", HEADERS[self.language], letter(i))).collect();
        if let Some(at) = self.enclosed.first().filter(|_| self.quoted_header) {
            header[*at] += &format!("{} sum", self.delimiter);
        }
        if self.short_header {
            header.pop();
        }
        let rows: Vec<Vec<String>> = (0..self.rows)
            .map(|row| (0..self.width).map(|column| self.cell(row, column)).collect())
            .collect();
        let lines: Vec<String> =
            std::iter::once(&header).chain(&rows).map(|cells| self.line(cells)).collect();
        let text = lines.join(self.newline) + self.newline;
        Made { text, header, rows }
    }

    fn has(&self, row: usize) -> bool {
        match self.presence {
            Presence::Every => true,
            Presence::AllButOne => row != self.rows / 2,
            Presence::Six => row * 6 / self.rows != (row + 1) * 6 / self.rows,
            Presence::One => row == self.rows / 2,
        }
    }

    fn cell(&self, row: usize, column: usize) -> String {
        let names = NAMES[self.language];
        let (d, q) = (self.delimiter, self.quote);
        let first = names[row % 4];
        let n = row * 7 % 1000;
        if !self.enclosed.contains(&column) {
            return match column % 4 {
                0 => (row + 1).to_string(),
                1 => names[(row / 2) % 4].to_owned(),
                2 => format!("2026-0{}-{:02}", 1 + row % 9, 1 + row % 28),
                _ => format!("{n}"),
            };
        }
        match (self.content, self.has(row)) {
            (Content::Decimal, false) => n.to_string(),
            (Content::Decimal, true) if row.is_multiple_of(2) => format!("{n},5"),
            (Content::Decimal, true) => format!("1,{n:03}.50"),
            (_, false) => first.to_owned(),
            (Content::Delimiter, true) if row.is_multiple_of(3) => format!("{first}{d}{n}"),
            (Content::Delimiter, true) => format!("{first}{d} {n}"),
            (Content::Several, true) => format!("{first}{d}a{d}b{d}c{d}d{d}e{d}{n}"),
            (Content::Doubled, true) => format!("{first} {q}x{d} y{q} {n}"),
            (Content::Lines, true) => format!("{first}{}{n}{d} z", self.newline),
        }
    }

    fn line(&self, cells: &[String]) -> String {
        let (d, q) = (self.delimiter, self.quote);
        let written = cells.iter().map(|cell| {
            let opens = cell.starts_with(q) || cell.contains([d, '\n', '\r']);
            if opens || self.all_quoted {
                format!("{q}{}{q}", cell.replace(q, &format!("{q}{q}")))
            } else {
                cell.clone()
            }
        });
        written.collect::<Vec<_>>().join(&d.to_string())
    }
}

fn letter(i: usize) -> char {
    char::from(b'A' + i as u8)
}

/// What is wrong with how the file is read; `None`: nothing.
pub fn wrong(made: &Made) -> Option<String> {
    let bytes = made.text.as_bytes();
    let listed = lines(bytes, false)?;
    let cells: Vec<&Value> = listed.iter().filter(|l| l.is_array()).collect();
    let first = &listed[0];
    if first["header"] != json!(made.header) {
        return Some(format!("listed header {} by {}", first["header"], first["delimiter"]));
    }
    let expected: Vec<Value> = made.rows.iter().map(|row| json!(row)).collect();
    if cells.len() != expected.len() {
        return Some(format!("{} rows listed by {}", cells.len(), first["delimiter"]));
    }
    if let Some((is, meant)) = cells.iter().zip(&expected).find(|(is, meant)| **is != *meant) {
        return Some(format!("listed {is}, not {meant}"));
    }
    let imported = read(bytes);
    let table = &imported.table;
    if (table.rows, table.columns.len()) != (made.rows.len(), made.rows[0].len()) {
        return Some(format!("{} rows, {} columns", table.rows, table.columns.len()));
    }
    for (at, c) in table.columns.iter().enumerate() {
        let named = made.header.get(at).is_none_or(|name| *name == c.header);
        let meant: Vec<&String> = made.rows.iter().map(|row| &row[at]).collect();
        let is = column(&imported, &c.header);
        if !named || (c.kind == ColumnType::Text && is.iter().collect::<Vec<_>>() != meant) {
            return Some(format!("column {} is {is:?}", c.header));
        }
    }
    None
}

const WIDTHS: [usize; 6] = [2, 3, 4, 5, 8, 12];
const ROWS: [usize; 8] = [1, 2, 3, 15, 16, 17, 40, 60];

fn plan(random: &mut Lcg) -> Plan {
    let width = *random.pick(&WIDTHS);
    let count = (1 + random.below(3)).min(width);
    let first = *random.pick(&[0, width / 2, width - 1]);
    let delimiter = *random.pick(&[',', ';', '\t', '|']);
    let enclosed: Vec<usize> = (0..count).map(|i| (first + i) % width).collect();
    let rows = if random.below(40) == 0 { 400 } else { *random.pick(&ROWS) };
    let quote = *random.pick(&['"', '\'']);
    let quoted_header = random.below(3) == 0;
    // Names that are fewer than the columns are known by days or numbers below them; and where
    // they alone hold the delimiter, nothing tells that single quotes enclose them.
    let typed = (0..width).any(|i| i % 4 != 1 && !enclosed.contains(&i));
    let may_be_short = width > 2 && typed && (quote == '"' || (!quoted_header && rows > 2));
    let content = *random.pick(&[
        Content::Delimiter,
        Content::Several,
        Content::Doubled,
        Content::Lines,
        Content::Decimal,
    ]);
    // A record of two cells torn at the line end gives two records of two cells: once or twice,
    // nothing tells that single quotes enclose them.
    let torn = quote == '\'' && width == 2 && matches!(content, Content::Lines);
    let all_quoted = torn || random.below(4) == 0;
    Plan {
        delimiter,
        quote,
        width,
        rows,
        enclosed,
        presence: *random.pick(&[
            Presence::Every,
            Presence::AllButOne,
            Presence::Six,
            Presence::One,
        ]),
        content,
        language: random.below(3),
        newline: if random.below(2) == 0 { "\n" } else { "\r\n" },
        quoted_header,
        short_header: may_be_short && random.below(6) == 0,
        all_quoted,
    }
}

#[test]
fn every_table_that_quotes_hold_together_is_read_as_it_is() {
    let mut random = Lcg(23);
    for _ in 0..1000 {
        let plan = plan(&mut random);
        let made = plan.make();
        if let Some(how) = wrong(&made) {
            let text: String = made.text.chars().take(300).collect();
            panic!("{how}\n{plan:?}\n{text}");
        }
    }
}

#[test]
fn the_table_is_the_same_in_slices() {
    let mut random = Lcg(29);
    for _ in 0..40 {
        let made = Plan { rows: 20, ..plan(&mut random) }.make();
        let whole = read(made.text.as_bytes());
        for slice in [1, 7, 100] {
            let parts = read_by(made.text.as_bytes(), &ImportOptions::default(), slice).unwrap();
            assert_eq!(parts.profile, whole.profile, "{}", made.text);
        }
    }
}
