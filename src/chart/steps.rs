//! Curves of shares by time that fall or rise in steps, each with its band, marks where something was
//! last looked at, and a line down at the time by which half is reached.
//!
//! The share axis ends with its highest tick: 1 for what falls, less for what rises to little.

use super::Drawing;
use super::hit::{Hit, Tip, TipLine};
use super::picture::{Align, Picture, Point, Rect};
use super::text::{self, SMALL};
use super::theme::Theme;
use super::ticks::Tick;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StepsModel {
    pub curves: Vec<StepCurve>,
    pub x_ticks: Vec<Tick>,
    pub y_ticks: Vec<Tick>,
    /// What the time axis counts: `days`.
    pub x_title: String,
    /// What a tooltip says in equal bands of time, from the left.
    pub tips: Vec<Tip>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StepCurve {
    pub name: String,
    /// Colour slot, counted from 0.
    pub slot: usize,
    /// Before the first step.
    pub start: f64,
    pub steps: Vec<StepPoint>,
    /// Where the curve ends.
    pub end: f64,
    /// Times at which something was last looked at.
    pub open_at: Vec<f64>,
    pub median: Option<f64>,
}

/// A share from a time on, with its interval.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct StepPoint {
    pub time: f64,
    pub share: f64,
    pub interval: Option<(f64, f64)>,
}

impl StepsModel {
    pub fn tip(&self, index: usize) -> Option<Tip> {
        self.tips.get(index).cloned()
    }

    /// The longest time on the axis.
    pub fn longest(&self) -> f64 {
        let ticks = self.x_ticks.iter().map(|t| t.value);
        ticks.chain(self.curves.iter().map(|c| c.end)).fold(0.0, f64::max).max(1.0)
    }
}

impl StepCurve {
    fn at(&self, time: f64) -> f64 {
        let passed = self.steps.partition_point(|step| step.time <= time);
        passed.checked_sub(1).and_then(|at| self.steps.get(at)).map_or(self.start, |s| s.share)
    }
}

/// A line of a tooltip for a curve.
pub fn tip_line(slot: usize, name: &str, value: String) -> TipLine {
    TipLine { slot: Some(slot), name: name.to_owned(), value }
}

pub const HEIGHT: f64 = 300.0;
const TOP: f64 = 12.0;
const LABELS: f64 = 44.0;
const STROKE: f64 = 2.2;
/// Bands of more curves than this would cover each other.
const MOST_BANDS: usize = 2;
/// Marks stand so far apart at least; many of them further, so that they don't make a ladder.
const MARK_GAP: f64 = 4.0;
const MANY_MARKS: usize = 40;
const WIDE_GAP: f64 = 24.0;

struct Plot {
    area: Rect,
    longest: f64,
    /// The share at the top.
    most: f64,
}

impl Plot {
    fn x(&self, time: f64) -> f64 {
        self.area.x + (time / self.longest).clamp(0.0, 1.0) * self.area.width
    }
    fn y(&self, share: f64) -> f64 {
        self.area.bottom() - (share / self.most).clamp(0.0, 1.0) * self.area.height
    }
}

pub fn draw(model: &StepsModel, theme: &Theme, width: f64, height: f64) -> Drawing {
    let mut drawing = Drawing::default();
    let widest = model.y_ticks.iter().map(|t| text::width(&t.label, SMALL)).fold(0.0, f64::max);
    let left = widest + 10.0;
    let area =
        Rect::new(left, TOP, (width - left - 4.0).max(10.0), (height - TOP - LABELS).max(10.0));
    let most = model.y_ticks.iter().map(|t| t.value).fold(0.0, f64::max);
    let most = if most > 0.0 { most } else { 1.0 };
    let plot = Plot { area, longest: model.longest(), most };
    let picture = &mut drawing.picture;
    draw_grid(picture, model, &plot, theme);
    if model.curves.len() <= MOST_BANDS {
        model.curves.iter().for_each(|curve| draw_band(picture, curve, &plot, theme));
    }
    for curve in &model.curves {
        draw_median(picture, curve, &plot, theme);
    }
    for curve in &model.curves {
        draw_curve(picture, curve, &plot, theme);
    }
    let bands = model.tips.len().max(1) as f64;
    drawing.hits = (0..model.tips.len())
        .map(|i| {
            let band = plot.area.width / bands;
            let time = plot.longest * (i as f64 + 0.5) / bands;
            let first = model.curves.first().map_or(1.0, |curve| curve.at(time));
            Hit {
                rect: Rect::new(plot.area.x + band * i as f64, 0.0, band, height),
                index: i,
                anchor: (plot.x(time), plot.y(first)),
            }
        })
        .collect();
    drawing
}

