//! The first step: files, how they were read, their first rows, what was odd.

use crate::app::action::App;
use crate::app::part::file_drop::FileDrop;
use crate::app::part::file_group::FileGroups;
use crate::app::part::file_list::FileList;
use crate::app::part::file_preview::FilePreview;
use crate::app::part::open_document::OpenDocument;
use crate::app::part::preset_offer::{PresetOffer, PresetsButton};
use crate::app::state::{AppStateStoreFields, FileStatus, Screen, SessionStoreFields};
use crate::app::words;
use leptos::prelude::*;

#[component]
pub fn DataScreen() -> impl IntoView {
    let app = App::here();
    let files = app.state.session().files();
    let can_continue = move || {
        let files = files.read();
        files.iter().any(|f| f.profile().is_some())
            && !files.iter().any(|f| matches!(f.status, FileStatus::Reading { .. }))
    };
    view! {
        <div class="stack" data-part="data-screen">
            <div class="page-head">
                <div class="titles">
                    <h1>{move || words().data.title}</h1>
                    <p class="sub">{move || words().data.subtitle}</p>
                </div>
                <div class="actions">
                    <OpenDocument/>
                    <PresetsButton/>
                    <button
                        class="button primary"
                        data-part="continue"
                        disabled=move || !can_continue()
                        on:click=move |_| app.go(Screen::Mapping)
                    >
                        {move || words().data.continue_to_mapping}
                    </button>
                </div>
            </div>
            <PresetOffer/>
            <FileDrop/>
            <Awaited/>
            <Show when=move || !files.read().is_empty()>
                <FileList/>
                <FileGroups/>
            </Show>
            <Show when=move || files.read().is_empty()>
                <How/>
            </Show>
            <FilePreview/>
        </div>
    }
}

/// Files that an opened document speaks of and that are not here yet.
#[component]
fn Awaited() -> impl IntoView {
    let app = App::here();
    let missing = Memo::new(move |_| {
        let files = app.state.session().files();
        let files = files.read();
        let document = app.state.document();
        let document = document.read();
        let mapped = document.mapping.file_names().into_iter().map(str::to_owned);
        mapped.filter(|name| !files.iter().any(|f| f.name == *name)).collect::<Vec<_>>()
    });
    view! {
        <Show when=move || !missing.read().is_empty()>
            <div class="note" data-part="awaited">
                <div>
                    <p>{move || words().data.drop_these}</p>
                    <p><b>{move || missing.get().join(" · ")}</b></p>
                </div>
                <button class="button small ghost" data-part="forget-document" on:click=move |_| app.start_over()>
                    {move || words().data.start_over}
                </button>
            </div>
        </Show>
    }
}

/// What happens next, for those who are here for the first time.
#[component]
fn How() -> impl IntoView {
    let steps = move || {
        let step = |(title, text): (&'static str, &'static str)| {
            view! { <li class="card"><h2>{title}</h2><p class="sub">{text}</p></li> }
        };
        words().data.how.map(step).collect_view()
    };
    view! { <ol class="how" data-part="how">{steps}</ol> }
}
