//! A heat map: a field of cells, each as strong as its value, with the value in it where there is
//! room.
//!
//! Shades are steps of one colour on each of which ink or ground can be read. Where columns would be
//! too narrow the field is turned, so that the longer side runs downwards.

use super::Drawing;
use super::hit::{Hit, Tip};
use super::picture::{Align, Picture, Rect};
use super::text::{self, SMALL};
use super::theme::{Color, Theme};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeatModel {
    pub rows: Vec<String>,
    pub columns: Vec<String>,
    /// One a row, each with one a column.
    pub cells: Vec<Vec<HeatCell>>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeatCell {
    pub title: String,
    /// The value in words, short.
    pub text: String,
    /// 0 to 1; `None` for a cell without a value, or with too few cases for one.
    pub shade: Option<f64>,
    /// Lines of the tooltip: name and value.
    pub details: Vec<(String, String)>,
}

impl HeatModel {
    pub fn tip(&self, index: usize) -> Option<Tip> {
        let width = self.columns.len().max(1);
        let cell = self.cells.get(index / width)?.get(index % width)?;
        Some(Tip::of_row(&cell.title, &cell.details, &cell.text))
    }
}

/// The steps of the sequence that are used: on the one left out neither ink nor ground has the
/// contrast that small letters need.
const STEPS: [usize; 6] = [0, 1, 2, 3, 5, 6];
/// Narrower than this a column, the field is turned.
const NARROW: f64 = 25.0;
const HEAD: f64 = 20.0;
const ROW: f64 = 32.0;
const TURNED_ROW: f64 = 24.0;

/// The colour of a shade from 0 to 1.
pub fn shade(theme: &Theme, share: f64) -> Color {
    let last = (STEPS.len() - 1) as f64;
    let step = (share.clamp(0.0, 1.0) * last).round() as usize;
    let at = STEPS.get(step).copied().unwrap_or(0);
    theme.sequence.get(at).copied().unwrap_or(theme.surface)
}

/// How far two colours are apart, 1 to 21, as WCAG 2 counts it.
pub fn contrast(a: Color, b: Color) -> f64 {
    let light = |Color(r, g, b): Color| {
        let part = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
    };
    let (a, b) = (light(a), light(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Ink or ground, whichever is read better.
pub fn ink_on(theme: &Theme, ground: Color) -> Color {
    let ink = contrast(theme.ink, ground) >= contrast(theme.surface, ground);
    if ink { theme.ink } else { theme.surface }
}

struct Layout {
    /// Room for the names at the left.
    names: f64,
    wide: f64,
    tall: f64,
    turned: bool,
}

impl Layout {
    fn new(model: &HeatModel, width: f64) -> Layout {
        let widest = |names: &[String]| {
            names.iter().map(|n| text::width(n, SMALL)).fold(0.0, f64::max) + 8.0
        };
        let each = |names: f64, count: usize| (width - names) / count.max(1) as f64;
        let names = widest(&model.rows);
        let wide = each(names, model.columns.len());
        if wide >= NARROW || model.columns.len() <= model.rows.len() {
            return Layout { names, wide, tall: ROW, turned: false };
        }
        let names = widest(&model.columns);
        let wide = each(names, model.rows.len());
        Layout { names, wide, tall: TURNED_ROW, turned: true }
    }
}

pub fn height(model: &HeatModel, width: f64) -> f64 {
    let layout = Layout::new(model, width);
    let rows = if layout.turned { model.columns.len() } else { model.rows.len() };
    HEAD + rows as f64 * layout.tall
}

pub fn draw(model: &HeatModel, theme: &Theme, width: f64) -> Drawing {
    let layout = Layout::new(model, width);
    let mut drawing = Drawing::default();
    let (across, down) = match layout.turned {
        true => (&model.rows, &model.columns),
        false => (&model.columns, &model.rows),
    };
    let mut free = 0.0;
    for (i, name) in across.iter().enumerate() {
        let x = layout.names + (i as f64 + 0.5) * layout.wide;
        let half = text::width(name, SMALL) / 2.0;
        // Names that would touch are left out; the cells between them are told by the tooltip.
        if x - half >= free && x + half <= width {
            drawing.picture.text((x, 13.0), name, SMALL, theme.ink_3, Align::Middle);
            free = x + half + 4.0;
        }
    }
    for (i, name) in down.iter().enumerate() {
        let at = (0.0, HEAD + (i as f64 + 0.5) * layout.tall + 4.0);
        drawing.picture.text(at, name, SMALL, theme.ink_2, Align::Start);
    }
    for (i, cells) in model.cells.iter().enumerate() {
        for (j, cell) in cells.iter().enumerate() {
            let (column, row) = if layout.turned { (i, j) } else { (j, i) };
            let rect = Rect::new(
                layout.names + column as f64 * layout.wide,
                HEAD + row as f64 * layout.tall,
                layout.wide,
                layout.tall,
            );
            draw_cell(&mut drawing.picture, cell, rect, theme);
            let index = i * model.columns.len() + j;
            let anchor = (rect.x + rect.width / 2.0, rect.y);
            drawing.hits.push(Hit { rect, index, anchor });
        }
    }
    drawing
}

fn draw_cell(picture: &mut Picture, cell: &HeatCell, rect: Rect, theme: &Theme) {
    let inner = rect.inset(1.0);
    let ground = match cell.shade {
        Some(share) => shade(theme, share),
        None => theme.surface,
    };
    if cell.shade.is_some() {
        picture.rounded(inner, [3.0; 4], ground);
    } else if cell.text.is_empty() {
        // Nothing happened here.
        picture.rounded(inner, [3.0; 4], theme.line.mix(theme.surface, 0.65));
    } else {
        // A frame alone: there is no value to be shaded.
        picture.rounded(inner, [3.0; 4], theme.line);
        picture.rounded(inner.inset(1.0), [2.0; 4], ground);
    }
    if text::width(&cell.text, SMALL) <= inner.width {
        let color = if cell.shade.is_some() { ink_on(theme, ground) } else { theme.ink_2 };
        let at = (rect.x + rect.width / 2.0, rect.y + rect.height / 2.0 + 4.0);
        picture.text(at, &cell.text, SMALL, color, Align::Middle);
    }
}
