//! A table of groups: one row a group, one column a figure, sorted by any of them, with a total
//! that is computed from the records and never added up.

use crate::app::action::App;
use crate::app::columns::own_heads;
use crate::app::part::block_frame::{BlockFrame, ReportMemo, answer_at, currency_of};
use crate::app::part::breakdown_rows::{SHARE, Shown, rows, total_row};
use crate::app::part::dimension_choice::DimensionChoice;
use crate::app::part::figure::{SortHead, said_of_days};
use crate::app::part::measure_picker::{MeasurePicker, measure_key};
use crate::app::part::pivot_level::LevelMenu;
use crate::app::part::segment_choice::segments_line;
use crate::app::part::trace_grid::TraceGrid;
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::dimension::Dimension;
use crate::engine::measure::MeasureId;
use crate::engine::report::{
    Absence, Answer, BlockSpec, Breakdown, BreakdownSpec, Level, Order, Planning,
};
use leptos::prelude::*;

#[component]
pub fn BreakdownBlock(
    index: usize,
    report: ReportMemo,
    span: Signal<&'static str>,
) -> impl IntoView {
    let app = App::here();
    let spec = Memo::new(move |_| match app.state.document().read().report.blocks.get(index) {
        Some(BlockSpec::Breakdown(spec)) => Some(spec.clone()),
        _ => None,
    });
    let edit = move |change: &dyn Fn(&mut BreakdownSpec)| {
        app.edit(|d| {
            if let Some(BlockSpec::Breakdown(spec)) = d.report.blocks.get_mut(index) {
                change(spec);
            }
        });
    };
    let answer = answer_at(report, index);
    let breakdown = Memo::new(move |_| match answer.get() {
        Some(Answer::Breakdown(breakdown)) => Some(breakdown),
        _ => None,
    });
    let dimension = Signal::derive(move || spec.with(|s| s.as_ref().map(|s| s.dimension.clone())));
    let title = Signal::derive(move || {
        let words = words();
        match dimension.get() {
            None | Some(Dimension::Channel) => words.report.channels_title.to_owned(),
            Some(other) => words.breakdown_by(&other),
        }
    });
    let choose_dimension = move |chosen: Dimension| {
        edit(&|s| {
            // Stages and dates have an order of their own; for all else the greatest come first.
            s.sort = match chosen {
                Dimension::Stage | Dimension::Created(_) | Dimension::Closed(_) => None,
                _ => s.sort.or_else(|| Some((*s.measures.first()?, Order::Descending))),
            };
            s.dimension = chosen.clone();
        });
    };
    let choose_measures = move |chosen: Vec<MeasureId>| edit(&|s| s.measures = chosen.clone());
    let on_sort = move |sort: Option<(MeasureId, Order)>| edit(&|s| s.sort = sort);
    let level = Signal::derive(move || {
        let spec = spec.get().unwrap_or_default();
        Level { sort: spec.sort, top: spec.top, having: spec.having, subtotal: false }
    });
    let on_level = move |level: Level| {
        edit(&|s| {
            s.sort = level.sort;
            s.top = level.top;
            s.having = level.having.clone();
        });
    };
    let changes = Memo::new(move |_| spec.with(|s| s.as_ref().is_some_and(|s| s.changes)));
    let controls = move || {
        let measures = Signal::derive(move || spec.get().map(|s| s.measures).unwrap_or_default());
        view! {
            <DimensionChoice
                part="breakdown-dimension"
                label=Signal::derive(move || words().report.break_down_by.to_owned())
                report
                chosen=dimension
                on_choose=choose_dimension
            />
            <MeasurePicker block=index chosen=measures on_choose=choose_measures/>
            <button class="button ghost small no-print" data-part="breakdown-changes"
                aria-pressed=move || changes.get().to_string() title=move || words().compare.changes_hint
                on:click=move |_| edit(&|s| s.changes = !s.changes)>
                {move || words().compare.changes}
            </button>
            <LevelMenu name=Signal::derive(move || title.get()) measures level on_level/>
        }
    };
    view! {
        <BlockFrame index part="breakdown-block" title report span controls>
            <div class="table-wrap">
                <BreakdownTable index breakdown spec on_sort currency=currency_of(report)/>
            </div>
            {move || breakdown.with(|b| b.as_ref().and_then(absent_line))}
            {move || breakdown.with(|b| planning_line(b.as_ref()?.planning?))}
            {move || {
                let is_unfinished = breakdown.with(|b| b.as_ref().is_some_and(|b| b.is_unfinished));
                is_unfinished.then(|| view! { <p class="quiet-line" data-part="unfinished">{words().report.unfinished_hint}</p> })
            }}
            {move || breakdown.with(|b| b.as_ref().and_then(days_line))}
            {move || {
                let acts = breakdown.with(|b| b.as_ref().is_some_and(|b| b.compared.is_some()));
                let line = acts.then(|| segments_line(report)).flatten()?;
                Some(view! { <p class="quiet-line" data-part="segments-line">{line}</p> })
            }}
        </BlockFrame>
    }
}

