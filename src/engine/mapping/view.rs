//! The mapping explained: every proposal and decision with its evidence in numbers, so that the
//! mapping screen can say why. Plain values that travel to the page.
//!
//! Not here: how they are counted (`explain`), the words for them (`i18n`).

use super::alias::AliasProposal;
use super::channel::ChannelReason;
use super::cluster::Cluster;
use super::disagree::Disagreement;
use super::key::KeyKind;
use super::role::Evidence;
use super::stage_order::OrderReason;
use super::{Channel, FileKind, Role};
use crate::engine::append::exports::Exports;
use crate::engine::append::{Appended, FileGroup, JoinReason, Refusal};
use crate::engine::filter::Grain;
use serde::{Deserialize, Serialize};

pub use super::explain::explain;

/// How many unmatched values, unused keys and aliases a join shows; the counts go on.
pub const VALUES_SHOWN: usize = 50;
/// How many raw combinations of sources the view shows; the counts go on.
pub const SOURCES_SHOWN: usize = 500;

/// What the mapping makes of the files, before any record is counted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MappingView {
    /// One a file, in the order of the files.
    pub files: Vec<FileMappingView>,
    /// Of the file whose rows are counted.
    pub stages: Option<StagesView>,
    pub channels: Option<ChannelsView>,
    /// Columns with values that are probably one, or that the user made one.
    pub spellings: Vec<SpellingsView>,
    pub joins: Vec<JoinView>,
    /// One a cost file that names the campaigns of the records.
    pub spend_joins: Vec<SpendJoinView>,
    /// Files that are one table, that the user keeps apart, or that could be one.
    pub groups: Vec<GroupView>,
}

/// Files that are one table, or could be.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GroupView {
    /// The decision; one that is only offered is not in the document.
    pub group: FileGroup,
    pub kind: FileKind,
    /// Why the files are one table, or could be.
    pub reasons: Vec<JoinReason>,
    /// What became of them; `None` where they are apart.
    pub appended: Option<Appended>,
    /// Why they can't be one table, though the document says so.
    pub refusal: Option<Refusal>,
    /// The files that are here, and others that could be taken in.
    pub files: Vec<String>,
    pub others: Vec<String>,
    /// Columns that all of the files have: the key is made of these.
    pub columns: Vec<String>,
    /// Where they are records that may be exports of the same ones at different dates.
    pub exports: Option<Exports>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileMappingView {
    pub name: String,
    pub kind: FileKind,
    pub rows: u64,
    /// Every role that this kind of file can have, mapped or not, in reading order.
    pub roles: Vec<RoleView>,
    /// What somebody should know of the file though nothing is wrong with its roles.
    #[serde(default)]
    pub notes: Vec<FileNote>,
}

/// A remark to a whole file. The enum is the message key for each language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileNote {
    /// Rates are here, and nothing says which currency money is to be converted to.
    NothingConverted,
    /// A file of rates without a column of currencies and one of rates, and without columns such as
    /// `EUR/USD`.
    RatesUnread,
    /// A plan, and nothing says of which figure.
    PlanOfWhat,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RoleView {
    pub role: Role,
    /// The column that plays it.
    pub header: Option<String>,
    /// Why this column; empty where nothing but the user's choice speaks for it.
    pub evidence: Vec<Evidence>,
    /// 0 to 1; 0 where nothing but the user's choice speaks for it.
    pub confidence: f64,
    /// Other columns that could play it, the best first.
    pub others: Vec<Candidate>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    pub header: String,
    pub confidence: f64,
    pub evidence: Vec<Evidence>,
}

/// The ladder and the raw values behind it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StagesView {
    pub file: String,
    /// One a stage of the ladder, in its order.
    pub stages: Vec<StageView>,
    /// Distinct values of the stage column and of the outcome column, the most rows first.
    pub values: Vec<StageValue>,
    /// Several pipelines, the most rows first; empty where there is one.
    pub pipelines: Vec<PipelineView>,
    /// Rows whose stage cell is empty.
    pub missing: u64,
    /// Rows whose stage value is in no stage and neither won nor lost.
    pub unmapped: u64,
    /// Values of histories of stages, file by file.
    #[serde(default)]
    pub histories: Vec<super::stage_history::HistoryView>,
}

/// One of several pipelines.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PipelineView {
    pub name: String,
    pub rows: u64,
    /// In order of appearance.
    pub values: Vec<PipelineValue>,
}

/// A stage value within a pipeline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PipelineValue {
    pub value: String,
    pub rows: u64,
    pub place: StagePlace,
    /// The place is of this pipeline only.
    pub own: bool,
    /// How many other pipelines have a value of this name.
    pub elsewhere: u64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StageView {
    /// Rows that are in this stage now.
    pub rows: u64,
    /// Why it stands where it stands, were the ladder proposed now.
    pub order: OrderReason,
    pub entered: Option<EntryEvidence>,
}

