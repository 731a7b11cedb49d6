//! Boxes: the middle half of values with its median, whiskers, and how many lie beyond them. Groups run
//! downwards, so that names have room at any width.
//!
//! The scale is linear from the lowest whisker to the highest; what lies beyond is counted and not
//! drawn, so that one value far off does not press all boxes together.

use super::Drawing;
use super::hit::{Hit, Tip};
use super::picture::{Align, Picture, Rect};
use super::text::{self, SMALL, SMALL_STRONG};
use super::theme::Theme;
use super::ticks::Tick;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BoxesModel {
    pub rows: Vec<BoxRow>,
    /// From [`super::nice_ticks`] over all whiskers, with labels.
    pub ticks: Vec<Tick>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BoxRow {
    pub name: String,
    /// Lower whisker, lower quartile, median, upper quartile, upper whisker.
    pub marks: [f64; 5],
    /// The median in words, after the box.
    pub text: String,
    /// How many lie beyond each whisker, in words; empty for none.
    pub below: String,
    pub above: String,
    /// Lines of the tooltip: name and value.
    pub details: Vec<(String, String)>,
}

impl BoxesModel {
    pub fn tip(&self, index: usize) -> Option<Tip> {
        let row = self.rows.get(index)?;
        Some(Tip::of_row(&row.name, &row.details, &row.text))
    }

    /// The least and the greatest end of a whisker.
    pub fn range(rows: &[BoxRow]) -> (f64, f64) {
        let ends = || rows.iter().flat_map(|r| r.marks).filter(|v| v.is_finite());
        (ends().fold(f64::INFINITY, f64::min), ends().fold(f64::NEG_INFINITY, f64::max))
    }
}

const ROW: f64 = 40.0;
const BOX: f64 = 18.0;
const AXIS: f64 = 28.0;
const TOP: f64 = 6.0;

pub fn height(model: &BoxesModel) -> f64 {
    TOP + model.rows.len() as f64 * ROW + AXIS
}

pub fn draw(model: &BoxesModel, theme: &Theme, width: f64) -> Drawing {
    let mut drawing = Drawing::default();
    let widest = |widths: &mut dyn Iterator<Item = f64>| widths.fold(0.0, f64::max);
    let names = widest(&mut model.rows.iter().map(|r| text::width(&r.name, SMALL)));
    let names = names.min((width * 0.28).max(72.0));
    let figures = widest(&mut model.rows.iter().map(|r| text::width(&r.text, SMALL_STRONG)));
    let above = widest(&mut model.rows.iter().map(|r| text::width(&r.above, SMALL)));
    let below = widest(&mut model.rows.iter().map(|r| text::width(&r.below, SMALL)));
    // Where there is no room, the tooltip tells what lies beyond.
    let with_beyond = width - names - figures > 150.0;
    let gap = |room: f64| if room > 0.0 && with_beyond { room + 8.0 } else { 0.0 };
    let left = names + 14.0 + gap(below);
    let room = (width - left - figures - 16.0 - gap(above)).max(40.0);
    let (mut low, mut high) = BoxesModel::range(&model.rows);
    for tick in &model.ticks {
        (low, high) = (low.min(tick.value), high.max(tick.value));
    }
    let x = |value: f64| match high > low {
        true => left + (value / 2.0 - low / 2.0) / (high / 2.0 - low / 2.0) * room,
        false => left + room / 2.0,
    };
    let picture = &mut drawing.picture;
    let bottom = TOP + model.rows.len() as f64 * ROW;
    draw_axis(picture, &model.ticks, &x, (left, left + room, bottom), theme);
    for (at, row) in model.rows.iter().enumerate() {
        let top = TOP + at as f64 * ROW;
        let middle = top + ROW / 2.0;
        let base = middle + 4.0;
        let lines = text::wrap(&row.name, names, 2, SMALL);
        let first = base - (lines.len() as f64 - 1.0) * 7.0;
        for (i, line) in lines.iter().enumerate() {
            picture.text((0.0, first + 14.0 * i as f64), line, SMALL, theme.ink, Align::Start);
        }
        draw_box(picture, row.marks.map(x), middle, theme);
        let [least, .., greatest] = row.marks.map(x);
        if with_beyond {
            picture.text((least - 6.0, base), &row.below, SMALL, theme.ink_2, Align::End);
            picture.text((greatest + 6.0, base), &row.above, SMALL, theme.ink_2, Align::Start);
        }
        picture.text((width, base), &row.text, SMALL_STRONG, theme.ink, Align::End);
        drawing.hits.push(Hit {
            rect: Rect::new(0.0, top, width, ROW),
            index: at,
            anchor: (x(row.marks[2]), middle - BOX / 2.0),
        });
    }
    drawing
}

/// Vertical rules with their values below; every second one where they would crowd.
fn draw_axis(
    picture: &mut Picture,
    ticks: &[Tick],
    x: &dyn Fn(f64) -> f64,
    (left, right, bottom): (f64, f64, f64),
    theme: &Theme,
) {
    let widest = ticks.iter().map(|t| text::width(&t.label, SMALL)).fold(0.0, f64::max);
    let pitch = (right - left) / ticks.len().saturating_sub(1).max(1) as f64;
    let stride = ((widest + 10.0) / pitch.max(1.0)).ceil().max(1.0) as usize;
    for tick in ticks.iter().step_by(stride) {
        let at = x(tick.value);
        picture.rect(Rect::new(at - 0.5, TOP, 1.0, bottom - TOP), theme.line);
        let half = text::width(&tick.label, SMALL) / 2.0;
        let middle = at.min(right - half + 12.0).max(half);
        picture.text((middle, bottom + 18.0), &tick.label, SMALL, theme.ink_2, Align::Middle);
    }
    picture.rect(Rect::new(left, bottom - 0.5, right - left, 1.0), theme.line_strong);
}

fn draw_box(picture: &mut Picture, marks: [f64; 5], middle: f64, theme: &Theme) {
    let [low, p25, median, p75, high] = marks;
    let stem = theme.sequence[4];
    picture.rect(Rect::new(low, middle - 0.75, high - low, 1.5), stem);
    for end in [low, high] {
        picture.rect(Rect::new(end - 0.75, middle - BOX / 4.0, 1.5, BOX / 2.0), stem);
    }
    let body = Rect::new(p25, middle - BOX / 2.0, (p75 - p25).max(2.0), BOX);
    picture.rounded(body, [3.0; 4], stem);
    let inside = body.inset(1.5);
    if inside.width >= 1.0 {
        picture.rounded(inside, [2.0; 4], theme.sequence[2]);
    }
    picture.rect(Rect::new(median - 1.25, middle - BOX / 2.0 - 2.0, 2.5, BOX + 4.0), theme.ink);
}
