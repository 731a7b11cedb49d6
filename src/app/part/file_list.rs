//! The files of the session: what each is, how it was read, how far reading has come.

use crate::app::action::{App, now_ms};
use crate::app::state::{AppStateStoreFields, FileEntry, FileStatus, SessionStoreFields};
use crate::app::words;
use crate::engine::profile::FileProfile;
use leptos::prelude::*;

#[component]
pub fn FileList() -> impl IntoView {
    let app = App::here();
    let files = app.state.session().files();
    let ids = Memo::new(move |_| files.read().iter().map(|f| f.id).collect::<Vec<_>>());
    view! {
        <ul class="file-list card" data-part="file-list" aria-label=move || words().data.files_label>
            <For each=move || ids.get() key=|id| *id let:id>
                <FileRow entry=Signal::derive(move || {
                    files.read().iter().find(|f| f.id == id).cloned()
                })/>
            </For>
        </ul>
    }
}

#[component]
fn FileRow(entry: Signal<Option<FileEntry>>) -> impl IntoView {
    let app = App::here();
    let selected = move || {
        let id = app.state.session().selected().get();
        id.is_some() && id == entry.get().map(|e| e.id)
    };
    view! {
        {move || entry.get().map(|entry| {
            let id = entry.id;
            let name = entry.name.clone();
            let words = words();
            let is_ready = matches!(entry.status, FileStatus::Ready { .. });
            let is_reading = matches!(entry.status, FileStatus::Reading { .. });
            view! {
                <li class="file-row" class:selected=selected data-part="file" data-name=name.clone() data-status=status_name(&entry.status)>
                    <div class="file-icon" aria-hidden="true">{extension(&name)}</div>
                    <div class="file-body">
                        <p class="file-name">
                            <button
                                class="plain"
                                disabled=!is_ready
                                aria-pressed=move || selected().to_string()
                                on:click=move |_| app.select_file(id)
                            >
                                {shown_name(&entry)}
                            </button>
                            " "
                            {tags(app, &entry)}
                        </p>
                        {detail(&entry)}
                    </div>
                    <div class="file-side sub">{side(&entry)}</div>
                    <div class="file-tools">
                        {if is_reading {
                            view! {
                                <button class="button ghost small" data-part="cancel" on:click=move |_| app.cancel_file(id)
                                    aria-label=(words.data.cancel_reading)(&name)>
                                    {words.shell.cancel}
                                </button>
                            }.into_any()
                        } else {
                            view! {
                                <button class="button ghost small" data-part="remove-file" on:click=move |_| app.remove_file(id)
                                    aria-label=(words.data.remove_file)(&name) title=(words.data.remove_file)(&name)>
                                    "✕"
                                </button>
                            }.into_any()
                        }}
                    </div>
                </li>
            }
        })}
    }
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

/// What the file is, how many lines were set aside, how many cells are odd.
fn tags(app: App, entry: &FileEntry) -> impl IntoView + use<> {
    let words = words();
    let document = app.state.document();
    let document = document.read();
    let mapped = document.mapping.of_file(&entry.name);
    let kind = mapped.map(|f| f.kind).filter(|_| entry.profile().is_some());
    let aside = entry.profile().map_or(0, |p| p.set_aside.len() as u64);
    view! {
        {kind.map(|kind| view! {
            <span class="tag" class:good=kind.is_used() data-part="file-kind">{(words.names.file_kind)(kind)}</span>
        })}
        " "
        {(aside > 0).then(|| view! { <span class="tag warn" data-part="set-aside">{(words.data.set_aside)(aside)}</span> })}
    }
}

fn detail(entry: &FileEntry) -> AnyView {
    let words = words();
    match &entry.status {
        FileStatus::Ready { profile, .. } => {
            view! { <p class="sub">{summary(profile)}</p> }.into_any()
        }
        FileStatus::Reading { bytes_read, .. } => {
            let done = if entry.bytes == 0 { 0.0 } else { *bytes_read as f64 / entry.bytes as f64 };
            view! {
                <progress
                    class="file-progress"
                    max="1"
                    value=done.to_string()
                    aria-label=(words.data.progress_label)(&entry.name)
                ></progress>
            }
            .into_any()
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
    }
}

/// `0.4 MB · UTF-8 · comma · decimal comma · header on line 2 · totals on line 816 skipped`.
fn summary(profile: &FileProfile) -> String {
    let words = words();
    let data = &words.data;
    let dialect = &profile.dialect;
    let mut parts = vec![
        words.locale.bytes(profile.bytes),
        dialect.encoding.clone(),
        (data.delimiter)(dialect.delimiter),
    ];
    if let Some(sign) = profile.columns.iter().find_map(|c| c.format.decimal) {
        parts.push((data.decimal)(sign).to_owned());
    }
    if let Some(order) = profile.columns.iter().find_map(|c| c.format.date_order) {
        parts.push((data.date_order)(order).to_owned());
    }
    match dialect.header_record {
        Some(record) => parts.push((data.header_on_line)(record)),
        None => parts.push(data.no_header.to_owned()),
    }
    parts.extend(profile.set_aside.iter().take(3).map(|a| (data.aside)(a.reason, a.line)));
    parts.join(" · ")
}

fn side(entry: &FileEntry) -> String {
    let words = words();
    let data = &words.data;
    match &entry.status {
        FileStatus::Ready { profile, took_ms } => [
            (data.rows)(profile.rows),
            (data.columns)(profile.columns.len() as u64),
            words.locale.duration(took_ms / 1000.0),
        ]
        .join(" · "),
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
