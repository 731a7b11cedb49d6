//! What came of reading a file, in one line: what was read, what was not, what waits for a word of
//! the user. Each part leads to its places.

use crate::app::part::file_preview::Desk;
use crate::app::words;
use crate::engine::issue::IssueKind;
use leptos::prelude::*;

/// Kinds that mean damage to the file itself.
const DAMAGE: [IssueKind; 5] = [
    IssueKind::EncodingTurns,
    IssueKind::BadBytes,
    IssueKind::UnclosedQuote,
    IssueKind::ShortRow,
    IssueKind::LongRow,
];
const ASIDE: [IssueKind; 4] =
    [IssueKind::SecondTable, IssueKind::TitleLine, IssueKind::TotalsRow, IssueKind::FooterLine];
const ASSUMED: [IssueKind; 2] = [IssueKind::AmbiguousDates, IssueKind::AmbiguousNumbers];

/// The verdict's parts, in the order of what matters.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Part {
    Unread,
    Damaged,
    Assumed,
    Aside,
    Corrected,
}

const PARTS: [Part; 5] = [Part::Unread, Part::Damaged, Part::Assumed, Part::Aside, Part::Corrected];

impl Part {
    fn kinds(self) -> &'static [IssueKind] {
        match self {
            Part::Unread => &[IssueKind::UnreadCell],
            Part::Damaged => &DAMAGE,
            Part::Assumed => &ASSUMED,
            Part::Aside => &ASIDE,
            Part::Corrected => &[IssueKind::Corrected],
        }
    }
    fn words(self, n: u64) -> String {
        let words = words();
        let quarantine = &words.quarantine;
        match self {
            Part::Unread => (quarantine.cells_unread)(n),
            Part::Damaged => (quarantine.damaged)(n),
            Part::Assumed => (quarantine.to_confirm)(n),
            Part::Aside => (words.data.set_aside)(n),
            Part::Corrected => (quarantine.corrected)(n),
        }
    }
    fn name(self) -> &'static str {
        match self {
            Part::Unread => "unread",
            Part::Damaged => "damaged",
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
        part.kinds().iter().map(|kind| file.profile.issues.count(*kind)).sum::<u64>()
    };
    let counts = Memo::new(move |_| PARTS.map(|part| (part, count(part))));
    let rows = Memo::new(move |_| desk.file.read().profile.rows);
    // What the file lost or may have wrong; lines set aside and corrections are as they should be.
    let is_clean = move || {
        let odd = |p: Part| matches!(p, Part::Unread | Part::Damaged | Part::Assumed);
        !counts.get().iter().any(|(part, n)| odd(*part) && *n > 0)
    };
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
        let counted = part.kinds().iter().copied();
        let file = desk.file.read_untracked();
        let present = counted.filter(|kind| file.profile.issues.count(*kind) > 0);
        let present: Vec<_> = present.collect();
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
