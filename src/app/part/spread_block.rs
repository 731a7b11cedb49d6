//! Spread: how values are distributed, in figures and in bins, in boxes, or as curves of time.

use crate::app::action::App;
use crate::app::part::block_frame::{BlockFrame, ReportMemo, answer_at, currency_of};
use crate::app::part::chart_canvas::ChartCanvas;
use crate::app::part::chart_or_table::ChartOrTable;
use crate::app::part::choice::Choice;
use crate::app::part::figure::{exact, traced};
use crate::app::part::spread_choice::SpreadChoice;
use crate::app::part::trace_grid::{CellPlace, TraceGrid, block_filters};
use crate::app::state::{AppStateStoreFields, SessionStoreFields};
use crate::app::words;
use crate::engine::query::Stat;
use crate::engine::report::{Answer, BlockSpec, Spread, SpreadOf, SpreadView};
use crate::engine::table::ColumnType;
use crate::engine::value::Quantity;
use crate::export::block_chart::block_charts;
use crate::export::question_sheet::spread_figures;
use crate::format::Style;
use leptos::prelude::*;

const KINDS: [SpreadOf; 6] = [
    SpreadOf::DaysToWin,
    SpreadOf::DaysToLose,
    SpreadOf::DaysToClose,
    SpreadOf::OpenAge,
    SpreadOf::WonAmount,
    SpreadOf::Cost,
];

#[component]
pub fn SpreadBlock(index: usize, report: ReportMemo, span: Signal<&'static str>) -> impl IntoView {
    let answer = answer_at(report, index);
    let currency = currency_of(report);
    let spread = Memo::new(move |_| match answer.get() {
        Some(Answer::Spread(spread)) => Some(spread),
        _ => None,
    });
    let chart = Signal::derive(move || {
        let currency = currency.get();
        let charts =
            answer.with(|a| a.as_ref().map(|a| block_charts(a, words(), currency.as_deref(), &[])));
        charts.and_then(|c| c.into_iter().next()).map(|c| c.kind)
    });
    let is_histogram = Memo::new(move |_| {
        spread.with(|s| s.as_ref().is_none_or(|s| s.view == SpreadView::Histogram))
    });
    let as_table = RwSignal::new(false);
    let title = Signal::derive(move || {
        let question = &words().question;
        spread.with(|s| match s {
            Some(s) => (question.spread_title)(&(question.spread_of)(&s.of)),
            None => question.spread.to_owned(),
        })
    });
    let label = Signal::derive(move || (words().shell.chart_label)(&title.get()));
    view! {
        <BlockFrame index part="spread-block" title report span as_table
            controls=move || view! { <SpreadControls index/> <SpreadChoice index report/> }>
            <Show when=move || is_histogram.get() fallback=move || view! {
                <ChartOrTable index report as_table chart_part="spread-chart"
                    table_part="spread-table"/>
            }>
            {move || spread.get().map(|s| figures(index, &s, currency.get().as_deref()))}
            <div class="chart-side" hidden=move || as_table.get()>
                <ChartCanvas part="spread-chart" chart label/>
            </div>
            <div class="table-side table-wrap" class:behind=move || !as_table.get()>
                {move || spread.get().map(|s| table(index, s, currency.get().as_deref()))}
            </div>
            {move || spread.get().map(|s| remarks(&s))}
            </Show>
        </BlockFrame>
    }
}

#[component]
fn SpreadControls(index: usize) -> impl IntoView {
    let app = App::here();
    let chosen = Memo::new(move |_| match app.state.document().read().report.blocks.get(index) {
        Some(BlockSpec::Spread(spec)) => Some(spec.of.clone()),
        _ => None,
    });
    let offered = Memo::new(move |_| {
        let mut offered = KINDS.to_vec();
        offered.extend(stages(app));
        offered.extend(columns(app));
        offered
    });
    let options = Signal::derive(move || {
        let name = words().question.spread_of;
        offered.with(|o| o.iter().map(|of| (key(of), name(of))).collect::<Vec<_>>())
    });
    let choose = move |wanted: String| {
        let of = offered.with_untracked(|o| o.iter().find(|of| key(of) == wanted).cloned());
        let Some(of) = of else { return };
        app.edit(|d| {
            if let Some(BlockSpec::Spread(spec)) = d.report.blocks.get_mut(index) {
                // What is no time has no curve.
                if !of.has_curve() && spec.view == SpreadView::Survival {
                    spec.view = SpreadView::Histogram;
                }
                spec.of = of;
            }
        });
    };
    view! {
        <span class="tag-choice">
            <Choice part="spread-of" options on_choose=choose
                label=Signal::derive(move || words().question.spread_of_label.to_owned())
                chosen=Signal::derive(move || chosen.with(|c| c.as_ref().map(key)).unwrap_or_default())/>
        </span>
    }
}

