//! In the card of files that are one table, or could be: that they look like exports of the same records
//! at different dates, which of them is the latest and why, and the decision to compare them.

use crate::app::action::App;
use crate::app::part::choice::Choice;
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::append::exports::compare_exports;
use crate::engine::mapping::FileKind;
use crate::engine::mapping::view::GroupView;
use leptos::prelude::*;

#[component]
pub fn ExportsOffer(view: GroupView) -> impl IntoView {
    let app = App::here();
    let exports = view.exports.clone()?;
    let joined = view.appended.is_some();
    let is_compared = app
        .state
        .document()
        .read_untracked()
        .mapping
        .files
        .iter()
        .any(|f| f.kind == FileKind::EarlierExport && view.group.has(&f.name));
    // Months that follow one another have few records in common: nothing is to be asked.
    if is_compared || (joined && !exports.is_likely()) {
        return None;
    }
    let latest = RwSignal::new(exports.latest.clone());
    let files: Vec<(String, String)> = view.files.iter().map(|f| (f.clone(), f.clone())).collect();
    let said = move || {
        let says = &words().pipeline_change;
        let first = match exports.of {
            0 => says.possible.to_owned(),
            of => (says.proposal)(exports.shared, of),
        };
        format!("{first} {}", says.explain)
    };
    let by = exports.by;
    let (group, kind) = (view.group, view.kind);
    Some(view! {
        <div class="exports-offer" data-part="exports-offer">
            <p class="sub">{said}</p>
            <p class="exports-choice">
                <span class="sub">{move || words().pipeline_change.latest}</span>
                <Choice part="latest-export" options=files chosen=latest on_choose=move |file: String| latest.set(file)
                    label=Signal::derive(|| words().pipeline_change.latest.to_owned())/>
                <span class="sub">"("{move || (words().pipeline_change.latest_by)(by)}")"</span>
                <button class="button small primary" data-part="compare-exports" on:click=move |_| {
                    app.hide_left();
                    app.edit_tables(|d| compare_exports(d, &group, &latest.get_untracked(), kind));
                }>
                    {move || words().pipeline_change.accept}
                </button>
            </p>
        </div>
    })
}
