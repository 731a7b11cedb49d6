//! One check that found something: how many, what becomes of the figures without them, what to do,
//! who does it until when, and the rows.

use crate::app::action::App;
use crate::app::part::follow_up::FollowUpFields;
use crate::app::part::row_window::RowWindow;
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::audit::{Check, CheckId, Found, Progress, Severity, Verdict};
use crate::export::audit_sheet::{effect_text, found_text, named_text};
use crate::protocol::RowsOf;
use leptos::prelude::*;

#[component]
pub fn AuditCheck(
    check: Check,
    currency: StoredValue<Option<String>>,
    open: RwSignal<Option<CheckId>>,
) -> impl IntoView {
    let app = App::here();
    let words = words();
    let Verdict::Found(found) = check.verdict else { return ().into_any() };
    let (id, text) = (check.id, (words.audit.check)(check.id));
    let is_open = Memo::new(move |_| open.get() == Some(id));
    let toggle = move |_| open.update(|o| *o = if *o == Some(id) { None } else { Some(id) });
    let progress = Memo::new(move |_| {
        app.state.document().read().audit.get(&id).map_or(Progress::Open, |f| f.progress)
    });
    let (class, tone) = match check.severity {
        Severity::High => ("lost", "tag bad"),
        Severity::Medium => ("odd", "tag warn"),
        Severity::Low => ("known", "tag"),
    };
    let result = found_text(&found, words);
    let severity = (words.audit.severity)(check.severity);
    let found = StoredValue::new(found);
    view! {
        <li class=format!("issue {class}") data-part="check" data-check=format!("{id:?}")
            data-count=found.with_value(|f| f.count)>
            <button class="issue-head" data-part="check-toggle" aria-expanded=move || is_open.get().to_string() on:click=toggle>
                <span class="issue-text">
                    {text.name} " " <span class=tone>{severity}</span>
                    {move || (progress.get() != Progress::Open).then(|| view! {
                        " " <span class="tag good">{(words.audit.progress_name)(progress.get())}</span>
                    })}
                </span>
                <span class="issue-first">{result}</span>
            </button>
            <Show when=move || is_open.get()>
                <div class="check-body">
                    {found.with_value(|found| told(found, text.about, (text.advice, (words.audit.concern)(id)), currency))}
                    <FollowUpFields id/>
                    {found.with_value(|f| f.rows > 0).then(|| view! { <Rows id found/> })}
                </div>
            </Show>
        </li>
    }
    .into_any()
}

/// What was found, in sentences.
fn told(
    found: &Found,
    about: &'static str,
    (advice, concern): (&'static str, Option<&'static str>),
    currency: StoredValue<Option<String>>,
) -> impl IntoView + use<> {
    let words = words();
    let named = Some(named_text(found, words)).filter(|text| !text.is_empty());
    let details =
        found.details.iter().map(|d| view! { <p class="sub">{(words.audit.detail)(d)}</p> });
    let effects = currency.with_value(|currency| {
        let effects = found.effects.iter();
        let lines = effects.map(|e| view! {
            <li data-part="effect" data-measure=format!("{:?}", e.measure)>{effect_text(e, currency.as_deref(), words)}</li>
        });
        lines.collect_view()
    });
    let has_effects = !found.effects.is_empty();
    let concern = concern.filter(|_| !has_effects);
    let without = match (has_effects, found.rows) {
        (true, _) => Some(
            view! {
                <div>
                    <h3>{words.audit.effects}</h3>
                    <ul class="effects" data-part="effects">{effects}</ul>
                </div>
            }
            .into_any(),
        ),
        _ if concern.is_some() => Some(view! { <p data-part="concern">{concern}</p> }.into_any()),
        (false, 0) => None,
        (false, _) => Some(view! { <p class="sub">{words.audit.no_effect}</p> }.into_any()),
    };
    view! {
        <p>{about}</p>
        {named.map(|text| view! { <p data-part="check-named">{text}</p> })}
        {details.collect_view()}
        {without}
        <p class="note"><span><b>{words.audit.recommendation} ": "</b>{advice}</span></p>
    }
}

#[component]
fn Rows(id: CheckId, found: StoredValue<Box<Found>>) -> impl IntoView {
    let shown = RwSignal::new(false);
    let label = move || match shown.get() {
        true => words().shell.hide.to_owned(),
        false => (words().audit.show_rows)(found.with_value(|f| f.rows)),
    };
    view! {
        <button class="button small" data-part="show-rows" aria-expanded=move || shown.get().to_string()
            on:click=move |_| shown.update(|s| *s = !*s)>
            {label}
        </button>
        <Show when=move || shown.get()>
            <RowWindow of=RowsOf::Check(id) name=Signal::derive(move || (words().audit.check)(id).name.to_owned())/>
        </Show>
    }
}
