//! The few figures that are shown while somebody maps.

use crate::engine::audit::Finding;
use crate::engine::dimension::Label;
use crate::engine::filter::{Grain, Period};
use serde::{Deserialize, Serialize};

/// What a mapping makes of all data.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Preview {
    /// Ladder stages in order, then won, then the stages after the win; empty where there is no
    /// funnel.
    pub steps: Vec<PreviewStep>,
    /// Each currency that records are in, with how many: the report's own first.
    pub currencies: Vec<(String, u64)>,
    /// From the first to the last day of creation, or of costs where there are no records.
    pub extent: Option<Period>,
    /// How spend meets records by channel: at any time, then within months and weeks; empty where it
    /// can't.
    pub channels: Vec<ChannelMeeting>,
    pub findings: Vec<Finding>,
}

/// How much of the spend and of the records meets channel by channel.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChannelMeeting {
    /// Within which unit of time; `None`: at any time.
    pub grain: Option<Grain>,
    /// Share of all spend whose channel has records then; `None` where it is in several currencies.
    pub spend: Option<f64>,
    /// Share of all records whose channel has spend then.
    pub records: f64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PreviewStep {
    pub label: Label,
    pub reached: u64,
}
