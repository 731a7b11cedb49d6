//! Where files come in: dropped anywhere on the page, chosen, or made as a sample.

use crate::app::action::App;
use crate::app::part::dropped::dropped_files;
use crate::app::part::paste_box::PasteBox;
use crate::app::state::{AppStateStoreFields, SessionStoreFields};
use crate::app::words;
use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;
use web_sys::{File, FileList};

#[component]
pub fn FileDrop() -> impl IntoView {
    let app = App::here();
    let input = NodeRef::<Input>::new();
    let over = RwSignal::new(false);
    let roomy = move || app.state.session().files().read().is_empty();
    take_drops(app, over);
    let choose = move |_| {
        if let Some(input) = input.get() {
            input.click();
        }
    };
    let chosen = move |_| {
        let Some(input) = input.get() else { return };
        app.add_files(input.files().map(list).unwrap_or_default());
        // The same file can be chosen again only after the value is cleared.
        input.set_value("");
    };
    view! {
        <section class="file-drop" class:over=over class:roomy=roomy data-part="file-drop">
            <h2>
                {move || words().data.drop_title}
                <button class="link" data-part="choose-files" on:click=choose>
                    {move || words().data.choose_files}
                </button>
            </h2>
            <p class="sub">{move || words().data.drop_kinds}</p>
            <input
                class="visually-hidden"
                type="file"
                multiple
                tabindex="-1"
                aria-hidden="true"
                data-part="file-input"
                node_ref=input
                on:change=chosen
            />
            <PasteBox/>
            <p class="sample">
                <button class="button" data-part="sample" on:click=move |_| app.load_sample()>
                    {move || words().data.sample}
                </button>
                <span class="sub">{move || words().data.sample_note}</span>
            </p>
        </section>
    }
}

/// Files may be dropped anywhere: missing the zone must not make the browser open the file.
fn take_drops(app: App, over: RwSignal<bool>) {
    let enter = window_event_listener(ev::dragover, move |event| {
        event.prevent_default();
        over.set(true);
    });
    let leave = window_event_listener(ev::dragleave, move |event| {
        if event.related_target().is_none() {
            over.set(false);
        }
    });
    let drop = window_event_listener(ev::drop, move |event| {
        event.prevent_default();
        over.set(false);
        if let Some(dropped) = event.data_transfer() {
            dropped_files(&dropped, move |files| app.add_files(files));
        }
    });
    on_cleanup(move || {
        enter.remove();
        leave.remove();
        drop.remove();
    });
}

pub fn list(files: FileList) -> Vec<File> {
    (0..files.length()).filter_map(|i| files.get(i)).collect()
}
