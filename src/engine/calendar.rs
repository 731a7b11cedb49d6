//! The user's calendar: the month in which the fiscal year begins, the year that names it, the first
//! day of the week. It acts on a question as a whole, so that every period, grain and label of a
//! report follows it.
//!
//! Not here: what a grain is (`filter`), how it is written (`format`).

use super::dimension::Dimension;
use super::filter::{Fiscal, Grain, PeriodSpec};
use super::report::{Answer, BlockSpec, ReasonsSplit, ReportSpec};
use serde::{Deserialize, Serialize};

/// The day on which a week begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WeekStart {
    /// ISO weeks, with their numbers.
    #[default]
    Monday,
    Saturday,
    Sunday,
}

/// See the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Calendar {
    /// 1 = January: the calendar year.
    pub year_start: u8,
    /// A fiscal year bears the number of the year in which it ends, else of the one in which it
    /// begins.
    pub named_by_end: bool,
    pub week_start: WeekStart,
}

impl Default for Calendar {
    fn default() -> Self {
        Calendar { year_start: 1, named_by_end: true, week_start: WeekStart::Monday }
    }
}

impl Calendar {
    /// The unit that is meant by a plain one.
    pub fn grain(self, grain: Grain) -> Grain {
        let fiscal = Fiscal { month: self.year_start.clamp(1, 12), by_end: self.named_by_end };
        match grain.plain() {
            Grain::Quarter if fiscal.month > 1 => Grain::FiscalQuarter(fiscal),
            Grain::Year if fiscal.month > 1 => Grain::FiscalYear(fiscal),
            Grain::Week => match self.week_start {
                WeekStart::Monday => Grain::Week,
                WeekStart::Saturday => Grain::WeekFrom(6),
                WeekStart::Sunday => Grain::WeekFrom(7),
            },
            plain => plain,
        }
    }

    fn dimension(self, dimension: &mut Dimension) {
        if let Dimension::Created(grain) | Dimension::Closed(grain) = dimension {
            *grain = self.grain(*grain);
        }
    }

    /// The dimension as this calendar means it.
    pub fn meant(self, dimension: &Dimension) -> Dimension {
        let mut meant = dimension.clone();
        self.dimension(&mut meant);
        meant
    }

    /// The question as this calendar means it.
    pub fn apply(self, spec: &ReportSpec) -> ReportSpec {
        let mut spec = spec.clone();
        if let PeriodSpec::This(grain) | PeriodSpec::Last(_, grain) = &mut spec.period {
            *grain = self.grain(*grain);
        }
        spec.filters.iter_mut().for_each(|f| self.dimension(&mut f.dimension));
        if let Some(segments) = &mut spec.segments {
            let filters = segments.a.iter_mut().chain(&mut segments.b);
            filters.for_each(|f| self.dimension(&mut f.dimension));
        }
        for block in &mut spec.blocks {
            match block {
                BlockSpec::Trend(trend) => trend.grain = self.grain(trend.grain),
                BlockSpec::Transitions(moves) => moves.grain = self.grain(moves.grain),
                BlockSpec::Cohorts(cohorts) => cohorts.grain = self.grain(cohorts.grain),
                BlockSpec::Breakdown(breakdown) => self.dimension(&mut breakdown.dimension),
                BlockSpec::Funnel(funnel) => {
                    funnel.split.iter_mut().for_each(|d| self.dimension(d))
                }
                BlockSpec::Spread(spread) => {
                    spread.split.iter_mut().for_each(|d| self.dimension(d))
                }
                BlockSpec::Reasons(reasons) => {
                    reasons.reason.iter_mut().for_each(|d| self.dimension(d));
                    if let ReasonsSplit::By(dimension) = &mut reasons.split {
                        self.dimension(dimension);
                    }
                }
                BlockSpec::Pivot(pivot) => {
                    pivot.rows.iter_mut().chain(&mut pivot.columns).for_each(|d| self.dimension(d));
                }
                _ => {}
            }
        }
        spec
    }
}

/// Names the groups of an answer as the question named them: its labels say which calendar.
pub fn plain_dimensions(answer: &mut Answer) {
    let plain = |dimension: &mut Dimension| {
        if let Dimension::Created(grain) | Dimension::Closed(grain) = dimension {
            *grain = grain.plain();
        }
    };
    match answer {
        Answer::Breakdown(breakdown) => plain(&mut breakdown.dimension),
        Answer::Funnel(funnel) => {
            funnel.split.iter_mut().for_each(|split| plain(&mut split.dimension));
        }
        Answer::Reasons(reasons) => {
            plain(&mut reasons.reason);
            if let ReasonsSplit::By(dimension) = &mut reasons.split {
                plain(dimension);
            }
        }
        Answer::Pivot(pivot) => {
            let axes = pivot.row_dimensions.iter_mut().chain(&mut pivot.column_dimensions);
            axes.for_each(plain);
        }
        _ => {}
    }
}
