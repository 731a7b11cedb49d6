//! Values over time: lines and bars of one unit on one axis.
//!
//! There is never a second axis: whoever calls this groups measures by unit. A unit of time that
//! is not over is drawn apart (dashed, hollow), and where nothing was measured there is a gap.

use super::Drawing;
use super::hit::{Hit, Tip, TipLine};
use super::picture::{Picture, Point, Rect};
use super::theme::{Color, Theme};
use super::ticks::Tick;
use super::{trend_axes, trend_band};

/// The height that suits every width, in CSS px.
pub const HEIGHT: f64 = 240.0;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TrendModel {
    /// Short labels along the axis, one a unit of time: `Jan`.
    pub x_labels: Vec<String>,
    /// What neighbours have in common, written once below them: `2026`. Empty, or one a unit.
    pub x_groups: Vec<String>,
    /// Titles of the tooltip: `January 2026`. Empty, or one a unit.
    pub x_titles: Vec<String>,
    pub series: Vec<Series>,
    /// From [`super::nice_ticks`] over [`TrendModel::range`], with labels.
    pub y_ticks: Vec<Tick>,
    /// The last unit of time is not over.
    pub partial_last: bool,
    /// What marks mean that are not of a series' own colour, for the legend.
    pub notes: Vec<String>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    pub name: String,
    pub kind: SeriesKind,
    /// Colour slot, counted from 0.
    pub slot: usize,
    /// One a unit of time.
    pub values: Vec<Option<f64>>,
    /// The values in words, for the tooltip.
    pub labels: Vec<String>,
    /// Which values stand on too little to be read as they are; empty, or one a unit.
    pub few: Vec<bool>,
    /// Between what each value lies, where that is drawn; empty, or one a unit.
    pub band: Vec<Option<(f64, f64)>>,
}

impl Series {
    pub(super) fn is_few(&self, index: usize) -> bool {
        self.few.get(index).copied().unwrap_or(false)
    }

