//! The report: what is asked ([`ReportSpec`]) and what is answered ([`Report`]), block by block.
//!
//! Question and answer share a stem: `PivotSpec` / `Pivot`. Answers are plain values that can travel
//! from the worker to the page, to the exporters and to the command line.

mod absence;
mod attribution;
mod breakdown;
mod calls;
mod cohorts;
mod compare;
mod credit;
mod funnel;
mod funnel_split;
mod intervals;
mod kpis;
mod margin;
mod pipeline_change;
mod pivot;
mod plan;
mod preview;
mod reasons;
mod scope;
mod spread;
mod transitions;
mod trend;

pub use absence::Absence;
pub use attribution::{Attribution, AttributionOf, AttributionRow, AttributionSpec, TouchLack};
pub use breakdown::{Breakdown, BreakdownRow, BreakdownSpec};
pub use calls::{CallCell, CallFigure, Calls, CallsSpec};
pub use cohorts::{Cohort, CohortAges, CohortCell, CohortFigure, Cohorts, CohortsSpec, Maturity};
pub use compare::{Compared, Segments};
pub use credit::CreditSpec;
pub use funnel::{Entity, Funnel, FunnelGround, FunnelStage, StagePath, StageTime, StageVisits};
pub use funnel_split::{FunnelPart, FunnelRate, FunnelSpec, FunnelSplit, PartStep};
pub use kpis::{Kpi, Kpis, KpisSpec};
pub use margin::typed_margin;
pub use pipeline_change::{
    Bridge, BridgeStep, ChangeKind, ChangeLine, ChangePassage, ChangedRecord, Export,
    PipelineChange, PipelineChangeSpec,
};
pub use pivot::{Level, Order, Pivot, PivotSpec, ShowAs};
pub use plan::Planning;
pub use preview::{ChannelMeeting, Preview, PreviewStep};
pub use reasons::{ReasonRow, Reasons, ReasonsOf, ReasonsSpec, ReasonsSplit};
pub use scope::{CurrencySum, Exclusion, Scope};
pub use spread::{Bin, BoxGroup, CurveGroup, Spread, SpreadOf, SpreadSpec, SpreadView};
pub use transitions::{
    Flow, FlowEdge, FlowOf, FlowPlace, FlowSpec, MoveKind, Transition, Transitions, TransitionsSpec,
};
pub use trend::{Beyond, Season, SeasonAbsence, SplitLine, Trend, TrendSpec};

use super::audit::Finding;
use super::calendar::Calendar;
use super::dimension::Dimension;
use super::filter::{Comparison, Filter, Grain, PeriodSpec};
use super::formula::OwnMeasure;
use super::funnel::Changing;
use super::measure::MeasureId;
use serde::{Deserialize, Serialize};

/// Which records belong to a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Records created in the period, whatever happened to them later. Rates never exceed 100 %.
    #[default]
    Cohort,
    /// Events in the period: leads by creation, stages by entry where it is known, wins and losses by
    /// closing.
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
    /// What [`Comparison::Segments`] compares.
    pub segments: Option<Segments>,
    pub basis: Basis,
    /// By which model records belong to channels; `None` = each to its own.
    pub credit: Option<CreditSpec>,
    pub policy: SkipPolicy,
    /// Days from entry in which a stage (and the win) is to be reached; `None` = whenever.
    pub window: Option<u32>,
    /// What goes through the funnel.
    pub entity: Entity,
    /// Which visits make the time in a stage.
    pub visits: StageVisits,
    /// ISO 4217 code of the report's money; `None` = the one with most won records. Amounts in
    /// other currencies are never added: they are counted and shown apart.
    pub currency: Option<String>,
    /// Share of the revenue that is left after the cost of what was sold, 0..1; `None` = not known,
    /// and figures that ask for it are of revenue and say so.
    pub margin: Option<f64>,
    pub filters: Vec<Filter>,
    /// Measures of the user's own.
    pub own: Vec<OwnMeasure>,
    /// What a week, a quarter and a year are.
    pub calendar: Calendar,
    pub blocks: Vec<BlockSpec>,
}

