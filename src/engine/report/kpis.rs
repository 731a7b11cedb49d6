//! Cards of single figures: what is asked and what is answered.

use super::Absence;
use crate::engine::filter::Filter;
use crate::engine::measure::MeasureId;
use crate::engine::value::Quantity;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KpisSpec {
    pub measures: Vec<MeasureId>,
    /// Filters of this block, besides those of the report.
    #[serde(default)]
    pub filters: Vec<Filter>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kpis {
    pub cards: Vec<Kpi>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kpi {
    pub measure: MeasureId,
    pub now: Quantity,
    pub before: Option<Quantity>,
    /// By month over the period (or the whole extent, last 24 months at most), for a sparkline.
    pub spark: Vec<Option<f64>>,
    /// How many rows no month of the sparkline holds, as they have no day.
    #[serde(default)]
    pub spark_undated: u64,
    pub absent: Option<Absence>,
}
