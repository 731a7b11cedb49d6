//! The report: what is asked ([`ReportSpec`]) and what is answered ([`Report`]), block by block.
//!
//! Question and answer share a stem: `PivotSpec` / `Pivot`. Answers are plain values that can travel
//! from the worker to the page, to the exporters and to the command line.

mod attribution;
mod cohorts;
mod funnel;
mod spread;

pub use attribution::{Attribution, AttributionOf, AttributionRow, AttributionSpec, TouchLack};
pub use cohorts::{Cohort, CohortAges, CohortCell, CohortFigure, Cohorts, CohortsSpec, Maturity};
pub use funnel::{Entity, Funnel, FunnelGround, FunnelStage, StagePath, StageTime};
pub use spread::{Bin, Spread, SpreadOf, SpreadSpec};

use super::audit::Finding;
use super::dimension::{Dimension, Label};
use super::filter::{Comparison, Filter, Grain, Period, PeriodSpec};
use super::measure::MeasureId;
use super::value::{Day, Quantity};
use serde::{Deserialize, Serialize};

/// Which records belong to a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Records created in the period, whatever happened to them later. Rates never exceed 100 %.
    #[default]
    Cohort,
    /// Events in the period: leads by creation, wins and losses by closing.
    Period,
}

/// When a record counts as having reached a stage (reference: funnels, 5b).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SkipPolicy {
    Observed,
    #[default]
    Implied,
    Strict,
    Any,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReportSpec {
    pub period: PeriodSpec,
    pub comparison: Comparison,
    pub basis: Basis,
    pub policy: SkipPolicy,
    /// Days from entry in which a stage (and the win) is to be reached; `None` = whenever.
    pub window: Option<u32>,
    /// What goes through the funnel.
    pub entity: Entity,
    /// ISO 4217 code of the report's money; `None` = the one with most won records. Amounts in
    /// other currencies are never added: they are counted and shown apart.
    pub currency: Option<String>,
    pub filters: Vec<Filter>,
    pub blocks: Vec<BlockSpec>,
}

impl Default for ReportSpec {
    fn default() -> Self {
        use MeasureId as M;
        ReportSpec {
            period: PeriodSpec::All,
            comparison: Comparison::PreviousPeriod,
            basis: Basis::Cohort,
            policy: SkipPolicy::Implied,
            window: None,
            entity: Entity::Record,
            currency: None,
            filters: Vec::new(),
            blocks: vec![
                BlockSpec::Kpis(KpisSpec { measures: MeasureId::ALL.to_vec() }),
                BlockSpec::Funnel(FunnelSpec {}),
                BlockSpec::Breakdown(BreakdownSpec {
                    dimension: Dimension::Channel,
                    measures: vec![
                        M::Leads,
                        M::Qualified,
                        M::EndToEnd,
                        M::Won,
                        M::WinRate,
                        M::Spend,
                        M::Cpl,
                        M::Cac,
                        M::Revenue,
                        M::Romi,
                    ],
                    sort: Some((M::Revenue, Order::Descending)),
                }),
                BlockSpec::Trend(TrendSpec {
                    measures: vec![M::Revenue, M::Spend],
                    grain: Grain::Month,
                }),
                BlockSpec::Pivot(PivotSpec {
                    rows: vec![Dimension::Channel],
                    columns: vec![Dimension::Created(Grain::Quarter)],
                    measures: vec![M::Leads],
                    sort: None,
                }),
            ],
        }
    }
}

/// One block's question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockSpec {
    Kpis(KpisSpec),
    Funnel(FunnelSpec),
    Breakdown(BreakdownSpec),
    Trend(TrendSpec),
    Pivot(PivotSpec),
    Cohorts(CohortsSpec),
    Spread(SpreadSpec),
    Attribution(AttributionSpec),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KpisSpec {
    pub measures: Vec<MeasureId>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FunnelSpec {}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BreakdownSpec {
    pub dimension: Dimension,
    pub measures: Vec<MeasureId>,
    pub sort: Option<(MeasureId, Order)>,
}

/// Values by time: leads by creation; won, revenue and win rate by closing under
/// [`Basis::Period`] and by creation under [`Basis::Cohort`]; spend by its own day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TrendSpec {
    pub measures: Vec<MeasureId>,
    pub grain: Grain,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PivotSpec {
    pub rows: Vec<Dimension>,
    pub columns: Vec<Dimension>,
    pub measures: Vec<MeasureId>,
    /// Sort rows by the row total of a measure; `None` = natural order.
    pub sort: Option<(MeasureId, Order)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    Ascending,
    Descending,
}

/// What is answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    pub scope: Scope,
    /// One answer a block, in the order of the spec.
    pub blocks: Vec<Answer>,
    pub findings: Vec<Finding>,
}

