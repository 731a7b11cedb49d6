//! What a report is compared with besides earlier days: a plan, or another part of the records.

use super::super::filter::Filter;
use serde::{Deserialize, Serialize};

/// Two parts of the records, the first beside the second: each is what passes its filters, besides
/// those of the report.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Segments {
    pub a: Vec<Filter>,
    pub b: Vec<Filter>,
}

impl Segments {
    /// Whether both name anything.
    pub fn is_decided(&self) -> bool {
        let names = |filters: &[Filter]| filters.iter().any(Filter::is_decided);
        names(&self.a) && names(&self.b)
    }
}

/// With what figures were compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Compared {
    Earlier,
    Target,
    Segment,
}