    /// The ends of the bands of what stands on enough: those of few would reach from end to end.
    fn firm_ends(&self) -> impl Iterator<Item = f64> {
        let firm = self.band.iter().enumerate().filter(|(at, _)| !self.is_few(*at));
        firm.filter_map(|(_, band)| *band).flat_map(|(low, high)| [low, high])
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SeriesKind {
    #[default]
    Line,
    Bar,
}

impl TrendModel {
    /// The values that the axis has to hold; 0 is always among them.
    pub fn range(series: &[Series]) -> (f64, f64) {
        let of = |s: &Series| s.values.iter().flatten().copied().chain(s.firm_ends()).collect();
        let all = || series.iter().flat_map(|s| -> Vec<f64> { of(s) });
        let finite = || all().filter(|v| v.is_finite());
        (finite().fold(0.0, f64::min), finite().fold(0.0, f64::max))
    }

    pub fn tip(&self, index: usize) -> Option<Tip> {
        let short = self.x_labels.get(index)?;
        let line = |s: &Series| TipLine {
            slot: Some(s.slot),
            name: s.name.clone(),
            value: s.labels.get(index).cloned().unwrap_or_default(),
        };
        let title = self.x_titles.get(index).unwrap_or(short).clone();
        Some(Tip { title, lines: self.series.iter().map(line).collect() })
    }

    /// Units of time.
    pub(super) fn count(&self) -> usize {
        self.series.iter().map(|s| s.values.len()).max().unwrap_or(0).max(self.x_labels.len())
    }
}

/// Where units and values lie.
pub(super) struct Plot {
    pub area: Rect,
    pub count: usize,
    low: f64,
    high: f64,
}

impl Plot {
    pub fn new(model: &TrendModel, area: Rect) -> Plot {
        let (mut low, mut high) = TrendModel::range(&model.series);
        for tick in &model.y_ticks {
            low = low.min(tick.value);
            high = high.max(tick.value);
        }
        if high <= low {
            high = low + 1.0;
        }
        Plot { area, count: model.count(), low, high }
    }
    /// Width of one unit of time.
    pub fn band(&self) -> f64 {
        self.area.width / self.count.max(1) as f64
    }
    /// The middle of a unit of time.
    pub fn x(&self, index: usize) -> f64 {
        self.area.x + (index as f64 + 0.5) * self.band()
    }
    pub fn y(&self, value: f64) -> f64 {
        // Two divisions instead of one by the range, which can overflow.
        let share = (value / 2.0 - self.low / 2.0) / (self.high / 2.0 - self.low / 2.0);
        self.area.bottom() - share * self.area.height
    }
}

pub fn draw(model: &TrendModel, theme: &Theme, width: f64, height: f64) -> Drawing {
    let mut drawing = Drawing::default();
    let plot = trend_axes::draw(&mut drawing.picture, model, theme, width, height);
    if plot.count == 0 {
        return drawing;
    }
    draw_bars(&mut drawing.picture, model, &plot, theme);
    let lines = || model.series.iter().filter(|s| s.kind == SeriesKind::Line);
    for series in lines() {
        trend_band::draw(&mut drawing.picture, series, &plot, theme);
    }
    for series in lines() {
        draw_line(&mut drawing.picture, series, model.partial_last, &plot, theme);
    }
    for series in lines() {
        draw_points(&mut drawing.picture, series, model.partial_last, &plot, theme);
    }
    let highest = |i: usize| {
        let at = model.series.iter().filter_map(|s| value(s, i)).map(|v| plot.y(v));
        at.fold(plot.y(0.0), f64::min)
    };
    drawing.hits = (0..plot.count)
        .map(|i| Hit {
            rect: Rect::new(plot.area.x + i as f64 * plot.band(), 0.0, plot.band(), height),
            index: i,
            anchor: (plot.x(i), highest(i)),
        })
        .collect();
    drawing
}

fn value(series: &Series, index: usize) -> Option<f64> {
    series.values.get(index).copied().flatten().filter(|v| v.is_finite())
}

/// Bars of several series stand side by side around the middle of their unit.
fn draw_bars(picture: &mut Picture, model: &TrendModel, plot: &Plot, theme: &Theme) {
    let bars: Vec<&Series> = model.series.iter().filter(|s| s.kind == SeriesKind::Bar).collect();
    if bars.is_empty() {
        return;
    }
    let many = bars.len() as f64;
    let each = (plot.band() * 0.62 / many).clamp(1.0, 22.0);
    let width = if each > 6.0 { each - 2.0 } else { each };
    for (n, series) in bars.iter().enumerate() {
        let color = theme.slot(series.slot);
        for i in 0..plot.count {
            let Some(v) = value(series, i).filter(|v| *v != 0.0) else { continue };
            let left = plot.x(i) - each * many / 2.0 + each * n as f64 + (each - width) / 2.0;
            let (zero, end) = (plot.y(0.0), plot.y(v));
            let tall = (end - zero).abs().max(1.0);
            let rect = Rect::new(left, if v > 0.0 { zero - tall } else { zero }, width, tall);
            let hollow = model.partial_last && i + 1 == plot.count;
            draw_bar(picture, rect, v > 0.0, color, hollow.then_some(theme.surface));
        }
    }
}

/// A bar, round at the end that is away from 0; `hollow` names the ground to be seen through.
fn draw_bar(picture: &mut Picture, rect: Rect, up: bool, color: Color, hollow: Option<Color>) {
    let radii = |r: f64| if up { [r, r, 0.0, 0.0] } else { [0.0, 0.0, r, r] };
    picture.rounded(rect, radii(2.5), color);
    if let Some(ground) = hollow {
        let inner = rect.inset(1.5);
        if inner.width >= 1.0 && inner.height >= 1.0 {
            picture.rounded(inner, radii(1.5), color.mix(ground, 0.78));
        }
    }
}

const STROKE: f64 = 2.4;

/// The line, broken where there is no value, dashed into an unfinished unit, and paler dashes to
/// and from what stands on few.
fn draw_line(picture: &mut Picture, series: &Series, partial: bool, plot: &Plot, theme: &Theme) {
    let color = theme.slot(series.slot);
    let at = |i: usize| value(series, i).map(|v| (plot.x(i), plot.y(v)));
    let whole = if partial { plot.count - 1 } else { plot.count };
    let is_pale = |i: usize| series.is_few(i) || series.is_few(i - 1);
    for pale in [true, false] {
        let mut stroke = |run: Vec<Point>| match pale {
            true => picture.dashed_line(&run, STROKE * 0.6, faint(color, theme)),
            false => picture.line(run, STROKE, color),
        };
        let mut run: Vec<Point> = Vec::new();
        for i in 1..whole {
            match at(i - 1).zip(at(i)).filter(|_| is_pale(i) == pale) {
                Some((from, to)) if run.is_empty() => run.extend([from, to]),
                Some((_, to)) => run.push(to),
                None => stroke(std::mem::take(&mut run)),
            }
        }
        stroke(run);
    }
    if let (true, Some(before)) = (partial, plot.count.checked_sub(2))
        && let (Some(from), Some(to)) = (at(before), at(before + 1))
    {
        let pale = is_pale(before + 1);
        let color = if pale { faint(color, theme) } else { color };
        picture.dashed(from, to, STROKE * if pale { 0.6 } else { 0.75 }, color);
    }
}

/// The colour of what stands on few.
fn faint(color: Color, theme: &Theme) -> Color {
    color.mix(theme.surface, 0.45)
}

/// Points filled with the surface, wide and thin for what stands on few. Where they would touch,
/// only those stay that no line shows.
fn draw_points(picture: &mut Picture, series: &Series, partial: bool, plot: &Plot, theme: &Theme) {
    let color = theme.slot(series.slot);
    let roomy = plot.band() >= 14.0;
    let mixed = series.few.contains(&true);
    for i in 0..plot.count {
        let Some(v) = value(series, i) else { continue };
        let before = i.checked_sub(1).and_then(|b| value(series, b));
        let alone = before.is_none() && value(series, i + 1).is_none();
        let unfinished = partial && i + 1 == plot.count;
        if !(roomy || alone || unfinished) {
            continue;
        }
        let center = (plot.x(i), plot.y(v));
        let is_few = series.is_few(i);
        let ring = if unfinished || is_few { faint(color, theme) } else { color };
        let (outer, inner) = if is_few { (4.6, 3.4) } else { (4.0, 2.0) };
        picture.disc(center, outer, ring);
        // Beside hollow points those that stand firm are full.
        if is_few || !mixed {
            picture.disc(center, inner, theme.surface);
        }
    }
}