/// What the report is about; printed beside the figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scope {
    /// The resolved period; `None` = everything.
    pub period: Option<Period>,
    pub previous: Option<Period>,
    /// First and last day of creation (or of spend) in the data.
    pub extent: Option<Period>,
    /// The latest date of the data, which stands for “now”.
    pub as_of: Option<Day>,
    pub basis: Basis,
    pub policy: SkipPolicy,
    /// The report's currency, ISO 4217; `None` where the files name none.
    pub currency: Option<String>,
    /// All currencies of the records: code, records, won amount. The report's own comes first.
    pub currencies: Vec<CurrencySum>,
    /// Records after collapsing repeats, before period and filters.
    pub records: u64,
    /// Records that the report counts.
    pub in_scope: u64,
    /// Records left out, with the reason.
    pub excluded: Vec<(Exclusion, u64)>,
    /// Files used: name and rows.
    pub files: Vec<(String, u64)>,
    /// The dimensions that this data offers.
    pub dimensions: Vec<Dimension>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CurrencySum {
    /// ISO 4217 code where it is known, else the file's own word; empty = not named.
    pub currency: String,
    pub records: u64,
    pub won: u64,
    pub won_amount: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Exclusion {
    /// A period is set, and the record has no date.
    WithoutDate,
    OutsidePeriod,
    Filtered,
}

/// One block's answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    Kpis(Kpis),
    Funnel(Funnel),
    Breakdown(Breakdown),
    Trend(Trend),
    Pivot(Pivot),
    Cohorts(Cohorts),
    Spread(Spread),
    Attribution(Attribution),
    /// The data can't answer this block.
    Absent(Absence),
}

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
    /// No stage is marked as qualified.
    NoQualifiedStage,
    NoCreatedDate,
    NoClosedDate,
    NoDates,
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
    /// No column names accounts, people, quantities, chances to win.
    NoAccount,
    NoPerson,
    NoQuantity,
    NoChance,
    /// The ladder has too few stages.
    NoSuchStage,
    /// No stage follows the qualified one.
    NoNextStage,
    /// No file holds costs other than ads, activities, survey answers, plans of this figure.
    NoOtherCosts,
    NoActivities,
    NoScores,
    NoTargets,
    /// Creation or activities have days and no times of day.
    NoTimes,
    /// No activity names a record that is there.
    ActivitiesNotTied,
    NoMargin,
    /// Answered for the whole period only.
    NotAlongTime,
    /// Asks for the events of a period, and the report is by cohorts.
    NeedsPeriodBasis,
    /// These rows have no such dimension (costs of all, plans).
    NotByDimension,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kpis {
    pub cards: Vec<Kpi>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kpi {
    pub measure: MeasureId,
    pub now: Quantity,
    pub before: Option<Quantity>,
    /// By month over the period (or the whole extent, last 24 months at most), for a sparkline.
    pub spark: Vec<Option<f64>>,
    pub absent: Option<Absence>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Breakdown {
    pub dimension: Dimension,
    pub measures: Vec<MeasureId>,
    pub rows: Vec<BreakdownRow>,
    /// Each measure on all rows together: recomputed, never summed up from cells.
    pub total: Vec<Quantity>,
    /// Measures of the spec that this data can't give, with the reason.
    pub absent: Vec<(MeasureId, Absence)>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BreakdownRow {
    pub label: Label,
    /// One a measure.
    pub cells: Vec<Quantity>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trend {
    pub grain: Grain,
    /// First day of each unit, without gaps.
    pub starts: Vec<Day>,
    pub measures: Vec<MeasureId>,
    /// `values[measure][unit]`.
    pub values: Vec<Vec<Quantity>>,
    /// The last unit is not over at the as-of date.
    pub last_is_partial: bool,
    pub absent: Vec<(MeasureId, Absence)>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pivot {
    pub row_dimensions: Vec<Dimension>,
    pub column_dimensions: Vec<Dimension>,
    pub measures: Vec<MeasureId>,
    /// One label a row dimension.
    pub rows: Vec<Vec<Label>>,
    pub columns: Vec<Vec<Label>>,
    /// `cells[row][column][measure]`.
    pub cells: Vec<Vec<Vec<Quantity>>>,
    pub row_totals: Vec<Vec<Quantity>>,
    pub column_totals: Vec<Vec<Quantity>>,
    pub grand: Vec<Quantity>,
    pub absent: Vec<(MeasureId, Absence)>,
}
