//! In the card of files that are one table, or could be: that they look like exports of the same records
//! at different dates, which of them is the latest and why, and the decision to compare them; where they
//! are compared, what follows from it.

use crate::app::action::App;
use crate::app::part::choice::Choice;
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::append::compare::compare_exports;
use crate::engine::mapping::FileKind;
use crate::engine::mapping::view::GroupView;
use leptos::prelude::*;

#[component]
pub fn ExportsOffer(view: GroupView) -> impl IntoView {
    let app = App::here();
    let exports = view.exports.clone()?;
    let joined = view.appended.is_some();
    // Months that follow one another have few records in common: nothing is to be asked.
    if is_compared(app, &view) || (joined && !exports.is_likely()) {
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

/// Whether any of the files is an earlier export of the others' records.
pub fn is_compared(app: App, view: &GroupView) -> bool {
    let document = app.state.document();
    let document = document.read_untracked();
    let mut files = document.mapping.files.iter();
    files.any(|f| f.kind == FileKind::EarlierExport && view.group.has(&f.name))
}

/// Why files are compared, and which of them is counted.
#[component]
pub fn ComparedExports(view: GroupView) -> impl IntoView {
    let exports = view.exports?;
    let earlier = view.files.len().saturating_sub(1) as u64;
    let said = move || {
        let says = &words().pipeline_change;
        let shared = (exports.of > 0).then(|| (says.shared)(exports.shared, exports.of, earlier));
        let latest = (says.latest_counts)(&exports.latest, (says.latest_by)(exports.by), earlier);
        shared.into_iter().chain([latest, says.otherwise.to_owned()]).collect::<Vec<_>>().join(" ")
    };
    Some(view! { <p class="sub" data-part="compared-exports">{said}</p> })
}
