//! Adds a block to the end of the report.

use crate::app::action::App;
use crate::app::words;
use crate::engine::dimension::Dimension;
use crate::engine::filter::Grain;
use crate::engine::measure::MeasureId as M;
use crate::engine::report::{
    AttributionSpec, BlockSpec, BreakdownSpec, CallsSpec, CohortAges, CohortFigure, CohortsSpec,
    FlowSpec, FunnelSpec, KpisSpec, Order, PipelineChangeSpec, PivotSpec, ReasonsSpec, ShowAs,
    SpreadOf, SpreadSpec, TransitionsSpec, TrendSpec,
};
use crate::i18n::Strings;
use leptos::prelude::*;

/// A kind of block: its key, its name, and what it shows to begin with.
type Kind = (&'static str, fn(&Strings) -> &'static str, fn() -> BlockSpec);

const KINDS: [Kind; 14] = [
    (
        "kpis",
        |w| w.report.kpis_title,
        || {
            BlockSpec::Kpis(KpisSpec {
                measures: vec![M::Leads, M::Won, M::WinRate, M::Revenue],
                ..KpisSpec::default()
            })
        },
    ),
    ("funnel", |w| w.report.funnel_title, || BlockSpec::Funnel(FunnelSpec::default())),
    (
        "breakdown",
        |w| w.report.breakdown,
        || {
            BlockSpec::Breakdown(BreakdownSpec {
                dimension: Dimension::Stage,
                measures: vec![M::Leads, M::Won, M::WinRate, M::Revenue, M::AverageDeal],
                sort: Some((M::Leads, Order::Descending)),
                ..BreakdownSpec::default()
            })
        },
    ),
    (
        "trend",
        |w| w.report.trend,
        || {
            BlockSpec::Trend(TrendSpec {
                measures: vec![M::Leads, M::Won],
                grain: Grain::Month,
                ..TrendSpec::default()
            })
        },
    ),
    (
        "pivot",
        |w| w.report.pivot_title,
        || {
            BlockSpec::Pivot(PivotSpec {
                rows: vec![Dimension::Channel],
                columns: vec![Dimension::Outcome],
                measures: vec![M::Leads],
                sort: None,
                ..PivotSpec::default()
            })
        },
    ),
    (
        "pareto",
        |w| w.asking.pareto,
        || {
            BlockSpec::Pivot(PivotSpec {
                rows: vec![Dimension::Stage],
                measures: vec![M::Leads; 3],
                show: vec![ShowAs::Plain, ShowAs::OfTotal, ShowAs::CumulativeShare],
                sort: Some((M::Leads, Order::Descending)),
                ..PivotSpec::default()
            })
        },
    ),
    (
        "cohorts",
        |w| w.question.cohorts,
        || {
            BlockSpec::Cohorts(CohortsSpec {
                grain: Grain::Month,
                figure: CohortFigure::WonShare,
                ages: CohortAges::Units,
                ..CohortsSpec::default()
            })
        },
    ),
    (
        "spread",
        |w| w.question.spread,
        || BlockSpec::Spread(SpreadSpec { of: SpreadOf::DaysToWin, ..SpreadSpec::default() }),
    ),
    ("attribution", |w| w.attribution.name, || BlockSpec::Attribution(AttributionSpec::default())),
    ("reasons", |w| w.reasons.name, || BlockSpec::Reasons(ReasonsSpec::default())),
    ("transitions", |w| w.moves.transitions, || BlockSpec::Transitions(TransitionsSpec::default())),
    ("flow", |w| w.moves.flow, || BlockSpec::Flow(FlowSpec::default())),
    ("calls", |w| w.calls.name, || BlockSpec::Calls(CallsSpec::default())),
    (
        "pipeline-change",
        |w| w.pipeline_change.name,
        || BlockSpec::PipelineChange(PipelineChangeSpec::default()),
    ),
];

#[component]
pub fn AddBlock() -> impl IntoView {
    let app = App::here();
    let button = move |(key, name, spec): Kind| {
        view! {
            <button class="button small" data-part="add-block" data-kind=key
                on:click=move |_| app.edit(|d| d.report.blocks.push(spec()))>
                "+ "{move || name(words())}
            </button>
        }
    };
    view! {
        <div class="add-block no-print" role="group" aria-label=move || words().report.add_block>
            <span class="sub">{move || words().report.add_block}</span>
            {KINDS.map(button).into_iter().collect_view()}
        </div>
    }
}
