//! Which file a screen shows. The user's choice holds on every screen; as long as there is none, the
//! data screen shows the first file that was read, and the mapping screen the one with the records,
//! since a mapping begins there. Not here: what is shown of it.

use crate::app::action::App;
use crate::app::state::*;
use crate::protocol::FileId;
use leptos::prelude::*;

/// The file whose first rows the data screen shows.
pub fn shown_on_data(app: App) -> Option<FileId> {
    chosen(app).or_else(|| first(app, |_| true))
}

/// The file whose roles the mapping screen shows.
pub fn shown_on_mapping(app: App) -> Option<FileId> {
    let records = || {
        let document = app.state.document().read();
        let mapping = &document.mapping;
        let kind = mapping.records();
        first(app, |name| mapping.files.iter().any(|f| f.name == name && f.kind == kind))
    };
    chosen(app).or_else(records).or_else(|| first(app, |_| true))
}

fn chosen(app: App) -> Option<FileId> {
    let id = app.state.session().selected().get()?;
    let files = app.state.session().files();
    files.read().iter().any(|f| f.id == id && f.last_profile().is_some()).then_some(id)
}

fn first(app: App, fits: impl Fn(&str) -> bool) -> Option<FileId> {
    let files = app.state.session().files();
    let files = files.read();
    files.iter().find(|f| f.last_profile().is_some() && fits(&f.name)).map(|f| f.id)
}
