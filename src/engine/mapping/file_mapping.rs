//! What one file is, and which of its columns is what.

use super::Channel;
use crate::engine::import::ImportOptions;
use crate::engine::zone::Zone;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
    /// Visits of a site by day or source. They are placed as costs are.
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
        !matches!(self, FileKind::Other)
    }
}

/// Which row of a history of stages speaks for a record, where an owner, a channel or any other value
/// is told anew with each change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ValueAt {
    /// The first row by date; of one time the first of the file.
    #[default]
    Entry,
    /// The last one.
    Close,
}

impl ValueAt {
    pub const EVERY: [ValueAt; 2] = [ValueAt::Entry, ValueAt::Close];
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
    /// For a history of stages that makes the records: when their values are taken.
    pub value_at: ValueAt,
    /// The zone by whose clock the times of the file are told; see [`super::clock`].
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
    /// Marks of clicks, by the system that writes them (see [`super::click`]).
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
    /// Activities, touches, scores: the lead that the row speaks of, beside the deal in `Record`.
    Lead,
}
