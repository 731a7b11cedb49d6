//! Attribution: what each channel is owed, by one model beside the other.

use super::super::attribution::Model;
use super::super::dimension::Label;
use super::super::filter::Filter;
use super::super::value::Quantity;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AttributionSpec {
    pub of: AttributionOf,
    pub models: Vec<Model>,
    /// Days, for [`Model::TimeDecay`].
    pub half_life: u32,
    pub filters: Vec<Filter>,
}

impl Default for AttributionSpec {
    fn default() -> Self {
        AttributionSpec {
            of: AttributionOf::Revenue,
            models: Model::EVERY.to_vec(),
            half_life: 30,
            filters: Vec::new(),
        }
    }
}

/// What is shared among the touches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttributionOf {
    Won,
    /// Amounts won, in the report's currency.
    #[default]
    Revenue,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attribution {
    pub of: AttributionOf,
    pub half_life: u32,
    /// The models that the files support, and the others with the reason.
    pub models: Vec<Model>,
    pub absent: Vec<(Model, TouchLack)>,
    pub rows: Vec<AttributionRow>,
    /// What is shared: the same under every model.
    pub total: Quantity,
    /// Won records, their touches before the win, and the records with more than one.
    pub wins: u64,
    pub touches: u64,
    pub wins_with_several: u64,
    /// Won records that the log of touches does not know: their own source stands for them.
    pub by_own_source: u64,
    /// Rows of the log that speak of no record that is known.
    pub unknown: u64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AttributionRow {
    pub label: Label,
    /// One a model.
    pub cells: Vec<Quantity>,
}

/// Why a model has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TouchLack {
    /// The files name one source a record.
    OneTouch,
    /// They name the first and the latest one, and nothing between.
    EndsOnly,
    /// Touches or records have no days by which a touch is known to come before an anchor.
    NoDays,
    /// The stage after the qualified one, with which an opportunity is created, has no dates.
    NoOpportunityDay,
    /// It learns from records that were won and records that were lost; one of them is missing.
    NothingToLearn,
}
