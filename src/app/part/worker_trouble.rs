//! Above the screens: that the worker can't be started, or that an answer of it is missing, and what to
//! do. Until then the page would wait for ever.

use crate::app::action::App;
use crate::app::state::{AppStateStoreFields, SessionStoreFields, WorkerState};
use crate::app::words;
use leptos::prelude::*;

#[component]
pub fn WorkerTrouble() -> impl IntoView {
    let worker = App::here().state.session().worker();
    let help = move || {
        let trouble = &words().trouble;
        match worker.get() {
            WorkerState::Starting | WorkerState::Ready | WorkerState::Restarted => None,
            WorkerState::Failed(reason) => Some((trouble.worker_failed)(&reason)),
            WorkerState::Misread(reason) => Some((trouble.worker_misread)(&reason)),
        }
    };
    let reload = |_| {
        // A browser that refuses leaves the sentence, which says the same.
        let _ = window().location().reload();
    };
    view! {
        <div class="worker-trouble" role="alert" data-part="worker-trouble">
            {move || help().map(|help| view! {
                <p>
                    <b>{help.what}</b>
                    " "
                    {help.todo}
                    {(!help.place.is_empty()).then(|| view! { <span class="sub">" ("{help.place}")"</span> })}
                </p>
                <button class="button small primary" data-part="reload" on:click=reload>
                    {words().trouble.reload}
                </button>
            })}
        </div>
    }
}
