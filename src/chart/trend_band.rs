//! The band between whose edges the values of a trend lie, behind its line.
//!
//! Of values of few it can reach beyond the axis: there it is cut off.

use super::picture::{Picture, Point, Rect};
use super::theme::Theme;
use super::trend::{Plot, Series};

/// The width of the band of a value without neighbours.
const ALONE: f64 = 8.0;

pub(super) fn draw(picture: &mut Picture, series: &Series, plot: &Plot, theme: &Theme) {
    let color = theme.slot(series.slot).mix(theme.surface, 0.86);
    let within = |y: f64| y.clamp(plot.area.y, plot.area.bottom());
    let edges = |i: usize| -> Option<(Point, Point)> {
        let (low, high) = series.band.get(i).copied().flatten()?;
        let at = |value: f64| (plot.x(i), within(plot.y(value)));
        (low.is_finite() && high.is_finite()).then(|| (at(high), at(low)))
    };
    let mut fill = |run: Vec<(Point, Point)>| match run.as_slice() {
        [] => {}
        [(top, bottom)] => {
            let tall = bottom.1 - top.1;
            picture.rect(Rect::new(top.0 - ALONE / 2.0, top.1, ALONE, tall), color);
        }
        run => {
            let above = run.iter().map(|(top, _)| *top);
            let below = run.iter().rev().map(|(_, bottom)| *bottom);
            picture.polygon(above.chain(below).collect(), color);
        }
    };
    let mut run = Vec::new();
    for i in 0..plot.count {
        match edges(i) {
            Some(edge) => run.push(edge),
            None => fill(std::mem::take(&mut run)),
        }
    }
    fill(run);
}
