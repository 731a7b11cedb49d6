//! What a check is, and what comes of one. The enums are the message keys for each language.

use super::ground::{Ground, Look};
use crate::engine::dimension::Label;
use crate::engine::filter::Grain;
use crate::engine::mapping::Channel;
use crate::engine::measure::MeasureId;
use crate::engine::value::{Day, Quantity};
use serde::{Deserialize, Serialize};

/// A check as the list has it.
pub(super) struct Definition {
    pub severity: Severity,
    pub look: fn(&Ground<'_>) -> Look,
}

macro_rules! checks {
    ($($id:ident => $file:ident),+ $(,)?) => {
        /// Every check. The order is that of the list.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum CheckId {
            $($id),+
        }

        impl CheckId {
            /// Every check there is.
            pub const EVERY: &'static [CheckId] = &[$(CheckId::$id),+];

            pub(super) fn definition(self) -> &'static Definition {
                match self {
                    $(CheckId::$id => &super::$file::CHECK),+
                }
            }
        }
    };
}

checks! {
    MissingCreated => missing_created,
    MissingClosed => missing_closed,
    PastExpectedClose => past_expected_close,
    CloseBeforeCreated => close_before_created,
    FutureDates => future_dates,
    CalendarGaps => calendar_gaps,
    CostGaps => cost_gaps,
    StaleExport => stale_export,
    WonWithoutAmount => won_without_amount,
    WonZeroAmount => won_zero_amount,
    Outliers => outliers,
    SeveralCurrencies => several_currencies,
    StatusUnmapped => status_unmapped,
    StageUnused => stage_unused,
    StageNotMeasurable => stage_not_measurable,
    LostDepthUnknown => lost_depth_unknown,
    ClosedOnly => closed_only,
    Stuck => stuck,
    WithoutChannel => without_channel,
    SpendWithoutLeads => spend_without_leads,
    LeadsWithoutSpend => leads_without_spend,
    SpendMonthsWithoutLeads => spend_months_without_leads,
    LeadMonthsWithoutSpend => lead_months_without_spend,
    SpendWithoutDay => spend_without_day,
    CampaignUntied => campaign_untied,
    SameId => same_id,
    SameContact => same_contact,
    SameDeal => same_deal,
    Orphans => orphans,
    FileNotCounted => file_not_counted,
    WithoutOwner => without_owner,
    IdleOwners => idle_owners,
    OtherCostWithoutDay => other_cost_without_day,
    OtherCostWithoutAmount => other_cost_without_amount,
    OtherCostWithoutType => other_cost_without_type,
    OtherCostOutside => other_cost_outside,
    OtherCostCurrencies => other_cost_currencies,
    OtherCostRepeated => other_cost_repeated,
    OtherCostSpikes => other_cost_spikes,
    ActivityWithoutDay => activity_without_day,
    ActivityWithoutRecord => activity_without_record,
    ActivityWithoutResult => activity_without_result,
    ActivityWithoutDuration => activity_without_duration,
    ActivityInFuture => activity_in_future,
    ActivityBeforeRecord => activity_before_record,
    ActivityAtNight => activity_at_night,
    ActivityUnknownOwner => activity_unknown_owner,
    ActivityRepeated => activity_repeated,
    ClockChanges => clock_changes,
}

impl CheckId {
    pub fn severity(self) -> Severity {
        self.definition().severity
    }
}

/// What a check that finds something means for the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Figures are wrong or incomplete.
    High,
    /// Some figures say less than they seem to.
    Medium,
    /// Good to know.
    Low,
}

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Check {
    pub id: CheckId,
    pub severity: Severity,
    pub verdict: Verdict,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Passed,
    Found(Box<Found>),
    /// The data can't answer it.
    NotCheckable(Lack),
}

/// What a check found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// How many, of how many that were looked at, of what.
    pub count: u64,
    pub of: u64,
    pub counted: Counted,
    /// Rows that can be looked at.
    pub rows: u64,
    /// Which stages, channels, values, months: the most rows first (months in their order), at most
    /// [`NAMED_KEPT`], and how many `more` there are.
    pub named: Vec<(Label, u64)>,
    pub more: u64,
    pub details: Vec<Detail>,
    /// The figures that are others without these rows. Computed, under the report's own period and
    /// filters.
    pub effects: Vec<Effect>,
}

/// How many names a check lists.
pub const NAMED_KEPT: usize = 50;

/// What a count counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counted {
    Records,
    CostRows,
    Activities,
    Rows,
    Stages,
    Channels,
    Owners,
    Files,
    Months,
    Weeks,
    Days,
}

/// How a check drew its line, for people to see.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Detail {
    /// Amounts below `low` or above `high` are outliers: `median` × or ÷ e to the power of
    /// `deviations` scaled MADs of the logarithms.
    Bounds { currency: String, low: f64, high: f64, median: f64, deviations: f64 },
    /// Longer in the stage than nine tenths of those that left it.
    StageLimit { stage: String, days: f64, records: u64 },
    /// Older than nine tenths of the closed were when they closed.
    AgeLimit { days: f64, records: u64 },
    /// A file's latest day, and the day that it should reach.
    Latest { file: String, latest: Day, expected: Day },
    /// By which column of which file partners are sought in another file.
    Key { file: String, column: String, lookup: String },
    /// The columns by which rows are the same.
    SameBy { columns: Vec<String> },
    /// Spend of these rows, of all spend in the currency.
    Cost { currency: String, spend: f64, share: f64 },
    /// The months of a channel, the first ones, and how many `more` there are.
    Months { channel: Channel, months: Vec<Day>, more: u64 },
    /// How much meets within one unit of time: of all spend (where it is of one currency) what is on
    /// channels with records then, of all records those of channels with spend then.
    Met { grain: Grain, spend: Option<f64>, records: Option<f64> },
    /// The same at any time.
    MetEver { spend: Option<f64>, records: Option<f64> },
    /// A file has nothing on these days.
    Gap { file: String, first: Day, last: Day },
}

/// A figure with all rows, and without those that a check found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Effect {
    pub measure: MeasureId,
    pub with: Quantity,
    pub without: Quantity,
}

/// Why a check can't be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lack {
    NoRecords,
    NoSpend,
    NoCreated,
    NoClosed,
    NoExpectedClose,
    NoAmount,
    NoStages,
    NoOutcome,
    NoSource,
    NoCampaign,
    NoId,
    NoContact,
    NoName,
    NoJoin,
    NoOwner,
    /// No joined file lists the owners.
    NoOwnerList,
    NoOtherCosts,
    NoActivities,
    NoCostType,
    /// No column of the activities names a record, a person or an account.
    NoRecordNamed,
    NoResult,
    NoDuration,
    /// The activities have days and no times.
    NoTimes,
    /// No file is told by the clock of a zone.
    NoZone,
    /// Too few values to tell what is usual.
    TooFew,
    /// Nobody said what day it is.
    NoToday,
}
