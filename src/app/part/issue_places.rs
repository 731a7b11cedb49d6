//! The places of one kind of issue: the text as it stands in the file, where, and what can be done
//! about it. Cells are grouped by column and text, since that is how they are put right.

use crate::app::action::App;
use crate::app::part::cell_correction::CellCorrection;
use crate::app::part::file_preview::{Desk, Shown};
use crate::app::part::issue_context::IssueContext;
use crate::app::words;
use crate::engine::issue::{Issue, IssueKind, Location};
use crate::engine::table::ColumnType;
use leptos::prelude::*;

/// Places shown at first, and how many more at a click.
const FIRST: usize = 6;
const MORE: usize = 50;

/// One text at one or more places.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// Tells it from all other spots of the file.
    pub key: String,
    pub kind: IssueKind,
    pub place: Location,
    pub text: String,
    pub expected: Option<ColumnType>,
    /// The lines on which it stands, as far as they were kept.
    pub lines: Vec<u32>,
}

impl Spot {
    fn new(issue: &Issue, number: usize) -> Spot {
        let column = issue.place.column.clone().unwrap_or_default();
        let alone = if is_grouped(issue.kind) { 0 } else { number };
        Spot {
            key: format!("{:?}\u{0}{column}\u{0}{}\u{0}{alone}", issue.kind, issue.text),
            kind: issue.kind,
            place: issue.place.clone(),
            text: issue.text.clone(),
            expected: issue.expected,
            lines: Vec::new(),
        }
    }
}

fn is_grouped(kind: IssueKind) -> bool {
    matches!(kind, IssueKind::UnreadCell | IssueKind::Corrected)
}

/// The spots of a kind, in the order of their first places.
fn spots(file: &Shown, kind: IssueKind) -> Vec<Spot> {
    let mut spots: Vec<Spot> = Vec::new();
    let places = file.profile.issues.places.iter().filter(|i| i.kind == kind);
    for (number, issue) in places.enumerate() {
        let new = Spot::new(issue, number);
        // Few distinct texts, or many of one: the last is the likeliest.
        let at = spots.iter().rposition(|s| s.key == new.key).unwrap_or_else(|| {
            spots.push(new);
            spots.len() - 1
        });
        if let (Some(spot), Some(line)) = (spots.get_mut(at), issue.place.line) {
            spot.lines.push(line);
        }
    }
    spots
}

#[component]
pub fn IssuePlaces(desk: Desk, kind: IssueKind) -> impl IntoView {
    let all = Memo::new(move |_| desk.file.with(|file| spots(file, kind)));
    let limit = RwSignal::new(FIRST);
    let shown = move || all.get().into_iter().take(limit.get()).collect::<Vec<_>>();
    let kept = Memo::new(move |_| {
        let file = desk.file.read();
        let kept = file.profile.issues.places.iter().filter(|i| i.kind == kind).count() as u64;
        (kept, file.profile.issues.count(kind))
    });
    let has_more = move || all.read().len() > limit.get();
    let not_all = move || kept.get().0 < kept.get().1;
    view! {
        <ol class="places" data-part="places">
            <For each=shown key=|spot| spot.key.clone() let:spot>
                <Place desk key=spot.key.clone() first=spot all/>
            </For>
        </ol>
        <Show when=has_more>
            <button class="link sub" data-part="more-places" on:click=move |_| limit.update(|l| *l += MORE)>
                {move || words().quarantine.more_places}
            </button>
        </Show>
        <Show when=not_all>
            <p class="sub muted">{move || {
                let (kept, of) = kept.get();
                (words().quarantine.kept)(kept, of)
            }}</p>
        </Show>
    }
}

