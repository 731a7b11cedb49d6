//! The check-list of the audit: what was found, what passed, what this data can't answer; each in
//! the fixed order of the checks. Not here: one check in full (`audit_check`).

use crate::app::action::App;
use crate::app::download;
use crate::app::part::audit_check::AuditCheck;
use crate::app::part::block_export::{file_name, words_now};
use crate::app::state::{AppStateStoreFields, Notice, SessionStoreFields};
use crate::app::words;
use crate::engine::audit::{Audit, Check, CheckId, Verdict};
use crate::export::audit_sheet::audit_sheet;
use crate::export::{Sheet, sheet_csv, sheet_tsv};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen_futures::{JsFuture, spawn_local};

#[component]
pub fn AuditList() -> impl IntoView {
    let app = App::here();
    let audit = app.state.session().audit();
    // What was open stays open when the language changes.
    let open = RwSignal::new(None::<CheckId>);
    view! {
        <div class="audit" data-part="audit" aria-busy=move || audit.read().is_none().to_string()>
            <h2 id="dialog-title">{move || words().audit.title}</h2>
            {move || match audit.get() {
                None => view! { <p class="sub">{words().shell.loading}</p> }.into_any(),
                Some(audit) => view! { <Lists audit open/> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn Lists(audit: Arc<Audit>, open: RwSignal<Option<CheckId>>) -> impl IntoView {
    let app = App::here();
    let words = words();
    let of = |is: fn(&Verdict) -> bool| {
        audit.checks.iter().filter(|c| is(&c.verdict)).cloned().collect::<Vec<Check>>()
    };
    let found = of(|v| matches!(v, Verdict::Found(_)));
    let passed = of(|v| matches!(v, Verdict::Passed));
    let not = of(|v| matches!(v, Verdict::NotCheckable(_)));
    let count = |checks: &[Check]| checks.len() as u64;
    let summary = (words.audit.summary)(count(&found), count(&passed), count(&not));
    let currency = StoredValue::new(audit.currency.clone());
    let checks = found.into_iter().map(|check| view! { <AuditCheck check currency open/> });
    let (saved, copied) = (audit.clone(), audit.clone());
    view! {
        <p data-part="audit-summary">{summary}</p>
        <p class="sub">{words.audit.hint}</p>
        <div class="dialog-actions">
            <button class="button small" data-part="download-audit" on:click=move |_| save(app, &saved)>
                {words.audit.download}
            </button>
            <button class="button small" data-part="copy-audit" on:click=move |_| copy(app, &copied)>
                {words.audit.copy}
            </button>
        </div>
        <ul class="audit-found">{checks.collect_view()}</ul>
        {quiet("passed", words.audit.passed, passed)}
        {quiet("not-checkable", words.audit.not_checkable, not)}
    }
}

/// Checks of which there is little to say.
fn quiet(part: &'static str, title: &'static str, checks: Vec<Check>) -> Option<AnyView> {
    if checks.is_empty() {
        return None;
    }
    let words = words();
    let line = |check: Check| {
        let text = (words.audit.check)(check.id);
        let note = match &check.verdict {
            Verdict::NotCheckable(lack) => (words.audit.lack)(*lack),
            _ => text.about,
        };
        view! {
            <li data-part="check" data-check=format!("{:?}", check.id)>
                <span>{text.name}</span>
                <span class="sub">{note}</span>
            </li>
        }
    };
    let list = view! {
        <section class="audit-quiet" data-part=part>
            <h3>{title} " · " {words.locale.count(checks.len() as u64)}</h3>
            <ul>{checks.into_iter().map(line).collect_view()}</ul>
        </section>
    };
    Some(list.into_any())
}

fn sheet(app: App, audit: &Audit) -> Sheet {
    let document = app.state.document();
    let document = document.read_untracked();
    audit_sheet(audit, &document.audit, words_now(app))
}

fn save(app: App, audit: &Audit) {
    let words = words_now(app);
    let csv = sheet_csv(&sheet(app, audit), words.locale.decimal_sign());
    let name = file_name(app, words.audit.file, "csv");
    download::offer(&name, "text/csv;charset=utf-8", csv.as_bytes());
}

fn copy(app: App, audit: &Audit) {
    let text = sheet_tsv(&sheet(app, audit), words_now(app).locale.decimal_sign());
    let writing = window().navigator().clipboard().write_text(&text);
    spawn_local(async move {
        if JsFuture::from(writing).await.is_ok() {
            app.notify(Notice::Copied);
        }
    });
}
