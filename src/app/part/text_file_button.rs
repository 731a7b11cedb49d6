//! A button that lets the user choose a small file and gives out its text.

use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{File, FileReader};

#[component]
pub fn TextFileButton(
    part: &'static str,
    input_part: &'static str,
    #[prop(into)] label: Signal<&'static str>,
    #[prop(into)] on_text: Callback<String>,
) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    let choose = move |_| {
        if let Some(input) = input.get() {
            input.click();
        }
    };
    let chosen = move |_| {
        let Some(input) = input.get() else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            read_text(&file, move |text| on_text.run(text));
        }
        // The same file can be chosen again.
        input.set_value("");
    };
    view! {
        <button class="button" data-part=part on:click=choose>{label}</button>
        <input class="visually-hidden" type="file" accept=".json,application/json" tabindex="-1"
            aria-hidden="true" data-part=input_part node_ref=input on:change=chosen/>
    }
}

/// Reads a small file as text. A document is a few kilobytes.
pub fn read_text(file: &File, then: impl FnOnce(String) + 'static) {
    let Ok(reader) = FileReader::new() else { return };
    let read = reader.clone();
    let on_load = Closure::once_into_js(move || {
        let text = read.result().ok().and_then(|r| r.as_string());
        then(text.unwrap_or_default());
    });
    reader.set_onload(Some(on_load.unchecked_ref()));
    // A failing start leaves the reader without a result, and nothing is opened.
    let _ = reader.read_as_text(file);
}
