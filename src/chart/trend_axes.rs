//! Grid, ticks and labels of the trend.

use super::picture::{Align, Picture, Rect};
use super::text::{self, SMALL};
use super::theme::Theme;
use super::ticks::Tick;
use super::trend::{Plot, TrendModel};

const TOP: f64 = 10.0;
const LABELS: f64 = 26.0;
const GROUPS: f64 = 16.0;

/// Draws everything behind the series and says where they go.
pub(super) fn draw(
    picture: &mut Picture,
    model: &TrendModel,
    theme: &Theme,
    width: f64,
    height: f64,
) -> Plot {
    let widest = model.y_ticks.iter().map(|t| text::width(&t.label, SMALL)).fold(0.0, f64::max);
    let left = if widest > 0.0 { widest + 10.0 } else { 0.0 };
    let groups = if model.x_groups.is_empty() { 0.0 } else { GROUPS };
    let (room, tall) = ((width - left).max(10.0), height - TOP - LABELS - groups);
    let plot = Plot::new(model, Rect::new(left, TOP, room, tall.max(10.0)));
    draw_grid(picture, &model.y_ticks, &plot, theme);
    let labelled = labelled(model, &plot);
    let y = plot.area.bottom() + 19.0;
    for i in &labelled {
        let Some(label) = model.x_labels.get(*i) else { continue };
        let half = text::width(label, SMALL) / 2.0;
        // The last label may not leave the picture.
        let x = plot.x(*i).min(width - half).max(half);
        picture.text((x, y), label, SMALL, theme.ink_2, Align::Middle);
    }
    draw_groups(picture, model, &plot, &labelled, y + GROUPS, theme);
    plot
}

/// Grid lines with their values; every second one where they would crowd.
fn draw_grid(picture: &mut Picture, ticks: &[Tick], plot: &Plot, theme: &Theme) {
    let gap = plot.area.height / ticks.len().saturating_sub(1).max(1) as f64;
    let stride = (20.0 / gap.max(1.0)).ceil().max(1.0) as usize;
    let rule = |picture: &mut Picture, y: f64, color| {
        picture.rect(Rect::new(plot.area.x, y - 0.5, plot.area.width, 1.0), color);
    };
    for tick in ticks.iter().step_by(stride) {
        let y = plot.y(tick.value);
        rule(picture, y, theme.line);
        let at = (plot.area.x - 8.0, y + 4.0);
        picture.text(at, &tick.label, SMALL, theme.ink_2, Align::End);
    }
    rule(picture, plot.y(0.0), theme.line_strong);
}

/// Which units carry a label: all, or every n-th so that none touches another. Where groups are
/// written, the first unit of a group is among them.
fn labelled(model: &TrendModel, plot: &Plot) -> Vec<usize> {
    let widest = model.x_labels.iter().map(|l| text::width(l, SMALL)).fold(0.0, f64::max);
    let fits = |stride: usize| stride as f64 * plot.band() >= widest + 8.0;
    let strides = [1, 2, 3, 4, 6, 12, 24, 48, 96, 192, 384, 768];
    let stride = strides.into_iter().find(|s| fits(*s)).unwrap_or(1_536);
    let change = group_starts(model).get(1).copied().unwrap_or(0);
    (change % stride..model.x_labels.len()).step_by(stride).collect()
}

/// Where each group begins.
fn group_starts(model: &TrendModel) -> Vec<usize> {
    let mut starts: Vec<usize> = Vec::new();
    let mut before: Option<&String> = None;
    for (i, group) in model.x_groups.iter().enumerate() {
        if before != Some(group) {
            starts.push(i);
        }
        before = Some(group);
    }
    starts
}

/// Each group's name once, below the first labelled unit of its own.
fn draw_groups(
    picture: &mut Picture,
    model: &TrendModel,
    plot: &Plot,
    labelled: &[usize],
    y: f64,
    theme: &Theme,
) {
    let starts = group_starts(model);
    let mut free_until = plot.area.right();
    // From the right: where two names would touch, the later group keeps its own.
    for (n, start) in starts.iter().enumerate().rev() {
        let end = starts.get(n + 1).copied().unwrap_or(plot.count);
        let Some(first) = labelled.iter().find(|i| (*start..end).contains(i)) else { continue };
        let Some(name) = model.x_groups.get(*start) else { continue };
        let half = text::width(name, SMALL) / 2.0;
        let x = plot.x(*first).max(half);
        if x + half <= free_until {
            picture.text((x, y), name, SMALL, theme.ink_3, Align::Middle);
            free_until = x - half - 8.0;
        }
    }
}
