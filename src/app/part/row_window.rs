//! Rows behind an answer, a page at a time: sorted by any column, searched, taken away as a file.
//! The worker holds them; the page has what is seen.

use crate::app::action::App;
use crate::app::part::block_export::{file_name, words_now};
use crate::app::part::figure::{SortHead, exact};
use crate::app::state::{AppStateStoreFields, SessionStoreFields};
use crate::app::words;
use crate::engine::report::Order;
use crate::engine::window::{Part, Window, WindowSpec};
use crate::protocol::RowsOf;
use leptos::prelude::*;

/// Rows of a page.
const PAGE: u32 = 50;

#[component]
pub fn RowWindow(
    of: RowsOf,
    /// Of the file that the rows can be taken away as.
    #[prop(into)]
    name: Signal<String>,
    /// Which parts of a figure can be looked at by themselves.
    #[prop(optional)]
    parts: Vec<Part>,
) -> impl IntoView {
    let app = App::here();
    let of = StoredValue::new(of);
    let spec = RwSignal::new(WindowSpec { count: PAGE, ..WindowSpec::default() });
    // Rows are of the document as it is now.
    let mapping = Memo::new(move |_| {
        let document = app.state.document();
        let document = document.read();
        (document.mapping.clone(), document.report.clone())
    });
    Effect::new(move |_| {
        mapping.with(|_| ());
        app.look_at(of.get_value(), spec.get());
    });
    let shown = Memo::new(move |_| {
        let window = app.state.session().window().get()?;
        of.with_value(|of| window.0 == *of).then_some(window)
    });
    let window =
        move |read: &dyn Fn(&Window) -> u64| shown.with(|w| w.as_ref().map_or(0, |w| read(&w.1)));
    let headers = Memo::new(move |_| {
        shown.with(|w| w.as_ref().map(|w| w.1.headers.clone()).unwrap_or_default())
    });
    let found = move || window(&|w| w.found);
    let start = move || window(&|w| w.start);
    let end = move || window(&|w| w.start + w.rows.len() as u64);
    let range = move || match end() {
        0 => words().shell.nothing_found.to_owned(),
        end => (words().shell.rows_window)(start() + 1, end, found()),
    };
    let turn = move |to: u64| spec.update(|s| s.start = to);
    view! {
        <div class="row-window" data-part="row-window" data-found=found
            aria-busy=move || shown.read().is_none().to_string()>
            <div class="row-tools">
                <Tables shown spec/>
                <Parts parts=parts.clone() spec/>
                <input class="field" type="search" data-part="find-rows" aria-label=move || words().audit.find_rows
                    placeholder=move || words().audit.find_rows prop:value=move || spec.read().find.clone()
                    on:change:target=move |event| {
                        let find = event.target().value();
                        spec.update(|s| { s.find = find; s.start = 0; });
                    }/>
                <span class="row-range sub" role="status" data-part="row-range">{range}</span>
                <button class="button ghost small" data-part="previous-rows" aria-label=move || words().shell.previous_page
                    disabled=move || start() == 0 on:click=move |_| turn(start().saturating_sub(PAGE.into()))>
                    <span aria-hidden="true">"‹"</span>
                </button>
                <button class="button ghost small" data-part="next-rows" aria-label=move || words().shell.next_page
                    disabled=move || { end() >= found() } on:click=move |_| turn(end())>
                    <span aria-hidden="true">"›"</span>
                </button>
                <Take of spec name/>
            </div>
            <div class="table-wrap preview-table" tabindex="0" role="region" aria-label=move || name.get()>
                <table data-part="rows">
                    <thead>
                        <tr>
                            <th scope="col">{move || words().mapping.file_label}</th>
                            <th scope="col" class="num">{move || words().data.place_line}</th>
                            {move || has_parts(&shown.get()).then(|| view! { <th scope="col">{words().audit.part_heading}</th> })}
                            {move || is_shared(&shown.get()).then(|| view! { <th scope="col" class="num">{words().trace.share}</th> })}
                            <For each=move || headers.get().into_iter().enumerate() key=|(at, h)| (*at, h.clone()) let:column>
                                <Head column=column.0 header=column.1 spec/>
                            </For>
                        </tr>
                    </thead>
                    <tbody>{move || shown.get().map(|w| rows(&w.1))}</tbody>
                </table>
            </div>
        </div>
    }
}

type Shown = Option<std::sync::Arc<(RowsOf, Window)>>;

fn has_parts(shown: &Shown) -> bool {
    shown.as_ref().is_some_and(|w| w.1.rows.iter().any(|row| row.part.is_some()))
}

