//! One preset of the list: what it is for, and what can be done with it.

use crate::app::action::App;
use crate::app::state::{AppStateStoreFields, Dialog, Screen, SessionStoreFields};
use crate::app::words;
use crate::engine::preset::Preset;
use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn PresetRow(preset: Arc<Preset>) -> impl IntoView {
    let app = App::here();
    let words = words();
    let p = &words.preset;
    let name = StoredValue::new(preset.name.clone());
    let renames = RwSignal::new(false);
    let files = app.state.session().files();
    let any_file = move || files.read().iter().any(|f| f.profile().is_some());
    let in_use =
        Memo::new(move |_| app.state.document().read().preset.as_ref() == Some(&name.get_value()));
    let kinds: Vec<&str> =
        preset.mapping.files.iter().map(|f| (words.names.file_kind)(f.kind)).collect();
    let blocks = preset.blocks;
    let apply = move |_| {
        app.apply_preset(&name.get_value());
        app.show(Dialog::None);
        app.go(Screen::Mapping);
    };
    let named = move |of: fn(&str) -> String| name.with_value(|n| of(n));
    view! {
        <li class="preset-row" data-part="preset" data-name=preset.name.clone()>
            <Show when=move || renames.get() fallback=move || view! {
                <div class="told">
                    <b>{name.get_value()}</b>
                    {move || in_use.get().then(|| view! { <span class="tag good">{p.in_use}</span> })}
                    {blocks.then(|| view! { <span class="tag">{p.with_blocks}</span> })}
                </div>
            }>
                <Rename name renames/>
            </Show>
            <p class="sub">{kinds.join(" · ")}</p>
            <div class="acts">
                <button class="button small" data-part="apply-preset" aria-label=named(p.apply_named)
                    disabled=move || !any_file() on:click=apply>{p.apply}</button>
                <button class="button small" data-part="export-preset" aria-label=named(p.export_named)
                    on:click=move |_| app.export_preset(&name.get_value())>{p.export}</button>
                <button class="button small ghost" data-part="rename-preset" aria-label=named(p.rename_named)
                    aria-expanded=move || renames.get().to_string()
                    on:click=move |_| renames.update(|r| *r = !*r)>{p.rename}</button>
                <button class="button small ghost" data-part="delete-preset" aria-label=named(p.delete_named)
                    on:click=move |_| app.delete_preset(&name.get_value())>{p.delete}</button>
            </div>
        </li>
    }
}

#[component]
fn Rename(name: StoredValue<String>, renames: RwSignal<bool>) -> impl IntoView {
    let app = App::here();
    let field = NodeRef::<Input>::new();
    Effect::new(move || {
        if let Some(field) = field.get() {
            // A field that can't be focused is still there to be clicked.
            let _ = field.focus();
            field.select();
        }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let to = field.get_untracked().map(|f| f.value()).unwrap_or_default();
        let from = name.get_value();
        renames.set(false);
        app.rename_preset(&from, &to);
    };
    view! {
        <form class="line" on:submit=submit>
            <input class="field" maxlength="80" required data-part="new-name" node_ref=field
                aria-label=move || name.with_value(|n| (words().preset.new_name)(n))
                prop:value=name.get_value()
                on:keydown=move |event| {
                    if event.key() == "Escape" {
                        // The dialog stays open.
                        event.prevent_default();
                        event.stop_propagation();
                        renames.set(false);
                    }
                }/>
            <button class="button small primary" data-part="confirm-rename">{move || words().shell.ok}</button>
        </form>
    }
}
