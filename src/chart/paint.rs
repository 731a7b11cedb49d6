//! Replays a picture on any plotters backend.
//!
//! Backends count in whole units, so a unit is made finer than a device pixel where slanted lines
//! and round corners need it, and is one device pixel where text is to be as sharp as the page's.

use super::picture::{Align, Mark, Picture, Point, Rect};
use super::theme::Color;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontDesc, FontFamily, FontStyle, TextStyle};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend};
use std::f64::consts::FRAC_1_SQRT_2;
use std::fmt;

/// Backends differ in how they take fonts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Medium {
    Canvas,
    /// plotters' SVG backend divides font sizes by 1.24 and centres text by its x-height.
    Svg,
}

/// Which marks are painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layer {
    All,
    Shapes,
    Text,
}

/// How a picture gets from CSS px to a backend's units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paint {
    medium: Medium,
    layer: Layer,
    /// Device pixels per CSS px.
    ratio: f64,
    /// Units of the backend per device pixel.
    fine: f64,
    font: &'static str,
}

impl Paint {
    /// Units per device pixel of [`Paint::canvas_shapes`]: the context is scaled by 1 ÷ this.
    pub const FINE: f64 = 8.0;

    /// The shapes, on a canvas of CSS size × `ratio` whose context is scaled by `1.0 / Paint::FINE`.
    pub fn canvas_shapes(ratio: f64, font: &'static str) -> Paint {
        Paint { medium: Medium::Canvas, layer: Layer::Shapes, ratio, fine: Paint::FINE, font }
    }

    /// The text, over the shapes, on the same canvas with its context not scaled.
    pub fn canvas_text(ratio: f64, font: &'static str) -> Paint {
        Paint { layer: Layer::Text, fine: 1.0, ..Paint::canvas_shapes(ratio, font) }
    }

    /// Everything, in tenths of a px.
    pub fn svg(font: &'static str) -> Paint {
        Paint { medium: Medium::Svg, layer: Layer::All, ratio: 1.0, fine: 10.0, font }
    }

    fn unit(&self, px: f64) -> i32 {
        (px * self.ratio * self.fine).round() as i32
    }
    /// To the edge of a whole device pixel.
    fn snapped(&self, px: f64) -> i32 {
        ((px * self.ratio).round() * self.fine) as i32
    }
    /// Both edges of a span, at least one device pixel apart. A hairline is as thick wherever it
    /// lies; the ends of longer spans meet those of their neighbours.
    fn span(&self, start: f64, length: f64) -> (i32, i32) {
        let from = self.snapped(start);
        let to =
            if length <= 2.0 { from + self.snapped(length) } else { self.snapped(start + length) };
        (from, to.max(from + self.fine as i32))
    }
    fn coord(&self, (x, y): Point) -> BackendCoord {
        (self.unit(x), self.unit(y))
    }
    fn coords(&self, points: &[Point]) -> Vec<BackendCoord> {
        points.iter().map(|p| self.coord(*p)).collect()
    }
}

/// The backend could not draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaintError(pub String);

impl fmt::Display for PaintError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for PaintError {}

struct Stroke {
    color: BackendColor,
    width: u32,
}

impl BackendStyle for Stroke {
    fn color(&self) -> BackendColor {
        self.color
    }
    fn stroke_width(&self) -> u32 {
        self.width
    }
}

fn opaque(Color(r, g, b): Color) -> BackendColor {
    BackendColor { alpha: 1.0, rgb: (r, g, b) }
}

impl Picture {
    /// Draws every mark of the layer, first to last.
    pub fn paint<DB: DrawingBackend>(
        &self,
        paint: &Paint,
        backend: &mut DB,
    ) -> Result<(), PaintError> {
        for mark in &self.marks {
            let is_text = matches!(mark, Mark::Text { .. });
            let wanted = match paint.layer {
                Layer::All => true,
                Layer::Shapes => !is_text,
                Layer::Text => is_text,
            };
            if wanted {
                paint_mark(mark, paint, backend).map_err(|e| PaintError(e.to_string()))?;
            }
        }
        Ok(())
    }
}

