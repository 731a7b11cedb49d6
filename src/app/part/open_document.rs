//! Opens a saved document from a file.

use crate::app::action::App;
use crate::app::part::text_file_button::TextFileButton;
use crate::app::words;
use leptos::prelude::*;

#[component]
pub fn OpenDocument() -> impl IntoView {
    let app = App::here();
    let label = Signal::derive(move || words().data.open_saved);
    view! {
        <TextFileButton part="open-document" input_part="document-input" label
            on_text=move |text: String| app.open_document(&text)/>
    }
}
