//! The files of the session: what each is, how it was read, how far reading has come. A row is made
//! once and follows its file, so that progress takes no focus away.

use crate::app::action::{App, now_ms};
use crate::app::chosen::shown_on_data;
use crate::app::part::file_summary::summary;
use crate::app::part::file_totals::{FileTotals, needs_a_look};
use crate::app::part::hand::{give_hand_to, keep_hand_in};
use crate::app::state::{AppStateStoreFields, FileEntry, FileStatus, SessionStoreFields};
use crate::app::words;
use crate::engine::issue::Standing;
use crate::protocol::FileId;
use leptos::prelude::*;

/// More files than this scroll in a frame of their own, so that the rows below stay near.
const MANY: usize = 6;

#[component]
pub fn FileList() -> impl IntoView {
    let app = App::here();
    let files = app.state.session().files();
    let only = RwSignal::new(false);
    let many = Memo::new(move |_| files.read().len() > MANY);
    let ids = Memo::new(move |_| {
        let files = files.read();
        let filter = many.get() && only.get() && files.iter().any(needs_a_look);
        files.iter().filter(|f| !filter || needs_a_look(f)).map(|f| f.id).collect::<Vec<_>>()
    });
    view! {
        <div class="file-list card">
            <Show when=move || many.get()>
                <FileTotals only/>
            </Show>
            <ul class:many=move || many.get() data-part="file-list" aria-label=move || words().data.files_label>
                <For each=move || ids.get() key=|id| *id let:id>
                    <FileRow id/>
                </For>
            </ul>
        </div>
    }
}

#[component]
fn FileRow(id: FileId) -> impl IntoView {
    let app = App::here();
    let entry = Memo::new(move |last: Option<&Option<FileEntry>>| {
        let files = app.state.session().files();
        let now = files.read().iter().find(|f| f.id == id).cloned();
        // A row on its way out shows what it last showed.
        now.or_else(|| last.cloned().flatten())
    });
    let with = move |f: &dyn Fn(&FileEntry) -> String| {
        entry.with(|e| e.as_ref().map(f).unwrap_or_default())
    };
    let name = move || with(&shown_name);
    let status = Memo::new(move |_| {
        entry.with(|e| e.as_ref().map_or("reading", |e| status_name(&e.status)))
    });
    let is_reading = move || status.get() == "reading";
    let can_show = move || entry.with(|e| e.as_ref().is_some_and(|e| e.last_profile().is_some()));
    let selected = move || shown_on_data(app) == Some(id);
    view! {
        <li class="file-row" class:selected=selected data-part="file" data-name=move || with(&|e| e.name.clone())
            data-status=move || status.get()>
            <div class="file-icon" aria-hidden="true">{move || with(&|e| extension(&e.name))}</div>
            <div class="file-body">
                <p class="file-name">
                    <button class="plain" data-part="select-file" disabled=move || !can_show()
                        aria-pressed=move || selected().to_string() on:click=move |_| select(app, id)>
                        {name}
                    </button>
                    {move || entry.with(|e| e.as_ref().map(|e| tags(app, e)))}
                </p>
                <Detail entry/>
            </div>
            <div class="file-side sub">{move || with(&side)}</div>
            <div class="file-tools">
                <Show when=is_reading fallback=move || view! {
                    <button class="button ghost small" data-part="remove-file" on:click=move |_| remove(app, id)
                        aria-label=move || (words().data.remove_file)(&name()) title=move || (words().data.remove_file)(&name())>
                        "✕"
                    </button>
                }>
                    <button class="button ghost small" data-part="cancel" on:click=move |_| app.cancel_file(id)
                        aria-label=move || (words().data.cancel_reading)(&name())>
                        {move || words().shell.cancel}
                    </button>
                </Show>
            </div>
        </li>
    }
}

/// Removes a file; the hand goes to the next one, or to where files come from.
fn remove(app: App, id: FileId) {
    let files = app.state.session().files();
    let at = files.read_untracked().iter().position(|f| f.id == id).unwrap_or(0);
    app.remove_file(id);
    let list = document().query_selector("[data-part=file-list]").ok().flatten();
    match list.filter(|_| !files.read_untracked().is_empty()) {
        Some(list) => keep_hand_in(list, "file", at, "remove-file"),
        None => give_hand_to("[data-part=choose-files]"),
    }
}

/// Shows a file's rows, and brings them into sight where the list is long.
fn select(app: App, id: FileId) {
    app.select_file(id);
    request_animation_frame(move || {
        let found = document().query_selector("[data-part=file-preview]").ok().flatten();
        let height = window().inner_height().ok().and_then(|h| h.as_f64()).unwrap_or(0.0);
        if let Some(preview) = found.filter(|p| p.get_bounding_client_rect().top() > height * 0.7) {
            preview.scroll_into_view();
        }
    });
}

fn status_name(status: &FileStatus) -> &'static str {
    match status {
        FileStatus::Reading { .. } => "reading",
        FileStatus::Ready { .. } => "ready",
        FileStatus::Failed(_) => "failed",
        FileStatus::Cancelled => "cancelled",
    }
}