type Painted<DB> =
    Result<(), plotters_backend::DrawingErrorKind<<DB as DrawingBackend>::ErrorType>>;

fn paint_mark<DB: DrawingBackend>(mark: &Mark, paint: &Paint, backend: &mut DB) -> Painted<DB> {
    match mark {
        Mark::Rect { rect, radii, color } => {
            paint_rect(rect, radii, opaque(*color), paint, backend)
        }
        Mark::Polygon { points, color } => {
            backend.fill_polygon(paint.coords(points), &opaque(*color))
        }
        Mark::Line { points, width, color } => {
            let stroke = Stroke { color: opaque(*color), width: paint.unit(*width).max(1) as u32 };
            backend.draw_path(paint.coords(points), &stroke)
        }
        Mark::Disc { center, radius, color } => {
            let radius = paint.unit(*radius).max(1) as u32;
            backend.draw_circle(paint.coord(*center), radius, &opaque(*color), true)
        }
        Mark::Text { at, text, lettering, color, align } => {
            let size = lettering.size * paint.ratio * paint.fine;
            let strong = if lettering.strong { FontStyle::Bold } else { FontStyle::Normal };
            // Centred text varies least between backends and typefaces: the baseline lies 0.30 em
            // below the centre of an em on a canvas, and half an x-height (0.265 em) below in SVG.
            let (size, below) = match paint.medium {
                Medium::Canvas => (size, 0.30),
                Medium::Svg => (size * 1.24, 0.265),
            };
            let y = at.1 - below * lettering.size;
            let h_pos = match align {
                Align::Start => HPos::Left,
                Align::Middle => HPos::Center,
                Align::End => HPos::Right,
            };
            let style = TextStyle {
                font: FontDesc::new(FontFamily::Name(paint.font), size, strong),
                color: opaque(*color),
                pos: Pos::new(h_pos, VPos::Center),
            };
            backend.draw_text(text, &style, paint.coord((at.0, y)))
        }
    }
}

fn paint_rect<DB: DrawingBackend>(
    rect: &Rect,
    radii: &[f64; 4],
    color: BackendColor,
    paint: &Paint,
    backend: &mut DB,
) -> Painted<DB> {
    let (left, right) = paint.span(rect.x, rect.width);
    let (top, bottom) = paint.span(rect.y, rect.height);
    if radii.iter().all(|r| *r <= 0.0) {
        return backend.draw_rect((left, top), (right, bottom), &color, true);
    }
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
    let inward = [(1.0, 1.0), (-1.0, 1.0), (-1.0, -1.0), (1.0, -1.0)];
    let mut outline = Vec::with_capacity(28);
    for (i, ((corner, inward), radius)) in corners.iter().zip(inward).zip(radii).enumerate() {
        let r = radius * paint.ratio * paint.fine;
        // The outline runs clockwise: every other corner walks its quarter circle backwards.
        let steps = QUARTER.iter().map(|(a, b)| if i % 2 == 0 { (*a, *b) } else { (*b, *a) });
        outline.extend(steps.map(|(a, b)| {
            let x = f64::from(corner.0) + inward.0 * r * (1.0 - a);
            let y = f64::from(corner.1) + inward.1 * r * (1.0 - b);
            (x.round() as i32, y.round() as i32)
        }));
    }
    outline.dedup();
    backend.fill_polygon(outline, &color)
}

/// Cosine and sine of a quarter circle in seven steps. A table, so that the same chart has the same
/// outline on every machine.
const QUARTER: [(f64, f64); 7] = [
    (1.0, 0.0),
    (0.965_926, 0.258_819),
    (0.866_025, 0.5),
    (FRAC_1_SQRT_2, FRAC_1_SQRT_2),
    (0.5, 0.866_025),
    (0.258_819, 0.965_926),
    (0.0, 1.0),
];
