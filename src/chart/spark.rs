//! The small line in a KPI card: the shape of the past, without axes, ending in a dot.
//!
//! Its height shows the range of its own values and does not begin at 0: it is read for its
//! direction only, the figure beside it for its size.

use super::Drawing;
use super::picture::{Picture, Point};
use super::theme::Theme;

/// The height that suits a card, in CSS px.
pub const HEIGHT: f64 = 28.0;

const STROKE: f64 = 1.6;
const DOT: f64 = 2.6;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SparkModel {
    pub values: Vec<Option<f64>>,
    /// The last unit of time is not over: its stretch is dashed and its dot is hollow.
    pub partial_last: bool,
}

pub fn draw(model: &SparkModel, theme: &Theme, width: f64, height: f64) -> Drawing {
    let mut picture = Picture::default();
    let points = points(model, width, height);
    // One value has no direction: a lone dot would look like a speck.
    if points.iter().flatten().count() < 2 {
        return Drawing::default();
    }
    let last = points.len().saturating_sub(1);
    let mut run: Vec<Point> = Vec::new();
    for (i, point) in points.iter().enumerate() {
        let Some(point) = *point else {
            end_run(&mut picture, &mut run, theme);
            continue;
        };
        let before = run.last().copied().filter(|_| i == last && model.partial_last);
        if let Some(from) = before {
            end_run(&mut picture, &mut run, theme);
            picture.dashed(from, point, STROKE, theme.accent);
            break;
        }
        run.push(point);
    }
    end_run(&mut picture, &mut run, theme);
    if let Some(Some(end)) = points.last() {
        picture.disc(*end, DOT, theme.accent);
        if model.partial_last {
            picture.disc(*end, DOT - 1.2, theme.surface);
        }
    }
    Drawing { picture, hits: Vec::new() }
}

/// Draws what was gathered; a value between two gaps becomes a dot.
fn end_run(picture: &mut Picture, run: &mut Vec<Point>, theme: &Theme) {
    match run.as_slice() {
        [alone] => picture.disc(*alone, STROKE / 2.0 + 0.4, theme.accent),
        _ => picture.line(run.clone(), STROKE, theme.accent),
    }
    run.clear();
}

fn points(model: &SparkModel, width: f64, height: f64) -> Vec<Option<Point>> {
    let known = || model.values.iter().flatten().copied().filter(|v| v.is_finite());
    let low = known().fold(f64::INFINITY, f64::min);
    let high = known().fold(f64::NEG_INFINITY, f64::max);
    let room = (height - 2.0 * (DOT + 0.5)).max(1.0);
    let steps = model.values.len().saturating_sub(1).max(1) as f64;
    let (left, right) = (STROKE, width - DOT - 0.5);
    let x = |i: usize| {
        if model.values.len() == 1 { right } else { left + (right - left) * i as f64 / steps }
    };
    let y = |v: f64| {
        let share = if high > low { (v - low) / (high - low) } else { 0.5 };
        DOT + 0.5 + room * (1.0 - share)
    };
    let place = |(i, v): (usize, &Option<f64>)| v.filter(|v| v.is_finite()).map(|v| (x(i), y(v)));
    model.values.iter().enumerate().map(place).collect()
}
