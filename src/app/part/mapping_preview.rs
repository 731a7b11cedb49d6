//! What the mapping makes of the data, at once: the funnel in a few bars, and what the audit says.

use crate::app::action::App;
use crate::app::state::{AppStateStoreFields, SessionStoreFields};
use crate::app::words;
use crate::engine::report::Preview;
use crate::i18n::{Weight, weight};
use leptos::prelude::*;

/// Findings shown here; the report has all.
const FINDINGS_SHOWN: usize = 6;

#[component]
pub fn MappingPreview() -> impl IntoView {
    let app = App::here();
    let preview = app.state.session().preview();
    view! {
        <aside class="mapping-preview card" data-part="mapping-preview">
            <header>
                <h2>{move || words().mapping.preview}</h2>
                <span class="aside">{move || words().mapping.live}</span>
            </header>
            {move || match preview.get() {
                Some(preview) => view! {
                    {(!preview.steps.is_empty()).then(|| steps(&preview))}
                    <hr/>
                    {findings(&preview)}
                }.into_any(),
                None => view! { <p class="sub">{words().mapping.preview_empty}</p> }.into_any(),
            }}
        </aside>
    }
}

fn steps(preview: &Preview) -> impl IntoView + use<> {
    let words = words();
    let first = preview.steps.first().map_or(0, |s| s.reached);
    let rows = preview.steps.iter().map(|stage| {
        let share = if first == 0 { 0.0 } else { stage.reached as f64 / first as f64 };
        let label = words.label(&stage.label);
        let counted = words.locale.count(stage.reached);
        view! {
            <div class="step-row" data-part="preview-stage" data-reached=stage.reached title=counted>
                <span class="label">{label}</span>
                <div class="track"><div class="fill" style:--share=share.to_string()></div></div>
                <b>{words.locale.share(share)}</b>
            </div>
        }
    });
    view! { <div class="steps">{rows.collect_view()}</div> }
}

fn findings(preview: &Preview) -> AnyView {
    let words = words();
    if preview.findings.is_empty() {
        return view! { <p class="sub">{words.mapping.audit_clean}</p> }.into_any();
    }
    let notes = preview.findings.iter().take(FINDINGS_SHOWN).map(|finding| {
        let text = (words.trouble.finding)(finding);
        let warns = weight(finding) == Weight::Check;
        view! {
            <div class="note" data-part="finding">
                <span class="tag" class:warn=warns>{(words.trouble.weight)(weight(finding))}</span>
                <p>{text.text} " " <span class="advice">{text.advice}</span></p>
            </div>
        }
    });
    notes.collect_view().into_any()
}
