//! The funnel: one bar a stage, as high as its count, and between two bars the share that went on.
//!
//! Heights are linear in the value, and only a height below 2 px is raised to 2, so that a small
//! stage is still seen. Where there is no room for columns the stages become rows (`funnel_list`).

use super::hit::{Hit, Tip};
use super::picture::{Align, Picture, Rect};
use super::text::{self, SMALL, SMALL_STRONG};
use super::theme::Theme;
use super::{Drawing, funnel_list};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FunnelModel {
    pub steps: Vec<FunnelStep>,
}

/// A stage with its words already written. Texts that are `None` are left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FunnelStep {
    pub name: String,
    pub value: f64,
    /// The value in words: `38,412`.
    pub count: String,
    /// Share of the first stage: `39 %`.
    pub of_first: Option<String>,
    /// Share of the previous stage.
    pub of_previous: Option<String>,
    /// Median days from the previous stage: `3 d`.
    pub days: Option<String>,
    /// Reached the previous stage and not this one, with its sign: `−23,432`.
    pub dropped: Option<String>,
    /// Lines of the tooltip: name and value.
    pub details: Vec<(String, String)>,
}

impl FunnelModel {
    pub fn tip(&self, index: usize) -> Option<Tip> {
        let step = self.steps.get(index)?;
        Some(Tip::of_row(&step.name, &step.details, &step.count))
    }

    /// The largest value; a later stage can be larger than the first under an observed policy.
    pub(super) fn most(&self) -> f64 {
        self.steps.iter().map(|s| s.value).filter(|v| v.is_finite()).fold(0.0, f64::max)
    }
}

/// Narrower than this, stages become rows.
const NARROW: f64 = 520.0;
const NAME_LINE: f64 = 15.0;
const BODY: f64 = 192.0;
const DROPS: f64 = 28.0;

pub fn height(model: &FunnelModel, width: f64) -> f64 {
    match Columns::new(model, width) {
        Some(columns) => columns.header() + BODY + DROPS,
        None => funnel_list::height(model),
    }
}

pub fn draw(model: &FunnelModel, theme: &Theme, width: f64, height: f64) -> Drawing {
    match Columns::new(model, width) {
        Some(columns) => columns.draw(model, theme, height),
        None => funnel_list::draw(model, theme, width),
    }
}

/// The columns of the wide form.
struct Columns {
    /// From the left edge of a bar to that of the next.
    pitch: f64,
    bar: f64,
    width: f64,
    names: Vec<Vec<String>>,
}

impl Columns {
    /// `None` where a column would be too narrow to be read.
    fn new(model: &FunnelModel, width: f64) -> Option<Columns> {
        let count = model.steps.len();
        let last = model.steps.last()?;
        if width < NARROW {
            return None;
        }
        let even = width / count as f64;
        let wanted = text::width(&last.name, SMALL_STRONG).max(head_width(last));
        // The last column needs room for its words only: no gap follows it. Behind it nothing takes
        // up what a wider font than the measured one needs.
        let last_width = (wanted * text::WIDER_FONT).clamp(even * 0.56, even);
        let pitch = if count > 1 { (width - last_width) / (count - 1) as f64 } else { width };
        let in_gap = model.steps.iter().skip(1).map(gap_width).fold(0.0, f64::max) + 14.0;
        let gap = (pitch * 0.44).max(in_gap);
        let bar = (pitch - gap).min(last_width).min(150.0);
        let heads = model.steps.iter().map(head_width).fold(0.0, f64::max);
        if bar < 28.0 || pitch < heads + 10.0 || pitch < 84.0 {
            return None;
        }
        let room = |i: usize| if i + 1 == count { last_width } else { pitch - 12.0 };
        let name = |(i, s): (usize, &FunnelStep)| text::wrap(&s.name, room(i), 3, SMALL_STRONG);
        let names = model.steps.iter().enumerate().map(name).collect();
        Some(Columns { pitch, bar, width, names })
    }

    fn name_lines(&self) -> usize {
        self.names.iter().map(Vec::len).max().unwrap_or(1)
    }

    /// Height of names and counts above the bars.
    fn header(&self) -> f64 {
        self.name_lines() as f64 * NAME_LINE + 17.0 + 14.0
    }

