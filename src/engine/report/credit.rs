//! Whose a record is, where its channel plays a part.

use super::super::attribution::Model;
use serde::{Deserialize, Serialize};

/// A model by which records belong to channels, instead of each to its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreditSpec {
    pub model: Model,
    /// Days, for [`Model::TimeDecay`].
    pub half_life: u32,
}

impl Default for CreditSpec {
    fn default() -> Self {
        CreditSpec { model: Model::First, half_life: 30 }
    }
}