impl Default for ReportSpec {
    fn default() -> Self {
        use MeasureId as M;
        ReportSpec {
            period: PeriodSpec::All,
            comparison: Comparison::PreviousPeriod,
            segments: None,
            basis: Basis::Cohort,
            credit: None,
            policy: SkipPolicy::Implied,
            window: None,
            entity: Entity::Record,
            visits: StageVisits::All,
            currency: None,
            margin: None,
            filters: Vec::new(),
            own: Vec::new(),
            calendar: Calendar::default(),
            blocks: vec![
                BlockSpec::Kpis(KpisSpec {
                    measures: MeasureId::ALL.to_vec(),
                    ..KpisSpec::default()
                }),
                BlockSpec::Funnel(FunnelSpec::default()),
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
                    ..BreakdownSpec::default()
                }),
                BlockSpec::Trend(TrendSpec {
                    measures: vec![M::Revenue, M::Spend],
                    grain: Grain::Month,
                    ..TrendSpec::default()
                }),
                BlockSpec::Pivot(PivotSpec {
                    rows: vec![Dimension::Channel],
                    columns: vec![Dimension::Created(Grain::Quarter)],
                    measures: vec![M::Leads],
                    sort: None,
                    ..PivotSpec::default()
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
    Reasons(ReasonsSpec),
    Transitions(TransitionsSpec),
    Flow(FlowSpec),
    Calls(CallsSpec),
    PipelineChange(PipelineChangeSpec),
}

impl BlockSpec {
    /// The filters of this block alone.
    pub fn filters(&self) -> &[Filter] {
        match self {
            BlockSpec::Kpis(spec) => &spec.filters,
            BlockSpec::Funnel(spec) => &spec.filters,
            BlockSpec::Breakdown(spec) => &spec.filters,
            BlockSpec::Trend(spec) => &spec.filters,
            BlockSpec::Pivot(spec) => &spec.filters,
            BlockSpec::Cohorts(spec) => &spec.filters,
            BlockSpec::Spread(spec) => &spec.filters,
            BlockSpec::Attribution(spec) => &spec.filters,
            BlockSpec::Reasons(spec) => &spec.filters,
            BlockSpec::Transitions(spec) => &spec.filters,
            BlockSpec::Flow(spec) => &spec.filters,
            BlockSpec::Calls(spec) => &spec.filters,
            BlockSpec::PipelineChange(spec) => &spec.filters,
        }
    }

    /// The measures that are chosen for it; none where its figures are what they are.
    pub fn measures(&self) -> &[MeasureId] {
        match self {
            BlockSpec::Kpis(spec) => &spec.measures,
            BlockSpec::Breakdown(spec) => &spec.measures,
            BlockSpec::Trend(spec) => &spec.measures,
            BlockSpec::Pivot(spec) => &spec.measures,
            _ => &[],
        }
    }

    /// The filters of this block alone, to be changed.
    pub fn filters_mut(&mut self) -> &mut Vec<Filter> {
        match self {
            BlockSpec::Kpis(spec) => &mut spec.filters,
            BlockSpec::Funnel(spec) => &mut spec.filters,
            BlockSpec::Breakdown(spec) => &mut spec.filters,
            BlockSpec::Trend(spec) => &mut spec.filters,
            BlockSpec::Pivot(spec) => &mut spec.filters,
            BlockSpec::Cohorts(spec) => &mut spec.filters,
            BlockSpec::Spread(spec) => &mut spec.filters,
            BlockSpec::Attribution(spec) => &mut spec.filters,
            BlockSpec::Reasons(spec) => &mut spec.filters,
            BlockSpec::Transitions(spec) => &mut spec.filters,
            BlockSpec::Flow(spec) => &mut spec.filters,
            BlockSpec::Calls(spec) => &mut spec.filters,
            BlockSpec::PipelineChange(spec) => &mut spec.filters,
        }
    }
}

/// What is answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    pub scope: Scope,
    /// One answer a block, in the order of the spec.
    pub blocks: Vec<Answer>,
    /// The filters that act on each block: those of the report, then its own.
    #[serde(default)]
    pub filters: Vec<Vec<Filter>>,
    /// For each block the columns by which it groups or filters, or that its formulas read, and of which
    /// the value changes in the course of a record; `None` where that can't be.
    #[serde(default)]
    pub changing: Vec<Option<Changing>>,
    pub findings: Vec<Finding>,
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
    Reasons(Reasons),
    Transitions(Transitions),
    Flow(Flow),
    Calls(Calls),
    PipelineChange(Box<PipelineChange>),
    /// The data can't answer this block.
    Absent(Absence),
}
