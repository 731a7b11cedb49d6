//! The rows around a place, the cell marked: asked of the worker, where the rows are. Its height is
//! there from the beginning, so that nothing jumps when they come.

use crate::app::action::App;
use crate::app::part::file_preview::Desk;
use crate::app::part::issue_places::Spot;
use crate::app::state::{AppStateStoreFields, Near, SessionStoreFields};
use crate::app::words;
use crate::engine::issue::IssueKind;
use crate::engine::profile::FileProfile;
use crate::protocol::NearRow;
use leptos::prelude::*;

/// Rows on either side, and columns on either side of the marked one.
const AROUND: u32 = 2;
const BESIDE: usize = 3;
/// Columns where none is marked.
const WIDE: usize = 8;

#[component]
pub fn IssueContext(desk: Desk, spot: Memo<Spot>) -> impl IntoView {
    let app = App::here();
    let at = RwSignal::new(0usize);
    let count = Memo::new(move |_| spot.read().lines.len().max(1));
    let line = Memo::new(move |_| {
        let spot = spot.read();
        spot.lines.get(at.get()).copied().or(spot.place.line).unwrap_or(1)
    });
    let profile = Memo::new(move |_| desk.file.read().profile.clone());
    Effect::new(move || {
        // Asked again when the file was read again.
        profile.with(|_| ());
        app.ask_rows(desk.id(), line.get(), AROUND);
    });
    let near = Memo::new(move |_| {
        let near = app.state.session().near().get();
        near.filter(|near| near.file == desk.id() && near.line == line.get())
    });
    let step =
        move |back: bool| at.update(|at| *at = if back { at.saturating_sub(1) } else { *at + 1 });
    let is_last = move || at.get() + 1 >= count.get();
    let several = move || count.get() > 1;
    view! {
        <figure class="issue-context" data-part="context" data-line=move || line.get()>
            <figcaption class="sub">
                <span>{move || (words().quarantine.context)(line.get())}</span>
                <Show when=several>
                    <span class="pager">
                        <button class="button ghost small" data-part="previous-place"
                            aria-label=move || words().quarantine.previous_place
                            disabled=move || at.get() == 0 on:click=move |_| step(true)>
                            <span aria-hidden="true">"‹"</span>
                        </button>
                        <span aria-live="polite">{move || (words().quarantine.place_of)(at.get() as u64 + 1, count.get() as u64)}</span>
                        <button class="button ghost small" data-part="next-place"
                            aria-label=move || words().quarantine.next_place
                            disabled=is_last on:click=move |_| step(false)>
                            <span aria-hidden="true">"›"</span>
                        </button>
                    </span>
                </Show>
            </figcaption>
            <div class="table-wrap" tabindex="0" role="region"
                aria-label=move || (words().quarantine.context)(line.get())>
                {move || table(&profile.read(), near.get().as_deref(), &spot.read(), line.get())}
            </div>
            <p class="sub muted">{move || words().quarantine.context_note}</p>
        </figure>
    }
}

/// A line of the context: a row of the table, or one that was set aside.
enum Shown<'a> {
    Row(&'a NearRow),
    Aside { line: u32, text: String },
}

impl Shown<'_> {
    fn line(&self) -> u32 {
        match self {
            Shown::Row(row) => row.line,
            Shown::Aside { line, .. } => *line,
        }
    }
}

