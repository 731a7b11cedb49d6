//! A chart that stands alone, outside the page: with title, note, legend and ground.
//!
//! On the page the card says all this; an exported picture has to say it itself.

use super::picture::{Align, Picture, Rect};
use super::text::{self, SMALL, TITLE};
use super::theme::Theme;
use super::{ChartKind, Drawing, draw};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caption {
    pub title: String,
    /// Below the title: period, basis, files.
    pub note: String,
    /// What the picture shows, for those who can't see it. Not drawn.
    pub description: String,
}

/// White space around.
const MARGIN: f64 = 20.0;
const TITLE_LINE: f64 = 22.0;
const NOTE_LINE: f64 = 17.0;
const LEGEND_LINE: f64 = 22.0;
const BELOW: f64 = 12.0;

/// Width and height in CSS px of a captioned chart.
pub fn captioned_size(kind: &ChartKind, caption: &Caption, width: f64) -> (f64, f64) {
    let inner = (width - 2.0 * MARGIN).max(80.0);
    let width = inner + 2.0 * MARGIN;
    (width, 2.0 * MARGIN + Head::new(kind, caption, inner).height() + kind.height(inner))
}

/// Lays out a chart that stands alone. Its hit regions are empty: nobody points at a file.
pub fn draw_captioned(kind: &ChartKind, caption: &Caption, theme: &Theme, width: f64) -> Drawing {
    let (width, height) = captioned_size(kind, caption, width);
    let inner = width - 2.0 * MARGIN;
    let head = Head::new(kind, caption, inner);
    let mut picture = Picture::default();
    picture.rect(Rect::new(0.0, 0.0, width, height), theme.surface);
    head.draw(&mut picture, theme);
    let chart = draw(kind, theme, inner, kind.height(inner));
    picture.place(chart.picture, (MARGIN, MARGIN + head.height()));
    Drawing { picture, hits: Vec::new() }
}

/// Everything above the chart, broken into lines.
struct Head {
    title: Vec<String>,
    note: Vec<String>,
    /// Lines of the legend.
    legend: Vec<Vec<Entry>>,
}

impl Head {
    fn new(kind: &ChartKind, caption: &Caption, width: f64) -> Head {
        let lines = |words: &str, most: usize, lettering| {
            if words.is_empty() { Vec::new() } else { text::wrap(words, width, most, lettering) }
        };
        Head {
            title: lines(&caption.title, 2, TITLE),
            note: lines(&caption.note, 3, SMALL),
            legend: legend(kind, width),
        }
    }

    fn height(&self) -> f64 {
        let lines = self.title.len() as f64 * TITLE_LINE
            + self.note.len() as f64 * NOTE_LINE
            + self.legend.len() as f64 * LEGEND_LINE;
        if lines > 0.0 { lines + BELOW } else { 0.0 }
    }

    fn draw(&self, picture: &mut Picture, theme: &Theme) {
        let mut y = MARGIN;
        for line in &self.title {
            picture.text((MARGIN, y + 14.0), line, TITLE, theme.ink, Align::Start);
            y += TITLE_LINE;
        }
        for line in &self.note {
            picture.text((MARGIN, y + 11.0), line, SMALL, theme.ink_2, Align::Start);
            y += NOTE_LINE;
        }
        for line in &self.legend {
            for entry in line {
                if let Some(slot) = entry.slot {
                    let swatch = Rect::new(MARGIN + entry.x, y + 7.0, 9.0, 9.0);
                    picture.rounded(swatch, [3.0; 4], theme.slot(slot));
                }
                let at = (MARGIN + entry.x + entry.indent(), y + 16.0);
                picture.text(at, &entry.name, SMALL, theme.ink_2, Align::Start);
            }
            y += LEGEND_LINE;
        }
    }
}

/// A colour and its name, or a note that has no colour.
struct Entry {
    x: f64,
    slot: Option<usize>,
    name: String,
}

impl Entry {
    /// The room of the swatch.
    fn indent(&self) -> f64 {
        if self.slot.is_some() { 15.0 } else { 0.0 }
    }
}

fn legend(kind: &ChartKind, width: f64) -> Vec<Vec<Entry>> {
    let mut lines: Vec<Vec<Entry>> = Vec::new();
    let mut line = Vec::new();
    let mut x = 0.0;
    let names = kind.legend().into_iter().map(|(slot, name)| (Some(slot), name));
    for (slot, name) in names.chain(kind.notes().iter().map(|note| (None, note.as_str()))) {
        let mut entry = Entry { x: 0.0, slot, name: String::new() };
        entry.name = text::fit(name, width - entry.indent(), SMALL);
        let wide = entry.indent() + text::width(&entry.name, SMALL);
        if x > 0.0 && x + wide > width {
            lines.push(std::mem::take(&mut line));
            x = 0.0;
        }
        entry.x = x;
        line.push(entry);
        x += wide + 18.0;
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}
