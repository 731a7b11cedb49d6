//! What the user plans to do about a check. It is kept in the document under the check's id, so
//! that it meets the same check again after the next import.

use crate::engine::value::Day;
use serde::{Deserialize, Serialize};

/// See the module.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FollowUp {
    /// `None`: as the check's severity says.
    pub priority: Option<Priority>,
    pub owner: String,
    pub due: Option<Day>,
    pub progress: Progress,
}

impl FollowUp {
    /// Whether nothing is said, so that nothing has to be kept.
    pub fn is_empty(&self) -> bool {
        *self == FollowUp::default()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    High,
    Medium,
    Low,
}

#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    #[default]
    Open,
    InWork,
    Done,
    /// Looked at, and left as it is.
    Accepted,
}
