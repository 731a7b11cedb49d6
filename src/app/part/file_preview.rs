//! The selected file: its first rows as they stand in the file, how it was read, what to override,
//! and what was odd.

use crate::app::action::App;
use crate::app::part::import_options::ImportOptionsBar;
use crate::app::part::issue_list::IssueList;
use crate::app::state::{AppStateStoreFields, FileEntry, SessionStoreFields};
use crate::app::words;
use crate::engine::profile::{ColumnProfile, FileProfile};
use crate::engine::table::ColumnType;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Rows drawn; the profile holds more than a screen needs.
const ROWS_SHOWN: usize = 100;

#[component]
pub fn FilePreview() -> impl IntoView {
    let app = App::here();
    let entry = Memo::new(move |_| {
        let session = app.state.session();
        let id = session.selected().get();
        session.files().read().iter().find(|f| Some(f.id) == id && f.profile().is_some()).cloned()
    });
    view! {
        {move || entry.get().and_then(|entry| {
            let profile = entry.profile()?.clone();
            Some(view! { <Preview entry profile/> })
        })}
    }
}

#[component]
fn Preview(entry: FileEntry, profile: std::sync::Arc<FileProfile>) -> impl IntoView {
    let words = words();
    let shown = profile.head.len().min(ROWS_SHOWN);
    view! {
        <section class="file-preview card" data-part="file-preview">
            <header>
                <h2>{entry.name.clone()}</h2>
                <span class="tag">{(words.data.first_rows)(shown as u64)}</span>
                <ImportOptionsBar entry=entry.clone() profile=profile.clone()/>
            </header>
            <div class="table-wrap preview-table" tabindex="0" role="region" aria-label=(words.data.first_rows)(shown as u64)>
                <table>
                    <thead>
                        <tr>{profile.columns.iter().map(head_cell).collect_view()}</tr>
                    </thead>
                    <tbody>{rows(&profile, shown)}</tbody>
                </table>
            </div>
            <IssueList profile/>
        </section>
    }
}

fn head_cell(column: &ColumnProfile) -> impl IntoView + use<> {
    let words = words();
    let tag = match &column.currency {
        Some(code) => format!("{} {code}", (words.names.column_tag)(column.kind)),
        None => (words.names.column_tag)(column.kind).to_owned(),
    };
    let mut hints = vec![(words.data.column_filled)(column.filled)];
    if column.missing > 0 {
        hints.push((words.data.column_empty)(column.missing));
    }
    if column.unread > 0 {
        hints.push((words.data.column_unread)(column.unread));
    }
    hints.push((words.data.column_distinct)(column.distinct));
    if !column.least.is_empty() {
        hints.push((words.data.column_range)(&column.least, &column.greatest));
    }
    if column.format.ambiguous {
        hints.push(words.data.column_assumed.to_owned());
    }
    view! {
        <th scope="col" class:num=is_number(column.kind) title=hints.join(" · ")>
            <span class="type-tag" class:assumed=column.format.ambiguous>{tag}</span>
            {column.header.clone()}
        </th>
    }
}

fn rows(profile: &FileProfile, shown: usize) -> impl IntoView + use<> {
    // Cells that could not be read are found by their text: the issue log keeps row and column.
    let unread: BTreeSet<(String, String)> = profile
        .issues
        .places
        .iter()
        .filter_map(|i| Some((i.place.column.clone()?, i.text.clone())))
        .collect();
    let columns: Vec<(String, bool)> =
        profile.columns.iter().map(|c| (c.header.clone(), is_number(c.kind))).collect();
    profile
        .head
        .iter()
        .take(shown)
        .map(|row| {
            let cells = row.iter().zip(&columns).map(|(cell, (header, is_number))| {
                let odd = unread.contains(&(header.clone(), cell.clone()));
                view! { <td class:num=*is_number class:bad=odd>{cell.clone()}</td> }
            });
            view! { <tr>{cells.collect_view()}</tr> }
        })
        .collect_view()
}

/// Whether the cells of a type stand right, aligned on the decimal.
fn is_number(kind: ColumnType) -> bool {
    matches!(
        kind,
        ColumnType::Integer | ColumnType::Decimal | ColumnType::Money | ColumnType::Percent
    )
}
