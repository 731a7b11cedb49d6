//! The measures: one KPI a file, each with its definition.
//!
//! A measure names the facts that it needs and one pure function from facts to a
//! [`crate::engine::value::Quantity`], so that a total is a ratio of sums and never a mean of ratios.

use serde::{Deserialize, Serialize};

/// Every measure. The order is the order of the KPI cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureId {
    Leads,
    Qualified,
    EndToEnd,
    WinRate,
    Revenue,
    AverageDeal,
    MedianCycle,
    Spend,
    Cpl,
    Cac,
    Romi,
    Won,
    Lost,
    Open,
}

impl MeasureId {
    /// The measures of the card row, in its order.
    pub const ALL: [MeasureId; 11] = [
        MeasureId::Leads,
        MeasureId::Qualified,
        MeasureId::EndToEnd,
        MeasureId::WinRate,
        MeasureId::Revenue,
        MeasureId::AverageDeal,
        MeasureId::MedianCycle,
        MeasureId::Spend,
        MeasureId::Cpl,
        MeasureId::Cac,
        MeasureId::Romi,
    ];
}