    fn draw(&self, model: &FunnelModel, theme: &Theme, height: f64) -> Drawing {
        let top = self.header();
        let room = (height - top - DROPS).max(20.0);
        let most = model.most();
        let tall = |step: &FunnelStep| bar_length(step.value, most, room);
        let middle = top + room / 2.0;
        let x = |i: usize| i as f64 * self.pitch;
        let mut drawing = Drawing::default();
        let picture = &mut drawing.picture;
        for (i, pair) in model.steps.windows(2).enumerate() {
            let [from, to] = pair else { continue };
            let gap = Gap {
                left: x(i) + self.bar,
                right: x(i + 1),
                middle,
                from: tall(from),
                to: tall(to),
            };
            gap.draw(picture, to, theme, height - 8.0);
        }
        for (i, step) in model.steps.iter().enumerate() {
            self.draw_head(picture, i, step, theme);
            let h = tall(step);
            let rect = Rect::new(x(i), middle - h / 2.0, self.bar, h);
            let color = if h < 2.0 { theme.line_strong } else { theme.ramp(i, model.steps.len()) };
            picture.rounded(rect, [6.0; 4], color);
        }
        drawing.hits = (0..model.steps.len())
            .map(|i| Hit {
                rect: Rect::new(x(i), 0.0, self.pitch.min(self.width - x(i)), height),
                index: i,
                anchor: (
                    x(i) + self.bar / 2.0,
                    middle - model.steps.get(i).map_or(0.0, tall) / 2.0,
                ),
            })
            .collect();
        drawing
    }

    /// Name and count above a bar; the counts of all stages stand in one line.
    fn draw_head(&self, picture: &mut Picture, i: usize, step: &FunnelStep, theme: &Theme) {
        let x = i as f64 * self.pitch;
        let lines = self.names.get(i).map_or(&[][..], Vec::as_slice);
        let skipped = self.name_lines() - lines.len();
        for (n, line) in lines.iter().enumerate() {
            let y = 12.0 + (skipped + n) as f64 * NAME_LINE;
            picture.text((x, y), line, SMALL_STRONG, theme.ink, Align::Start);
        }
        let y = 12.0 + self.name_lines() as f64 * NAME_LINE + 1.0;
        picture.text((x, y), &step.count, SMALL, theme.ink_2, Align::Start);
        if let Some(share) = &step.of_first {
            let after = x + text::width(&step.count, SMALL) + 8.0;
            picture.text((after, y), share, SMALL, theme.ink_3, Align::Start);
        }
    }
}

/// Length of a bar: linear, but at least 2 px where there is anything, and a hairline for nothing.
pub(super) fn bar_length(value: f64, most: f64, room: f64) -> f64 {
    if most <= 0.0 || !value.is_finite() || value <= 0.0 {
        return 1.0;
    }
    (value / most * room).max(2.0)
}

/// Width of the count and the share beside it.
fn head_width(step: &FunnelStep) -> f64 {
    let share = step.of_first.as_deref().map_or(0.0, |t| text::width(t, SMALL) + 8.0);
    text::width(&step.count, SMALL) + share
}

/// Width of the words between two bars.
fn gap_width(step: &FunnelStep) -> f64 {
    let of_previous = step.of_previous.as_deref().map_or(0.0, |t| text::width(t, SMALL_STRONG));
    let days = step.days.as_deref().map_or(0.0, |t| text::width(t, SMALL));
    of_previous.max(days)
}

/// What lies between two bars: the shape that joins them and the words about the step.
struct Gap {
    left: f64,
    right: f64,
    middle: f64,
    /// Heights of the bars on either side.
    from: f64,
    to: f64,
}

impl Gap {
    fn draw(&self, picture: &mut Picture, step: &FunnelStep, theme: &Theme, drops_at: f64) {
        // One px below the bars, so that no seam shows between two roundings.
        let (left, right) = (self.left - 1.0, self.right + 1.0);
        let (from, to) = (self.from / 2.0, self.to / 2.0);
        let outline = vec![
            (left, self.middle - from),
            (right, self.middle - to),
            (right, self.middle + to),
            (left, self.middle + from),
        ];
        picture.polygon(outline, theme.sequence[1]);
        let x = (self.left + self.right) / 2.0;
        let (above, below) = self.baselines(step);
        if let Some(share) = &step.of_previous {
            picture.text((x, above), share, SMALL_STRONG, theme.ink, Align::Middle);
        }
        if let Some(days) = &step.days {
            picture.text((x, below), days, SMALL, theme.ink_2, Align::Middle);
        }
        if let Some(dropped) = &step.dropped {
            picture.text((x, drops_at), dropped, SMALL, theme.bad, Align::Middle);
        }
    }

    /// Baselines of the share and of the days: inside the shape where it is thick enough along the
    /// whole text, else just above and just below it, so that no edge runs through a figure.
    fn baselines(&self, step: &FunnelStep) -> (f64, f64) {
        let across = (self.right - self.left).max(1.0);
        let half = (gap_width(step) / across / 2.0).min(0.5);
        let thick = |at: f64| self.from + (self.to - self.from) * at;
        let (thickest, thinnest) = {
            let (a, b) = (thick(0.5 - half), thick(0.5 + half));
            (a.max(b), a.min(b))
        };
        let inside = if step.days.is_some() { 40.0 } else { 24.0 };
        if thinnest >= inside {
            let first = if step.days.is_some() { -3.0 } else { 4.0 };
            return (self.middle + first, self.middle + first + 16.0);
        }
        (self.middle - thickest / 2.0 - 5.0, self.middle + thickest / 2.0 + 14.0)
    }
}
