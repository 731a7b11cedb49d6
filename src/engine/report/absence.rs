//! Why a figure or a block has no answer.

use serde::{Deserialize, Serialize};

/// Why a figure or a block is absent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Absence {
    NoRecords,
    NoSpend,
    NoImpressions,
    NoClicks,
    NoConversions,
    NoAmount,
    NoStages,
    /// Every status means won or lost: no stage comes before.
    OnlyEnds,
    /// No stage is marked as qualified.
    NoQualifiedStage,
    NoCreatedDate,
    NoClosedDate,
    NoDates,
    /// There are dates, and none of what is asked for is in the period.
    NothingInPeriod,
    /// Spend and revenue are in different currencies.
    CurrenciesDiffer,
    /// The break-down, or a filter, is by something that cost rows don't have (an owner, say), so
    /// no part of the spend can be given to it.
    SpendHasNoDimension,
    /// The dimension's column is not there any more.
    NoDimension,
    /// No column names the person or the account of a record.
    NoEntity,
    /// There is no value to show the spread of.
    NoValues,
    /// No column names accounts, people, quantities, chances to win, expected days of closing.
    NoAccount,
    NoPerson,
    NoQuantity,
    NoChance,
    NoExpectedClose,
    /// The ladder has too few stages.
    NoSuchStage,
    /// A measure of one's own names a stage that is not in the ladder.
    NoStageOfName,
    /// No stage follows the qualified one.
    NoNextStage,
    /// No file holds costs other than ads, activities, survey answers, plans of this figure.
    NoOtherCosts,
    NoActivities,
    NoScores,
    NoTargets,
    /// No activity names the content that was used; no file lists what was published.
    NoContentItems,
    NoContentList,
    /// Creation or activities have days and no times of day.
    NoTimes,
    /// Nothing tells which calls came in.
    NoDirection,
    /// No activity names a record that is there.
    ActivitiesNotTied,
    NoMargin,
    /// No column names the reason of a loss.
    NoReasons,
    /// The files say where records are, and not where they were.
    NoHistory,
    /// No file is an earlier export of the same records, or none of them has ids.
    NoEarlierExport,
    /// Answered for the whole period only.
    NotAlongTime,
    /// Asks for the events of a period, and the report is by cohorts.
    NeedsPeriodBasis,
    /// These rows have no such dimension (costs of all, plans).
    NotByDimension,
    /// Records are parted among channels, and of this figure a record has no part.
    NotShared,
    /// The formula of a measure of one's own can't be read, or names what the files don't have.
    BadFormula,
    /// No file holds visits of a site.
    NoVisits,
}
