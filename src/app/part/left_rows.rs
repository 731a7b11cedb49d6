//! The rows of a table of several files that were read and don't count: the first of them on the
//! page, all of them as a file.

use crate::app::action::App;
use crate::app::download;
use crate::app::state::{AppStateStoreFields, SessionStoreFields};
use crate::app::words;
use crate::engine::append::{Left, LeftRow};
use crate::export::{Cell, Sheet, sheet_csv};
use leptos::prelude::*;
use std::sync::Arc;

/// Rows drawn; the download has all of them.
const ROWS_SHOWN: usize = 50;

#[component]
pub fn LeftRows(group: String, count: u64) -> impl IntoView {
    let app = App::here();
    let words = words();
    let name = group.clone();
    let left = Memo::new(move |_| app.state.session().left().get().filter(|shown| shown.0 == name));
    let is_open = move || left.read().is_some();
    let label = (words.append.show_left)(count);
    view! {
        <button class="button small" data-part="show-left" aria-expanded=move || is_open().to_string()
            on:click=move |_| if is_open() { app.hide_left() } else { app.show_left(group.clone()) }>
            {move || if is_open() { words.shell.hide.to_owned() } else { label.clone() }}
        </button>
        {move || left.get().map(|shown| view! { <Rows shown/> })}
    }
}

#[component]
fn Rows(shown: Arc<(String, Left)>) -> impl IntoView {
    let words = words();
    let left = &shown.1;
    let first = left.rows.len().min(ROWS_SHOWN) as u64;
    let headers = left.headers.iter().map(|h| view! { <th scope="col">{h.clone()}</th> });
    let rows = left.rows.iter().take(ROWS_SHOWN).map(|row| {
        let cells = row.cells.iter().map(|c| view! { <td>{c.clone()}</td> });
        view! {
            <tr>
                <td>{row.file.clone()}</td>
                <td class="num">{words.locale.count(row.line.into())}</td>
                <td>{why(row)}</td>
                {cells.collect_view()}
            </tr>
        }
    });
    let headers = headers.collect_view();
    let rows = rows.collect_view();
    let total = left.total;
    view! {
        <p class="sub">
            {(words.append.left_first)(first, total)}
            " "
            <button class="button small" data-part="download-left" on:click=move |_| save(&shown)>
                {words.append.download_left}
            </button>
        </p>
        <div class="table-wrap preview-table" tabindex="0" role="region" aria-label=(words.append.show_left)(total)>
            <table data-part="left-rows">
                <thead>
                    <tr>
                        <th scope="col">{words.mapping.file_label}</th>
                        <th scope="col" class="num">{words.data.place_line}</th>
                        <th scope="col">{words.append.left_why}</th>
                        {headers}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn why(row: &LeftRow) -> &'static str {
    let append = &words().append;
    if row.is_copy { append.left_copy } else { append.left_overlap }
}

fn save((name, left): &(String, Left)) {
    let words = words();
    let fixed = [words.mapping.file_label, words.data.place_line, words.append.left_why];
    let headers = fixed.map(str::to_owned).into_iter().chain(left.headers.iter().cloned());
    let rows = left.rows.iter().map(|row| {
        let place = [
            Cell::Text(row.file.clone()),
            Cell::Number(row.line.into()),
            Cell::Text(why(row).to_owned()),
        ];
        place.into_iter().chain(row.cells.iter().cloned().map(Cell::Text)).collect()
    });
    let sheet = Sheet { headers: headers.collect(), rows: rows.collect() };
    let name = format!("{}-{}.csv", name.trim_end_matches(".csv"), words.append.left_file);
    download::offer(&name, "text/csv", sheet_csv(&sheet, words.locale.decimal_sign()).as_bytes());
}
