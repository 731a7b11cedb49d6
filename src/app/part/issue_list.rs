//! What was odd in a file: one line a kind, its first places on demand, lines that were set aside,
//! and all of it as a file.

use crate::app::download;
use crate::app::words;
use crate::engine::issue::IssueKind;
use crate::engine::profile::FileProfile;
use crate::export::{Cell, Sheet, sheet_csv};
use leptos::prelude::*;
use std::sync::Arc;

/// Places listed on the page; the download has all that were kept.
const PLACES_SHOWN: usize = 50;

#[component]
pub fn IssueList(profile: Arc<FileProfile>) -> impl IntoView {
    let words = words();
    let aside = profile.set_aside.len();
    let nothing = profile.issues.is_empty() && aside == 0;
    let lines = profile.issues.counts.iter().map(|(kind, count)| {
        view! { <IssueLine profile=profile.clone() kind=*kind count=*count/> }
    });
    let lines = lines.collect_view();
    let for_download = profile.clone();
    view! {
        <div class="issue-list" data-part="issues">
            {nothing.then(|| view! { <p class="sub">{words.data.no_issues}</p> })}
            {lines}
            {(aside > 0).then(|| view! { <AsideLines profile=profile.clone()/> })}
            {(!nothing).then(|| view! {
                <button class="button small" data-part="download-issues" on:click=move |_| save(&for_download)>
                    {words.dialog.export_csv}
                </button>
            })}
        </div>
    }
}

#[component]
fn IssueLine(profile: Arc<FileProfile>, kind: IssueKind, count: u64) -> impl IntoView {
    let open = RwSignal::new(false);
    let words = words();
    view! {
        <div class="issue-line" data-part="issue" data-kind=format!("{kind:?}") data-count=count>
            <p class="sub">
                {(words.trouble.issue_line)(kind, count)}
                " "
                <button class="link" aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|o| *o = !*o)>
                    {move || if open.get() { words.shell.hide } else { words.shell.show }}
                </button>
            </p>
            <Show when=move || open.get()>
                {places(&profile, kind)}
            </Show>
        </div>
    }
}

fn places(profile: &FileProfile, kind: IssueKind) -> impl IntoView + use<> {
    let words = words();
    let rows = profile.issues.places.iter().filter(|i| i.kind == kind).take(PLACES_SHOWN);
    let rows = rows.map(|issue| {
        view! {
            <tr>
                <td class="num">{issue.place.line.map(|l| words.locale.count(l.into()))}</td>
                <td>{issue.place.column.clone()}</td>
                <td>{issue.text.clone()}</td>
                <td class="muted">{(words.trouble.issue)(issue)}</td>
            </tr>
        }
    });
    view! {
        <div class="table-wrap">
            <table class="places">
                <thead>
                    <tr>
                        <th scope="col" class="num">{words.data.place_line}</th>
                        <th scope="col">{words.data.place_column}</th>
                        <th scope="col">{words.data.place_text}</th>
                        <th></th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

#[component]
fn AsideLines(profile: Arc<FileProfile>) -> impl IntoView {
    let words = words();
    let lines = profile.set_aside.iter().map(|a| {
        view! {
            <li>
                <span class="tag warn">{(words.data.aside)(a.reason, a.line)}</span>
                " "
                <span class="sub">{a.cells.join(" | ")}</span>
            </li>
        }
    });
    view! { <ul class="aside-lines" data-part="aside-lines">{lines.collect_view()}</ul> }
}

/// Everything that could not be used, as a CSV file.
fn save(profile: &FileProfile) {
    let words = words();
    let line = |n: Option<u32>| n.map_or(Cell::Empty, |n| Cell::Number(n.into()));
    let issues = profile.issues.places.iter().map(|i| {
        vec![
            Cell::Text(profile.name.clone()),
            line(i.place.line),
            Cell::Text(i.place.column.clone().unwrap_or_default()),
            Cell::Text(i.text.clone()),
            Cell::Text((words.trouble.issue)(i)),
        ]
    });
    let aside = profile.set_aside.iter().map(|a| {
        vec![
            Cell::Text(profile.name.clone()),
            line(Some(a.line)),
            Cell::Empty,
            Cell::Text(a.cells.join(" | ")),
            Cell::Text((words.data.aside)(a.reason, a.line)),
        ]
    });
    let data = &words.data;
    let headers = [
        words.mapping.file_label,
        data.place_line,
        data.place_column,
        data.place_text,
        words.shell.details,
    ];
    let sheet =
        Sheet { headers: headers.map(str::to_owned).to_vec(), rows: issues.chain(aside).collect() };
    let name = format!("{}-issues.csv", profile.name.trim_end_matches(".csv"));
    download::offer(&name, "text/csv", sheet_csv(&sheet, words.locale.decimal_sign()).as_bytes());
}
