//! Steps back and forth through what was decided: two buttons, and the keys that everybody knows.
//! Not here: what a step is (`action`).

use crate::app::action::App;
use crate::app::state::{AppStateStoreFields, Notice, SessionStoreFields};
use crate::app::words;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

#[component]
pub fn UndoButtons() -> impl IntoView {
    let app = App::here();
    let session = app.state.session();
    let can_undo = Memo::new(move |_| !session.undo().read().is_empty());
    let can_redo = Memo::new(move |_| !session.redo().read().is_empty());
    let keys = window_event_listener(ev::keydown, move |event| match step_of(&event) {
        Some(Step::Back) if can_undo.get_untracked() => back(app),
        Some(Step::Forth) if can_redo.get_untracked() => forth(app),
        _ => {}
    });
    on_cleanup(move || keys.remove());
    let any = move || can_undo.get() || can_redo.get();
    view! {
        <Show when=any>
            <div class="undo" role="group">
                <button class="button ghost" data-part="undo" disabled=move || !can_undo.get()
                    aria-label=move || words().shell.undo title=move || words().shell.undo
                    on:click=move |_| back(app)>
                    <span aria-hidden="true">"↶"</span>
                </button>
                <button class="button ghost" data-part="redo" disabled=move || !can_redo.get()
                    aria-label=move || words().shell.redo title=move || words().shell.redo
                    on:click=move |_| forth(app)>
                    <span aria-hidden="true">"↷"</span>
                </button>
            </div>
        </Show>
    }
}

fn back(app: App) {
    app.undo();
    app.notify(Notice::Undone);
}

fn forth(app: App) {
    app.redo();
    app.notify(Notice::Redone);
}

enum Step {
    Back,
    Forth,
}

/// Ctrl+Z; Ctrl+Y or Ctrl+Shift+Z; with the command key on a Mac. A text field undoes its own.
fn step_of(event: &KeyboardEvent) -> Option<Step> {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let is_text = target.is_some_and(|t| {
        t.matches("textarea, input:not([type=checkbox], [type=file])").unwrap_or(false)
    });
    if is_text || !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return None;
    }
    // By the place of the key, so that it works with a Russian or Greek layout.
    match (event.code().as_str(), event.shift_key()) {
        ("KeyZ", false) => Some(Step::Back),
        ("KeyZ", true) | ("KeyY", false) => Some(Step::Forth),
        _ => None,
    }
}