/// How records were placed in the days of the report.
fn days_line(breakdown: &Breakdown) -> Option<impl IntoView + use<>> {
    let figures = breakdown.measures.iter().copied().zip(&breakdown.total);
    let said = said_of_days(figures);
    (!said.is_empty())
        .then(|| view! { <p class="quiet-line" data-part="days-line">{said.join(" ")}</p> })
}

/// Measures that this data can't give by these groups, by name with the reason.
fn absent_line(breakdown: &Breakdown) -> Option<impl IntoView + use<>> {
    let words = words();
    let mut reasons: Vec<(&Absence, Vec<String>)> = Vec::new();
    for (id, why) in &breakdown.absent {
        let name = words.measure_short(*id, &own_heads());
        match reasons.iter_mut().find(|(known, _)| *known == why) {
            Some((_, names)) => names.push(name),
            None => reasons.push((why, vec![name])),
        }
    }
    let said = |(why, names): &(&Absence, Vec<String>)| {
        format!("{}: {}.", names.join(", "), (words.trouble.absence)(why))
    };
    let said: Vec<String> = reasons.iter().map(said).collect();
    (!said.is_empty())
        .then(|| view! { <p class="quiet-line" data-part="breakdown-absent">{said.join(" ")}</p> })
}

/// Rows that have a plan and no result, or the other way round.
pub fn planning_line(planning: Planning) -> Option<impl IntoView + use<>> {
    let said = (words().plan.planning)(planning)?;
    Some(view! { <p class="quiet-line" data-part="planning-line">{said}</p> })
}

#[component]
fn BreakdownTable(
    index: usize,
    breakdown: Memo<Option<Breakdown>>,
    spec: Memo<Option<BreakdownSpec>>,
    /// `None`: the natural order.
    #[prop(into)]
    on_sort: Callback<Option<(MeasureId, Order)>>,
    currency: Memo<Option<String>>,
) -> impl IntoView {
    // The head is kept while rows change, so that the focus stays on the column that was chosen.
    let columns = Memo::new(move |_| breakdown.with(|b| b.as_ref().map(|b| b.measures.clone())));
    let dimension = Memo::new(move |_| breakdown.with(|b| b.as_ref().map(|b| b.dimension.clone())));
    let sort = move || spec.with(|s| s.as_ref().and_then(|s| s.sort));
    let head = move |id: MeasureId| {
        let sorted =
            Signal::derive(move || sort().filter(|(m, _)| *m == id).map(|(_, order)| order));
        view! {
            <SortHead
                name=Signal::derive(move || words().measure_short(id, &own_heads()))
                title=Signal::derive(move || words().measure(id, &own_heads()))
                key=measure_key(id)
                sorted
                on_sort=move |order: Order| on_sort.run(Some((id, order)))
            />
            {(id == MeasureId::Revenue).then(|| view! {
                <th scope="col" class="share-head">{move || words().report.share_of_revenue}</th>
            })}
        }
    };
    let figure = move |key: String| {
        let (row, measure) = key.split_once(':')?;
        breakdown.with_untracked(|b| {
            let (breakdown, row) = (b.as_ref()?, row.parse().ok());
            match measure.strip_suffix(SHARE) {
                Some(measure) => breakdown.figure_share(row, measure.parse().ok()?),
                None => breakdown.figure(row, measure.parse().ok()?),
            }
        })
    };
    view! {
        <TraceGrid part="breakdown-table" class="breakdown-table" index figure>
            <thead>
                <tr>
                    <th scope="col">
                        <button class="sort" data-part="sort-natural" on:click=move |_| on_sort.run(None)
                            title=move || words().report.pivot_natural_order>
                            {move || dimension.get().map(|d| (words().names.dimension)(&d))}
                        </button>
                    </th>
                    {move || columns.get().unwrap_or_default().into_iter().map(head).collect_view()}
                </tr>
            </thead>
            <tbody>
                {move || breakdown.get().map(|b| rows(&b, &Shown::new(&b, currency.get())))}
            </tbody>
            <tfoot>
                {move || breakdown.get().map(|b| total_row(&b, &Shown::new(&b, currency.get())))}
            </tfoot>
        </TraceGrid>
    }
}
