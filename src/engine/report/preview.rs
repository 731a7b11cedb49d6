//! The few figures that are shown while somebody maps.

use crate::engine::audit::Finding;
use crate::engine::dimension::Label;
use crate::engine::filter::Period;
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
    pub findings: Vec<Finding>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PreviewStep {
    pub label: Label,
    pub reached: u64,
}
