//! The funnel where it is narrow: one row a stage, its bar below its name.
//!
//! Behind each bar the one before it shows in a pale colour: what stays pale was lost.

use super::Drawing;
use super::funnel::{FunnelModel, FunnelStep, bar_length};
use super::hit::Hit;
use super::picture::{Align, Picture, Rect};
use super::text::{self, SMALL, SMALL_STRONG};
use super::theme::Theme;

/// Name and figures, then the bar.
const ROW: f64 = 41.0;
/// What happened on the way to the next stage.
const STEP: f64 = 36.0;
const BAR: f64 = 18.0;

pub(super) fn height(model: &FunnelModel) -> f64 {
    let rows = model.steps.len() as f64;
    (rows * ROW + (rows - 1.0).max(0.0) * STEP).max(24.0)
}

pub(super) fn draw(model: &FunnelModel, theme: &Theme, width: f64) -> Drawing {
    let most = model.most();
    let long = |step: &FunnelStep| bar_length(step.value, most, width);
    let shares = model.steps.iter().filter_map(|s| s.of_first.as_deref());
    let shares = shares.map(|t| text::width(t, SMALL)).fold(0.0, f64::max);
    let mut drawing = Drawing::default();
    for (i, step) in model.steps.iter().enumerate() {
        let top = i as f64 * (ROW + STEP);
        let bar = Rect::new(0.0, top + ROW - BAR, long(step), BAR);
        let before = i.checked_sub(1).and_then(|b| model.steps.get(b)).map_or(0.0, long);
        if before > bar.width {
            let pale = Rect { width: before, ..bar };
            drawing.picture.rounded(pale, [5.0; 4], theme.sequence[1]);
        }
        let color =
            if bar.width < 2.0 { theme.line_strong } else { theme.ramp(i, model.steps.len()) };
        drawing.picture.rounded(bar, [5.0; 4], color);
        if let Some(next) = model.steps.get(i + 1) {
            let y = bar.bottom() + STEP / 2.0 + 4.0;
            draw_step(&mut drawing.picture, next, y, width, theme);
        }
        draw_row(&mut drawing.picture, step, top + 13.0, shares, width, theme);
        drawing.hits.push(Hit {
            rect: Rect::new(
                0.0,
                top,
                width,
                if i + 1 < model.steps.len() { ROW + STEP } else { ROW },
            ),
            index: i,
            anchor: (bar.right().min(width / 2.0), bar.y),
        });
    }
    drawing
}

/// The name to the left, the figures in two columns to the right.
fn draw_row(
    picture: &mut Picture,
    step: &FunnelStep,
    y: f64,
    shares: f64,
    width: f64,
    theme: &Theme,
) {
    if let Some(share) = &step.of_first {
        picture.text((width, y), share, SMALL, theme.ink_3, Align::End);
    }
    let count_end = if shares > 0.0 { width - shares - 10.0 } else { width };
    picture.text((count_end, y), &step.count, SMALL_STRONG, theme.ink, Align::End);
    let room = count_end - text::width(&step.count, SMALL_STRONG) - 10.0;
    let name = text::fit(&step.name, room.max(20.0), SMALL_STRONG);
    picture.text((0.0, y), &name, SMALL_STRONG, theme.ink, Align::Start);
}

/// Between two bars: the share that went on, the days, and who was lost.
fn draw_step(picture: &mut Picture, next: &FunnelStep, y: f64, width: f64, theme: &Theme) {
    let mut x = 0.0;
    if let Some(share) = &next.of_previous {
        let share = format!("↓ {share}");
        picture.text((x, y), &share, SMALL_STRONG, theme.ink_2, Align::Start);
        x += text::width(&share, SMALL_STRONG) + 10.0;
    }
    if let Some(days) = &next.days {
        picture.text((x, y), days, SMALL, theme.ink_2, Align::Start);
    }
    if let Some(dropped) = &next.dropped {
        picture.text((width, y), dropped, SMALL, theme.bad, Align::End);
    }
}
