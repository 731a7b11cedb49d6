//! Lost reasons: what records were lost for, the heaviest first, with what they add up to.

use super::super::dimension::{Dimension, Label};
use super::super::filter::Filter;
use super::super::value::Quantity;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReasonsSpec {
    pub of: ReasonsOf,
    pub split: ReasonsSplit,
    /// `None` = the column that is mapped as the reason.
    pub reason: Option<Dimension>,
    pub filters: Vec<Filter>,
}

/// What weighs a reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReasonsOf {
    #[default]
    Lost,
    /// Amounts lost, in the report's currency.
    Amount,
}

/// By what each reason is parted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReasonsSplit {
    #[default]
    Nothing,
    /// The stage in which a record was when it was lost.
    StageLostAt,
    By(Dimension),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reasons {
    pub of: ReasonsOf,
    pub reason: Dimension,
    pub split: ReasonsSplit,
    /// The groups of the split; under [`ReasonsSplit::StageLostAt`] the empty one is a stage that
    /// nobody knows.
    pub parts: Vec<Label>,
    /// The heaviest first. Records without a reason are a reason of their own.
    pub rows: Vec<ReasonRow>,
    /// The weight of all of them, with what it leaves out.
    pub total: Quantity,
    /// Lost records, and those of them that name no reason.
    pub lost: u64,
    pub without_reason: u64,
    /// Lost records that the period leaves out because they have no day of closing.
    pub undated: u64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReasonRow {
    pub label: Label,
    pub lost: u64,
    pub weight: Quantity,
    /// Of the weight of all, and of this reason with all heavier ones.
    pub share: Quantity,
    pub cumulative: Quantity,
    /// The weight in each group of the split.
    pub parts: Vec<f64>,
}
