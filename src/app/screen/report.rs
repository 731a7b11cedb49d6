//! The report screen: the head, the bar of filters, the blocks in their order; or, before there is
//! a report, what to do to get one.

use crate::app::action::App;
use crate::app::part::add_block::AddBlock;
use crate::app::part::attribution_block::AttributionBlock;
use crate::app::part::block_frame::ReportMemo;
use crate::app::part::block_frame::WantsFilter;
use crate::app::part::breakdown_block::BreakdownBlock;
use crate::app::part::calls_block::CallsBlock;
use crate::app::part::cohorts_block::CohortsBlock;
use crate::app::part::filter_bar::FilterBar;
use crate::app::part::findings_block::FindingsBlock;
use crate::app::part::flow_block::FlowBlock;
use crate::app::part::funnel_block::FunnelBlock;
use crate::app::part::kpi_cards::KpiCards;
use crate::app::part::nothing_left::NothingLeft;
use crate::app::part::pipeline_change_block::PipelineChangeBlock;
use crate::app::part::pivot_block::PivotBlock;
use crate::app::part::printing::Printing;
use crate::app::part::reasons_block::ReasonsBlock;
use crate::app::part::report_absent::{ReportBuilding, ReportEmpty, ReportFailed};
use crate::app::part::report_head::ReportHead;
use crate::app::part::spread_block::SpreadBlock;
use crate::app::part::transitions_block::TransitionsBlock;
use crate::app::part::trend_block::TrendBlock;
use crate::app::state::{AppStateStoreFields, FileStatus, ReportState, SessionStoreFields};
use crate::engine::report::BlockSpec;
use leptos::prelude::*;

/// What the screen shows, without the figures: they change without its being built anew.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    Empty,
    Building,
    Built,
    Failed,
}

#[component]
pub fn ReportScreen() -> impl IntoView {
    provide_context(WantsFilter(RwSignal::new(None)));
    let app = App::here();
    let state = app.state.session().report();
    let printing = Printing::provide();
    let shown = Memo::new(move |_| {
        let is_reading = app
            .state
            .session()
            .files()
            .read()
            .iter()
            .any(|f| matches!(f.status, FileStatus::Reading { .. }));
        match &*state.read() {
            ReportState::Nothing if is_reading => Shown::Building,
            ReportState::Nothing => Shown::Empty,
            ReportState::Building => Shown::Building,
            ReportState::Built(_) => Shown::Built,
            ReportState::Failed(_) => Shown::Failed,
        }
    });
    let report = Memo::new(move |_| match &*state.read() {
        ReportState::Built(report) => Some(report.clone()),
        _ => None,
    });
    view! {
        <section class="report-screen" data-part="report-screen" data-state=move || match shown.get() {
            Shown::Empty => "empty",
            Shown::Building => "building",
            Shown::Built => "built",
            Shown::Failed => "failed",
        } aria-busy=move || app.state.session().answering().get().to_string()>
            {move || match shown.get() {
                Shown::Empty => view! { <ReportEmpty/> }.into_any(),
                Shown::Building => view! { <ReportBuilding/> }.into_any(),
                Shown::Failed => view! { <ReportFailed/> }.into_any(),
                Shown::Built => view! {
                    <ReportHead report printing/>
                    <FilterBar report/>
                    <NothingLeft report/>
                    <Blocks report/>
                    <AddBlock/>
                }.into_any(),
            }}
        </section>
    }
}

/// The kinds of blocks, which decide what is built; what each asks is its own matter.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Kpis,
    Funnel,
    Findings,
    Breakdown,
    Trend,
    Pivot,
    Cohorts,
    Spread,
    Attribution,
    Reasons,
    Transitions,
    Flow,
    Calls,
    PipelineChange,
}

