//! With what the records begin: the choice beside the join, the line below the funnel, the finding.

use crate::engine::funnel::{BegunCounts, RowsMet};
use crate::engine::mapping::begin::BeginWith;

/// See the module.
pub struct Begin {
    pub label: &'static str,
    pub with: fn(BeginWith) -> &'static str,
    /// What the choice means, below it.
    pub hint: fn(BeginWith) -> &'static str,
    /// The stages of leads by their own status, and the statuses that mean lost.
    pub own: fn(stages: &[&str], lost: &[&str]) -> String,
    /// Below the funnel: `begins with 120 leads; 40 of them became deals…`.
    pub ground: fn(&BegunCounts) -> String,
    pub finding: fn(file: &str, &BegunCounts, records: u64, elsewhere: u64) -> String,
    pub advice: &'static str,
    /// How the rows of a file that speaks of records meet them.
    pub rows_met: fn(file: &str, &RowsMet) -> String,
    pub rows_advice: fn(&RowsMet) -> &'static str,
}
