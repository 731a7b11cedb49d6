//! Several figures by the values of one dimension: what is asked and what is answered.

use super::{Absence, Compared, Order, Planning};
use crate::engine::dimension::{Dimension, Label};
use crate::engine::filter::{Filter, Having};
use crate::engine::measure::MeasureId;
use crate::engine::value::Quantity;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BreakdownSpec {
    pub dimension: Dimension,
    pub measures: Vec<MeasureId>,
    pub sort: Option<(MeasureId, Order)>,
    /// So many groups by the sort (by the first measure without one), and the rest as one.
    #[serde(default)]
    pub top: Option<u32>,
    #[serde(default)]
    pub having: Vec<Having>,
    /// Beside each figure how it differs from what the report is compared with.
    #[serde(default)]
    pub changes: bool,
    #[serde(default)]
    pub filters: Vec<Filter>,
    /// The interval of each figure beside it.
    #[serde(default)]
    pub intervals: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Breakdown {
    pub dimension: Dimension,
    pub measures: Vec<MeasureId>,
    pub rows: Vec<BreakdownRow>,
    /// Each measure on all rows together: recomputed, never summed up from cells.
    pub total: Vec<Quantity>,
    /// Measures of the spec that this data can't give, with the reason.
    pub absent: Vec<(MeasureId, Absence)>,
    /// With what figures are compared, where they are; and the totals of that.
    #[serde(default)]
    pub compared: Option<Compared>,
    #[serde(default)]
    pub total_before: Vec<Option<Quantity>>,
    /// Where figures are of plans or beside them.
    #[serde(default)]
    pub planning: Option<Planning>,
    /// Groups of days hold figures that are under way: time will change them.
    #[serde(default)]
    pub is_unfinished: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BreakdownRow {
    pub label: Label,
    /// One a measure.
    pub cells: Vec<Quantity>,
    /// What they are compared with, one a measure; empty where they are not.
    #[serde(default)]
    pub before: Vec<Option<Quantity>>,
}
