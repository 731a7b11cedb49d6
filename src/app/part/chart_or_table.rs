//! The body of a block whose charts and tables were laid out for page and file alike: its charts with
//! their legends, the tables behind them, and the sentences below.

use crate::app::part::block_frame::{ReportMemo, answer_at, currency_of};
use crate::app::part::chart_canvas::ChartCanvas;
use crate::app::part::chart_tip::swatch_class;
use crate::app::part::figure_table::figure_table;
use crate::app::words;
use crate::export::block_chart::{BlockChart, block_charts};
use crate::export::{answer_remarks, answer_tables};
use leptos::prelude::*;

#[component]
pub fn ChartOrTable(
    index: usize,
    report: ReportMemo,
    /// Names of the parts for tests.
    chart_part: &'static str,
    table_part: &'static str,
    as_table: RwSignal<bool>,
) -> impl IntoView {
    let answer = answer_at(report, index);
    let currency = currency_of(report);
    let charts = Memo::new(move |_| {
        let currency = currency.get();
        let of =
            |a: &Option<_>| a.as_ref().map(|a| block_charts(a, words(), currency.as_deref(), &[]));
        answer.with(of).unwrap_or_default()
    });
    let count = Memo::new(move |_| charts.with(Vec::len));
    let tables = move || {
        let currency = currency.get();
        let of = |a: &Option<_>| a.as_ref().map(|a| answer_tables(a, words(), currency.as_deref()));
        let tables = answer.with(of).unwrap_or_default();
        tables.iter().map(|table| figure_table(table, table_part, index)).collect_view()
    };
    let remarks = move || {
        let said = answer.with(|a| a.as_ref().map(|a| answer_remarks(a, words())));
        let said = said.unwrap_or_default().join(" ");
        (!said.is_empty()).then(|| view! { <p class="quiet-line" data-part="remarks">{said}</p> })
    };
    // An answer that draws nothing shows its table.
    let is_table = move || as_table.get() || count.get() == 0;
    view! {
        <div class="chart-side" hidden=is_table>
            <For each=move || 0..count.get() key=|n| *n let:n>
                <OneChart part=chart_part several=Signal::derive(move || count.get() > 1)
                    chart=Signal::derive(move || charts.with(|c| c.get(n).cloned()))/>
            </For>
        </div>
        <div
            class="table-side table-wrap"
            class:behind=move || !is_table()
            // What scrolls can be reached by keyboard.
            tabindex=move || is_table().then_some("0")
        >
            {tables}
        </div>
        {remarks}
    }
}

/// One of a block's charts, with its title where there are several.
#[component]
pub fn OneChart(
    part: &'static str,
    several: Signal<bool>,
    chart: Signal<Option<BlockChart>>,
) -> impl IntoView {
    let kind = Signal::derive(move || chart.with(|c| c.as_ref().map(|c| c.kind.clone())));
    let title = move || chart.with(|c| c.as_ref().map(|c| c.title.clone())).unwrap_or_default();
    let label = Signal::derive(move || (words().shell.chart_label)(&title()));
    let legend = move || {
        let entry = |(slot, name): (usize, &str)| {
            let name = name.to_owned();
            view! { <li><i class=swatch_class(slot)></i>{name}</li> }
        };
        let entries = kind.with(|k| {
            let legend = k.as_ref().map(|k| k.legend()).unwrap_or_default();
            legend.into_iter().map(entry).collect::<Vec<_>>()
        });
        (!entries.is_empty()).then(|| view! { <ul class="legend">{entries}</ul> })
    };
    view! {
        <div class="trend-chart">
            {move || several.get().then(|| view! { <h3 class="chart-title">{title()}</h3> })}
            {legend}
            <ChartCanvas part chart=kind label/>
        </div>
    }
}
