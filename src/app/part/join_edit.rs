//! Joins by hand: a lookup file that is not joined yet, or by other columns.

use crate::app::action::App;
use crate::app::state::{AppStateStoreFields, SessionStoreFields};
use crate::app::words;
use crate::engine::document::Document;
use crate::engine::mapping::key::KeyKind;
use crate::engine::mapping::{FileKind, Join, Role};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// A column of a file: both by name.
type Place = (String, String);

/// Adds a join from any column of the records (or of a joined file) to a lookup's key.
#[component]
pub fn AddJoin() -> impl IntoView {
    let app = App::here();
    let from = RwSignal::new(None::<Place>);
    let lookups = Memo::new(move |_| lookups(&app.state.document().read()));
    let columns = Memo::new(move |_| columns(app));
    view! {
        <Show when=move || !lookups.read().is_empty()>
            <div class="add-join" data-part="add-join">
                <select class="field" data-part="join-from" aria-label=move || words().mapping.add_join on:change:target=move |event| {
                    let chosen = event.target().value().parse::<usize>().ok();
                    from.set(chosen.and_then(|i| columns.get_untracked().get(i).cloned()));
                }>
                    <option value="">{move || words().mapping.add_join}</option>
                    {move || columns.get().into_iter().enumerate().map(|(i, (file, column))| view! {
                        <option value=i.to_string()>{format!("{file}: {column}")}</option>
                    }).collect_view()}
                </select>
                <span aria-hidden="true">"→"</span>
                {move || lookups.get().into_iter().map(|(file, key)| {
                    let label = format!("{file}: {key}");
                    view! {
                        <button class="button small" data-part="join-to" disabled=move || from.read().is_none()
                            on:click=move |_| {
                                if let Some(from) = from.get_untracked() {
                                    let to = (file.clone(), key.clone());
                                    app.edit(|d| set_join(d, from, to));
                                }
                            }>
                            {label}
                        </button>
                    }
                }).collect_view()}
            </div>
        </Show>
    }
}

/// Joins a lookup by these columns and no others: a lookup is joined once.
fn set_join(document: &mut Document, from: Place, to: Place) {
    document.mapping.joins.retain(|j| j.lookup_file != to.0);
    document.mapping.joins.push(Join {
        from_file: from.0,
        from_column: from.1,
        lookup_file: to.0,
        key_column: to.1,
        aliases: BTreeMap::new(),
        by: KeyKind::Text,
    });
}

/// Forgets the join of a lookup.
pub fn remove_join(document: &mut Document, lookup: &str) {
    document.mapping.joins.retain(|j| j.lookup_file != lookup);
}

/// Whether there is a file that could be joined.
pub fn has_lookups(document: &Document) -> bool {
    !lookups(document).is_empty()
}

fn lookups(document: &Document) -> Vec<Place> {
    let files = document.mapping.files.iter().filter(|f| f.kind == FileKind::Lookup);
    files.filter_map(|f| Some((f.name.clone(), f.header(Role::Key)?.to_owned()))).collect()
}

/// Text columns of the records' file, and of the lookups.
fn columns(app: App) -> Vec<Place> {
    let document = app.state.document();
    let document = document.read();
    let files = app.state.session().files();
    let files = files.read();
    let records = document.mapping.records();
    // Where records begin with leads, the deals are counted as well.
    let counted = |kind: FileKind| kind == records || kind == FileKind::Deals;
    let mut places = Vec::new();
    for mapped in
        document.mapping.files.iter().filter(|f| counted(f.kind) || f.kind == FileKind::Lookup)
    {
        let profile = files.iter().filter_map(|f| f.profile()).find(|p| p.name == mapped.name);
        let headers = profile.into_iter().flat_map(|p| p.columns.iter().map(|c| c.header.clone()));
        places.extend(headers.map(|header| (mapped.name.clone(), header)));
    }
    places
}
