//! The first rows of a file as they stand in it, each column with its type. Of very wide files a
//! window of columns is drawn; the rows out of sight come when somebody scrolls to them, piece by
//! piece: a browser lays a table out as a whole, and the page is to stay quick.

use crate::app::part::file_preview::{Desk, Shared};
use crate::app::part::popover::Anchor;
use crate::app::words;
use crate::engine::issue::IssueKind;
use crate::engine::profile::{ColumnProfile, FileProfile, HEAD_ROWS};
use crate::engine::table::ColumnType;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::ops::Range;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Columns drawn at once.
const COLUMNS_SHOWN: usize = 40;
/// Rows drawn before the page may do something else.
const ROWS_AT_ONCE: usize = 10;
const PIECES: usize = HEAD_ROWS.div_ceil(ROWS_AT_ONCE);
/// Pieces that fill what is in sight.
const PIECES_IN_SIGHT: usize = 2;

#[component]
pub fn PreviewTable(desk: Desk) -> impl IntoView {
    let profile = Memo::new(move |_| desk.file.read().profile.clone());
    let first = RwSignal::new(0usize);
    let window = Memo::new(move |_| {
        let of = profile.read().columns.len();
        let begin = if first.get() < of { first.get() } else { 0 };
        (begin..of.min(begin + COLUMNS_SHOWN), of)
    });
    let heads = move || {
        let profile = profile.read();
        let shown = profile.columns.get(window.get().0).unwrap_or_default();
        shown.iter().map(|c| c.header.clone()).collect::<Vec<_>>()
    };
    let is_scrolled = RwSignal::new(false);
    let is_wide = move || window.read().1 > COLUMNS_SHOWN;
    view! {
        <div class="table-wrap preview-table" tabindex="0" role="region"
            on:scroll=move |_| if !is_scrolled.get_untracked() { is_scrolled.set(true) }
            aria-label=move || rows_shown(&profile.read())>
            <table>
                <thead>
                    <tr>
                        <For each=heads key=|header| header.clone() let:header>
                            <HeadCell desk header/>
                        </For>
                    </tr>
                </thead>
                <tbody><Rows profile window is_scrolled/></tbody>
            </table>
        </div>
        <p class="preview-foot sub">
            <span>{move || rows_shown(&profile.read())}</span>
            <Show when=is_wide>
                <span class="pager" data-part="column-pager">
                    <button class="button ghost small" data-part="previous-columns"
                        aria-label=move || words().quarantine.previous_columns
                        disabled=move || window.read().0.start == 0
                        on:click=move |_| first.update(|f| *f = f.saturating_sub(COLUMNS_SHOWN))>
                        <span aria-hidden="true">"‹"</span>
                    </button>
                    <span aria-live="polite">{move || {
                        let (shown, of) = window.get();
                        (words().quarantine.columns_window)(shown.start as u64 + 1, shown.end as u64, of as u64)
                    }}</span>
                    <button class="button ghost small" data-part="next-columns"
                        aria-label=move || words().quarantine.next_columns
                        disabled=move || { let (shown, of) = window.get(); shown.end == of }
                        on:click=move |_| first.set(window.get_untracked().0.end)>
                        <span aria-hidden="true">"›"</span>
                    </button>
                </span>
            </Show>
        </p>
    }
}

/// What a piece of the rows was drawn from: a file and a window of its columns.
type Drawn = (Shared, Range<usize>);

/// The rows in pieces; a piece shows what it showed until its turn comes.
#[component]
fn Rows(
    profile: Memo<Shared>,
    window: Memo<(Range<usize>, usize)>,
    is_scrolled: RwSignal<bool>,
) -> impl IntoView {
    let pieces: [RwSignal<Option<Drawn>>; PIECES] = std::array::from_fn(|_| RwSignal::new(None));
    let turn = StoredValue::new(0u32);
    Effect::new(move || {
        let drawn = (profile.get(), window.get().0);
        turn.update_value(|turn| *turn += 1);
        let mine = turn.get_value();
        let until = if is_scrolled.get() { PIECES } else { PIECES_IN_SIGHT };
        set_timeout(move || draw(pieces, 0..until, drawn, (turn, mine)), Duration::ZERO);
    });
    let piece = |(at, piece): (usize, RwSignal<Option<Drawn>>)| {
        let shown = at * ROWS_AT_ONCE..(at + 1) * ROWS_AT_ONCE;
        move || piece.get().map(|(profile, columns)| rows(&profile, &columns, shown.clone()))
    };
    pieces.into_iter().enumerate().map(piece).collect_view()
}

