//! What the files mean: which file is what, which column plays which role, which raw stage value
//! is which stage of the ladder, which source is which channel, and how files join.
//!
//! A mapping names files and columns by their names, never by position, so that it fits next
//! month's export. Not here: how it is proposed (`suggest`, `role`, `stage`, `channel`, `join`).

mod activity_kind;
pub mod ad_system;
pub mod alias;
pub mod begin;
pub mod channel;
mod channel_rule;
mod channel_site;
mod channel_words;
pub mod click;
pub mod clock;
pub mod cluster;
pub mod contact;
pub mod content;
pub mod disagree;
mod event_words;
mod explain;
mod explain_channel;
mod explain_join;
mod explain_spelling;
mod explain_spend;
pub(crate) mod explain_spend_period;
mod file_mapping;
mod header;
pub mod join;
pub mod key;
pub mod key_index;
pub mod kind;
mod known;
mod ladder;
pub mod merge;
mod people;
pub mod pipeline;
pub mod planned;
pub mod rates;
pub mod rates_bare;
mod record_choice;
pub mod role;
pub mod role_order;
mod role_words;
mod spend_words;
pub mod stage;
mod stage_clues;
mod stage_date;
mod stage_date_word;
mod stage_dated;
mod stage_earlier;
pub mod stage_history;
pub mod stage_order;
pub mod stage_outcome;
mod stage_proof;
mod stage_words;
pub mod suggest;
pub mod touch;
mod translit;
pub mod values;
pub mod view;
pub mod working;
mod zone_words;

pub use super::fold::{fold, fold_header};
pub use channel_rule::{ChannelMapping, ChannelRule, FirstSource, RuleTest, SourceField};
pub use file_mapping::{FileKind, FileMapping, Role, ValueAt};
pub use header::HeaderFit;
pub use join::{Join, SpendJoin};
pub use ladder::{Ladder, Stage};
pub use stage_words::Crm;

use super::append::FileGroup;
use super::import::ImportOptions;
use super::value::Day;
use super::zone::Zone;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Everything that the user can decide about the meaning of the files.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mapping {
    pub files: Vec<FileMapping>,
    pub ladder: Ladder,
    pub channels: ChannelMapping,
    pub joins: Vec<Join>,
    /// How spend meets records below the channel: by campaign, where both sides name one.
    pub spend_join: Option<SpendJoin>,
    /// Further cost files → the column by which their rows name the campaigns of that join.
    pub spend_columns: BTreeMap<String, String>,
    /// Files that are one table. What is said of them stands in `files` under the table's name.
    pub groups: Vec<FileGroup>,
    /// Spellings that are one value.
    pub merges: Vec<merge::Merge>,
    /// Spellings that look like one value and are not.
    pub apart: Vec<merge::Apart>,
    /// What money of other currencies is worth.
    pub rates: rates::Rates,
    /// When somebody is there to answer; `None`: every hour counts.
    pub working: Option<working::WorkingHours>,
    /// With what the records begin, where leads are joined to deals.
    pub begin: begin::Begin,
    /// The zone by whose clock the days of the report are counted; `None`: files keep their own.
    pub zone: Option<Zone>,
    /// The day that stands for today; `None`: the latest usual day of the data. It is of these files
    /// and not of the next month's.
    pub as_of: Option<Day>,
}

impl Mapping {
    /// What is said of a file, by itself or as part of a table of several.
    pub fn of_file(&self, name: &str) -> Option<&FileMapping> {
        let group = self.groups.iter().find(|g| !g.apart && g.has(name));
        let name = group.map_or(name, |g| g.name.as_str());
        self.files.iter().find(|f| f.name == name)
    }

    /// How a file is to be read, where anything is said of that.
    pub fn import_of(&self, name: &str) -> Option<&ImportOptions> {
        let members = self.groups.iter().filter(|g| !g.apart).flat_map(|g| &g.members);
        let member = members.into_iter().find(|m| m.name == name).map(|m| &m.import);
        member.or_else(|| self.files.iter().find(|f| f.name == name).map(|f| &f.import))
    }

    /// Says how a file is to be read.
    pub fn set_import(&mut self, name: &str, options: &ImportOptions) {
        let members = self.groups.iter_mut().flat_map(|g| &mut g.members);
        members.filter(|m| m.name == name).for_each(|m| m.import.clone_from(options));
        let files = self.files.iter_mut().filter(|f| f.name == name);
        files.for_each(|f| f.import.clone_from(options));
    }

    /// The files that it speaks of, those of a table one by one.
    pub fn file_names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for file in &self.files {
            match self.groups.iter().find(|g| !g.apart && g.name == file.name) {
                Some(group) => names.extend(group.members.iter().map(|m| m.name.as_str())),
                None => names.push(&file.name),
            }
        }
        names
    }

    /// Whether a file is a history of stages that makes the records by itself, so that their values are
    /// those of one of its rows.
    pub fn makes_records_of_events(&self, file: &str) -> bool {
        let of_events = |f: &&FileMapping| f.kind == FileKind::StageHistory && f.name == file;
        self.records_file().is_some_and(|f| of_events(&f))
    }

    /// What one record is: a deal where a file of deals is mapped (or nothing but a history of
    /// stages), else a lead; a lead as well where the records begin with one.
    pub fn records(&self) -> FileKind {
        if self.begins_with_leads().is_some() {
            return FileKind::Leads;
        }
        let has = |kind| self.files.iter().any(|f| f.kind == kind);
        // A history alone is of deals: that is what CRMs keep one of.
        let log_alone = has(FileKind::StageHistory) && !has(FileKind::Leads);
        if has(FileKind::Deals) || log_alone { FileKind::Deals } else { FileKind::Leads }
    }
}

/// A marketing channel. The known ones have a name in each language; any other is `Custom`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    PaidSearch,
    OrganicSearch,
    PaidSocial,
    OrganicSocial,
    Display,
    PaidVideo,
    OrganicVideo,
    PaidShopping,
    OrganicShopping,
    CrossNetwork,
    PaidOther,
    Email,
    Referral,
    Affiliates,
    AiAssistants,
    Direct,
    Messenger,
    Sms,
    Push,
    Audio,
    WebForm,
    InboundCall,
    Outbound,
    Event,
    Partner,
    WordOfMouth,
    ExistingCustomer,
    Offline,
    OtherCampaigns,
    Custom(String),
    /// No rule fits, or nothing is known.
    Unassigned,
}
