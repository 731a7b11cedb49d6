//! What the worker answers, and what is asked of it when something has changed. Not here: what the
//! user does (`action`).

use crate::app::action::{App, notify, now_ms};
use crate::app::client::Client;
use crate::app::looking;
use crate::app::presets;
use crate::app::reading;
use crate::app::state::*;
use crate::app::storage;
use crate::engine::append::compare;
use crate::engine::append::decide::follow_in_report;
use crate::engine::document::Document;
use crate::engine::fit::fit;
use crate::protocol::{Event, FileId, Lane, Request};
use leptos::prelude::*;
use reactive_stores::Store;
use std::sync::Arc;

/// An answer of the worker, already known to be of the newest generation.
pub fn on_event(state: Store<AppState>, client: &Client, event: Event) {
    match event {
        Event::Progress { file, bytes_read, rows, .. } => update_file(state, file, |entry| {
            if let FileStatus::Reading { began_ms, .. } = entry.status {
                entry.status = FileStatus::Reading { began_ms, bytes_read, rows };
            }
        }),
        Event::Opened { file, name, bytes, .. } => update_file(state, file, |entry| {
            entry.name = name;
            entry.bytes = bytes;
        }),
        Event::Imported { file, profile, .. } => {
            let mut before = None;
            let now = Arc::new(*profile);
            update_file(state, file, |entry| {
                let took_ms = match entry.status {
                    FileStatus::Reading { began_ms, .. } => now_ms() - began_ms,
                    _ => 0.0,
                };
                before = entry.before.take();
                entry.status = FileStatus::Ready { profile: now.clone(), took_ms };
            });
            if before.is_none() {
                presets::due(state);
            }
            if let Some(before) = before {
                notify(state, reading::difference(&before, &now));
            }
            next_begins(state);
            suggest(state, client);
        }
        Event::ImportFailed { file, error, .. } => {
            update_file(state, file, |entry| entry.status = FileStatus::Failed(error));
            next_begins(state);
            suggest(state, client);
        }
        Event::ImportCancelled { file, .. } => {
            reading::cancelled(state, file);
            next_begins(state);
            suggest(state, client);
        }
        Event::Several { file, entries, .. } => App::unpack(state, client, file, &entries),
        Event::Suggested { mapping, .. } => {
            state.document().update(|document| {
                let before = std::mem::replace(&mut document.mapping, *mapping);
                compare::show(&mut document.report, &before, &document.mapping);
                follow_in_report(&mut document.report, &document.mapping.groups);
                fit(&mut document.report, &document.mapping);
            });
            if !reading::reread_renewed(state, client) {
                changed(state, client);
                presets::look(state);
            }
        }
        Event::Explained { view, .. } => state.session().view().set(Some(Arc::new(*view))),
        Event::Previewed { preview, .. } => {
            state.session().preview().set(preview.map(|p| Arc::new(*p)));
        }
        Event::Built { report, .. } => {
            state.session().report().set(ReportState::Built(Arc::new(*report)));
        }
        Event::Grouped { groups, .. } => {
            state.session().groups().set(groups.map(|g| Arc::new(*g)));
        }
        Event::BuildFailed { error, lane: Lane::Build, .. } => {
            state.session().report().set(ReportState::Failed(error));
        }
        Event::Traced { figure, lineage, .. } => {
            state.session().lineage().set(Some(Arc::new((figure, lineage))));
        }
        Event::Audited { audit, .. } => state.session().audit().set(Some(Arc::new(*audit))),
        Event::Window { of, window, taken: true, .. } => {
            looking::take_in(state, client, &of, &window)
        }
        Event::Window { of, window, .. } => {
            state.session().window().set(Some(Arc::new((of, *window))));
        }
        Event::BuildFailed { lane: Lane::Taken, .. } => state.session().taking().set(None),
        Event::Requests { count } => state.session().worker_requests().set(count),
        Event::Rows { file, line, rows, .. } => {
            state.session().near().set(Some(Arc::new(Near { file, line, rows })));
        }
        Event::LeftRows { group, left, .. } => {
            state.session().left().set(Some(Arc::new((group, left))));
        }
        #[cfg(feature = "bench")]
        Event::Tabulated { .. } => {}
        // The client hears of these by itself.
        Event::Misread { .. } | Event::Ready => {}
        Event::BuildFailed { .. } | Event::Superseded { .. } => {}
    }
}

/// The document is another: keep it, and ask for what it shows.
pub fn changed(state: Store<AppState>, client: &Client) {
    let document = state.document().get_untracked();
    if !storage::keep_document(&document) {
        notify(state, Notice::StorageFull);
    }
    let any_ready = state.session().files().read_untracked().iter().any(|f| f.profile().is_some());
    if !any_ready || is_reading(state) {
        return;
    }
    state.session().report().update(|report| {
        if !matches!(report, ReportState::Built(_)) {
            *report = ReportState::Building;
        }
    });
    let build = |document| {
        client.ask(Lane::Build, |generation| Request::Build { generation, document });
    };
    let explain = |document: Document| {
        let previewed = document.clone();
        client
            .ask(Lane::Preview, |generation| Request::Preview { generation, document: previewed });
        client.ask(Lane::Explain, |generation| Request::Explain { generation, document });
    };
    // What is looked at comes first: the worker answers one question after the other.
    if state.session().screen().get_untracked() == Screen::Mapping {
        explain(document.clone());
        build(document);
    } else {
        build(document.clone());
        explain(document);
    }
}

/// Asks for a mapping when nothing is being read any more.
pub fn suggest(state: Store<AppState>, client: &Client) {
    if is_reading(state) {
        return;
    }
    let mapping = state.document().read_untracked().mapping.clone();
    client.ask(Lane::Suggest, |generation| Request::Suggest { generation, mapping });
}

pub fn is_reading(state: Store<AppState>) -> bool {
    let files = state.session().files();
    files.read_untracked().iter().any(|f| matches!(f.status, FileStatus::Reading { .. }))
}

pub fn update_file(state: Store<AppState>, id: FileId, change: impl FnOnce(&mut FileEntry)) {
    state.session().files().update(|files| {
        if let Some(entry) = files.iter_mut().find(|f| f.id == id) {
            change(entry);
        }
    });
}

/// Files are read one after the other: the time of the next one counts from the end of the last.
fn next_begins(state: Store<AppState>) {
    state.session().files().update(|files| {
        for entry in files {
            if let FileStatus::Reading { began_ms, bytes_read: 0, .. } = &mut entry.status {
                *began_ms = now_ms();
            }
        }
    });
}