#[component]
fn Place(desk: Desk, key: String, first: Spot, all: Memo<Vec<Spot>>) -> impl IntoView {
    let app = App::here();
    let key = StoredValue::new(key);
    // The same text may stand at other places after the file was read again.
    let spot = Memo::new(move |last: Option<&Spot>| {
        let now = all.with(|all| all.iter().find(|s| key.with_value(|k| s.key == *k)).cloned());
        now.or_else(|| last.cloned()).unwrap_or_else(|| first.clone())
    });
    let is_at = move |open: RwSignal<Option<String>>| {
        Memo::new(move |_| open.read().as_ref().is_some_and(|o| key.with_value(|k| o == k)))
    };
    let (in_context, correcting) = (is_at(desk.place), is_at(desk.correcting));
    let flip = move |open: RwSignal<Option<String>>, is_open: bool| {
        open.set((!is_open).then(|| key.get_value()));
    };
    let column = move || spot.read().place.column.clone().unwrap_or_default();
    let take_back = move |_| {
        let spot = spot.get_untracked();
        app.correct(desk.id(), &spot.place.column.unwrap_or_default(), &spot.text, None);
    };
    let kind = spot.with_untracked(|s| s.kind);
    view! {
        <li class="place" data-part="place" data-column=column
            data-file=move || spot.read().place.file.clone()
            data-line=move || spot.read().place.line
            data-record=move || spot.read().place.record
            data-count=move || spot.read().lines.len()>
            <span class="place-where">{move || where_text(&spot.read())}</span>
            <span class="place-column">{column}</span>
            <span class="place-text">{move || place_text(desk, &spot.read())}</span>
            <span class="place-tools">
                <Show when=move || spot.read().place.line.is_some()>
                    <button class="button small" data-part="show-context"
                        aria-expanded=move || in_context.get().to_string()
                        on:click=move |_| flip(desk.place, in_context.get_untracked())>
                        {move || if in_context.get() { words().quarantine.hide } else { words().quarantine.show_in_file }}
                    </button>
                </Show>
                {(kind == IssueKind::UnreadCell).then(|| view! {
                    <button class="button small" data-part="correct"
                        aria-expanded=move || correcting.get().to_string()
                        on:click=move |_| flip(desk.correcting, correcting.get_untracked())>
                        {move || words().quarantine.correct}
                    </button>
                })}
                {(kind == IssueKind::Corrected).then(|| view! {
                    <button class="button small" data-part="take-back" on:click=take_back>
                        {move || words().quarantine.take_back}
                    </button>
                })}
            </span>
            <Show when=move || correcting.get()>
                <CellCorrection desk spot/>
            </Show>
            <Show when=move || in_context.get()>
                <IssueContext desk spot/>
            </Show>
        </li>
    }
}

/// `line 43`, `line 43 · record 40`, `line 43 and 2 more`.
fn where_text(spot: &Spot) -> String {
    let words = words();
    let q = &words.quarantine;
    let Some(line) = spot.place.line else { return String::new() };
    let mut text = (q.line)(line);
    match spot.lines.len() {
        0 | 1 => {
            if let Some(record) = spot.place.record.filter(|record| *record != line) {
                text = format!("{text} · {}", (q.record)(record));
            }
        }
        n => text = format!("{text} {}", (q.more_lines)(n as u64 - 1)),
    }
    text
}

/// The text as in the file; of a corrected cell, what it is read as too.
fn place_text(desk: Desk, spot: &Spot) -> impl IntoView + use<> {
    let words = words();
    let q = &words.quarantine;
    let correction = (spot.kind == IssueKind::Corrected).then(|| {
        let file = desk.file.read();
        let mut all = file.options.corrections.iter();
        let is_it = |c: &&crate::engine::import::Correction| {
            Some(&c.column) == spot.place.column.as_ref() && c.text == spot.text
        };
        all.find(is_it).map(|c| match c.reading.as_str() {
            "" => q.read_as_empty.to_owned(),
            reading => (q.read_as)(reading),
        })
    });
    let says = spot.text.is_empty().then(|| {
        let issue = Issue {
            kind: spot.kind,
            place: spot.place.clone(),
            text: String::new(),
            expected: spot.expected,
        };
        (words.trouble.issue)(&issue)
    });
    view! {
        {(!spot.text.is_empty()).then(|| view! { <code title=spot.text.clone()>{spot.text.clone()}</code> })}
        {says.map(|s| view! { <span class="sub">{s}</span> })}
        {correction.flatten().map(|c| view! { " " <span class="sub">{c}</span> })}
    }
}
