//! Where files come in: dropped anywhere on the page, chosen, or made as a sample.

use crate::app::action::App;
use crate::app::part::dropped::dropped_files;
use crate::app::part::paste_box::PasteBox;
use crate::app::part::text_file_button::read_text;
use crate::app::state::{AppStateStoreFields, Screen, SessionStoreFields};
use crate::app::words;
use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;
use web_sys::{File, FileList};

/// No document and no preset is as large.
const MOST_DOCUMENT_BYTES: f64 = 16e6;

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
        take_in(app, input.files().map(list).unwrap_or_default());
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
            dropped_files(&dropped, move |files| take_in(app, files));
        }
    });
    on_cleanup(move || {
        enter.remove();
        leave.remove();
        drop.remove();
    });
}

/// The other screens take files as well, and the first one is shown what came of them.
pub fn take_drops_elsewhere(app: App) {
    let is_elsewhere = move || app.state.session().screen().get_untracked() != Screen::Data;
    window_event_listener(ev::dragover, move |event| {
        if is_elsewhere() {
            event.prevent_default();
        }
    });
    window_event_listener(ev::drop, move |event| {
        if !is_elsewhere() {
            return;
        }
        event.prevent_default();
        if let Some(dropped) = event.data_transfer() {
            dropped_files(&dropped, move |files| take_in(app, files));
        }
    });
}

/// Tables are read; a saved document or a preset is opened.
fn take_in(app: App, files: Vec<File>) {
    let is_text =
        |f: &File| f.name().to_lowercase().ends_with(".json") && f.size() < MOST_DOCUMENT_BYTES;
    let (texts, tables): (Vec<File>, Vec<File>) = files.into_iter().partition(is_text);
    for file in texts {
        let table = file.clone();
        read_text(&file, move |text| {
            if !app.open_text(&text) {
                add_tables(app, vec![table]);
            }
        });
    }
    add_tables(app, tables);
}

fn add_tables(app: App, files: Vec<File>) {
    if !files.is_empty() {
        app.add_files(files);
        if app.state.session().screen().get_untracked() != Screen::Data {
            app.go(Screen::Data);
        }
    }
}

pub fn list(files: FileList) -> Vec<File> {
    (0..files.length()).filter_map(|i| files.get(i)).collect()
}
