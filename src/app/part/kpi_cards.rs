//! The row of key figures: each with its unit, its change, its recent course, and its definition
//! one click away. What the data can't give is named below with the reason.

use crate::app::action::App;
use crate::app::columns::own_heads;
use crate::app::part::block_frame::{BlockFrame, ReportMemo, answer_at, currency_of};
use crate::app::part::change::change;
use crate::app::part::chart_canvas::ChartCanvas;
use crate::app::part::figure::{cautions, exact};
use crate::app::part::measure_picker::{MeasurePicker, measure_key};
use crate::app::part::other_currencies::OtherCurrencies;
use crate::app::part::segment_choice::segments_line;
use crate::app::part::trace_grid::block_filters;
use crate::app::state::{AppStateStoreFields, Dialog};
use crate::app::words;
use crate::engine::measure::MeasureId;
use crate::engine::query::Figure;
use crate::engine::report::{Answer, BlockSpec, Compared, Entity, Kpi};
use crate::engine::value::Caution;
use crate::export::block_chart::spark;
use crate::format::Style;
use leptos::prelude::*;

#[component]
pub fn KpiCards(index: usize, report: ReportMemo) -> impl IntoView {
    let app = App::here();
    let answer = answer_at(report, index);
    let cards = Memo::new(move |_| match answer.get() {
        Some(Answer::Kpis(kpis)) => kpis.cards,
        _ => Vec::new(),
    });
    let chosen =
        Signal::derive(move || match app.state.document().read().report.blocks.get(index) {
            Some(BlockSpec::Kpis(spec)) => spec.measures.clone(),
            _ => Vec::new(),
        });
    let choose = move |measures: Vec<MeasureId>| {
        app.edit(|d| {
            if let Some(BlockSpec::Kpis(spec)) = d.report.blocks.get_mut(index) {
                spec.measures = measures;
            }
        });
    };
    let currency = currency_of(report);
    let compared = Memo::new(move |_| report.with(|r| r.as_ref()?.scope.compared));
    let shown = Memo::new(move |_| {
        cards.with(|c| {
            c.iter().filter(|k| k.absent.is_none()).map(|k| k.measure).collect::<Vec<_>>()
        })
    });
    view! {
        <BlockFrame
            index
            part="kpis-block"
            title=Signal::derive(move || words().report.kpis_title.to_owned())
            report
            span=Signal::stored("kpis-block")
            controls=move || view! { <MeasurePicker block=index chosen on_choose=choose/> }
        >
            <div class="kpi-cards">
                <For each=move || shown.get() key=|id| *id let:id>
                    <KpiCard
                        index
                        id
                        kpi=Signal::derive(move || cards.with(|c| c.iter().find(|k| k.measure == id).cloned()))
                        currency
                        compared
                    />
                </For>
            </div>
            <OtherCurrencies report/>
            {move || segments_line(report).map(|line| view! {
                <p class="quiet-line" data-part="segments-line">{line}</p>
            })}
            {move || absent_line(&cards.get())}
            {move || apart_line(app)}
        </BlockFrame>
    }
}

#[component]
fn KpiCard(
    index: usize,
    id: MeasureId,
    #[prop(into)] kpi: Signal<Option<Kpi>>,
    currency: Memo<Option<String>>,
    compared: Memo<Option<Compared>>,
) -> impl IntoView {
    let app = App::here();
    let name = move || words().measure(id, &own_heads());
    let figure = move |style: Style| {
        let kpi = kpi.get();
        let now = kpi.as_ref().map(|k| &k.now);
        now.map(|q| words().quantity(q, currency.get().as_deref(), style)).unwrap_or_default()
    };
    let said = move || kpi.with(|k| k.as_ref().map(|k| cautions(&k.now)).unwrap_or_default());
    let chart = Signal::derive(move || {
        kpi.with(|k| k.as_ref().filter(|k| k.spark.len() > 1).map(|k| spark(k, false)))
    });
    // What the figure says itself needs no second word.
    let undated = move || {
        let of = |k: &Kpi| Caution::WithoutDates { records: k.spark_undated };
        let is_said = |k: &Kpi| k.spark_undated == 0 || k.now.cautions.contains(&of(k));
        let said = |k: &Kpi| (!is_said(k)).then(|| (words().names.caution)(&of(k)));
        kpi.with(|k| k.as_ref().and_then(said))
    };
    view! {
        <button
            class="kpi-card"
            data-part="kpi"
            data-measure=measure_key(id)
            data-value=move || kpi.with(|k| exact(k.as_ref().and_then(|k| k.now.value)))
            data-before=move || kpi.with(|k| exact(k.as_ref().and_then(|k| k.before.as_ref()?.value)))
            title=move || (words().report.definition_of)(&name())
            on:click=move |_| app.show(Dialog::Figure(Figure::whole(id).within(&block_filters(app, index))))
        >
            <span class="kpi-name">
                {name}
                {move || (!said().is_empty()).then(|| view! {
                    <span class="caution-mark" title=said data-part="caution">"*"</span>
                })}
            </span>
            <span class="kpi-value" data-part="kpi-value" title=move || figure(Style::Exact)>{move || figure(Style::Card)}</span>
            {move || kpi.with(|k| k.as_ref().and_then(|k| words().between(&k.now))).map(|between| {
                let said = (words().report.interval)(&between);
                view! { <span class="kpi-interval" data-part="kpi-interval" title=said>{between}</span> }
            })}
            <span class="kpi-change">{move || {
                let kpi = kpi.get()?;
                Some(change(id, &kpi.now, kpi.before.as_ref()?, compared.get(), currency.get().as_deref()))
            }}</span>
            <span class="kpi-spark" title=undated>
                <ChartCanvas part="spark" chart label=Signal::derive(move || (words().shell.chart_label)(&name()))/>
            </span>
        </button>
    }
}

/// The funnel may count persons, or only what happened in time; figures never do, and say so.
fn apart_line(app: App) -> Option<AnyView> {
    let document = app.state.document();
    let (entity, window) = {
        let document = document.read();
        (document.report.entity, document.report.window)
    };
    (entity != Entity::Record || window.is_some()).then(|| {
        let text = (words().shape.figures_apart)(entity, window);
        view! { <p class="quiet-line" data-part="figures-apart">{text}</p> }.into_any()
    })
}

/// `Not available: CAC, ROMI (no file holds ad spend).`
fn absent_line(cards: &[Kpi]) -> Option<AnyView> {
    let words = words();
    let mut reasons: Vec<(String, Vec<String>)> = Vec::new();
    for kpi in cards {
        let Some(absence) = &kpi.absent else { continue };
        let reason = (words.trouble.absence)(absence).to_owned();
        let name = words.measure_short(kpi.measure, &own_heads());
        match reasons.iter_mut().find(|(r, _)| *r == reason) {
            Some((_, names)) => names.push(name),
            None => reasons.push((reason, vec![name])),
        }
    }
    let parts: Vec<String> =
        reasons.iter().map(|(reason, names)| format!("{} ({reason})", names.join(", "))).collect();
    (!parts.is_empty()).then(|| {
        view! {
            <p class="quiet-line" data-part="absent-measures">
                {words.report.absent_title}": "{parts.join("; ")}"."
            </p>
        }
        .into_any()
    })
}
