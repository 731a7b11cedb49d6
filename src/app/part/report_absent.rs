//! What the report screen shows before there is a report: where to begin, that it is being worked
//! out, or why it can't be and what to do.

use crate::app::action::App;
use crate::app::state::{AppStateStoreFields, ReportState, Screen, SessionStoreFields};
use crate::app::words;
use crate::engine::error::BuildError;
use leptos::prelude::*;

#[component]
pub fn ReportEmpty() -> impl IntoView {
    let app = App::here();
    view! {
        <div class="card report-absent" data-part="report-empty">
            <svg width="56" height="56" viewBox="0 0 22 22" aria-hidden="true"><path d="M2 3h18l-6.2 8v6.2L8.2 20v-9z"/></svg>
            <h1>{move || words().report.empty_title}</h1>
            <p class="sub">{move || words().report.no_report}</p>
            <div class="report-absent-actions">
                <button class="button primary" data-part="go-data" on:click=move |_| app.go(Screen::Data)>
                    {move || words().report.add_files}
                </button>
                <button class="button" data-part="sample" on:click=move |_| app.load_sample()>
                    {move || words().data.sample}
                </button>
            </div>
        </div>
    }
}

#[component]
pub fn ReportBuilding() -> impl IntoView {
    view! {
        <div class="card report-absent" data-part="report-building" role="status">
            <span class="spinner" aria-hidden="true"></span>
            <p>{move || words().report.building}</p>
        </div>
    }
}

#[component]
pub fn ReportFailed() -> impl IntoView {
    let app = App::here();
    let error = move || match &*app.state.session().report().read() {
        ReportState::Failed(error) => Some(error.clone()),
        _ => None,
    };
    view! {
        <div class="card report-absent" data-part="report-failed" role="alert">
            {move || error().map(|error| {
                let words = words();
                let help = (words.trouble.build_error)(&error);
                let (screen, button) = match error {
                    BuildError::FileMissing { .. } => (Screen::Data, words.report.add_files),
                    _ => (Screen::Mapping, words.report.check_mapping),
                };
                view! {
                    <h1>{help.what}</h1>
                    <p>{help.place}</p>
                    <p class="sub">{help.todo}</p>
                    <div class="report-absent-actions">
                        <button class="button primary" data-part="go-mend" on:click=move |_| app.go(screen)>{button}</button>
                    </div>
                }
            })}
        </div>
    }
}
