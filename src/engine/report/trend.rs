//! The trend: values by time, in parts, beside the year before, smoothed, and by season.

use super::{Absence, Compared};
use crate::engine::dimension::{Dimension, Label};
use crate::engine::filter::{Filter, Grain, Period};
use crate::engine::measure::MeasureId;
use crate::engine::value::{Day, Quantity};
use serde::{Deserialize, Serialize};

/// Values by time: leads by creation; stages by entry and won, revenue and win rate by closing under
/// [`Basis::Period`](super::Basis), all of them by creation under [`Basis::Cohort`](super::Basis);
/// spend by its own day.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TrendSpec {
    pub measures: Vec<MeasureId>,
    pub grain: Grain,
    /// A line for each group of a dimension: those with most of the first measure, and the rest.
    #[serde(default)]
    pub split: Option<Dimension>,
    /// How many groups have a line of their own; `None` = as many as can be told apart.
    #[serde(default)]
    pub top: Option<u32>,
    /// The same units a year before, beside each.
    #[serde(default)]
    pub year_before: bool,
    /// The mean of so many units, up to each.
    #[serde(default)]
    pub average: Option<u32>,
    #[serde(default)]
    pub season: bool,
    #[serde(default)]
    pub filters: Vec<Filter>,
    /// The interval of each figure beside it.
    #[serde(default)]
    pub intervals: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Trend {
    pub grain: Grain,
    /// First day of each unit, without gaps.
    pub starts: Vec<Day>,
    /// The days that are known, within the report's period.
    #[serde(default)]
    pub days: Option<Period>,
    pub measures: Vec<MeasureId>,
    /// `values[measure][unit]`, of all groups together.
    pub values: Vec<Vec<Quantity>>,
    pub split: Option<Dimension>,
    /// Of each group, where the trend is split.
    pub lines: Vec<SplitLine>,
    /// `year_before[measure][unit]`; without a value where the data don't reach back so far.
    pub year_before: Vec<Vec<Quantity>>,
    /// The same units of what the report is compared with, a target or another segment; empty where
    /// it is not, or with earlier days.
    #[serde(default)]
    pub against: Vec<Vec<Quantity>>,
    #[serde(default)]
    pub compared: Option<Compared>,
    /// `average[measure][unit]` over so many units; without a value where there are fewer.
    pub average: Vec<Vec<Quantity>>,
    pub average_units: u32,
    /// One a measure, where it was asked for.
    pub season: Vec<Season>,
    /// The last unit is not over at the as-of date.
    pub last_is_partial: bool,
    /// The latest units hold figures that are under way: time will change them.
    #[serde(default)]
    pub is_unfinished: bool,
    pub absent: Vec<(MeasureId, Absence)>,
    /// How many rows no unit holds, as they have no day: of the measures that miss any.
    #[serde(default)]
    pub undated: Vec<(MeasureId, u64)>,
    /// What lies before and behind the axis.
    #[serde(default)]
    pub beyond: Vec<Beyond>,
}

/// Days that no axis of time reaches: they lie behind the as-of day, or far before all others, as a
/// slip of the pen does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Beyond {
    pub days: Period,
    /// They lie before the axis, not behind it.
    pub is_before: bool,
    /// Records that stand on them by what places them on the axis: creation, closing, or both.
    pub records: u64,
    /// Rows of costs and of visits, where the axis has such figures.
    pub rows: u64,
}

/// One group of a trend.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SplitLine {
    pub label: Label,
    /// `values[measure][unit]`.
    pub values: Vec<Vec<Quantity>>,
}

/// How a unit of the year usually stands to the level of its time: 1.2 is a fifth above it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Season {
    /// By month or quarter of the year, January or the first quarter first; quarters of a fiscal
    /// year begin with that year's own.
    Index(Vec<f64>),
    Absent(SeasonAbsence),
}

impl Season {
    /// How many units a year has, where units have a place in it.
    pub fn units(grain: Grain) -> Option<usize> {
        match grain {
            Grain::Month => Some(12),
            Grain::Quarter | Grain::FiscalQuarter(_) => Some(4),
            _ => None,
        }
    }

    /// The place in its year of the unit that holds a day, from 0.
    pub fn place(grain: Grain, day: Day) -> usize {
        let month = day.ymd().1 as usize - 1;
        match grain {
            Grain::Quarter => month / 3,
            Grain::FiscalQuarter(fiscal) => fiscal.of(day).1 as usize - 1,
            _ => month,
        }
    }
}

/// Why there is no seasonality index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeasonAbsence {
    /// The data hold fewer than two whole years.
    TooShort,
    /// Only months and quarters have a place in the year.
    NotThisGrain,
    /// Rates and medians have no level that they could be a multiple of; nor have sums of 0.
    NotASum,
}
