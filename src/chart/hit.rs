//! Where the pointer finds what: the regions that a drawing answers to.
//!
//! Not here: the tooltip itself, which is the page's, over the chart and never part of it.

use super::picture::{Point, Rect};

/// A region of a chart, in CSS px from its top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    pub rect: Rect,
    /// Stage, row, or unit of time; a unit of time stands for all its series.
    pub index: usize,
    /// Where a tooltip points to.
    pub anchor: Point,
}

/// The region under a point.
pub fn hit_at(hits: &[Hit], x: f64, y: f64) -> Option<&Hit> {
    hits.iter().find(|hit| hit.rect.contains((x, y)))
}

/// What a tooltip says: a title, and lines of name and value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tip {
    pub title: String,
    pub lines: Vec<TipLine>,
}

impl Tip {
    /// The details (name and value) of a row, or its figure where there are none.
    pub(super) fn of_row(title: &str, details: &[(String, String)], figure: &str) -> Tip {
        let line = |name: &str, value: &str| TipLine {
            slot: None,
            name: name.to_owned(),
            value: value.to_owned(),
        };
        let mut lines: Vec<TipLine> = details.iter().map(|(n, v)| line(n, v)).collect();
        if lines.is_empty() {
            lines.push(line("", figure));
        }
        Tip { title: title.to_owned(), lines }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TipLine {
    /// The colour slot of the series, for a swatch.
    pub slot: Option<usize>,
    pub name: String,
    pub value: String,
}
