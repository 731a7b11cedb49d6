//! Which table of an archive, which sheet of a workbook: a choice for each layer that holds several.

use crate::app::action::App;
use crate::app::part::file_preview::Desk;
use crate::app::words;
use crate::engine::import::container::Container;
use leptos::prelude::*;

#[component]
pub fn EntryChoice(desk: Desk) -> impl IntoView {
    let app = App::here();
    let layers = Memo::new(move |_| {
        let file = desk.file.read();
        let several = file.profile.container.iter().filter(|layer| layer.entries.len() > 1);
        several.cloned().collect::<Vec<_>>()
    });
    let choice = move |layer: Container| {
        let is_sheet = layer.kind.is_workbook();
        let choose = move |name: String| {
            app.change_reading(desk.id(), |options| {
                let chosen = if is_sheet { &mut options.sheet } else { &mut options.entry };
                *chosen = Some(name);
            });
        };
        let now = layer.entry.clone();
        let entries = layer.entries.into_iter().map(|entry| {
            let is_now = now.as_ref() == Some(&entry.name);
            view! { <option value=entry.name.clone() selected=is_now>{entry.name.clone()}</option> }
        });
        let entries = entries.collect_view();
        let label = move || {
            if is_sheet { words().quarantine.sheet } else { words().quarantine.inner_file }
        };
        view! {
            <label class="setting">
                <span>{label}</span>
                <select class="field quiet" data-part=if is_sheet { "option-sheet" } else { "option-entry" }
                    on:change:target=move |event| choose(event.target().value())>
                    {entries}
                </select>
            </label>
        }
    };
    move || layers.get().into_iter().map(choice).collect_view()
}
