//! A table of figures as people read it and as a file holds it: made once for the page, the command
//! line and CSV. Not here: which tables an answer has (`answer_table`).

use super::interval_columns::{Entry, sheet_of};
use super::sheet::{Cell, Sheet};
use crate::engine::query::Figure as Traced;
use crate::engine::value::Quantity;
use crate::format::Style;
use crate::i18n::Strings;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FigureTable {
    /// Above the table, where a block has several.
    pub title: String,
    /// How many columns at the beginning hold names.
    pub names: usize,
    pub heads: Vec<Head>,
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Head {
    pub text: String,
    /// What the column holds, in a sentence; empty where the head says it.
    pub hint: String,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    pub cells: Vec<Figure>,
    pub is_total: bool,
}

/// A cell: what people read, what a file holds, and how strongly it is shaded (0 to 1).
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub text: String,
    pub cell: Cell,
    pub shade: Option<f64>,
    /// What to know before trusting it.
    pub caution: String,
    /// What the cell holds, in a sentence.
    pub hint: String,
    /// Between what it lies (95 %): as people read it, and as a file holds it.
    pub between: Option<String>,
    pub ends: Option<[Cell; 2]>,
    /// The figure that it is, where it can be traced to its rows.
    pub traced: Option<Box<Traced>>,
    /// What the text is written from, where the column decides how.
    pub measured: Option<Box<Measured>>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    pub quantity: Quantity,
    pub currency: Option<String>,
    /// A plus before what is more than 0.
    pub is_signed: bool,
}

impl Measured {
    pub fn written(&self, style: Style, words: &Strings) -> String {
        let text = words.quantity(&self.quantity, self.currency.as_deref(), style);
        let is_more = self.is_signed && self.quantity.value.is_some_and(|value| value > 0.0);
        if is_more { format!("+{text}") } else { text }
    }
}

impl Head {
    pub fn new(text: &str) -> Head {
        Head { text: text.to_owned(), hint: String::new() }
    }

    pub fn with_hint(text: &str, hint: &str) -> Head {
        Head { text: text.to_owned(), hint: hint.to_owned() }
    }
}

impl Figure {
    pub fn new(text: String, cell: Cell) -> Figure {
        let (caution, hint) = (String::new(), String::new());
        Figure {
            text,
            cell,
            shade: None,
            caution,
            hint,
            between: None,
            ends: None,
            traced: None,
            measured: None,
        }
    }

    pub fn name(text: String) -> Figure {
        Figure::new(text.clone(), Cell::Text(text))
    }

    /// A cell in which nothing could stand.
    pub fn nothing() -> Figure {
        Figure::new(String::new(), Cell::Empty)
    }

    pub fn shaded(self, shade: f64) -> Figure {
        Figure { shade: Some(shade), ..self }
    }

    pub fn traced(self, figure: Traced) -> Figure {
        Figure { traced: Some(Box::new(figure)), ..self }
    }

    /// The same where it may not be traced.
    pub fn traced_to(self, figure: Option<Traced>) -> Figure {
        Figure { traced: figure.map(Box::new), ..self }
    }

    /// The exact value, for tests and for those who read it aloud.
    pub fn exact(&self) -> String {
        match &self.cell {
            Cell::Number(value) | Cell::Share(value) => value.to_string(),
            Cell::Day(day) => day.to_string(),
            Cell::Text(_) | Cell::Empty => String::new(),
        }
    }
}

impl FigureTable {
    /// The same with as many decimals in all figures of a column.
    pub fn aligned(mut self, words: &Strings) -> FigureTable {
        let width = self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        for at in self.names..width {
            let cells = self.rows.iter().filter_map(|row| row.cells.get(at));
            let measured: Vec<&Measured> = cells.filter_map(|c| c.measured.as_deref()).collect();
            let Some(first) = measured.first() else { continue };
            let unit = first.quantity.unit;
            let all = measured.iter().map(|m| &m.quantity);
            let style = words.column(all, first.currency.as_deref());
            for cell in self.rows.iter_mut().filter_map(|row| row.cells.get_mut(at)) {
                if let Some(m) = cell.measured.as_deref().filter(|m| m.quantity.unit == unit) {
                    cell.text = m.written(style, words);
                }
            }
        }
        self
    }

    /// The figure at a place, from 0.
    pub fn traced(&self, row: usize, column: usize) -> Option<Traced> {
        self.rows.get(row)?.cells.get(column)?.traced.as_deref().cloned()
    }

    /// Whether any figure can be traced.
    pub fn is_traced(&self) -> bool {
        self.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.traced.is_some())
    }

    /// As a file holds it, intervals in columns behind it.
    pub fn sheet(&self, words: &Strings) -> Sheet {
        let entry = |figure: &Figure| Entry::new(figure.cell.clone(), figure.ends.clone());
        let row = |row: &Row| row.cells.iter().map(entry).collect();
        let headers = self.heads.iter().map(|head| head.text.clone()).collect();
        sheet_of(headers, self.rows.iter().map(row).collect(), words)
    }
}
