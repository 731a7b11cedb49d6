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
pub mod disagree;
mod event_words;
mod explain;
mod explain_channel;
mod explain_join;
mod explain_spelling;
mod explain_spend;
mod explain_spend_period;
mod header;
pub mod join;
pub mod key;
pub mod kind;
mod known;
pub mod merge;
mod people;
pub mod pipeline;
pub mod planned;
pub mod rates;
mod record_choice;
pub mod role;
mod role_words;
mod spend_words;
pub mod stage;
mod stage_clues;
mod stage_date;
mod stage_date_word;
mod stage_dated;
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
pub use header::HeaderFit;
pub use join::{Join, SpendJoin};
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

/// What a file is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// One row a deal or opportunity. The file whose rows are counted.
    Deals,
    /// One row a lead or contact. The file whose rows are counted, where there are no deals.
    Leads,
    /// Cost per day (or other period) and campaign.
    Spend,
    /// Attributes by key: accounts, products, teams.
    Lookup,
    #[default]
    Other,
    /// One row a call, meeting or e-mail.
    Activities,
    /// One row a change of stage.
    StageHistory,
    /// One row an answer to a survey.
    Scores,
    /// One row a planned figure.
    Targets,
    /// Visits of a site by day or source.
    Visits,
    /// One row a touch of marketing with a record.
    Touches,
    /// One row the worth of a currency on a day.
    Rates,
    /// Costs that are no advertising, by type: salaries, tools, agencies.
    OtherCosts,
    /// An earlier export of the records that are counted: compared with them, and never counted.
    EarlierExport,
}

impl FileKind {
    /// Whether the report makes anything of such a file. The others are recognised, and said to be
    /// left out.
    pub fn is_used(self) -> bool {
        !matches!(self, FileKind::Other | FileKind::Visits)
    }
}

/// One file's meaning.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FileMapping {
    pub name: String,
    /// All headers, the fingerprint by which a later export is recognised.
    pub headers: Vec<String>,
    pub kind: FileKind,
    /// Role → header. No two roles share a column.
    pub roles: BTreeMap<Role, String>,
    pub import: ImportOptions,
    /// ISO 4217 code for all money of the file, where no column and no header names one.
    pub currency: Option<String>,
    /// For spend: the channel of all its rows, where no column decides.
    pub channel: Option<Channel>,
    /// The zone by whose clock the times of the file are told; see [`clock`].
    pub zone: Option<Zone>,
    /// Without a zone: minutes to add to the times of the file, to bring them to the user's clock. A
    /// date without a time is a calendar day and never moves.
    pub clock_minutes: i32,
    /// It came with a preset: as long as the file is not here, all is answered without it.
    pub awaited: bool,
}

impl FileMapping {
    /// The header that plays a role.
    pub fn header(&self, role: Role) -> Option<&str> {
        self.roles.get(&role).map(String::as_str)
    }
}

/// What a column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Identifies a record. Repeats collapse to the latest by `Modified`, where there is one.
    RecordId,
    Name,
    /// Current stage or status.
    Stage,
    /// Won, lost or open in a column of its own, where the stage does not say it.
    Outcome,
    Pipeline,
    Amount,
    Currency,
    Created,
    Closed,
    ExpectedClose,
    Modified,
    Owner,
    Account,
    Person,
    Product,
    LostReason,
    Source,
    UtmSource,
    UtmMedium,
    UtmCampaign,
    /// The source of the latest touch, beside that of the first in `Source`.
    LatestSource,
    /// Marks of clicks, by the system that writes them (see [`click`]).
    Gclid,
    Yclid,
    Fbclid,
    Msclkid,
    Ttclid,
    LiFatId,
    Openstat,
    /// Spend files: the day of the cost.
    Date,
    Campaign,
    CampaignId,
    Spend,
    Impressions,
    Clicks,
    /// Spend files: leads or results as the ad system counts them.
    Conversions,
    /// Lookup files: the column that other files refer to.
    Key,
    /// Activities, stage history, scores: the record that the row speaks of.
    Record,
    /// Activities: what was done, by whom to whom it went, how it ended, how long it took.
    Activity,
    Direction,
    ActivityResult,
    Duration,
    /// Stage history: the stage that was left; the one entered is `Stage`.
    FromStage,
    /// Survey scores.
    Score,
    Comment,
    /// Targets: which figure is planned, and the plan.
    Measure,
    Target,
    /// Web visits.
    Visits,
    Visitors,
    /// Rates: what one unit of the currency is worth.
    Rate,
    /// Records: pieces sold, and the chance to win by the CRM.
    Quantity,
    Probability,
    /// Other costs: what they are for.
    CostType,
    /// Targets: plans of one figure in a column of its own.
    PlannedRevenue,
    PlannedWon,
    PlannedLeads,
}

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
