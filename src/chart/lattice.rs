//! A field of small bars: a line a group, a column a stage, so that groups compare within a column.
//!
//! Lengths are linear and begin at 0; each column has its own scale, and a line marks the value of all
//! groups together. Where columns would be too narrow each group becomes a list of its stages.

use super::Drawing;
use super::hit::{Hit, Tip};
use super::picture::{Align, Picture, Rect};
use super::text::{self, SMALL, SMALL_STRONG};
use super::theme::{Color, Theme};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LatticeModel {
    pub columns: Vec<String>,
    pub rows: Vec<LatticeRow>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LatticeRow {
    pub name: String,
    /// All groups together: set apart.
    pub is_total: bool,
    /// One a column.
    pub cells: Vec<LatticeCell>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LatticeCell {
    pub title: String,
    /// `None` draws no bar.
    pub value: Option<f64>,
    /// The value of all groups together.
    pub mark: Option<f64>,
    pub text: String,
    /// A second, quieter figure beside the first.
    pub note: String,
    /// Lines of the tooltip: name and value.
    pub details: Vec<(String, String)>,
}

impl LatticeModel {
    pub fn tip(&self, index: usize) -> Option<Tip> {
        let width = self.columns.len().max(1);
        let cell = self.rows.get(index / width)?.cells.get(index % width)?;
        Some(Tip::of_row(&cell.title, &cell.details, &cell.text))
    }

    /// The greatest value of a column.
    fn most(&self, column: usize) -> f64 {
        let cells = self.rows.iter().filter_map(|row| row.cells.get(column));
        cells
            .flat_map(|c| [c.value, c.mark])
            .flatten()
            .filter(|v| v.is_finite())
            .fold(0.0, f64::max)
    }
}

const LINE: f64 = 15.0;
/// A line of the field: figures above, bar below.
const ROW: f64 = 44.0;
const GAP: f64 = 16.0;
/// In lists: the name of a group, a stage, the room below.
const LIST_NAME: f64 = 24.0;
const LIST_ROW: f64 = 22.0;
const LIST_GAP: f64 = 10.0;
const BAR: f64 = 8.0;

struct Field {
    names: f64,
    column: f64,
    heads: Vec<Vec<String>>,
}

impl Field {
    /// `None` where a column would be too narrow for its figures.
    fn new(model: &LatticeModel, width: f64) -> Option<Field> {
        let of_names = model.rows.iter().map(|r| text::width(&r.name, SMALL_STRONG));
        let names = of_names.fold(0.0, f64::max).min((width * 0.24).max(90.0)) + GAP;
        let count = model.columns.len().max(1) as f64;
        let cells = model.rows.iter().flat_map(|r| &r.cells);
        let needed = cells.map(figures_width).fold(56.0, f64::max) + GAP;
        // Names take a second line before the figures lose their columns.
        let names = names.min((width - needed * count).max(84.0 + GAP));
        let column = (width - names) / count;
        if column < needed {
            return None;
        }
        let head = |name: &String| text::wrap(name, column - GAP, 3, SMALL_STRONG);
        Some(Field { names, column, heads: model.columns.iter().map(head).collect() })
    }

    fn top(&self) -> f64 {
        self.heads.iter().map(Vec::len).max().unwrap_or(1) as f64 * LINE + 8.0
    }
}

fn figures_width(cell: &LatticeCell) -> f64 {
    let note = if cell.note.is_empty() { 0.0 } else { text::width(&cell.note, SMALL) + 7.0 };
    text::width(&cell.text, SMALL_STRONG) + note
}

pub fn height(model: &LatticeModel, width: f64) -> f64 {
    match Field::new(model, width) {
        Some(field) => field.top() + model.rows.len() as f64 * ROW,
        None => {
            let stages = model.columns.len() as f64 * LIST_ROW;
            model.rows.len() as f64 * (LIST_NAME + stages + LIST_GAP)
        }
    }
}

pub fn draw(model: &LatticeModel, theme: &Theme, width: f64) -> Drawing {
    match Field::new(model, width) {
        Some(field) => draw_field(model, &field, theme, width),
        None => draw_lists(model, theme, width),
    }
}

fn draw_field(model: &LatticeModel, field: &Field, theme: &Theme, width: f64) -> Drawing {
    let mut drawing = Drawing::default();
    let picture = &mut drawing.picture;
    let top = field.top();
    let x = |column: usize| field.names + column as f64 * field.column;
    for (at, lines) in field.heads.iter().enumerate() {
        for (n, line) in lines.iter().enumerate() {
            let y = top - 12.0 - (lines.len() - 1 - n) as f64 * LINE;
            picture.text((x(at), y), line, SMALL_STRONG, theme.ink_2, Align::Start);
        }
    }
    for (row_at, row) in model.rows.iter().enumerate() {
        let y = top + row_at as f64 * ROW;
        let rule = if row.is_total { theme.line_strong } else { theme.line };
        picture.rect(Rect::new(0.0, y, width, 1.0), rule);
        let names = text::wrap(&row.name, field.names - GAP, 2, SMALL_STRONG);
        let middle = y + ROW / 2.0 + 4.0 - (names.len().saturating_sub(1)) as f64 * LINE / 2.0;
        for (n, line) in names.iter().enumerate() {
            let at = (0.0, middle + n as f64 * LINE);
            picture.text(at, line, SMALL_STRONG, theme.ink, Align::Start);
        }
        for (at, cell) in row.cells.iter().enumerate() {
            let text_at = (x(at), y + 19.0);
            picture.text(text_at, &cell.text, SMALL_STRONG, theme.ink, Align::Start);
            let after = x(at) + text::width(&cell.text, SMALL_STRONG) + 7.0;
            picture.text((after, y + 19.0), &cell.note, SMALL, theme.ink_2, Align::Start);
            let rect = Rect::new(x(at), y + 27.0, field.column - GAP, BAR);
            let scale = model.most(at);
            draw_bar(picture, cell, scale, rect, (theme, color(theme, at, row.is_total)));
        }
    }
    for (row_at, row) in model.rows.iter().enumerate() {
        for at in 0..row.cells.len() {
            let y = top + row_at as f64 * ROW;
            drawing.hits.push(Hit {
                rect: Rect::new(x(at), y, field.column, ROW),
                index: row_at * model.columns.len() + at,
                anchor: (x(at) + (field.column - GAP) / 2.0, y + 6.0),
            });
        }
    }
    drawing
}

fn draw_lists(model: &LatticeModel, theme: &Theme, width: f64) -> Drawing {
    let mut drawing = Drawing::default();
    let picture = &mut drawing.picture;
    let widest = |widths: &mut dyn Iterator<Item = f64>| widths.fold(0.0, f64::max);
    let stages = widest(&mut model.columns.iter().map(|c| text::width(c, SMALL)));
    let names = stages.min(width * 0.34) + 10.0;
    let figures = widest(&mut model.rows.iter().flat_map(|r| &r.cells).map(figures_width));
    let room = (width - names - figures - 10.0).max(24.0);
    let mut y = 0.0;
    for (row_at, row) in model.rows.iter().enumerate() {
        let name = text::fit(&row.name, width, SMALL_STRONG);
        picture.text((0.0, y + 15.0), &name, SMALL_STRONG, theme.ink, Align::Start);
        y += LIST_NAME;
        for (at, cell) in row.cells.iter().enumerate() {
            let stage = model.columns.get(at).map(String::as_str).unwrap_or_default();
            let base = y + LIST_ROW / 2.0 + 4.0;
            let stage = text::fit(stage, names - 8.0, SMALL);
            picture.text((0.0, base), &stage, SMALL, theme.ink_2, Align::Start);
            let rect = Rect::new(names, y + (LIST_ROW - BAR) / 2.0, room, BAR);
            let look = (theme, color(theme, at, row.is_total));
            draw_bar(picture, cell, model.most(at), rect, look);
            let x = names + room + 10.0;
            picture.text((x, base), &cell.text, SMALL_STRONG, theme.ink, Align::Start);
            let after = x + text::width(&cell.text, SMALL_STRONG) + 7.0;
            picture.text((after, base), &cell.note, SMALL, theme.ink_2, Align::Start);
            drawing.hits.push(Hit {
                rect: Rect::new(0.0, y, width, LIST_ROW),
                index: row_at * model.columns.len() + at,
                anchor: (names + room / 2.0, y),
            });
            y += LIST_ROW;
        }
        y += LIST_GAP;
    }
    drawing
}

/// Sizes are quieter than shares, and the whole is quieter than its groups.
fn color(theme: &Theme, column: usize, is_total: bool) -> Color {
    match (column, is_total) {
        (_, true) => theme.rest,
        (0, false) => theme.sequence[3],
        _ => theme.sequence[4],
    }
}

fn draw_bar(
    picture: &mut Picture,
    cell: &LatticeCell,
    most: f64,
    room: Rect,
    (theme, color): (&Theme, Color),
) {
    let length = |value: f64| if most > 0.0 { value / most * room.width } else { 0.0 };
    if let Some(value) = cell.value.filter(|v| v.is_finite()) {
        picture.rounded(room, [3.0; 4], theme.line.mix(theme.surface, 0.55));
        if value > 0.0 {
            let bar = Rect::new(room.x, room.y, length(value).max(2.0), room.height);
            picture.rounded(bar, [3.0; 4], color);
        }
        if let Some(mark) = cell.mark.filter(|v| v.is_finite()) {
            let x = (room.x + length(mark)).min(room.right()) - 1.0;
            let line = Rect::new(x, room.y - 3.0, 2.0, room.height + 6.0);
            picture.rect(line, theme.ink);
        }
    }
}
