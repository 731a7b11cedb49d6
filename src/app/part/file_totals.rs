//! Many files in one line: how many, how many rows, what was not read in any of them, and the way to
//! those that wait for a word.

use crate::app::action::App;
use crate::app::state::{AppStateStoreFields, FileEntry, FileStatus, SessionStoreFields};
use crate::app::words;
use crate::engine::issue::IssueKind;
use leptos::prelude::*;

/// Whether somebody should look at how a file was read.
pub fn needs_a_look(entry: &FileEntry) -> bool {
    matches!(entry.status, FileStatus::Failed(_))
        || entry.last_profile().is_some_and(|p| p.issues.needs_a_look())
}

#[component]
pub fn FileTotals(only: RwSignal<bool>) -> impl IntoView {
    let app = App::here();
    let files = app.state.session().files();
    let totals = Memo::new(move |_| {
        let files = files.read();
        let profiles = || files.iter().filter_map(FileEntry::last_profile);
        (
            files.len() as u64,
            profiles().map(|p| p.rows).sum::<u64>(),
            profiles().map(|p| p.issues.count(IssueKind::UnreadCell)).sum::<u64>(),
            files.iter().filter(|f| needs_a_look(f)).count() as u64,
        )
    });
    let said = move || {
        let words = words();
        let (count, rows, unread, _) = totals.get();
        let mut parts = vec![(words.data.files)(count), (words.quarantine.rows_read)(rows)];
        if unread > 0 {
            parts.push((words.quarantine.cells_unread)(unread));
        }
        parts.join(" · ")
    };
    let wait = move || totals.get().3;
    view! {
        <div class="file-totals" data-part="file-totals">
            <p>{said}</p>
            <Show when=move || wait() != 0>
                <button class="button small" data-part="only-odd" aria-pressed=move || only.get().to_string()
                    on:click=move |_| only.update(|o| *o = !*o)>
                    {move || if only.get() { words().shell.show_all.to_owned() } else { (words().quarantine.to_look_at)(wait()) }}
                </button>
            </Show>
        </div>
    }
}
