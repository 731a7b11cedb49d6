//! What became of the pipeline between two exports: bridges as charts or tables, and the list of the records, page
//! by page. Not here: the tables and their words (`export::pipeline_change_table`).

use crate::app::action::App;
use crate::app::part::block_frame::{BlockFrame, ReportMemo, answer_at, currency_of};
use crate::app::part::chart_or_table::OneChart;
use crate::app::part::choice::Choice;
use crate::app::part::figure_table::figure_table;
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::report::{Answer, BlockSpec, ChangeKind, PipelineChange, PipelineChangeSpec};
use crate::export::bridge_table;
use crate::export::pipeline_change_table::{kinds, passages, records, remarks};
use leptos::prelude::*;

/// Records of a page of the list.
const PAGE: usize = 25;

#[component]
pub fn PipelineChangeBlock(
    index: usize,
    report: ReportMemo,
    span: Signal<&'static str>,
) -> impl IntoView {
    let answer = answer_at(report, index);
    let found = Memo::new(move |_| match answer.get() {
        Some(Answer::PipelineChange(found)) => Some(*found),
        _ => None,
    });
    let as_table = RwSignal::new(false);
    let currency = currency_of(report);
    let title = Signal::derive(move || words().pipeline_change.name.to_owned());
    let drawn = Memo::new(move |_| {
        found.with(|f| f.as_ref().map(|f| bridge_table::charts(f, words()))).unwrap_or_default()
    });
    let count = Memo::new(move |_| drawn.with(Vec::len));
    let said = move || {
        let said = found.with(|f| f.as_ref().map(|f| remarks(f, words())));
        view! { <p class="quiet-line" data-part="remarks">{said.unwrap_or_default().join(" ")}</p> }
    };
    let figures = move || {
        let currency = currency.get();
        let table = found.with(|f| f.as_ref().map(|f| kinds(f, words(), currency.as_deref())));
        table.map(|table| figure_table(&table, "pipeline-change-kinds", index))
    };
    let bridges = move || {
        let table = found.with(|f| f.as_ref().map(|f| bridge_table::table(f, words())));
        table.map(|table| figure_table(&table, "pipeline-change-bridge", index))
    };
    let moves = move || {
        let table = found.with(|f| f.as_ref().map(|f| passages(f, words())));
        table.map(|table| figure_table(&table, "pipeline-change-moves", index))
    };
    view! {
        <BlockFrame index part="pipeline-change-block" title report span as_table
            controls=move || view! { <Choices index found/> }>
            <div class="chart-side" hidden=move || as_table.get()>
                <For each=move || 0..count.get() key=|n| *n let:n>
                    <OneChart part="pipeline-change-chart" several=Signal::derive(|| true)
                        chart=Signal::derive(move || drawn.with(|c| c.get(n).cloned()))/>
                </For>
            </div>
            <div class="table-wrap change-table" tabindex="0" role="region" aria-label=move || words().change_trace.bridge
                hidden=move || !as_table.get()>
                {bridges}
            </div>
            <div class="table-wrap change-table" tabindex="0" role="region" aria-label=move || words().change_trace.kinds>
                {figures}
            </div>
            {said}
            <div class="table-wrap change-table" tabindex="0" role="region" aria-label=move || words().pipeline_change.passages_title>
                {moves}
            </div>
            <RecordList index found/>
        </BlockFrame>
    }
}

/// Which earlier export, and which records the list is of.
#[component]
fn Choices(index: usize, found: Memo<Option<PipelineChange>>) -> impl IntoView {
    let app = App::here();
    let spec = Memo::new(move |_| match app.state.document().read().report.blocks.get(index) {
        Some(BlockSpec::PipelineChange(spec)) => spec.clone(),
        _ => PipelineChangeSpec::default(),
    });
    let edit = move |change: &dyn Fn(&mut PipelineChangeSpec)| {
        app.edit(|d| {
            if let Some(BlockSpec::PipelineChange(spec)) = d.report.blocks.get_mut(index) {
                change(spec);
            }
        });
    };
    let files = Signal::derive(move || {
        let files = found.with(|f| f.as_ref().map(|f| f.choices.clone())).unwrap_or_default();
        files.into_iter().map(|file| (file.clone(), file)).collect::<Vec<_>>()
    });
    let file = Signal::derive(move || {
        found.with(|f| f.as_ref().map(|f| f.earlier.file.clone())).unwrap_or_default()
    });
    let several = Memo::new(move |_| files.with(|f| f.len() > 1));
    let key = |kind: ChangeKind| format!("{kind:?}");
    let listed = Signal::derive(move || {
        let says = &words().pipeline_change;
        let all = std::iter::once((String::new(), says.only_all.to_owned()));
        let lines = found.with(|f| f.as_ref().map(|f| f.lines.clone())).unwrap_or_default();
        let of = lines.iter().map(|line| (key(line.kind), (says.kind)(line.kind).to_owned()));
        all.chain(of).collect::<Vec<_>>()
    });
    let only = Signal::derive(move || spec.with(|s| s.only).map(key).unwrap_or_default());
    view! {
        {move || several.get().then(|| view! {
            <span class="tag-choice">
                <Choice part="pipeline-change-earlier" options=files chosen=file
                    label=Signal::derive(move || words().pipeline_change.earlier_label.to_owned())
                    on_choose=move |file: String| edit(&|s| s.earlier = Some(file.clone()))/>
            </span>
        })}
        <span class="tag-choice">
            <Choice part="pipeline-change-only" options=listed chosen=only
                label=Signal::derive(move || words().pipeline_change.only_label.to_owned())
                on_choose=move |chosen: String| {
                    let kind = ChangeKind::EVERY.into_iter().find(|k| key(*k) == chosen);
                    edit(&|s| s.only = kind);
                }/>
        </span>
    }
}

/// The records, page by page.
#[component]
fn RecordList(index: usize, found: Memo<Option<PipelineChange>>) -> impl IntoView {
    let count = Memo::new(move |_| found.with(|f| f.as_ref().map_or(0, |f| f.records.len())));
    let first = RwSignal::new(0);
    // Another answer may have fewer records.
    let from = Memo::new(move |_| if first.get() < count.get() { first.get() } else { 0 });
    let table = move || {
        let range = from.get()..from.get() + PAGE;
        let table = found.with(|f| f.as_ref().map(|f| records(f, words(), range)));
        table.map(|table| figure_table(&table, "pipeline-change-records", index))
    };
    let place = move || {
        let (from, of) = (from.get(), count.get());
        (words().pipeline_change.page)(from as u64 + 1, (from + PAGE).min(of) as u64, of as u64)
    };
    let pages = Memo::new(move |_| count.get() > PAGE);
    view! {
        <div class="table-wrap change-table" tabindex="0" role="region" aria-label=move || words().pipeline_change.list_title
            hidden=move || count.get() == 0>
            {table}
        </div>
        <p class="pages no-print" hidden=move || !pages.get()>
            <button class="button small" data-part="pipeline-change-previous" disabled=move || from.get() == 0
                on:click=move |_| first.set(from.get_untracked().saturating_sub(PAGE))>
                {move || words().pipeline_change.previous}
            </button>
            <span class="sub" data-part="pipeline-change-page" aria-live="polite">{place}</span>
            <button class="button small" data-part="pipeline-change-next" disabled=move || { from.get() + PAGE >= count.get() }
                on:click=move |_| first.set(from.get_untracked() + PAGE)>
                {move || words().pipeline_change.next}
            </button>
        </p>
    }
}