fn is_shared(shown: &Shown) -> bool {
    shown.as_ref().is_some_and(|w| w.1.is_shared)
}

#[component]
fn Head(column: usize, header: String, spec: RwSignal<WindowSpec>) -> impl IntoView {
    let at = column as u32;
    let sorted = Signal::derive(move || spec.read().sort.filter(|(c, _)| *c == at).map(|(_, o)| o));
    view! {
        <SortHead name=Signal::stored(header.clone()) title=Signal::stored(header) key=at.to_string() sorted
            on_sort=move |order: Order| spec.update(|s| { s.sort = Some((at, order)); s.start = 0; })/>
    }
}

/// Which file, where the rows are of several.
#[component]
fn Tables(shown: Memo<Shown>, spec: RwSignal<WindowSpec>) -> impl IntoView {
    let tables = Memo::new(move |_| {
        shown.with(|w| w.as_ref().map(|w| w.1.tables.clone()).unwrap_or_default())
    });
    let options = move || {
        let option = |(at, (name, rows)): (usize, (String, u64))| {
            let text = format!("{name} · {}", (words().data.rows)(rows));
            view! { <option value=at.to_string() prop:selected=move || spec.read().table == at as u32>{text}</option> }
        };
        tables.get().into_iter().enumerate().map(option).collect_view()
    };
    view! {
        <Show when=move || tables.with(|t| t.len() > 1)>
            <select class="field" data-part="row-file" aria-label=move || words().mapping.file_label
                on:change:target=move |event| {
                    let table = event.target().value().parse().unwrap_or(0);
                    spec.update(|s| *s = WindowSpec { table, start: 0, sort: None, ..s.clone() });
                }>{options}</select>
        </Show>
    }
}

/// Which part of a figure.
#[component]
fn Parts(parts: Vec<Part>, spec: RwSignal<WindowSpec>) -> impl IntoView {
    if parts.len() < 2 {
        return ().into_any();
    }
    let known = StoredValue::new(parts);
    let chosen = move |part: Part| spec.read().parts.first() == Some(&part);
    let options = move || {
        let option = |part: Part| {
            view! {
                <option value=format!("{part:?}") prop:selected=move || chosen(part)>{(words().audit.part)(part)}</option>
            }
        };
        known.get_value().into_iter().map(option).collect_view()
    };
    view! {
        <select class="field" data-part="row-part" aria-label=move || words().audit.part_heading
            on:change:target=move |event| {
                let named = event.target().value();
                let part = known.with_value(|p| p.iter().copied().find(|p| format!("{p:?}") == named));
                spec.update(|s| { s.parts = part.into_iter().collect(); s.start = 0; });
            }>
            <option value="" prop:selected=move || spec.read().parts.is_empty()>{move || words().audit.all_parts}</option>
            {options}
        </select>
    }
    .into_any()
}

/// All rows that are found as a file, and how far it has come.
#[component]
fn Take(
    of: StoredValue<RowsOf>,
    spec: RwSignal<WindowSpec>,
    name: Signal<String>,
) -> impl IntoView {
    let app = App::here();
    let taking = app.state.session().taking();
    let take = move |_| {
        let stem = format!("{} - {}", name.get_untracked(), words_now(app).audit.rows_file);
        let file = file_name(app, &stem, "csv");
        app.take_rows(of.get_value(), spec.get_untracked(), file);
    };
    let label = move || match &*taking.read() {
        Some(taking) => (words().audit.downloading)(taking.done, taking.total),
        None => words().audit.download_rows.to_owned(),
    };
    view! {
        <button class="button small" data-part="download-rows" disabled=move || taking.read().is_some() on:click=take>
            {label}
        </button>
    }
}

fn rows(window: &Window) -> impl IntoView + use<> {
    let words = words();
    let has_parts = window.rows.iter().any(|row| row.part.is_some());
    let is_shared = window.is_shared;
    let row = |row: &crate::engine::window::WindowRow| {
        let cells = row.cells.iter().map(|cell| view! { <td>{cell.clone()}</td> });
        let part = row.part.map_or("", |part| (words.audit.part)(part));
        let share = row.share.map(|share| words.locale.number_trimmed(share, 4));
        view! {
            <tr data-part="row" data-line=row.line>
                <td>{row.file.clone()}</td>
                <td class="num">{words.locale.count(row.line.into())}</td>
                {has_parts.then(|| view! { <td>{part}</td> })}
                {is_shared.then(|| view! { <td class="num" data-part="row-share" data-value=exact(row.share)>{share}</td> })}
                {cells.collect_view()}
            </tr>
        }
    };
    window.rows.iter().map(row).collect_view()
}
