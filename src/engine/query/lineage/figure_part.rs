//! Which figure of several that stand at one place: of a step, of values, of a curve, of moves, of two
//! exports, of a cohort. Not here: the place (`figure`).

use crate::engine::report::ChangeKind;
use serde::{Deserialize, Serialize};

/// Which figure of a step of the funnel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepFigure {
    Reached,
    /// Shares of those that reached the step before it, and of those that entered.
    OfPrevious,
    OfFirst,
    /// With evidence of its own, and without.
    Observed,
    Implied,
    /// Reached the step before it and not this one.
    Dropped,
    OutOfOrder,
    /// The median of the days since the step before it.
    MedianDays,
    /// Entered it more than once.
    Reentered,
    /// How long records stayed in it.
    Stay(StayFigure),
}

/// Which figure of the time in a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StayFigure {
    /// Left it; are there still.
    Ended,
    Still,
    /// The median of both, by Kaplan and Meier.
    MedianOfAll,
    /// Of those that left: the mean, and a quantile in percent.
    Mean,
    Quantile(u8),
}

impl StayFigure {
    /// In the order of the table.
    pub const COLUMNS: [StayFigure; 8] = [
        StayFigure::Ended,
        StayFigure::Still,
        StayFigure::MedianOfAll,
        StayFigure::Mean,
        StayFigure::Quantile(25),
        StayFigure::Quantile(50),
        StayFigure::Quantile(75),
        StayFigure::Quantile(90),
    ];
}

/// Which figure of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stat {
    Count,
    Sum,
    Mean,
    Deviation,
    Least,
    Greatest,
    /// In percent.
    Quantile(u8),
    /// The ends of the whiskers of a box, and how many values lie beyond.
    LowWhisker,
    HighWhisker,
    Below,
    Above,
}

/// Which figure of a curve; those of a day are of whole days since the beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CurvePart {
    Watched,
    /// Ended as asked, otherwise, not yet.
    Asked,
    Other,
    Open,
    Median,
    /// The share after this day.
    Share(u32),
    /// Under way just before it, and ended on it.
    AtRisk(u32),
    Ended(u32),
}

/// What of moves is counted: each of them, the records that made any, or their amounts each time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MovesFigure {
    Moves,
    Records,
    Amount,
}

/// Where a flow goes: to a place by position, or nowhere yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FlowEnd {
    Place(u32),
    Open,
}

/// Which records of two exports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeRows {
    Kind(ChangeKind),
    /// From a place of the answer to another; `None` = not in that export.
    Passage {
        from: Option<u32>,
        to: Option<u32>,
    },
    /// Open in the earlier export, in the later one, in either.
    OpenBefore,
    OpenAfter,
    Open,
}

/// What of records in two exports is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeFigure {
    Records,
    /// Their amounts in the earlier export, and in the later one.
    Before,
    After,
    /// What they brought to the open pipeline: later amounts less earlier ones.
    Effect,
}

/// Which figure of a cohort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CohortPart {
    /// The records themselves.
    Records,
    /// Up to this age, in units of the grain or in days.
    Age(u32),
    /// Whatever the age.
    ByNow,
}
