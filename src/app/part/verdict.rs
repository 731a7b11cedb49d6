//! What came of reading a file, in one line: what was read, what was not, what waits for a word of
//! the user. Each part leads to its places.

use crate::app::part::file_preview::Desk;
use crate::app::words;
use crate::engine::issue::{IssueKind, Standing};
use leptos::prelude::*;

/// The verdict's parts, in the order of what matters.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Part {
    Unread,
    Damaged,
    Summed,
    Assumed,
    Aside,
    Corrected,
}

const PARTS: [Part; 6] =
    [Part::Unread, Part::Damaged, Part::Summed, Part::Assumed, Part::Aside, Part::Corrected];

impl Part {
    /// The part that speaks of a kind; names of columns are left to the list.
    fn of(kind: IssueKind) -> Option<Part> {
        match kind.standing() {
            Standing::Unread => Some(Part::Unread),
            Standing::Garbled | Standing::Ragged => Some(Part::Damaged),
            Standing::Summed => Some(Part::Summed),
            Standing::Assumed => Some(Part::Assumed),
            Standing::Below | Standing::Aside => Some(Part::Aside),
            Standing::Corrected => Some(Part::Corrected),
            Standing::Named => None,
        }
    }
    fn words(self, n: u64) -> String {
        let words = words();
        let quarantine = &words.quarantine;
        match self {
            Part::Unread => (quarantine.cells_unread)(n),
            Part::Damaged => (quarantine.damaged)(n),
            Part::Summed => (quarantine.subtotals)(n),
            Part::Assumed => (quarantine.to_confirm)(n),
            Part::Aside => (words.data.set_aside)(n),
            Part::Corrected => (quarantine.corrected)(n),
        }
    }
    fn name(self) -> &'static str {
        match self {
            Part::Unread => "unread",
            Part::Damaged => "damaged",
            Part::Summed => "summed",
            Part::Assumed => "assumed",
            Part::Aside => "aside",
            Part::Corrected => "corrected",
        }
    }
}

#[component]
pub fn Verdict(desk: Desk) -> impl IntoView {
    let count = move |part: Part| {
        let file = desk.file.read();
        let counts = file.profile.issues.counts.iter();
        counts.filter(|(kind, _)| Part::of(*kind) == Some(part)).map(|(_, n)| n).sum::<u64>()
    };
    let counts = Memo::new(move |_| PARTS.map(|part| (part, count(part))));
    let rows = Memo::new(move |_| desk.file.read().profile.rows);
    // Lines set aside and corrections are as they should be.
    let is_clean = move || !desk.file.read().profile.issues.needs_a_look();
    view! {
        <ul class="verdict" data-part="verdict" aria-label=move || words().quarantine.title>
            <li class="verdict-rows" class:good=is_clean>
                <span aria-hidden="true">{move || if is_clean() { "✓ " } else { "" }}</span>
                {move || (words().quarantine.rows_read)(rows.get())}
            </li>
            <Show when=is_clean>
                <li class="sub">{move || words().quarantine.nothing_odd}</li>
            </Show>
            {PARTS.map(|part| {
                let n = Memo::new(move |_| counts.get().into_iter().find(|(p, _)| *p == part).map_or(0, |(_, n)| n));
                view! {
                    <Show when=move || n.get() != 0>
                        <li>
                            <button class=format!("verdict-part {}", part.name()) data-part="verdict-part"
                                data-name=part.name() data-count=move || n.get()
                                on:click=move |_| go(desk, part)>
                                {move || part.words(n.get())}
                            </button>
                        </li>
                    </Show>
                }
            }).collect_view()}
            <Show when=move || desk.file.read().busy>
                <li class="sub">{move || words().quarantine.reading_again}</li>
            </Show>
        </ul>
    }
}

/// Opens the places of a part and goes there.
fn go(desk: Desk, part: Part) {
    if part != Part::Assumed {
        let file = desk.file.read_untracked();
        let kinds = file.profile.issues.counts.iter().map(|(kind, _)| *kind);
        let present: Vec<_> = kinds.filter(|kind| Part::of(*kind) == Some(part)).collect();
        drop(file);
        desk.open.update(|open| open.extend(present));
    }
    let target = match part {
        Part::Assumed => "assumptions",
        _ => "issues",
    };
    request_animation_frame(move || {
        let found = document().query_selector(&format!("[data-part={target}] h3")).ok().flatten();
        if let Some(heading) = found {
            heading.scroll_into_view();
            crate::app::focus(&heading);
        }
    });
}
