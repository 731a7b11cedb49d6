//! Horizontal bars with a name before and a figure after: stages reached, shares by channel.
//!
//! Lengths are linear in the value and begin at 0.

use super::Drawing;
use super::hit::{Hit, Tip};
use super::picture::{Align, Picture, Rect};
use super::text::{self, SMALL, SMALL_STRONG};
use super::theme::{Color, Theme};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BarsModel {
    pub rows: Vec<BarRow>,
    pub coloring: BarsColoring,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BarRow {
    pub name: String,
    /// `None` draws no bar; `text` then says why or is an en dash.
    pub value: Option<f64>,
    /// The figure after the bar.
    pub text: String,
    /// A second, quieter figure after the first.
    pub note: Option<String>,
    /// Lines of the tooltip: name and value.
    pub details: Vec<(String, String)>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum BarsColoring {
    /// From loud to quiet in the order of the rows: for stages.
    #[default]
    Ramp,
    /// One colour for all: for groups of one kind.
    Plain,
    /// Each row its colour slot, counted from 0: where other charts on the page show the same groups.
    Slots(Vec<usize>),
}

impl BarsModel {
    pub fn tip(&self, index: usize) -> Option<Tip> {
        let row = self.rows.get(index)?;
        Some(Tip::of_row(&row.name, &row.details, &row.text))
    }

    fn color(&self, index: usize, theme: &Theme) -> Color {
        match &self.coloring {
            BarsColoring::Ramp => theme.ramp(index, self.rows.len()),
            BarsColoring::Plain => theme.sequence[3],
            BarsColoring::Slots(slots) => theme.slot(slots.get(index).copied().unwrap_or(99)),
        }
    }
}

/// Few rows stand wide apart, many close together.
fn pitch(rows: usize) -> f64 {
    if rows <= 8 { 40.0 } else { 34.0 }
}

pub fn height(model: &BarsModel) -> f64 {
    (model.rows.len() as f64 * pitch(model.rows.len())).max(24.0)
}

/// Where columns begin and how values become lengths.
struct Layout {
    name_width: f64,
    /// x of the value 0.
    zero: f64,
    per_unit: f64,
    pitch: f64,
    bar: f64,
}

impl Layout {
    fn new(model: &BarsModel, width: f64, height: f64) -> Layout {
        let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
        let names = widest(&mut model.rows.iter().map(|r| text::width(&r.name, SMALL)));
        // A long name takes a second line before it takes the bars' room.
        let name_width = names.min((width * 0.3).max(84.0)).min(width * 0.45);
        let figures = widest(&mut model.rows.iter().map(figure_width));
        let left = name_width + 14.0;
        let room = (width - left - figures - 8.0).max(16.0);
        let known = || model.rows.iter().filter_map(|r| r.value).filter(|v| v.is_finite());
        let (low, high) = (known().fold(0.0, f64::min), known().fold(0.0, f64::max));
        let per_unit = if high > low { room / (high - low) } else { 0.0 };
        let pitch = (height / model.rows.len().max(1) as f64).min(pitch(model.rows.len()));
        let bar = (pitch * 0.6).min(24.0);
        Layout { name_width, zero: left - low * per_unit, per_unit, pitch, bar }
    }
}

/// Room for the figure and its note.
fn figure_width(row: &BarRow) -> f64 {
    let note = row.note.as_deref().map_or(0.0, |note| text::width(note, SMALL) + 6.0);
    (text::width(&row.text, SMALL_STRONG) + note) * text::WIDER_FONT
}

pub fn draw(model: &BarsModel, theme: &Theme, width: f64, height: f64) -> Drawing {
    let layout = Layout::new(model, width, height);
    let mut drawing = Drawing::default();
    for (i, row) in model.rows.iter().enumerate() {
        let top = i as f64 * layout.pitch;
        let middle = top + layout.pitch / 2.0;
        draw_name(&mut drawing.picture, row, middle, &layout, theme);
        let length = row.value.filter(|v| v.is_finite()).map(|v| v * layout.per_unit);
        let end = draw_bar(&mut drawing.picture, length, middle, &layout, model.color(i, theme));
        let base = middle + 4.0;
        drawing.picture.text((end + 7.0, base), &row.text, SMALL_STRONG, theme.ink, Align::Start);
        if let Some(note) = &row.note {
            let x = end + 13.0 + text::width(&row.text, SMALL_STRONG) * text::WIDER_FONT;
            drawing.picture.text((x, base), note, SMALL, theme.ink_2, Align::Start);
        }
        drawing.hits.push(Hit {
            rect: Rect::new(0.0, top, width, layout.pitch),
            index: i,
            anchor: (end, middle - layout.bar / 2.0),
        });
    }
    drawing
}

fn draw_name(picture: &mut Picture, row: &BarRow, middle: f64, layout: &Layout, theme: &Theme) {
    let most = if layout.pitch >= 32.0 { 2 } else { 1 };
    let lines = text::wrap(&row.name, layout.name_width, most, SMALL);
    let first = middle + 4.0 - (lines.len() as f64 - 1.0) * 7.0;
    for (i, line) in lines.iter().enumerate() {
        let y = first + 14.0 * i as f64;
        picture.text((0.0, y), line, SMALL, theme.ink_2, Align::Start);
    }
}

/// Draws the bar and says where the figure may begin.
fn draw_bar(
    picture: &mut Picture,
    length: Option<f64>,
    middle: f64,
    layout: &Layout,
    color: Color,
) -> f64 {
    let Some(length) = length.filter(|l| *l != 0.0) else {
        return layout.zero;
    };
    // A small value is still seen; otherwise lengths are linear.
    let long = length.abs().max(2.0);
    let x = if length < 0.0 { layout.zero - long } else { layout.zero };
    let rect = Rect::new(x, middle - layout.bar / 2.0, long, layout.bar);
    picture.rounded(rect, [4.0; 4], color);
    rect.right()
}
