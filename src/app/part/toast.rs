//! A short sentence after an action, for eyes and for screen readers.

use crate::app::action::App;
use crate::app::state::{AppStateStoreFields, Notice, SessionStoreFields};
use crate::app::words;
use leptos::prelude::*;
use std::time::Duration;

/// How long a toast stays.
const STAYS: Duration = Duration::from_secs(6);

#[component]
pub fn Toast() -> impl IntoView {
    let app = App::here();
    let notice = app.state.session().notice();
    Effect::new(move || {
        let Some((number, _)) = notice.get() else { return };
        set_timeout(
            move || {
                let is_last = notice.get_untracked().is_some_and(|(n, _)| n == number);
                if is_last {
                    notice.set(None);
                }
            },
            STAYS,
        );
    });
    view! {
        <div class="toast" role="status" aria-live="polite" data-part="toast">
            {move || notice.get().map(|(_, notice)| view! { <p>{text(&notice)}</p> })}
        </div>
    }
}

fn text(notice: &Notice) -> String {
    let words = words();
    match notice {
        Notice::Copied => words.dialog.copied.to_owned(),
        Notice::Saved => words.dialog.saved.to_owned(),
        Notice::Opened => words.dialog.opened.to_owned(),
        Notice::Undone => words.dialog.undone.to_owned(),
        Notice::Redone => words.dialog.redone.to_owned(),
        Notice::NotADocument(reason) => (words.trouble.not_a_document)(reason),
        Notice::CameBack { back, left } => (words.quarantine.came_back)(*back, *left),
        Notice::Worse(more) => (words.quarantine.worse)(*more),
        Notice::PresetSaved(name) => (words.preset.saved)(name),
        Notice::PresetImported(name) => (words.preset.imported)(name),
        Notice::PresetApplied(name) => (words.preset.applied)(name),
        Notice::NotAPreset(error) => {
            let help = (words.preset.error)(error);
            let place = Some(help.place).filter(|p| !p.is_empty()).map(|p| format!(" ({p})"));
            format!("{}{} {}", help.what, place.unwrap_or_default(), help.todo)
        }
        Notice::ReadAgain => words.quarantine.read_again.to_owned(),
        Notice::LinkBroken => words.trouble.link_broken.to_owned(),
        Notice::WorkerRestarted => words.trouble.worker_restarted.to_owned(),
        Notice::StorageFull => words.trouble.storage_full.to_owned(),
    }
}
