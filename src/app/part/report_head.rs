//! The head of the report: its title, what it is about in one line, and what can be done with it.

use crate::app::action::App;
use crate::app::part::block_frame::ReportMemo;
use crate::app::part::open_document::OpenDocument;
use crate::app::part::printing::Printing;
use crate::app::part::save_document::save_document;
use crate::app::state::{AppStateStoreFields, Dialog};
use crate::app::words;
use crate::engine::report::Scope;
use crate::i18n::Strings;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

#[component]
pub fn ReportHead(report: ReportMemo, printing: Printing) -> impl IntoView {
    let app = App::here();
    view! {
        <header class="page-head report-head" data-part="report-head">
            <div class="titles">
                <ReportTitle/>
                <p class="sub" data-part="scope">
                    {move || report.with(|r| r.as_ref().map(|r| scope_line(&r.scope, words())))}
                </p>
                <p class="sub" data-part="records"
                    data-in-scope=move || report.with(|r| r.as_ref().map(|r| r.scope.in_scope))
                    data-records=move || report.with(|r| r.as_ref().map(|r| r.scope.records))
                >
                    {move || report.with(|r| r.as_ref().map(|r| records_line(&r.scope, words())))}
                </p>
            </div>
            <div class="actions">
                <OpenDocument/>
                <button class="button" data-part="save-document" on:click=move |_| save_document(app)>
                    {move || words().report.save}
                </button>
                <button class="button" data-part="print" on:click=move |_| printing.print(app)>
                    {move || words().shell.print}
                </button>
                <button class="button" data-part="share" on:click=move |_| app.show(Dialog::Share)>
                    {move || words().shell.share}
                </button>
                <button class="button primary" data-part="export" on:click=move |_| app.show(Dialog::Export)>
                    {move || words().shell.export}
                </button>
            </div>
        </header>
    }
}

/// The title is changed where it stands. It wraps on narrow screens, and Enter ends the editing.
#[component]
fn ReportTitle() -> impl IntoView {
    let app = App::here();
    let title = Memo::new(move |_| app.state.document().read().title.clone());
    view! {
        <h1>
            <textarea
                class="title-field"
                rows="1"
                spellcheck="false"
                data-part="report-title"
                aria-label=move || words().report.title_label
                placeholder=move || words().report.untitled
                prop:value=move || title.get()
                on:keydown:target=move |event: KeyboardEventOf| {
                    if event.key() == "Enter" {
                        event.prevent_default();
                        let _ = event.target().blur();
                    }
                }
                on:change:target=move |event| {
                    let text = event.target().value();
                    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
                    app.edit(|d| d.title = line);
                }
            ></textarea>
        </h1>
    }
}

type KeyboardEventOf = leptos::ev::Targeted<KeyboardEvent, web_sys::HtmlTextAreaElement>;

/// Files with their rows, basis, as-of day.
fn scope_line(scope: &Scope, words: &Strings) -> String {
    let report = &words.report;
    let file = |(name, rows): &(String, u64)| format!("{name} · {}", (words.data.rows)(*rows));
    let mut parts: Vec<String> = scope.files.iter().map(file).collect();
    parts.push((report.basis_line)((words.names.basis_text)(scope.basis)));
    if let Some(day) = scope.as_of {
        // An as-of day is one thing and does not break over lines.
        parts.push((report.as_of)(&words.locale.day(day)).replace(' ', "\u{a0}"));
    }
    parts.join("  ·  ")
}

/// `8,800 of 9,000 records. Left out: 200 outside the period.`
fn records_line(scope: &Scope, words: &Strings) -> String {
    let mut line = (words.report.records_in_scope)(scope.in_scope, scope.records);
    let left_out: Vec<String> = scope
        .excluded
        .iter()
        .map(|(why, n)| format!("{} {}", words.locale.count(*n), (words.trouble.exclusion)(*why)))
        .collect();
    if !left_out.is_empty() {
        line = format!("{line}. {}: {}.", words.report.excluded_title, left_out.join(", "));
    }
    line
}
