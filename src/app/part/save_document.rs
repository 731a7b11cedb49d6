//! The report's settings as a file: readable JSON without a row of data.

use crate::app::action::App;
use crate::app::download;
use crate::app::part::block_export::file_name;
use crate::app::state::{AppStateStoreFields, Notice};
use leptos::prelude::*;

pub fn save_document(app: App) {
    let json = app.state.document().read_untracked().to_json();
    download::offer(&file_name(app, "", "json"), "application/json", json.as_bytes());
    app.notify(Notice::Saved);
}