fn kind_of(spec: &BlockSpec) -> Kind {
    match spec {
        BlockSpec::Kpis(_) => Kind::Kpis,
        BlockSpec::Funnel(_) => Kind::Funnel,
        BlockSpec::Breakdown(_) => Kind::Breakdown,
        BlockSpec::Trend(_) => Kind::Trend,
        BlockSpec::Pivot(_) => Kind::Pivot,
        BlockSpec::Cohorts(_) => Kind::Cohorts,
        BlockSpec::Spread(_) => Kind::Spread,
        BlockSpec::Attribution(_) => Kind::Attribution,
        BlockSpec::Reasons(_) => Kind::Reasons,
        BlockSpec::Transitions(_) => Kind::Transitions,
        BlockSpec::Flow(_) => Kind::Flow,
        BlockSpec::Calls(_) => Kind::Calls,
        BlockSpec::PipelineChange(_) => Kind::PipelineChange,
    }
}

#[component]
fn Blocks(report: ReportMemo) -> impl IntoView {
    let app = App::here();
    let placed = Memo::new(move |_| {
        place(app.state.document().read().report.blocks.iter().map(kind_of).collect())
    });
    let block = move |(index, kind): (usize, Kind)| {
        let span = Signal::derive(move || {
            let of_this = |p: &&Placed| p.index == index && p.kind == kind;
            placed.with(|p| p.iter().find(of_this).map_or("", |p| p.span))
        });
        match kind {
            Kind::Kpis => view! { <KpiCards index report/> }.into_any(),
            Kind::Funnel => view! { <FunnelBlock index report span/> }.into_any(),
            Kind::Findings => view! { <FindingsBlock report span/> }.into_any(),
            Kind::Breakdown => view! { <BreakdownBlock index report span/> }.into_any(),
            Kind::Trend => view! { <TrendBlock index report span/> }.into_any(),
            Kind::Pivot => view! { <PivotBlock index report span/> }.into_any(),
            Kind::Cohorts => view! { <CohortsBlock index report span/> }.into_any(),
            Kind::Spread => view! { <SpreadBlock index report span/> }.into_any(),
            Kind::Attribution => view! { <AttributionBlock index report span/> }.into_any(),
            Kind::Reasons => view! { <ReasonsBlock index report span/> }.into_any(),
            Kind::Transitions => view! { <TransitionsBlock index report span/> }.into_any(),
            Kind::Flow => view! { <FlowBlock index report span/> }.into_any(),
            Kind::Calls => view! { <CallsBlock index report span/> }.into_any(),
            Kind::PipelineChange => view! { <PipelineChangeBlock index report span/> }.into_any(),
        }
    };
    let keys = Memo::new(move |_| {
        placed.with(|p| p.iter().map(|p| (p.index, p.kind)).collect::<Vec<_>>())
    });
    view! {
        <div class="grid report-grid" data-part="blocks">
            <For each=move || keys.get() key=|key| *key let:key>{block(key)}</For>
        </div>
    }
}

/// A block in the grid.
#[derive(Clone, Copy, PartialEq)]
struct Placed {
    /// Its place in the document; the findings take that of the funnel that they stand beside.
    index: usize,
    kind: Kind,
    span: &'static str,
}

/// Puts the findings beside the first funnel (or at the end), and trends that follow one another
/// side by side.
fn place(kinds: Vec<Kind>) -> Vec<Placed> {
    let mut placed: Vec<Placed> = Vec::with_capacity(kinds.len() + 1);
    let first_funnel = kinds.iter().position(|k| *k == Kind::Funnel);
    let mut half_open = false;
    for (index, kind) in kinds.iter().copied().enumerate() {
        let next_is_trend = kinds.get(index + 1) == Some(&Kind::Trend);
        let span = match kind {
            Kind::Funnel if Some(index) == first_funnel => "span-7",
            Kind::Trend if half_open || next_is_trend => "span-6",
            _ => "",
        };
        half_open = kind == Kind::Trend && !half_open && next_is_trend;
        placed.push(Placed { index, kind, span });
        if Some(index) == first_funnel {
            placed.push(Placed { index, kind: Kind::Findings, span: "span-5" });
        }
    }
    if first_funnel.is_none() {
        placed.push(Placed { index: kinds.len(), kind: Kind::Findings, span: "" });
    }
    placed
}
