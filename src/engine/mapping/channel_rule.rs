//! What the user decides about channels: single values, ordered rules, which source is asked first.
//!
//! Not here: what follows from it (`channel`, `touch`).

use super::Channel;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How sources become channels: the user's decisions first, then the user's rules in order, then
/// the built-in rules.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChannelMapping {
    /// Decisions for a whole raw combination; the key is [`crate::engine::mapping::channel::raw_key`].
    pub decided: BTreeMap<String, Channel>,
    pub rules: Vec<ChannelRule>,
    /// Which is asked first, where a record has both.
    pub first: FirstSource,
}

/// Which of two tellings of where a record came from is asked first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FirstSource {
    /// UTM marks and marks of clicks: what the address of the visit said.
    #[default]
    Utm,
    /// The CRM's own source: what a person or a form wrote.
    Crm,
}

/// One rule of the user's: folded text of a field, and the channel that it gives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChannelRule {
    pub field: SourceField,
    pub test: RuleTest,
    pub text: String,
    pub channel: Channel,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceField {
    Any,
    Source,
    Medium,
    Campaign,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleTest {
    Is,
    Contains,
    StartsWith,
    IsEmpty,
}
