//! The row of key figures: each with its unit, its change, its recent course, and its definition
//! one click away. What the data can't give is named below with the reason.

use crate::app::action::App;
use crate::app::columns::own_heads;
use crate::app::part::block_frame::{BlockFrame, ReportMemo, answer_at, currency_of};
use crate::app::part::chart_canvas::ChartCanvas;
use crate::app::part::figure::{cautions, exact};
use crate::app::part::measure_picker::{MeasurePicker, measure_key};
use crate::app::part::other_currencies::OtherCurrencies;
use crate::app::part::trace_grid::block_filters;
use crate::app::state::{AppStateStoreFields, Dialog};
use crate::app::words;
use crate::engine::measure::{MeasureId, difference};
use crate::engine::query::Figure;
use crate::engine::report::{Answer, BlockSpec, Entity, Kpi};
use crate::engine::value::Unit;
use crate::export::block_chart::spark;
use crate::format::{Delta, Direction, Style};
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
                    />
                </For>
            </div>
            <OtherCurrencies report/>
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
            <span class="kpi-change">{move || change(id, kpi.get().as_ref(), currency.get().as_deref())}</span>
            <span class="kpi-spark">
                <ChartCanvas part="spark" chart label=Signal::derive(move || (words().shell.chart_label)(&name()))/>
            </span>
        </button>
    }
}

/// The change against the period before, and what it was then.
fn change(id: MeasureId, kpi: Option<&Kpi>, currency: Option<&str>) -> AnyView {
    let words = words();
    let Some((kpi, before)) = kpi.and_then(|k| Some((k, k.before.as_ref()?))) else {
        return ().into_any();
    };
    let earlier = words.quantity(before, currency, Style::Card);
    match words.locale.delta(&kpi.now, before) {
        Some(delta) => {
            let between = difference(&kpi.now, before);
            let is_chance = between.is_some_and(|(low, high)| low <= 0.0 && high >= 0.0);
            let tone = if is_chance { "muted" } else { tone(id, &delta) };
            let points = |d: f64| words.locale.value(Some(d), Unit::Points, None, Style::Table);
            let why = between.map(|(low, high)| match is_chance {
                true => (words.figures.chance_why)(&points(low), &points(high)),
                false => (words.figures.sure_why)(&points(low), &points(high)),
            });
            view! {
                <span class=tone title=why.clone()>{delta.text}</span>
                <span class="muted">{(words.report.versus)(&earlier)}</span>
                {is_chance.then(|| view! {
                    <span class="muted chance" data-part="chance" title=why>{words.figures.chance}</span>
                })}
            }
            .into_any()
        }
        None => view! { <span class="muted">{words.report.nothing_before}</span> }.into_any(),
    }
}

/// Green or red, beside an arrow and never alone.
fn tone(id: MeasureId, delta: &Delta) -> &'static str {
    let up = match delta.direction {
        Direction::Up => true,
        Direction::Down => false,
        Direction::Same => return "muted",
    };
    match id.more_is_better() {
        Some(better) if better == up => "good",
        Some(_) => "bad",
        None => "muted",
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
