//! Sharing: a link that carries the settings, or a file.

use crate::app::action::App;
use crate::app::part::open_document::OpenDocument;
use crate::app::part::save_document::save_document;
use crate::app::state::Notice;
use crate::app::words;
use crate::export::link::LONG_LINK;
use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

#[component]
pub fn ShareDialog() -> impl IntoView {
    let app = App::here();
    let link = app.share_link();
    let length = link.chars().count();
    let from_disk = window().location().protocol().is_ok_and(|p| p == "file:");
    let field = NodeRef::<Input>::new();
    let copied = link.clone();
    let copy = move |_| {
        // A browser that does not let pages write to the clipboard leaves the link selected.
        if let Some(field) = field.get_untracked() {
            field.select();
        }
        let writing = window().navigator().clipboard().write_text(&copied);
        spawn_local(async move {
            if JsFuture::from(writing).await.is_ok() {
                app.notify(Notice::Copied);
            }
        });
    };
    view! {
        <h2 id="dialog-title">{move || words().dialog.share_title}</h2>
        <p>{move || words().dialog.share_text}</p>
        <label class="share-link">
            <span class="sub">{move || words().dialog.share_link}</span>
            <input class="field" readonly data-part="share-link" prop:value=link.clone() node_ref=field
                on:focus:target=|event| event.target().select()/>
        </label>
        <button class="button primary" data-part="copy-link" on:click=copy>{move || words().dialog.copy_link}</button>
        {(length > LONG_LINK).then(|| view! {
            <p class="note">{move || (words().dialog.link_long)(length as u64)}</p>
        })}
        {from_disk.then(|| view! { <p class="note">{move || words().dialog.link_from_disk}</p> })}
        <hr/>
        <p>{move || words().dialog.save_text}</p>
        <div class="dialog-actions">
            <button class="button" data-part="save-document-dialog" on:click=move |_| save_document(app)>
                {move || words().dialog.save_file}
            </button>
            <OpenDocument/>
        </div>
        <p class="sub">{move || words().dialog.storage_note}</p>
    }
}
