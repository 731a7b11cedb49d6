//! What a report is about: its days, its records and those left out, its money, its files.

use super::{Absence, Basis, Compared, CreditSpec, Segments, SkipPolicy, TouchLack};
use crate::engine::attribution::Model;
use crate::engine::dimension::Dimension;
use crate::engine::filter::Period;
use crate::engine::formula::OwnHead;
use crate::engine::measure::MeasureId;
use crate::engine::value::Day;
use serde::{Deserialize, Serialize};

/// What the report is about; printed beside the figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scope {
    /// The resolved period; `None` = everything.
    pub period: Option<Period>,
    pub previous: Option<Period>,
    /// With what figures are compared; the two segments, where it is one of them.
    #[serde(default)]
    pub compared: Option<Compared>,
    #[serde(default)]
    pub segments: Option<Segments>,
    /// The model that acts, and those that the files don't support.
    #[serde(default)]
    pub credit: Option<CreditSpec>,
    #[serde(default)]
    pub lacking: Vec<(Model, TouchLack)>,
    /// First and last day of creation (or of spend) in the data.
    pub extent: Option<Period>,
    /// The latest date of the data, which stands for “now”.
    pub as_of: Option<Day>,
    pub basis: Basis,
    pub policy: SkipPolicy,
    /// The report's currency, ISO 4217; `None` where the files name none.
    pub currency: Option<String>,
    /// All currencies of the records: code, records, won amount. The report's own comes first.
    pub currencies: Vec<CurrencySum>,
    /// Records after collapsing repeats, before period and filters.
    pub records: u64,
    /// Records that the report counts.
    pub in_scope: u64,
    /// Records left out, with the reason.
    pub excluded: Vec<(Exclusion, u64)>,
    /// Files used: name and rows.
    pub files: Vec<(String, u64)>,
    /// The dimensions that this data offers.
    pub dimensions: Vec<Dimension>,
    /// The measures of the user's own, by name.
    #[serde(default)]
    pub own: Vec<OwnHead>,
    /// The measures that this data can't give for the whole, with the reason.
    #[serde(default)]
    pub absent: Vec<(MeasureId, Absence)>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CurrencySum {
    /// ISO 4217 code where it is known, else the file's own word; empty = not named.
    pub currency: String,
    pub records: u64,
    pub won: u64,
    pub won_amount: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Exclusion {
    /// A period is set, and the record has no date.
    WithoutDate,
    OutsidePeriod,
    Filtered,
}
