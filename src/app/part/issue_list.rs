//! What was odd in a file: one line a kind with its count and its first place, the worst first; the
//! places on demand, and all of it as a file. What was only assumed stands above the rows
//! (`assumption_list`).

use crate::app::download;
use crate::app::part::file_preview::{Desk, Shared};
use crate::app::part::issue_places::IssuePlaces;
use crate::app::words;
use crate::engine::issue::{IssueKind, Standing};
use crate::engine::profile::FileProfile;
use crate::export::{Cell, Sheet, sheet_csv};
use leptos::prelude::*;

/// How a kind is marked: values lost, rows to look at, only to be known.
fn weight(kind: IssueKind) -> &'static str {
    match kind.standing() {
        Standing::Unread | Standing::Garbled => "lost",
        Standing::Ragged | Standing::Summed | Standing::Below => "odd",
        Standing::Assumed | Standing::Aside | Standing::Named | Standing::Corrected => "known",
    }
}

#[component]
pub fn IssueList(desk: Desk) -> impl IntoView {
    let kinds = Memo::new(move |_| {
        let file = desk.file.read();
        let counts = &file.profile.issues.counts;
        let kinds = counts.iter().map(|(kind, _)| *kind);
        // What was assumed is asked above the rows.
        let mut kinds: Vec<_> = kinds.filter(|k| k.standing() != Standing::Assumed).collect();
        kinds.sort_by_key(|kind| (kind.standing(), *kind));
        kinds
    });
    // A place that was put right takes the focus away with it: the list takes it up.
    Effect::new(move |before: Option<Shared>| {
        let now = desk.file.read().profile.clone();
        if before.is_some_and(|before| before != now) {
            request_animation_frame(|| {
                crate::app::focus_if_lost(&["issues-title", "preview-title"])
            });
        }
        now
    });
    let any = Memo::new(move |_| !desk.file.read().profile.issues.is_empty());
    view! {
        <section class="issue-list" data-part="issues" aria-labelledby="issues-title">
            <header hidden=move || !any.get()>
                <h3 id="issues-title" tabindex="-1">{move || words().quarantine.title}</h3>
                <button class="button small" data-part="download-issues"
                    on:click=move |_| save(&desk.file.read_untracked().profile)>
                    {move || words().quarantine.download}
                </button>
            </header>
            <ul>
                <For each=move || kinds.get() key=|kind| *kind let:kind>
                    <IssueLine desk kind/>
                </For>
            </ul>
        </section>
    }
}

#[component]
fn IssueLine(desk: Desk, kind: IssueKind) -> impl IntoView {
    let count = Memo::new(move |_| desk.file.read().profile.issues.count(kind));
    let first = Memo::new(move |_| {
        let file = desk.file.read();
        // Kept by column, where one row after another is not what they stand in.
        let of_kind = file.profile.issues.places.iter().filter(|i| i.kind == kind);
        of_kind.filter_map(|i| i.place.line).min()
    });
    let is_open = Memo::new(move |_| desk.open.read().contains(&kind));
    let toggle = move |_| {
        desk.open.update(|open| {
            if !open.remove(&kind) {
                open.insert(kind);
            }
        });
    };
    view! {
        <li class=format!("issue {}", weight(kind)) data-part="issue" data-kind=format!("{kind:?}")
            data-count=move || count.get()>
            <button class="issue-head" data-part="issue-toggle"
                aria-expanded=move || is_open.get().to_string() on:click=toggle>
                <span class="issue-text">{move || (words().trouble.issue_line)(kind, count.get())}</span>
                <span class="issue-first">
                    {move || first.get().map(|line| {
                        let q = &words().quarantine;
                        if count.get() == 1 { (q.line)(line) } else { (q.from_line)(line) }
                    })}
                </span>
            </button>
            <Show when=move || is_open.get()>
                <IssuePlaces desk kind/>
            </Show>
        </li>
    }
}

/// Every place that was kept, as a CSV file.
fn save(profile: &FileProfile) {
    let words = words();
    let number = |n: Option<u32>| n.map_or(Cell::Empty, |n| Cell::Number(n.into()));
    let rows = profile.issues.places.iter().map(|issue| {
        let place = &issue.place;
        let file = if place.file.is_empty() { &profile.name } else { &place.file };
        vec![
            Cell::Text(file.clone()),
            number(place.line),
            Cell::Text(place.column.clone().unwrap_or_default()),
            Cell::Text(issue.text.clone()),
            Cell::Text((words.trouble.issue)(issue)),
            number(place.record),
        ]
    });
    let data = &words.data;
    let headers = [
        words.mapping.file_label,
        data.place_line,
        data.place_column,
        data.place_text,
        words.shell.details,
        words.quarantine.record_heading,
    ];
    let sheet = Sheet { headers: headers.map(str::to_owned).to_vec(), rows: rows.collect() };
    let name = profile.name.rsplit_once('.').map_or(profile.name.as_str(), |(stem, _)| stem);
    let csv = sheet_csv(&sheet, words.locale.decimal_sign());
    download::offer(&format!("{name}-issues.csv"), "text/csv", csv.as_bytes());
}
