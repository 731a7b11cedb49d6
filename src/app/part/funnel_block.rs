//! The funnel: how many reached each stage, as a picture and as a table with all three figures of
//! each step, and in words what the picture can't show.

use crate::app::action::App;
use crate::app::part::block_frame::{BlockFrame, ReportMemo, answer_at};
use crate::app::part::change::Said;
use crate::app::part::chart_canvas::ChartCanvas;
use crate::app::part::figure::{exact, traced, traced_cell};
use crate::app::part::funnel_choices::FunnelChoices;
use crate::app::part::funnel_split::{FunnelSplitChoices, FunnelSplitTable};
use crate::app::part::policy_choice::PolicyChoice;
use crate::app::part::stage_time::StageTimes;
use crate::app::part::trace_grid::block_filters;
use crate::app::words;
use crate::engine::dimension::Label;
use crate::engine::filter::Filter;
use crate::engine::measure::MeasureId;
use crate::engine::query::{Figure, StepFigure};
use crate::engine::report::{Answer, Compared, Funnel, FunnelStage, SkipPolicy};
use crate::engine::value::Unit;
use crate::export::answer_columns::step_columns;
use crate::export::block_chart::block_charts;
use crate::export::{answer_remarks, funnel_split_table};
use crate::format::Style;
use crate::i18n::is_told_by_counts;
use leptos::prelude::*;

#[component]
pub fn FunnelBlock(index: usize, report: ReportMemo, span: Signal<&'static str>) -> impl IntoView {
    let answer = answer_at(report, index);
    let funnel = Memo::new(move |_| match answer.get() {
        Some(Answer::Funnel(funnel)) => Some(funnel),
        _ => None,
    });
    let policy = Memo::new(move |_| report.with(|r| r.as_ref().map(|r| r.scope.policy)));
    let as_table = RwSignal::new(false);
    let chart = Signal::derive(move || {
        let charts = answer.with(|a| a.as_ref().map(|a| block_charts(a, words(), None, &[])));
        charts.and_then(|c| c.into_iter().next()).map(|c| c.kind)
    });
    let shape = Signal::derive(move || funnel.with(|f| f.as_ref().map(|f| f.ground.shape)));
    let is_drawn = Memo::new(move |_| funnel.with(|f| f.as_ref().is_none_or(|f| f.ground.draws)));
    let is_split =
        Memo::new(move |_| funnel.with(|f| f.as_ref().is_some_and(|f| f.split.is_some())));
    let title = Signal::derive(move || {
        let of_split = |f: &Option<Funnel>| {
            let split = f.as_ref()?.split.as_ref()?;
            Some(funnel_split_table::title(split, words()))
        };
        funnel.with(of_split).unwrap_or_else(|| words().report.funnel_title.to_owned())
    });
    let label = Signal::derive(move || (words().shell.chart_label)(&title.get()));
    view! {
        <BlockFrame
            index
            part="funnel-block"
            title
            report
            span
            as_table
            controls=move || view! {
                {end_to_end(index, funnel, report)}
                <PolicyChoice part="funnel-policy" shape/>
                <FunnelChoices/>
                <FunnelSplitChoices index report/>
            }
        >
            <div class="chart-side" hidden=move || as_table.get() || !is_drawn.get()>
                {move || match is_split.get() {
                    true => view! { <ChartCanvas part="funnel-split-chart" chart label/> }.into_any(),
                    false => view! { <ChartCanvas part="funnel-chart" fill=true chart label/> }.into_any(),
                }}
            </div>
            <div
                class="table-side table-wrap"
                class:behind=move || !as_table.get() && is_drawn.get()
                // What scrolls can be reached by keyboard.
                tabindex=move || (as_table.get() || !is_drawn.get()).then_some("0")
            >
                {move || match is_split.get() {
                    true => view! { <FunnelSplitTable index funnel compared=Signal::derive(move || compared_with(report))/> }.into_any(),
                    false => funnel.get().map(|f| table(index, f, compared_with(report))).into_any(),
                }}
            </div>
            {move || (!is_drawn.get()).then(|| view! {
                <p class="absent" data-part="not-drawn">{words().shape.not_drawn}</p>
            })}
            {move || {
                let said = answer.with(|a| a.as_ref().map(|a| answer_remarks(a, words())));
                let said = said.unwrap_or_default().join(" ");
                (!said.is_empty()).then(|| view! { <p class="quiet-line" data-part="funnel-split-remarks">{said}</p> })
            }}
            <StageTimes index funnel/>
            {move || funnel.get().map(|f| remarks(&f, policy.get()))}
        </BlockFrame>
    }
}