fn shown_name(entry: &FileEntry) -> String {
    if entry.name.is_empty() { words().data.sample_making.to_owned() } else { entry.name.clone() }
}

fn extension(name: &str) -> String {
    let end = name.rsplit_once('.').map_or("", |(_, e)| e);
    if end.is_empty() || end.len() > 4 { "CSV".to_owned() } else { end.to_uppercase() }
}

/// What the file is; how many cells were not read, columns are to be confirmed, lines set aside.
fn tags(app: App, entry: &FileEntry) -> impl IntoView + use<> {
    let words = words();
    let document = app.state.document();
    let document = document.read();
    let mapped = document.mapping.of_file(&entry.name);
    let profile = entry.last_profile();
    let kind = mapped.map(|f| f.kind).filter(|_| profile.is_some());
    let count = |standing| profile.map_or(0, |p| p.issues.count_of(standing));
    let unread = count(Standing::Unread);
    let damaged = count(Standing::Garbled) + count(Standing::Ragged);
    let summed = count(Standing::Summed);
    let open = count(Standing::Assumed);
    let aside = profile.map_or(0, |p| p.set_aside.len() as u64);
    view! {
        {kind.map(|kind| view! {
            <span class="tag" class:good=kind.is_used() data-part="file-kind">{(words.names.file_kind)(kind)}</span>
        })}
        {(unread > 0).then(|| view! { <span class="tag bad" data-part="file-unread">{(words.quarantine.cells_unread)(unread)}</span> })}
        {(damaged > 0).then(|| view! { <span class="tag bad" data-part="file-damaged">{(words.quarantine.damaged)(damaged)}</span> })}
        {(summed > 0).then(|| view! { <span class="tag warn" data-part="file-summed">{(words.quarantine.subtotals)(summed)}</span> })}
        {(open > 0).then(|| view! { <span class="tag warn" data-part="file-assumed">{(words.quarantine.to_confirm)(open)}</span> })}
        {(aside > 0).then(|| view! { <span class="tag" data-part="set-aside">{(words.data.set_aside)(aside)}</span> })}
    }
}

/// The second line of a row: how the file was read, or how far it has come, or why it was not.
#[component]
fn Detail(entry: Memo<Option<FileEntry>>) -> impl IntoView {
    let progress = Memo::new(move |_| {
        entry.with(|e| match e.as_ref().map(|e| (&e.status, e.bytes)) {
            Some((FileStatus::Reading { bytes_read, .. }, bytes)) => {
                Some(if bytes == 0 { 0.0 } else { *bytes_read as f64 / bytes as f64 })
            }
            _ => None,
        })
    });
    let said = move || entry.with(|e| e.as_ref().map(said));
    view! {
        <Show when=move || progress.read().is_some() fallback=said>
            <progress class="file-progress" max="1" prop:value=move || progress.get().unwrap_or(0.0)
                aria-label=move || entry.with(|e| e.as_ref().map(|e| (words().data.progress_label)(&e.name)))>
            </progress>
        </Show>
    }
}

fn said(entry: &FileEntry) -> AnyView {
    let words = words();
    match &entry.status {
        FileStatus::Ready { profile, .. } => {
            view! { <p class="sub">{summary(profile)}</p> }.into_any()
        }
        FileStatus::Failed(error) => {
            let help = (words.trouble.import_error)(error);
            view! {
                <p class="file-error" role="alert" data-part="file-error">
                    <b>{help.what}</b>" "{help.place}" "{help.todo}
                </p>
            }
            .into_any()
        }
        FileStatus::Cancelled => view! { <p class="sub">{words.data.cancelled}</p> }.into_any(),
        FileStatus::Reading { .. } => ().into_any(),
    }
}

fn side(entry: &FileEntry) -> String {
    let words = words();
    let data = &words.data;
    match &entry.status {
        FileStatus::Ready { profile, took_ms } => {
            let mut parts =
                vec![(data.rows)(profile.rows), (data.columns)(profile.columns.len() as u64)];
            if *took_ms > 0.0 {
                parts.push(words.locale.duration(took_ms / 1000.0));
            }
            parts.join(" · ")
        }
        FileStatus::Reading { began_ms, bytes_read, rows } => {
            let seconds = (now_ms() - began_ms).max(1.0) / 1000.0;
            let rate = *bytes_read as f64 / seconds;
            let left = entry.bytes.saturating_sub(*bytes_read) as f64 / rate.max(1.0);
            let done = if entry.bytes == 0 { 0.0 } else { *bytes_read as f64 / entry.bytes as f64 };
            if *bytes_read == 0 {
                return data.waiting.to_owned();
            }
            let progress = (data.progress)(
                &words.locale.percent(done, 0),
                &words.locale.rate(rate),
                &words.locale.duration(left),
            );
            format!("{} · {progress}", (data.rows)(*rows))
        }
        FileStatus::Failed(_) | FileStatus::Cancelled => words.locale.bytes(entry.bytes),
    }
}
