//! A bridge (waterfall): from one total to another by steps, each a bar that begins where the one
//! before it ended. Rows run downwards, so that names have room at any width.
//!
//! Lengths are linear; the scale holds 0, every step and both totals.

use super::Drawing;
use super::hit::{Hit, Tip};
use super::picture::{Align, Rect};
use super::text::{self, SMALL, SMALL_STRONG};
use super::theme::Theme;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BridgeModel {
    pub rows: Vec<BridgeRow>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BridgeRow {
    pub name: String,
    /// Where the bar begins and ends: a total begins at 0.
    pub from: f64,
    pub to: f64,
    pub is_total: bool,
    /// A step down that is no bad news.
    pub is_good: bool,
    /// The value in words, with its sign for a step.
    pub text: String,
    /// How many records, quieter.
    pub note: String,
    /// Lines of the tooltip: name and value.
    pub details: Vec<(String, String)>,
}

impl BridgeModel {
    pub fn tip(&self, index: usize) -> Option<Tip> {
        let row = self.rows.get(index)?;
        Some(Tip::of_row(&row.name, &row.details, &row.text))
    }
}

const ROW: f64 = 32.0;
const BAR: f64 = 18.0;

pub fn height(model: &BridgeModel) -> f64 {
    (model.rows.len() as f64 * ROW).max(24.0)
}

pub fn draw(model: &BridgeModel, theme: &Theme, width: f64) -> Drawing {
    let mut drawing = Drawing::default();
    let widest = |widths: &mut dyn Iterator<Item = f64>| widths.fold(0.0, f64::max);
    let names = widest(&mut model.rows.iter().map(|r| text::width(&r.name, SMALL_STRONG)));
    let names = names.min((width * 0.3).max(96.0)) + 14.0;
    let figures = widest(&mut model.rows.iter().map(|r| text::width(&r.text, SMALL_STRONG)));
    let notes = widest(&mut model.rows.iter().map(|r| text::width(&r.note, SMALL)));
    // Where there is no room for both, the tooltip tells the records.
    let with_notes = width - names - figures - notes > 160.0;
    let right = figures + if with_notes { notes + 22.0 } else { 10.0 };
    let room = (width - names - right).max(24.0);
    let ends = || model.rows.iter().flat_map(|r| [r.from, r.to]).filter(|v| v.is_finite());
    let (low, high) = (ends().fold(0.0, f64::min), ends().fold(0.0, f64::max));
    let x = |value: f64| {
        let share = if high > low { (value - low) / (high - low) } else { 0.0 };
        names + share * room
    };
    let picture = &mut drawing.picture;
    let tall = model.rows.len() as f64 * ROW;
    picture.rect(Rect::new(x(0.0), 0.0, 1.0, tall), theme.line_strong);
    for (at, row) in model.rows.iter().enumerate() {
        let top = at as f64 * ROW;
        let (base, middle) = (top + ROW / 2.0 + 4.0, top + (ROW - BAR) / 2.0);
        let lettering = if row.is_total { SMALL_STRONG } else { SMALL };
        let name = text::fit(&row.name, names - 10.0, lettering);
        picture.text((0.0, base), &name, lettering, theme.ink, Align::Start);
        let (left, end) = (x(row.from.min(row.to)), x(row.from.max(row.to)));
        let bar = Rect::new(left, middle, (end - left).max(2.0), BAR);
        let color = match (row.is_total, row.is_good || row.to >= row.from) {
            (true, _) => theme.sequence[5],
            (false, true) => theme.sequence[3],
            (false, false) => theme.bad.mix(theme.surface, 0.35),
        };
        picture.rounded(bar, [3.0; 4], color);
        // A thin line leads on to where the next bar begins.
        if at + 1 < model.rows.len() {
            let from = x(row.to);
            picture.rect(Rect::new(from, middle + BAR, 1.0, ROW - BAR), theme.line_strong);
        }
        let after = names + room + 10.0 + figures;
        picture.text((after, base), &row.text, SMALL_STRONG, theme.ink, Align::End);
        if with_notes {
            picture.text((width, base), &row.note, SMALL, theme.ink_2, Align::End);
        }
        drawing.hits.push(Hit {
            rect: Rect::new(0.0, top, width, ROW),
            index: at,
            anchor: ((left + end) / 2.0, middle),
        });
    }
    drawing
}
