//! Spread: how values are distributed, such as days to win or amounts of won deals.

use super::super::curve::Curve;
use super::super::dimension::{Dimension, Label};
use super::super::filter::Filter;
use super::super::value::{Caution, Unit};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SpreadSpec {
    pub of: SpreadOf,
    #[serde(default)]
    pub view: SpreadView,
    /// Boxes and curves by group.
    #[serde(default)]
    pub split: Option<Dimension>,
    #[serde(default)]
    pub filters: Vec<Filter>,
}

/// How values are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpreadView {
    #[default]
    Histogram,
    Box,
    /// Times as curves, what still goes on included; for values that are no such times, a
    /// histogram.
    Survival,
}

/// Whose values.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpreadOf {
    /// Amounts of won records, in the report's currency.
    #[default]
    WonAmount,
    /// Days from creation to closing.
    DaysToWin,
    DaysToLose,
    DaysToClose,
    /// Days from creation to the as-of day, of open records.
    OpenAge,
    /// Cost of each cost row, in the report's currency.
    Cost,
    /// A column of numbers: of the records' file, of one joined to it, or of a cost file.
    Column {
        file: String,
        header: String,
    },
    /// Days from entering a stage to leaving it, of the visits that the report asks for.
    InStage {
        stage: String,
    },
}

impl SpreadOf {
    /// Whether it is a time that may still go on.
    pub fn has_curve(&self) -> bool {
        use SpreadOf as S;
        matches!(self, S::DaysToWin | S::DaysToLose | S::DaysToClose | S::InStage { .. })
    }
}

/// The values in figures. All quantiles are interpolated between neighbours (Hyndman & Fan type 7,
/// `PERCENTILE.INC`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spread {
    pub of: SpreadOf,
    pub unit: Unit,
    pub count: u64,
    pub sum: f64,
    pub mean: f64,
    /// Of a sample (divided by n − 1); `None` for a single value.
    pub deviation: Option<f64>,
    pub least: f64,
    pub p10: f64,
    pub p25: f64,
    pub median: f64,
    pub p75: f64,
    pub p90: f64,
    pub p95: f64,
    pub greatest: f64,
    pub bins: Vec<Bin>,
    pub cautions: Vec<Caution>,
    pub view: SpreadView,
    /// By what boxes or curves are split.
    #[serde(default)]
    pub split: Option<Dimension>,
    /// All values, then the groups of a split; empty unless the view is of boxes.
    pub boxes: Vec<BoxGroup>,
    /// The same of curves.
    pub curves: Vec<CurveGroup>,
}

/// Values in a box (J. W. Tukey); `None` is all of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BoxGroup {
    pub label: Option<Label>,
    pub count: u64,
    pub least: f64,
    /// The furthest values within 1.5 times the length of the box.
    pub low: f64,
    pub p25: f64,
    pub median: f64,
    pub p75: f64,
    pub high: f64,
    pub greatest: f64,
    /// How many lie beyond the whiskers.
    pub below: u64,
    pub above: u64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CurveGroup {
    pub label: Option<Label>,
    pub curve: Curve,
}

/// Values from `from` up to, and without, `to`; the last bin of a long tail has no end.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bin {
    pub from: f64,
    pub to: Option<f64>,
    pub count: u64,
}
