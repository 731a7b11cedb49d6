//! Boxes and curves of the distribution block.

use super::Strings;
use crate::engine::query::{CurvePart, Stat};
use crate::engine::report::{SpreadOf, SpreadView};

/// See the module.
pub struct SpreadViews {
    pub view_label: &'static str,
    pub view: fn(SpreadView) -> &'static str,
    pub split_label: &'static str,
    /// `Days in stage: Offer`.
    pub in_stage: fn(&str) -> String,
    /// All values together, beside groups.
    pub all: &'static str,
    pub group: &'static str,
    pub low_whisker: &'static str,
    pub high_whisker: &'static str,
    pub below: &'static str,
    pub above: &'static str,
    pub box_hint: &'static str,
    pub days: &'static str,
    pub watched: &'static str,
    /// Ended in the way that is asked for.
    pub ended: fn(&SpreadOf) -> &'static str,
    pub ended_otherwise: &'static str,
    pub still: &'static str,
    pub at_risk: &'static str,
    /// What the curve shows.
    pub share: fn(&SpreadOf) -> &'static str,
    pub interval: &'static str,
    /// Heads of its lower and its upper end.
    pub interval_ends: [&'static str; 2],
    pub not_reached: &'static str,
    pub curves: &'static str,
    pub steps: &'static str,
    pub curve_hint: fn(&SpreadOf) -> &'static str,
    /// Which records, and what the marks are.
    pub who: &'static str,
    pub few: fn(u64) -> String,
    /// Why the choice of curves is grey.
    pub no_curve: &'static str,
    /// Why a curve is flat.
    pub none_ended: &'static str,
    /// What a share of a curve is made of: how many of those that were watched.
    pub share_of: fn(&SpreadOf, part: &str, all: &str) -> String,
    pub day: fn(&str) -> String,
}

impl Strings {
    /// A figure of values by name.
    pub fn stat(&self, stat: Stat) -> String {
        let (question, views) = (&self.question, &self.question.views);
        match stat {
            Stat::Count => question.values.to_owned(),
            Stat::Sum => question.sum.to_owned(),
            Stat::Mean => question.mean.to_owned(),
            Stat::Deviation => question.deviation.to_owned(),
            Stat::Least => question.least.to_owned(),
            Stat::Greatest => question.greatest.to_owned(),
            Stat::Quantile(50) => question.median.to_owned(),
            Stat::Quantile(percent) => (question.percentile)(u32::from(percent)),
            Stat::LowWhisker => views.low_whisker.to_owned(),
            Stat::HighWhisker => views.high_whisker.to_owned(),
            Stat::Below => views.below.to_owned(),
            Stat::Above => views.above.to_owned(),
        }
    }

    /// A figure of a curve by name.
    pub fn curve_part(&self, of: &SpreadOf, part: CurvePart) -> String {
        let views = &self.question.views;
        let on = |name: &str, day: u32| {
            format!("{name}, {}", (views.day)(&self.locale.count(u64::from(day))))
        };
        match part {
            CurvePart::Watched => views.watched.to_owned(),
            CurvePart::Asked => (views.ended)(of).to_owned(),
            CurvePart::Other => views.ended_otherwise.to_owned(),
            CurvePart::Open => views.still.to_owned(),
            CurvePart::Median => self.question.median.to_owned(),
            CurvePart::Share(day) => on((views.share)(of), day),
            CurvePart::AtRisk(day) => on(views.at_risk, day),
            CurvePart::Ended(day) => on((views.ended)(of), day),
        }
    }
}