/// `end to end 4.1 % ▲ 0.6 pp`, as a view of its own in the head.
fn end_to_end(index: usize, funnel: Memo<Option<Funnel>>, report: ReportMemo) -> impl IntoView {
    move || {
        let words = words();
        let funnel = funnel.get()?;
        let before = funnel.end_to_end_before.as_ref();
        let compared = Some(compared_with(report));
        let said = before.and_then(|b| {
            Said::of(Some(MeasureId::EndToEnd), (&funnel.end_to_end, b), compared, None)
        });
        let text = words.quantity(&funnel.end_to_end, None, Style::Table);
        let won = funnel.stages.iter().position(|stage| stage.label == Label::Won);
        let filters = block_filters(App::here(), index);
        let of = StepFigure::OfFirst;
        let figure = won.map(|at| Figure::OfStep { at: at as u32, of }.within(&filters));
        // Rates of few stand side by side as counts.
        let beside =
            before.filter(|b| is_told_by_counts(b) || is_told_by_counts(&funnel.end_to_end));
        let beside = beside.map(|b| (words.report.versus)(&words.quantity(b, None, Style::Table)));
        Some(view! {
            <span class="aside" data-part="end-to-end" data-value=exact(funnel.end_to_end.value)>
                {words.report.end_to_end}" "<b>{traced(text, figure)}</b>" "
                {said.map(|said| view! {
                    <span class=said.tone title=said.why.clone()>{said.text}</span>
                    {said.mark.map(|mark| view! {
                        " "<span class="muted chance" data-part="chance" title=said.why>{mark}</span>
                    })}
                })}
                {beside.map(|beside| view! { <span class="muted">{beside}</span> })}
            </span>
        })
    }
}

/// What the last column is of.
fn compared_with(report: ReportMemo) -> Compared {
    let compared = report.with(|r| r.as_ref().and_then(|r| r.scope.compared));
    compared.unwrap_or(Compared::Earlier)
}

fn table(index: usize, funnel: Funnel, compared: Compared) -> impl IntoView {
    let filters = block_filters(App::here(), index);
    let report = &words().report;
    let with_before = funnel.stages.iter().any(|s| s.reached_before.is_some());
    let with_before = with_before.then_some(compared);
    let before = match compared {
        Compared::Earlier => report.before,
        other => (words().compare.name)(other),
    };
    let with_days = funnel.stages.iter().any(|s| s.median_days.is_some());
    let styles = step_columns(&funnel, words());
    let shape = &words().shape;
    let with_paths = (funnel.any_out_of_order(), funnel.any_reentered());
    view! {
        <table data-part="funnel-table">
            <thead>
                <tr>
                    <th scope="col">{report.stage}</th>
                    <th scope="col" class="num">{report.reached}</th>
                    <th scope="col" class="num">{report.of_previous}</th>
                    <th scope="col" class="num">{report.of_first}</th>
                    <th scope="col" class="num">{report.observed}</th>
                    <th scope="col" class="num" title=report.implied_hint>{report.implied}</th>
                    <th scope="col" class="num">{report.dropped}</th>
                    {with_paths.0.then(|| view! {
                        <th scope="col" class="num" title=shape.out_of_order_hint>{shape.out_of_order}</th>
                    })}
                    {with_paths.1.then(|| view! {
                        <th scope="col" class="num" title=shape.reentered_hint>{shape.reentered}</th>
                    })}
                    {with_days.then(|| view! { <th scope="col" class="num">{report.median_days}</th> })}
                    {with_before.map(|_| view! { <th scope="col" class="num">{before}</th> })}
                </tr>
            </thead>
            <tbody>
                {funnel.stages.iter().enumerate().map(|s| row(s, &filters, styles, with_paths, with_days, with_before)).collect_view()}
            </tbody>
        </table>
    }
}