/// How a date column proves that a stage was entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryEvidence {
    /// The header names the stage.
    Header { filled: u64 },
    /// The date is empty for all records before the stage (so many) and filled for all in it or
    /// past it (so many).
    Filling { empty_before: u64, filled: u64 },
    /// The user's choice.
    Chosen { filled: u64 },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StageValue {
    /// `Stage` or `Outcome`.
    pub role: Role,
    /// The most frequent spelling.
    pub value: String,
    pub rows: u64,
    /// All spellings with their rows.
    pub spellings: Vec<(String, u64)>,
    pub place: StagePlace,
    /// Its name means a state, not a step (“On hold”), so that it was not proposed as a stage.
    #[serde(default)]
    pub parked: bool,
}

/// Where a raw stage value is mapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StagePlace {
    /// The position in the ladder.
    Stage(usize),
    Won,
    Lost,
    /// A value of the outcome column that says neither.
    Open,
    Unmapped,
}

/// The raw sources and the channels that they became.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChannelsView {
    pub file: String,
    /// The unassigned first, then the most rows.
    pub rows: Vec<ChannelRow>,
    /// Raw combinations beyond [`SOURCES_SHOWN`].
    pub left_off: u64,
    /// Distinct raw combinations, and the channels that they became.
    pub raw_values: u64,
    pub channels: u64,
    /// Rows without a channel; those with an empty source are among them.
    pub unassigned: u64,
    pub empty: u64,
    /// Where the CRM's own source and the address of the visit say different things; `None` where
    /// no row has both.
    pub disagreement: Option<Disagreement>,
    /// The user's rules, by number from 0, and the user's decisions, by key, that no row meets.
    pub idle_rules: Vec<usize>,
    pub idle_decided: Vec<String>,
}

/// The spellings of a column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SpellingsView {
    pub file: String,
    pub column: String,
    /// Not applied: for the user to accept.
    pub clusters: Vec<Cluster>,
    pub merged: Vec<MergedValue>,
    /// Those that the user keeps apart.
    pub apart: Vec<Cluster>,
}

/// A value and the spellings that are read as it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MergedValue {
    pub name: String,
    /// With rows; its own spelling among them, where rows have it.
    pub spellings: Vec<(String, u64)>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChannelRow {
    /// The key for [`super::ChannelMapping::decided`].
    pub key: String,
    /// As most rows write them.
    pub source: String,
    pub medium: String,
    pub campaign: String,
    pub channel: Channel,
    pub reason: ChannelReason,
    pub rows: u64,
    /// How source and medium are written, with rows, where there is more than one way.
    pub spellings: Vec<(String, u64)>,
}

/// A join as it works on the rows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JoinView {
    pub from_file: String,
    pub from_column: String,
    pub lookup_file: String,
    pub key_column: String,
    /// Rows of the referring file that find a partner, find none, have no value.
    pub matched: u64,
    pub unmatched: u64,
    pub empty: u64,
    /// Values without a partner, the most rows first, at most [`VALUES_SHOWN`].
    pub unmatched_values: Vec<(String, u64)>,
    pub unmatched_distinct: u64,
    /// Keys that no row uses, in the order of the lookup, at most [`VALUES_SHOWN`].
    pub unused_keys: Vec<String>,
    pub unused: u64,
    /// Rows of the lookup that repeat a key.
    pub repeated_keys: u64,
    /// Distinct keys of the lookup.
    pub keys: u64,
    pub by: KeyKind,
    /// Rows with several keys in one cell, of which the first joins.
    pub several: u64,
    /// Not applied: for the user to accept.
    pub proposed_aliases: Vec<AliasProposal>,
    /// Aliases, value and key, whose key the lookup doesn't have.
    pub lost_aliases: Vec<(String, String)>,
}

/// How records and costs meet by campaign.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SpendJoinView {
    pub record_file: String,
    pub record_column: String,
    pub spend_file: String,
    pub spend_column: String,
    /// Share of the spend whose campaign has records; none where it is in several currencies.
    pub spend_share: Option<f64>,
    /// Rows of the records whose campaign has costs, and rows that name a campaign.
    pub matched: u64,
    pub named: u64,
    pub rows: u64,
    /// Campaigns of the cost file, and those that have records.
    pub campaigns: u64,
    pub campaigns_met: u64,
    /// The same two shares within a month and within a week; empty where a side has no days.
    #[serde(default)]
    pub by_period: Vec<PeriodMeeting>,
    /// Not applied: for the user to accept.
    pub proposed_aliases: Vec<AliasProposal>,
}

/// How records and costs of one campaign meet within units of time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PeriodMeeting {
    pub grain: Grain,
    /// Share of all the spend whose campaign has records in the unit.
    pub spend_share: Option<f64>,
    /// Rows of the records whose campaign has costs in the unit.
    pub matched: u64,
}
