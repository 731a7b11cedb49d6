//! What plans leave open in a table of groups.

use serde::{Deserialize, Serialize};

/// Groups of a table that have a plan or a result, and not both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Planning {
    /// A plan, and nothing was won (or came in).
    pub without_result: u64,
    /// A result that nobody planned.
    pub without_plan: u64,
}
