//! A table out of the clipboard: cells copied in a spreadsheet, pasted anywhere on the data screen
//! or, for those who look for it, into a box that a button shows. It becomes a file of its own.

use crate::app::action::App;
use crate::app::state::{AppStateStoreFields, SessionStoreFields};
use crate::app::words;
use crate::i18n::strings;
use js_sys::Array;
use leptos::ev;
use leptos::html::Textarea;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DataTransfer, Element, EventTarget, File};

/// What is read of a clipboard, the first that is there: a spreadsheet gives all of them.
const KINDS: [&str; 3] = ["text/plain", "text/html", "text/csv"];
const PART: &str = "paste-here";

#[component]
pub fn PasteBox() -> impl IntoView {
    let app = App::here();
    let open = RwSignal::new(false);
    let area = NodeRef::<Textarea>::new();
    let pasted = StoredValue::new(0u64);
    let listener = window_event_listener(ev::paste, move |event| {
        let is_here = !event.target().is_some_and(|t| is_other_field(&t));
        let files = event.clipboard_data().filter(|_| is_here);
        if files.is_some_and(|clipboard| take(app, pasted, &clipboard)) {
            event.prevent_default();
            open.try_set(false);
        }
    });
    on_cleanup(move || listener.remove());
    // Typed, or put there by a hand that makes no paste event of it.
    let is_refused = RwSignal::new(false);
    let add = move |_| {
        let text = area.get_untracked().map(|a| a.value()).unwrap_or_default();
        is_refused.set(!is_table(&text));
        if is_table(&text) {
            add_text(app, pasted, &text);
            open.set(false);
        }
    };
    Effect::new(move || {
        if let Some(area) = area.get() {
            // A box that can't be focused is still there to be clicked.
            let _ = area.focus();
        }
    });
    view! {
        <div class="paste-box">
            <button
                class="link"
                data-part="paste"
                aria-expanded=move || open.get().to_string()
                on:click=move |_| {
                    is_refused.set(false);
                    open.update(|o| *o = !*o);
                }
            >
                {move || words().data.paste}
            </button>
            <Show when=move || open.get()>
                <textarea
                    rows="3"
                    data-part=PART
                    node_ref=area
                    aria-label=move || words().data.paste_here
                    placeholder=move || words().data.paste_here
                    aria-invalid=move || is_refused.get().to_string()
                    on:input=move |_| is_refused.set(false)
                ></textarea>
                <p class="field-wrong" role="alert" hidden=move || !is_refused.get() data-part="paste-refused">
                    {move || words().data.paste_no_table}
                </p>
                <button class="button" data-part="paste-add" on:click=add>
                    {move || words().data.paste_add}
                </button>
            </Show>
        </div>
    }
}

/// Whether a paste belongs to a field where people write.
fn is_other_field(target: &EventTarget) -> bool {
    let Some(element) = target.dyn_ref::<Element>() else { return false };
    let is_field = element.matches("input, textarea, [contenteditable]").unwrap_or_default();
    is_field && element.get_attribute("data-part").as_deref() != Some(PART)
}

/// Makes a file of what is in the clipboard. Whether there was anything.
fn take(app: App, pasted: StoredValue<u64>, clipboard: &DataTransfer) -> bool {
    // Files that were copied in a file manager.
    let files = clipboard.files().map(super::file_drop::list).unwrap_or_default();
    let text = || {
        let texts = KINDS.into_iter().filter_map(|kind| clipboard.get_data(kind).ok());
        texts.into_iter().find(|text| is_table(text))
    };
    match text() {
        Some(text) => {
            add_text(app, pasted, &text);
            true
        }
        None if !files.is_empty() => {
            app.add_files(files);
            true
        }
        None => false,
    }
}

/// The text becomes a file, named by how many there were before.
fn add_text(app: App, pasted: StoredValue<u64>, text: &str) {
    let n = pasted.try_update_value(|n| {
        *n += 1;
        *n
    });
    // Outside of a view there is no context to ask for words.
    let locale = app.state.session().locale().get_untracked();
    let name = (strings(locale).data.pasted)(n.unwrap_or(1));
    let parts = Array::of1(&JsValue::from_str(text));
    if let Ok(file) = File::new_with_str_sequence(&parts, &name) {
        app.add_files(vec![file]);
    }
}

/// A word that was copied somewhere is no table.
fn is_table(text: &str) -> bool {
    let text = text.trim();
    text.contains(['\n', '\r', '\t'])
}
