//! The ladder of stages, and which raw values are which stage, won or lost.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The ordered stages between creation and the win. Won and lost stand outside the ladder.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ladder {
    pub stages: Vec<Stage>,
    /// Raw values (of `Stage` or `Outcome`) that mean won.
    pub won: Vec<String>,
    /// Raw values that mean lost.
    pub lost: Vec<String>,
    /// Pipeline → raw values that mean won or lost in that pipeline only; they go before all others.
    pub won_in: BTreeMap<String, Vec<String>>,
    pub lost_in: BTreeMap<String, Vec<String>>,
    /// Date columns that are filled for won and for lost records.
    pub won_on: Option<String>,
    pub lost_on: Option<String>,
}

/// One rung. Values are compared after [`crate::engine::mapping::fold`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Stage {
    pub name: String,
    /// Raw values of the stage column that stand for this stage.
    pub values: Vec<String>,
    /// A date column whose being filled is evidence that the stage was entered.
    pub entered: Option<String>,
    /// The stage is reached by every closed record, won or lost (“Closed”).
    pub decided: bool,
    /// The stage from which a lead counts as qualified.
    pub qualified: bool,
    /// Comes after the win (activated, renewed, expanded): whoever reaches it was won.
    pub after_win: bool,
    /// Pipeline → raw values that stand for this stage in that pipeline only; they go before those
    /// of all pipelines.
    pub in_pipeline: BTreeMap<String, Vec<String>>,
}
