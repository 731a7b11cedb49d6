//! A drawn chart as a list of marks, in CSS px.
//!
//! Charts put marks into a picture; `paint` replays it on a plotters backend. So a chart is laid
//! out once whatever it is drawn on, and the code of each chart is compiled once and not per
//! backend.

use super::text::Lettering;
use super::theme::Color;

/// x to the right, y downwards.
pub type Point = (f64, f64);

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Rect {
    pub fn new(x: f64, y: f64, width: f64, height: f64) -> Rect {
        Rect { x, y, width, height }
    }
    pub fn right(&self) -> f64 {
        self.x + self.width
    }
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }
    pub fn contains(&self, (x, y): Point) -> bool {
        x >= self.x && x < self.right() && y >= self.y && y < self.bottom()
    }
    /// The rectangle made smaller by `by` on each side.
    pub fn inset(&self, by: f64) -> Rect {
        let (width, height) = (self.width - 2.0 * by, self.height - 2.0 * by);
        Rect::new(self.x + by, self.y + by, width.max(0.0), height.max(0.0))
    }
}

/// Which way a text runs from its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Start,
    Middle,
    End,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// Edges are moved to whole device pixels; radii: top left, top right, bottom right, bottom left.
    Rect {
        rect: Rect,
        radii: [f64; 4],
        color: Color,
    },
    Polygon {
        points: Vec<Point>,
        color: Color,
    },
    Line {
        points: Vec<Point>,
        width: f64,
        color: Color,
    },
    Disc {
        center: Point,
        radius: f64,
        color: Color,
    },
    /// One line of text; `at` lies on its baseline.
    Text {
        at: Point,
        text: String,
        lettering: Lettering,
        color: Color,
        align: Align,
    },
}

/// Marks in the order in which they are painted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    pub marks: Vec<Mark>,
}

impl Picture {
    pub fn rect(&mut self, rect: Rect, color: Color) {
        self.rounded(rect, [0.0; 4], color);
    }

    /// A rectangle with round corners, each at most half of the shorter side.
    pub fn rounded(&mut self, rect: Rect, radii: [f64; 4], color: Color) {
        let most = rect.width.min(rect.height) / 2.0;
        let radii = radii.map(|r| r.min(most).max(0.0));
        self.marks.push(Mark::Rect { rect, radii, color });
    }

    pub fn polygon(&mut self, points: Vec<Point>, color: Color) {
        self.marks.push(Mark::Polygon { points, color });
    }

    pub fn line(&mut self, points: Vec<Point>, width: f64, color: Color) {
        if points.len() > 1 {
            self.marks.push(Mark::Line { points, width, color });
        }
    }

    /// A straight line in dashes of 4 px, beginning and ending with a dash.
    pub fn dashed(&mut self, from: Point, to: Point, width: f64, color: Color) {
        const DASH: f64 = 4.0;
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let pieces = ((dx.hypot(dy) / DASH) as usize).clamp(1, 2_000) | 1;
        let at = |i: usize| {
            let share = i as f64 / pieces as f64;
            (from.0 + dx * share, from.1 + dy * share)
        };
        for i in (0..pieces).step_by(2) {
            self.line(vec![at(i), at(i + 1)], width, color);
        }
    }

    /// A line through points in dashes of 4 px that go on around its corners.
    pub fn dashed_line(&mut self, points: &[Point], width: f64, color: Color) {
        const DASH: f64 = 4.0;
        // Where the next dash or gap ends, from the beginning of the piece at hand.
        let (mut left, mut is_dash) = (DASH, true);
        let mut dash: Vec<Point> = points.first().copied().into_iter().collect();
        for (from, to) in points.iter().zip(points.iter().skip(1)) {
            let (dx, dy) = (to.0 - from.0, to.1 - from.1);
            let long = dx.hypot(dy);
            if !(long > 0.0 && long < 100_000.0) {
                continue;
            }
            let mut passed = left;
            while passed < long {
                let at = (from.0 + dx * passed / long, from.1 + dy * passed / long);
                dash.push(at);
                let done = std::mem::replace(&mut dash, vec![at]);
                if is_dash {
                    self.line(done, width, color);
                }
                is_dash = !is_dash;
                passed += DASH;
            }
            left = passed - long;
            dash.push(*to);
        }
        if is_dash {
            self.line(dash, width, color);
        }
    }

    pub fn disc(&mut self, center: Point, radius: f64, color: Color) {
        self.marks.push(Mark::Disc { center, radius, color });
    }

    pub fn text(
        &mut self,
        at: Point,
        text: &str,
        lettering: Lettering,
        color: Color,
        align: Align,
    ) {
        if text.is_empty() {
            return;
        }
        // A cell can hold control characters; XML can't, and nobody sees them.
        let text = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        self.marks.push(Mark::Text { at, text, lettering, color, align });
    }

    /// Puts another picture on top, moved by `by`.
    pub fn place(&mut self, other: Picture, by: Point) {
        let moved = |p: Point| (p.0 + by.0, p.1 + by.1);
        self.marks.extend(other.marks.into_iter().map(|mark| match mark {
            Mark::Rect { rect, radii, color } => {
                let (x, y) = moved((rect.x, rect.y));
                Mark::Rect { rect: Rect { x, y, ..rect }, radii, color }
            }
            Mark::Polygon { points, color } => {
                Mark::Polygon { points: points.into_iter().map(moved).collect(), color }
            }
            Mark::Line { points, width, color } => {
                Mark::Line { points: points.into_iter().map(moved).collect(), width, color }
            }
            Mark::Disc { center, radius, color } => {
                Mark::Disc { center: moved(center), radius, color }
            }
            Mark::Text { at, text, lettering, color, align } => {
                Mark::Text { at: moved(at), text, lettering, color, align }
            }
        }));
    }
}
