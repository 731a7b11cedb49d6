//! Why nothing leaves the computer.

use crate::app::action::App;
use crate::app::state::{AppStateStoreFields, SessionStoreFields};
use crate::app::words;
use leptos::prelude::*;

#[component]
pub fn PrivacyDialog() -> impl IntoView {
    let requests = App::here().state.session().requests();
    view! {
        <h2 id="dialog-title">{move || words().shell.privacy_title}</h2>
        <p>{move || words().shell.privacy_text}</p>
        <p class="tag good">{move || (words().shell.local_only)(requests.get().into())}</p>
    }
}