fn row(
    (at, stage): (usize, &FunnelStage),
    filters: &[Filter],
    [of_previous, of_first, of_days]: [Style; 3],
    with_paths: (bool, bool),
    with_days: bool,
    with_before: Option<Compared>,
) -> impl IntoView + use<> {
    let words = words();
    let name = words.label(&stage.label);
    let figure = |of: StepFigure| Figure::OfStep { at: at as u32, of }.within(filters);
    let count = |n: u64, of: StepFigure| {
        // Of none there are no rows to look at.
        let figure = (n > 0).then(|| figure(of));
        view! { <td class="num" data-value=n>{traced(words.locale.count(n), figure)}</td> }
    };
    let nothing = || view! { <td class="num">"–"</td> }.into_any();
    let out_of_order = || match stage.path.out_of_order {
        Some(n) => count(n, StepFigure::OutOfOrder).into_any(),
        None => nothing(),
    };
    let reentered = || match stage.path.reentered {
        Some(n) => count(n, StepFigure::Reentered).into_any(),
        None => nothing(),
    };
    let share = match &stage.of_previous {
        Some(share) => traced_cell(share, of_previous, figure(StepFigure::OfPrevious)),
        None => nothing(),
    };
    let days = || match stage.median_days {
        Some(days) => {
            let text = words.locale.value(Some(days), Unit::Days, None, of_days);
            let text = traced(text, Some(figure(StepFigure::MedianDays)));
            view! { <td class="num" data-value=days.to_string()>{text}</td> }.into_any()
        }
        None => view! { <td class="num" data-value="">"–"</td> }.into_any(),
    };
    let before = |compared: Compared| {
        let figure = Figure::Step(at as u32).within(filters).against(compared);
        let reached = stage.reached_before.map(|n| traced(words.locale.count(n), Some(figure)));
        let reached = reached.unwrap_or_else(|| "–".into_any());
        view! { <td class="num" data-value=stage.reached_before>{reached}</td> }
    };
    view! {
        <tr data-part="funnel-stage" data-stage=name.clone()>
            <th scope="row">{name.clone()}</th>
            <td class="num" data-value=stage.reached>
                {traced(words.locale.count(stage.reached), Some(Figure::Step(at as u32).within(filters)))}
            </td>
            {share}
            {traced_cell(&stage.of_first, of_first, figure(StepFigure::OfFirst))}
            {count(stage.observed, StepFigure::Observed)}
            {count(stage.implied, StepFigure::Implied)}
            {count(stage.dropped, StepFigure::Dropped)}
            {with_paths.0.then(out_of_order)}
            {with_paths.1.then(reentered)}
            {with_days.then(days)}
            {with_before.map(before)}
        </tr>
    }
}

/// What became of those who entered, and what the counts rest on.
fn remarks(funnel: &Funnel, policy: Option<SkipPolicy>) -> impl IntoView + use<> {
    let words = words();
    let report = &words.report;
    let policy = policy.map(|p| (words.names.policy_text)(p).trim_end_matches('.').to_owned());
    let mut parts: Vec<String> = policy.into_iter().collect();
    parts.extend([(report.still_open)(funnel.open), (report.lost)(funnel.lost)]);
    let implied: u64 = funnel.stages.iter().map(|s| s.implied).sum();
    if implied > 0 {
        parts.push((report.implied_total)(implied));
    }
    if funnel.unknown_depth > 0 {
        parts.push((report.unknown_depth)(funnel.unknown_depth));
    }
    if funnel.unmapped > 0 {
        parts.push((report.unmapped)(funnel.unmapped));
    }
    parts.extend(words.funnel_ground(funnel));
    view! {
        <p class="quiet-line" data-part="funnel-remarks">
            {parts.join(" · ")}
        </p>
    }
}
