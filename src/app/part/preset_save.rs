//! Saving what is mapped now under a name; a name that is taken asks before it is replaced.

use crate::app::action::App;
use crate::app::state::{AppStateStoreFields, SessionStoreFields};
use crate::app::words;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// Longer names are cut off.
const MOST_LETTERS: &str = "80";

#[component]
pub fn PresetSave() -> impl IntoView {
    let app = App::here();
    let files = app.state.session().files();
    let any_file = move || files.read().iter().any(|f| f.profile().is_some());
    let in_use = app.state.document().read_untracked().preset.clone();
    let name = RwSignal::new(in_use.unwrap_or_default());
    let blocks = RwSignal::new(true);
    let asks = RwSignal::new(None::<String>);
    let save = move |wanted: String| {
        app.save_preset(&wanted, blocks.get_untracked());
        asks.set(None);
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let wanted = name.get_untracked().trim().to_owned();
        if wanted.is_empty() {
            return;
        }
        if app.preset(&wanted).is_some() {
            asks.set(Some(wanted));
        } else {
            save(wanted);
        }
    };
    let asked = move || {
        asks.get().map(|wanted| {
            let words = words();
            let question = (words.preset.replace_question)(&wanted);
            view! {
                <div class="note" role="alert" data-part="replace-preset">
                    <p>{question}</p>
                    <button type="button" class="button small" data-part="replace"
                        on:click=move |_| save(wanted.clone())>
                        {words.preset.replace}
                    </button>
                    <button type="button" class="button small ghost" on:click=move |_| asks.set(None)>
                        {words.shell.cancel}
                    </button>
                </div>
            }
        })
    };
    view! {
        <Show when=any_file fallback=move || view! { <p class="sub">{words().preset.nothing_to_save}</p> }>
            <form class="preset-save" data-part="preset-save" on:submit=submit>
                <h3>{move || words().preset.save_title}</h3>
                <div class="line">
                    <input class="field" data-part="preset-name" maxlength=MOST_LETTERS required
                        aria-label=move || words().preset.name placeholder=move || words().preset.name
                        prop:value=move || name.get()
                        on:input:target=move |event| {
                            name.set(event.target().value());
                            asks.set(None);
                        }/>
                    <button class="button primary" data-part="save-preset">{move || words().preset.save}</button>
                </div>
                <label class="check">
                    <input type="checkbox" data-part="preset-blocks" prop:checked=move || blocks.get()
                        on:change:target=move |event| blocks.set(event.target().checked())/>
                    <span>{move || words().preset.with_report}</span>
                </label>
                {asked}
            </form>
        </Show>
    }
}
