//! The margin, where a figure of the report asks for it.

use crate::app::action::App;
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::measure::MeasureId;
use crate::engine::report::{BlockSpec, typed_margin};
use leptos::prelude::*;

#[component]
pub fn MarginChip() -> impl IntoView {
    let app = App::here();
    let document = app.state.document();
    let is_asked = Memo::new(move |_| {
        let report = &document.read().report;
        report.margin.is_some() || report.blocks.iter().flat_map(measures).any(|m| m.uses_margin())
    });
    let percent = Memo::new(move |_| {
        let margin = document.read().report.margin;
        margin.map(|m| ((m * 1000.0).round() / 10.0).to_string()).unwrap_or_default()
    });
    let is_wrong = RwSignal::new(false);
    let set = move |text: String| {
        let typed = typed_margin(&text);
        is_wrong.set(typed.is_none());
        if let Some(margin) = typed {
            app.edit(|d| d.report.margin = margin);
        }
    };
    view! {
        <span class="chip" hidden=move || !is_asked.get() title=move || words().figures.margin_hint>
            <span class="chip-name">{move || words().figures.margin}</span>
            <input
                class="chip-number"
                type="text"
                inputmode="decimal"
                data-part="margin"
                aria-label=move || words().figures.margin
                aria-invalid=move || is_wrong.get().to_string()
                prop:value=move || percent.get()
                on:change:target=move |event| set(event.target().value())
            />
        </span>
        <p class="field-wrong" role="alert" hidden=move || !is_wrong.get() data-part="wrong-margin">
            {move || words().figures.no_margin}
        </p>
    }
}

fn measures(block: &BlockSpec) -> Vec<MeasureId> {
    match block {
        BlockSpec::Kpis(spec) => spec.measures.clone(),
        BlockSpec::Breakdown(spec) => spec.measures.clone(),
        BlockSpec::Trend(spec) => spec.measures.clone(),
        BlockSpec::Pivot(spec) => spec.measures.clone(),
        _ => Vec::new(),
    }
}
