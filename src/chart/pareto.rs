//! A Pareto chart: one bar a reason, the heaviest first, and the line of what they add up to.
//!
//! Bars and line are shares of the same whole and stand on one axis from 0 to 100 %. It lies on its
//! side, so that a reason's name can be read at any width.

use super::Drawing;
use super::hit::{Hit, Tip};
use super::picture::{Align, Picture, Rect};
use super::text::{self, SMALL, SMALL_STRONG};
use super::theme::Theme;
use super::ticks::Tick;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParetoModel {
    pub rows: Vec<ParetoRow>,
    /// Names of the parts of a bar; empty where bars have none.
    pub parts: Vec<String>,
    /// Shares of the whole, 0 to 1, with their labels.
    pub ticks: Vec<Tick>,
    /// Over the figures, and over the cumulative shares.
    pub head: String,
    pub cumulative_head: String,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParetoRow {
    pub name: String,
    /// The weight in words.
    pub text: String,
    pub cumulative_text: String,
    /// Share of the whole of this row with all before it.
    pub cumulative: f64,
    /// Shares of the whole; one where bars have no parts.
    pub parts: Vec<f64>,
    /// Lines of the tooltip: name and value.
    pub details: Vec<(String, String)>,
}

impl ParetoModel {
    pub fn tip(&self, index: usize) -> Option<Tip> {
        let row = self.rows.get(index)?;
        Some(Tip::of_row(&row.name, &row.details, &row.text))
    }
}

const HEAD: f64 = 22.0;
const FOOT: f64 = 22.0;
/// Between columns.
const GAP: f64 = 12.0;

fn pitch(rows: usize) -> f64 {
    if rows <= 8 { 38.0 } else { 32.0 }
}

pub fn height(model: &ParetoModel) -> f64 {
    HEAD + model.rows.len().max(1) as f64 * pitch(model.rows.len()) + FOOT
}

struct Layout {
    name: f64,
    plot: Rect,
    /// Right edges of the two columns of figures.
    figure: f64,
    cumulative: f64,
    pitch: f64,
}

impl Layout {
    fn new(model: &ParetoModel, width: f64, height: f64) -> Layout {
        let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
        let names = widest(&mut model.rows.iter().map(|r| text::width(&r.name, SMALL)));
        let name = names.min((width * 0.26).max(92.0)).min(width * 0.4);
        let figures = widest(&mut model.rows.iter().map(|r| text::width(&r.text, SMALL_STRONG)));
        let sums = widest(&mut model.rows.iter().map(|r| text::width(&r.cumulative_text, SMALL)));
        // Heads stand over their figures where there is room.
        let head = |head: &str| if width >= 460.0 { text::width(head, SMALL) } else { 0.0 };
        let figures = figures.max(head(&model.head));
        let sums = sums.max(head(&model.cumulative_head));
        let rows = model.rows.len().max(1) as f64;
        let pitch = ((height - HEAD - FOOT) / rows).min(pitch(model.rows.len())).max(1.0);
        let cumulative = width;
        let figure = width - sums - GAP;
        let left = name + GAP;
        // The last label of the axis is centred on its end.
        let right = (figure - figures - GAP - 6.0).max(left + 24.0);
        let plot = Rect::new(left, HEAD, right - left, rows * pitch);
        Layout { name, plot, figure, cumulative, pitch }
    }

    fn x(&self, share: f64) -> f64 {
        let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
        self.plot.x + share * self.plot.width
    }

    fn middle(&self, row: usize) -> f64 {
        self.plot.y + (row as f64 + 0.5) * self.pitch
    }
}

pub fn draw(model: &ParetoModel, theme: &Theme, width: f64, height: f64) -> Drawing {
    let layout = Layout::new(model, width, height);
    let mut drawing = Drawing::default();
    let picture = &mut drawing.picture;
    draw_axis(picture, model, &layout, theme);
    for (i, row) in model.rows.iter().enumerate() {
        draw_row(picture, model, (i, row), &layout, theme);
    }
    let at = |(i, row): (usize, &ParetoRow)| (layout.x(row.cumulative), layout.middle(i));
    let points: Vec<_> = model.rows.iter().enumerate().map(at).collect();
    picture.line(points.clone(), 2.0, theme.ink_2);
    for point in points {
        picture.disc(point, 4.0, theme.ink_2);
        picture.disc(point, 2.2, theme.surface);
    }
    for (i, row) in model.rows.iter().enumerate() {
        drawing.hits.push(Hit {
            rect: Rect::new(0.0, layout.plot.y + i as f64 * layout.pitch, width, layout.pitch),
            index: i,
            anchor: (layout.x(row.cumulative), layout.middle(i) - 4.0),
        });
    }
    drawing
}

/// Lines across, and the share at which most of the whole is told.
fn draw_axis(picture: &mut Picture, model: &ParetoModel, layout: &Layout, theme: &Theme) {
    let bottom = layout.plot.bottom();
    let base = bottom + 15.0;
    let mut free = f64::NEG_INFINITY;
    let most = model.ticks.len().saturating_sub(1);
    // Both ends of the axis have a label before those between them.
    let last_width = model.ticks.last().map_or(0.0, |t| text::width(&t.label, SMALL));
    for (i, tick) in model.ticks.iter().enumerate() {
        let x = layout.x(tick.value);
        let is_telling = (tick.value - 0.8).abs() < 1e-9;
        if is_telling {
            picture.dashed((x, layout.plot.y), (x, bottom), 1.0, theme.line_strong);
        } else {
            picture.rect(Rect::new(x, layout.plot.y, 1.0, layout.plot.height), theme.line);
        }
        let half = text::width(&tick.label, SMALL) / 2.0;
        let ends = layout.x(1.0) - last_width / 2.0 - 6.0;
        if x - half >= free && (i == most || x + half <= ends) {
            picture.text((x, base), &tick.label, SMALL, theme.ink_3, Align::Middle);
            free = x + half + 6.0;
        }
    }
    let sums = text::width(&model.cumulative_head, SMALL);
    picture.text((layout.cumulative, 12.0), &model.cumulative_head, SMALL, theme.ink_3, Align::End);
    // Where both heads would meet, the figures speak for themselves.
    let room = layout.cumulative - sums - GAP;
    let right = layout.figure.min(room);
    if right - text::width(&model.head, SMALL) > 0.0 {
        picture.text((right, 12.0), &model.head, SMALL, theme.ink_3, Align::End);
    }
}

fn draw_row(
    picture: &mut Picture,
    model: &ParetoModel,
    (i, row): (usize, &ParetoRow),
    layout: &Layout,
    theme: &Theme,
) {
    let middle = layout.middle(i);
    let lines = text::wrap(&row.name, layout.name, if layout.pitch >= 30.0 { 2 } else { 1 }, SMALL);
    let first = middle + 4.0 - (lines.len() as f64 - 1.0) * 7.0;
    for (n, line) in lines.iter().enumerate() {
        let at = (0.0, first + 14.0 * n as f64);
        picture.text(at, line, SMALL, theme.ink_2, Align::Start);
    }
    let tall = (layout.pitch * 0.58).min(22.0);
    let mut from = 0.0;
    let known = |share: &f64| share.is_finite() && *share > 0.0;
    let parts = row.parts.iter().enumerate().filter(|(_, share)| known(share));
    for (slot, share) in parts {
        let (left, right) = (layout.x(from), layout.x(from + share));
        let color = if model.parts.is_empty() { theme.sequence[3] } else { theme.slot(slot) };
        // A hair of ground between two parts, so that they are two without their colours.
        let gap = if from > 0.0 { 1.0 } else { 0.0 };
        let wide = (right - left - gap).max(1.0);
        picture.rounded(Rect::new(left + gap, middle - tall / 2.0, wide, tall), [2.0; 4], color);
        from += share;
    }
    let base = middle + 4.0;
    picture.text((layout.figure, base), &row.text, SMALL_STRONG, theme.ink, Align::End);
    let at = (layout.cumulative, base);
    picture.text(at, &row.cumulative_text, SMALL, theme.ink_2, Align::End);
}
