//! A chart as an SVG file: the same drawing as on the page, with title, note and legend.

use crate::chart::{Caption, ChartKind, Paint, PaintError, Theme, captioned_size, draw_captioned};
use plotters::prelude::SVGBackend;
use plotters_backend::DrawingBackend;

/// Units of the drawing per CSS px.
const TENTHS: f64 = 10.0;

/// The chart as a whole SVG document of the given width in CSS px.
pub fn chart_svg(
    kind: &ChartKind,
    caption: &Caption,
    theme: &Theme,
    width: f64,
) -> Result<String, PaintError> {
    let (width, height) = captioned_size(kind, caption, width.min(8_000.0));
    let units = ((width * TENTHS).round() as u32, (height * TENTHS).round() as u32);
    let mut drawn = String::new();
    let mut backend = SVGBackend::with_string(&mut drawn, units);
    draw_captioned(kind, caption, theme, width).paint(&Paint::svg(theme.font), &mut backend)?;
    backend.present().map_err(|e| PaintError(e.to_string()))?;
    drop(backend);
    // The backend opens the root element by itself; ours has a size in px, joins and words.
    let marks = drawn.split_once('>').map_or("", |(_, rest)| rest).trim_start();
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {} {}\" role=\"img\" stroke-linejoin=\"round\">\n",
        units.0, units.1
    );
    for (tag, words) in [("title", &caption.title), ("desc", &caption.description)] {
        if !words.is_empty() {
            svg.push_str(&format!("<{tag}>{}</{tag}>\n", escaped(words)));
        }
    }
    svg.push_str(marks);
    Ok(svg)
}

/// Text as it may stand in XML or HTML, inside an element or an attribute.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