fn table(
    profile: &FileProfile,
    near: Option<&Near>,
    spot: &Spot,
    target: u32,
) -> impl IntoView + use<> {
    let words = words();
    let marked = spot.place.column.as_ref();
    let marked = marked.and_then(|header| profile.columns.iter().position(|c| c.header == *header));
    let columns = window(profile.columns.len(), marked);
    let heads = columns.iter().map(|column| match column {
        Some(at) => {
            let name = profile.columns.get(*at).map(|c| c.header.clone());
            view! { <th scope="col" class:marked=Some(*at) == marked>{name}</th> }.into_any()
        }
        None => view! { <th aria-hidden="true">"…"</th> }.into_any(),
    });
    let heads = heads.collect_view();
    let lines = near.map(|near| lines(profile, near, target)).unwrap_or_default();
    let waiting = (near.is_none())
        .then(|| (0..=2 * AROUND).map(|_| view! { <tr><th>"\u{a0}"</th></tr> }).collect_view());
    // The row that the line belongs to begins on it or before it.
    let mine = lines.iter().map(Shown::line).filter(|line| *line <= target).max();
    // Of a row that is too short, the cells that it lacks.
    let delimiter = profile.dialect.delimiter;
    let has = match spot.kind {
        IssueKind::ShortRow => spot.text.split(delimiter).count(),
        _ => usize::MAX,
    };
    let surplus = (spot.kind == IssueKind::LongRow).then(|| spot.text.clone());
    let body = lines.iter().map(|shown| {
        let is_mine = Some(shown.line()) == mine;
        let cells = match shown {
            Shown::Row(row) => {
                let cell = |column: &Option<usize>| match column {
                    Some(at) => {
                        let text = row.cells.get(*at).cloned().unwrap_or_default();
                        let bad = row.unread.contains(&(*at as u32));
                        let here = is_mine && (Some(*at) == marked || *at >= has);
                        view! { <td class:bad=bad class:marked=here data-part=here.then_some("marked-cell")>{text}</td> }.into_any()
                    }
                    None => view! { <td class="muted" aria-hidden="true">"…"</td> }.into_any(),
                };
                let more = surplus.clone().filter(|_| is_mine);
                let more = more.map(|text| view! { <td class="bad marked" data-part="marked-cell">{text}</td> });
                (columns.iter().map(cell).collect_view(), more).into_any()
            }
            Shown::Aside { text, .. } => view! {
                <td class="aside" colspan=columns.len().to_string()>
                    <span class="tag">{words.quarantine.set_aside}</span>" "{text.clone()}
                </td>
            }
            .into_any(),
        };
        view! {
            <tr class:mine=is_mine>
                <th scope="row" class="num">{words.locale.count(shown.line().into())}</th>
                {cells}
            </tr>
        }
    });
    view! {
        <table>
            <thead><tr><th scope="col" class="num">{words.data.place_line}</th>{heads}</tr></thead>
            <tbody>{body.collect_view()}{waiting}</tbody>
        </table>
    }
}

/// Rows and lines set aside near the place, in the order of the file.
fn lines<'a>(profile: &FileProfile, near: &'a Near, target: u32) -> Vec<Shown<'a>> {
    let mut lines: Vec<Shown> = near.rows.iter().map(Shown::Row).collect();
    let near = |line: u32| line.abs_diff(target) <= AROUND;
    let aside = profile.set_aside.iter().filter(|aside| near(aside.line));
    lines.extend(aside.map(|aside| Shown::Aside {
        line: aside.line,
        text: aside.cells.iter().filter(|c| !c.is_empty()).cloned().collect::<Vec<_>>().join(" · "),
    }));
    lines.sort_by_key(Shown::line);
    lines
}

/// Which columns are shown, `None` for those between: the first, which says what a row is, and the
/// neighbours of the marked one.
fn window(of: usize, marked: Option<usize>) -> Vec<Option<usize>> {
    let Some(marked) = marked else {
        let mut shown: Vec<_> = (0..of.min(WIDE)).map(Some).collect();
        if of > WIDE {
            shown.push(None);
        }
        return shown;
    };
    let begin = marked.saturating_sub(BESIDE);
    let end = of.min(marked + BESIDE + 1);
    let mut shown = Vec::new();
    if begin > 0 {
        shown.push(Some(0));
    }
    if begin > 1 {
        shown.push(None);
    }
    shown.extend((begin..end).map(Some));
    if end < of {
        shown.push(None);
    }
    shown
}