/// Draws a piece now and the next ones one by one, unless something newer is to be drawn.
fn draw(
    pieces: [RwSignal<Option<Drawn>>; PIECES],
    mut which: Range<usize>,
    drawn: Drawn,
    (turn, mine): (StoredValue<u32>, u32),
) {
    let next = which.next().and_then(|at| pieces.get(at));
    let Some(piece) = next.filter(|_| turn.try_get_value() == Some(mine)) else { return };
    // Of a file of few rows the last pieces are empty, and so is a table that is gone.
    if piece.try_with_untracked(|p| p.as_ref() != Some(&drawn)).unwrap_or(false) {
        piece.try_set(Some(drawn.clone()));
    }
    set_timeout(move || draw(pieces, which, drawn, (turn, mine)), Duration::ZERO);
}

/// The head of a column; made once, so that the focus stays on it when the file is read again.
#[component]
fn HeadCell(desk: Desk, header: String) -> impl IntoView {
    let header = StoredValue::new(header);
    let column = Memo::new(move |_| {
        let file = desk.file.read();
        header.with_value(|h| file.profile.columns.iter().find(|c| c.header == *h).cloned())
    });
    let tag = move || column.with(|c| c.as_ref().map(tag));
    let is_open = move || column.with(|c| c.as_ref().is_some_and(|c| c.format.ambiguous));
    let facts = move || column.with(|c| c.as_ref().map(|c| column_facts(c).join(" · ")));
    let kind = move || column.with(|c| c.as_ref().map(|c| c.kind));
    let open = move |event: MouseEvent| {
        let button = event.current_target().and_then(|t| t.dyn_into::<Element>().ok());
        desk.column.set(button.map(|b| (header.get_value(), Anchor::of(&b))));
    };
    view! {
        <th scope="col" class:num=move || kind().is_some_and(is_number)>
            <button class="column-head" data-part="column-head" data-column=header.get_value()
                data-type=move || kind().map(|k| format!("{k:?}")) aria-haspopup="dialog"
                title=facts on:click=open>
                <span class="type-tag" class:assumed=is_open>{tag}</span>
                <span class="column-name">{header.get_value()}</span>
            </button>
        </th>
    }
}

/// `DATE`, `NUM RUB`.
fn tag(column: &ColumnProfile) -> String {
    let tag = (words().names.column_tag)(column.kind);
    match &column.currency {
        Some(code) => format!("{tag} {code}"),
        None => tag.to_owned(),
    }
}

/// What is known of a column, in a few words each.
pub fn column_facts(column: &ColumnProfile) -> Vec<String> {
    let data = &words().data;
    let mut facts = vec![(data.column_filled)(column.filled)];
    if column.missing > 0 {
        facts.push((data.column_empty)(column.missing));
    }
    if column.unread > 0 {
        facts.push((data.column_unread)(column.unread));
    }
    facts.push((data.column_distinct)(column.distinct));
    facts.extend(words().column_range(column));
    if column.format.ambiguous {
        facts.push(data.column_assumed.to_owned());
    }
    facts
}

fn rows(profile: &FileProfile, shown: &Range<usize>, which: Range<usize>) -> impl IntoView + use<> {
    // Odd cells are found by their text: the issue log keeps column and text.
    let texts = |kind: IssueKind| -> BTreeSet<(&str, &str)> {
        let places = profile.issues.places.iter().filter(|i| i.kind == kind);
        places.filter_map(|i| Some((i.place.column.as_deref()?, i.text.as_str()))).collect()
    };
    let (unread, corrected) = (texts(IssueKind::UnreadCell), texts(IssueKind::Corrected));
    let columns = profile.columns.get(shown.clone()).unwrap_or_default();
    let row = |row: &Vec<String>| {
        let cells = row.get(shown.start.min(row.len())..).unwrap_or_default();
        // A short row leaves its last cells blank, and the grid stays whole.
        let cells = columns.iter().enumerate().map(|(i, column)| {
            let cell = cells.get(i).cloned().unwrap_or_default();
            let key = (column.header.as_str(), cell.trim());
            view! {
                <td class:num=is_number(column.kind) class:bad=unread.contains(&key)
                    class:corrected=corrected.contains(&key)>{cell.clone()}</td>
            }
        });
        view! { <tr>{cells.collect_view()}</tr> }
    };
    let rows = which.start.min(profile.head.len())..which.end.min(profile.head.len());
    profile.head.get(rows).unwrap_or_default().iter().map(row).collect_view()
}

/// Whether the cells of a type stand right, aligned on the decimal.
pub fn is_number(kind: ColumnType) -> bool {
    matches!(
        kind,
        ColumnType::Integer
            | ColumnType::Decimal
            | ColumnType::Money
            | ColumnType::Percent
            | ColumnType::Time
    )
}

/// How much of the table stands here.
fn rows_shown(profile: &FileProfile) -> String {
    let (shown, words) = (profile.head.len() as u64, words());
    if shown < profile.rows { (words.data.first_rows)(shown) } else { (words.data.all_rows)(shown) }
}