/// What stands for a choice in the page.
fn key(of: &SpreadOf) -> String {
    match of {
        SpreadOf::Column { file, header } => format!("{file}/{header}"),
        SpreadOf::InStage { stage } => format!("stage/{stage}"),
        of => format!("{of:?}"),
    }
}

/// The stages of the ladder, where something dates them.
fn stages(app: App) -> Vec<SpreadOf> {
    let document = app.state.document();
    let document = document.read();
    let names = document.mapping.ladder.stages.iter().map(|stage| stage.name.clone());
    names.map(|stage| SpreadOf::InStage { stage }).collect()
}

/// The columns of numbers in all files.
fn columns(app: App) -> Vec<SpreadOf> {
    const NUMBERS: [ColumnType; 4] =
        [ColumnType::Integer, ColumnType::Decimal, ColumnType::Money, ColumnType::Percent];
    let files = app.state.session().files();
    let files = files.read();
    let profiles = files.iter().filter_map(|f| f.profile());
    let of_file = profiles.flat_map(|p| {
        let numbers = p.columns.iter().filter(|c| NUMBERS.contains(&c.kind));
        numbers.map(|c| SpreadOf::Column { file: p.name.clone(), header: c.header.clone() })
    });
    of_file.collect()
}

fn figures(index: usize, spread: &Spread, currency: Option<&str>) -> impl IntoView + use<> {
    let words = words();
    let filters = block_filters(App::here(), index);
    let figure = |(stat, quantity): (Stat, Quantity)| {
        let text = words.quantity(&quantity, currency, Style::Table);
        let text = traced(text, Some(spread.stat(stat).within(&filters)));
        view! { <div><dt>{words.stat(stat)}</dt><dd data-value=exact(quantity.value)>{text}</dd></div> }
    };
    let all = spread_figures(spread).into_iter().map(figure).collect_view();
    view! { <dl class="spread-figures" data-part="spread-figures">{all}</dl> }
}

fn table(index: usize, spread: Spread, currency: Option<&str>) -> impl IntoView + use<> {
    let words = words();
    let question = &words.question;
    let ends = spread.bins.iter().flat_map(|bin| [Some(bin.from), bin.to]).flatten();
    let ends: Vec<Quantity> = ends.map(|end| Quantity::plain(end, spread.unit)).collect();
    let style = words.column(&ends, currency);
    let written = |value: f64| words.locale.value(Some(value), spread.unit, currency, style);
    let row = |(at, bin): (usize, &crate::engine::report::Bin)| {
        let place = CellPlace::new(Some(at.to_string()), at == 0);
        view! {
            <tr data-part="bin">
                <td class="num" data-value=bin.from.to_string()>{written(bin.from)}</td>
                <td class="num" data-value=exact(bin.to)>{bin.to.map(written).unwrap_or_default()}</td>
                <td class="num" data-value=bin.count.to_string() data-part=place.part()
                    data-figure=place.key.clone() tabindex=place.tabindex>{words.locale.count(bin.count)}</td>
            </tr>
        }
    };
    let rows = spread.bins.iter().enumerate().map(row).collect_view();
    let figure = move |key: String| spread.figure(Some(key.parse().ok()?));
    view! {
        <TraceGrid part="spread-table" class="" index figure>
            <thead><tr>
                <th scope="col" class="num">{question.from}</th>
                <th scope="col" class="num">{question.below}</th>
                <th scope="col" class="num">{question.values}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </TraceGrid>
    }
}

fn remarks(spread: &Spread) -> impl IntoView + use<> {
    let words = words();
    let mut said: Vec<String> = spread.cautions.iter().map(|c| (words.names.caution)(c)).collect();
    said.extend((!spread.of.has_curve()).then(|| words.question.views.no_curve.to_owned()));
    (!said.is_empty())
        .then(|| view! { <p class="quiet-line" data-part="spread-remarks">{said.join(" ")}</p> })
}
