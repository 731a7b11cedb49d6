//! The funnel by a dimension: the same steps for each of its groups, side by side.

use super::super::dimension::{Dimension, Label};
use super::super::filter::Filter;
use super::super::value::Quantity;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FunnelSpec {
    /// By what the funnel is split.
    pub split: Option<Dimension>,
    /// So many groups, and the rest as one; `None` = [`FunnelSpec::TOP`].
    pub top: Option<u32>,
    /// What the picture of a split compares.
    pub rate: FunnelRate,
    /// Filters of this block, besides those of the report.
    pub filters: Vec<Filter>,
    /// The interval of each figure beside it.
    #[serde(default)]
    pub intervals: bool,
}

impl FunnelSpec {
    pub const TOP: u32 = 8;
}

/// Of what a stage is a share.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FunnelRate {
    /// Of all that entered.
    #[default]
    OfFirst,
    /// Of those that reached the stage before.
    OfPrevious,
}

impl FunnelRate {
    pub const EVERY: [FunnelRate; 2] = [FunnelRate::OfFirst, FunnelRate::OfPrevious];
}

/// Every record (person, account) that entered is in one group, so that groups add up to the whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FunnelSplit {
    pub dimension: Dimension,
    pub rate: FunnelRate,
    /// Dates and stages in their order, other groups by how much entered; the rest last.
    pub parts: Vec<FunnelPart>,
    /// A model gives records to several channels in parts: here each counts for its own.
    pub by_own_channel: bool,
    /// Several records of one person or account may be in several groups: it is in that of the
    /// first one created.
    pub by_first_record: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FunnelPart {
    pub label: Label,
    /// Leaves the records of this group and no others; `None` where a group is not of records.
    pub filter: Option<Filter>,
    pub entered: u64,
    pub won: u64,
    pub lost: u64,
    pub open: u64,
    /// One a stage of the funnel.
    pub steps: Vec<PartStep>,
    pub end_to_end: Quantity,
    pub end_to_end_before: Option<Quantity>,
    /// Between what the end-to-end rate differs from that of all other groups together (95 %);
    /// `None` where too few stand on either side.
    pub beside_others: Option<(f64, f64)>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PartStep {
    pub reached: u64,
    /// Share of the previous stage; the first stage has none.
    pub of_previous: Option<Quantity>,
    pub of_first: Quantity,
    pub reached_before: Option<u64>,
}

impl FunnelPart {
    /// The share that a picture compares at a step.
    pub fn rate(&self, step: usize, rate: FunnelRate) -> Option<&Quantity> {
        let step = self.steps.get(step)?;
        match rate {
            FunnelRate::OfFirst => Some(&step.of_first),
            FunnelRate::OfPrevious => step.of_previous.as_ref(),
        }
    }
}