fn draw_grid(picture: &mut Picture, model: &StepsModel, plot: &Plot, theme: &Theme) {
    let area = plot.area;
    for tick in &model.y_ticks {
        let y = plot.y(tick.value);
        let color = if tick.value == 0.0 { theme.line_strong } else { theme.line };
        picture.rect(Rect::new(area.x, y - 0.5, area.width, 1.0), color);
        picture.text((area.x - 8.0, y + 4.0), &tick.label, SMALL, theme.ink_2, Align::End);
    }
    let widest = model.x_ticks.iter().map(|t| text::width(&t.label, SMALL)).fold(0.0, f64::max);
    let pitch = area.width / model.x_ticks.len().saturating_sub(1).max(1) as f64;
    let stride = ((widest + 10.0) / pitch.max(1.0)).ceil().max(1.0) as usize;
    for tick in model.x_ticks.iter().step_by(stride) {
        let x = plot.x(tick.value);
        picture.rect(Rect::new(x - 0.5, area.bottom(), 1.0, 4.0), theme.line_strong);
        let half = text::width(&tick.label, SMALL) / 2.0;
        let at = x.min(area.right() - half).max(half);
        picture.text((at, area.bottom() + 18.0), &tick.label, SMALL, theme.ink_2, Align::Middle);
    }
    let at = (area.right(), area.bottom() + 36.0);
    picture.text(at, &model.x_title, SMALL, theme.ink_3, Align::End);
}

/// Both edges of the band in steps, as far as there is one.
fn draw_band(picture: &mut Picture, curve: &StepCurve, plot: &Plot, theme: &Theme) {
    let color = theme.slot(curve.slot).mix(theme.surface, 0.82);
    for (at, step) in curve.steps.iter().enumerate() {
        let Some((low, high)) = step.interval else { continue };
        let until = curve.steps.get(at + 1).map_or(curve.end, |next| next.time);
        let (from, to) = (plot.x(step.time), plot.x(until));
        let (top, bottom) = (plot.y(high), plot.y(low));
        picture.rect(Rect::new(from, top, (to - from).max(0.5), bottom - top), color);
    }
}

fn draw_median(picture: &mut Picture, curve: &StepCurve, plot: &Plot, theme: &Theme) {
    let Some(median) = curve.median else { return };
    let color = theme.slot(curve.slot).mix(theme.surface, 0.35);
    let (x, y) = (plot.x(median), plot.y(0.5));
    picture.dashed((plot.area.x, y), (x, y), 1.2, theme.ink_3);
    picture.dashed((x, y), (x, plot.area.bottom()), 1.2, color);
    picture.disc((x, y), 4.0, theme.slot(curve.slot));
    picture.disc((x, y), 2.0, theme.surface);
}

fn draw_curve(picture: &mut Picture, curve: &StepCurve, plot: &Plot, theme: &Theme) {
    let color = theme.slot(curve.slot);
    let mut points: Vec<Point> = vec![(plot.x(0.0), plot.y(curve.start))];
    let mut level = curve.start;
    for step in &curve.steps {
        points.push((plot.x(step.time), plot.y(level)));
        points.push((plot.x(step.time), plot.y(step.share)));
        level = step.share;
    }
    points.push((plot.x(curve.end), plot.y(level)));
    points.dedup();
    picture.line(points, STROKE, color);
    let gap = if curve.open_at.len() > MANY_MARKS { WIDE_GAP } else { MARK_GAP };
    let mut last = f64::NEG_INFINITY;
    for time in &curve.open_at {
        let x = plot.x(*time);
        if x - last >= gap {
            let y = plot.y(curve.at(*time));
            picture.rect(Rect::new(x - 0.6, y - 5.0, 1.2, 10.0), color);
            last = x;
        }
    }
}
