//! The presets of this browser: save what is mapped now, apply, rename, delete, take out, take in.

use crate::app::action::App;
use crate::app::focus_if_lost;
use crate::app::part::preset_row::PresetRow;
use crate::app::part::preset_save::PresetSave;
use crate::app::part::text_file_button::TextFileButton;
use crate::app::state::{AppStateStoreFields, SessionStoreFields};
use crate::app::words;
use leptos::prelude::*;

#[component]
pub fn PresetsDialog() -> impl IntoView {
    view! {
        <div class="presets" data-part="presets-dialog">
            <h2 id="dialog-title">{move || words().preset.title}</h2>
            <p>{move || words().preset.intro}</p>
            <p class="sub">{move || words().preset.holds}</p>
            <PresetSave/>
            <hr/>
            <Kept/>
            <Import/>
        </div>
    }
}

#[component]
fn Kept() -> impl IntoView {
    let app = App::here();
    let presets = app.state.session().presets();
    let kept = Memo::new(move |_| presets.read().kept.clone());
    let deleted = Memo::new(move |_| presets.read().deleted.clone());
    // Deleting takes the row away that had the focus: the way back takes it.
    Effect::new(move || {
        if deleted.get().is_some() {
            request_animation_frame(|| focus_if_lost(&["bring-back"]));
        }
    });
    view! {
        <h3>{move || words().preset.list_title}</h3>
        <div role="status">
            {move || deleted.get().map(|preset| view! {
                <p class="note" data-part="preset-deleted">
                    <span>{(words().preset.deleted)(&preset.name)}</span>
                    <button class="button small" id="bring-back" data-part="bring-back"
                        on:click=move |_| app.bring_back_preset()>
                        {words().preset.bring_back}
                    </button>
                </p>
            })}
        </div>
        <ul class="preset-list">
            {move || match kept.get() {
                kept if kept.is_empty() => {
                    view! { <li class="sub" data-part="no-presets">{words().preset.empty}</li> }.into_any()
                }
                kept => kept.into_iter().map(|preset| view! { <PresetRow preset/> }).collect_view().into_any(),
            }}
        </ul>
    }
}

#[component]
fn Import() -> impl IntoView {
    let app = App::here();
    let label = Signal::derive(move || words().preset.import);
    view! {
        <div class="dialog-actions">
            <TextFileButton part="import-preset" input_part="preset-input" label
                on_text=move |text: String| app.import_preset(&text)/>
        </div>
        <p class="sub">{move || words().preset.import_note}</p>
    }
}
