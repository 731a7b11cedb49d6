//! A raw stage value with its count. A hidden select over it moves it to another stage by keyboard
//! or touch; it can be dragged as well.

use crate::app::action::App;
use crate::app::part::stage_edit::{Place, move_value};
use crate::app::words;
use leptos::prelude::*;
use web_sys::DragEvent;

#[component]
pub fn ValueChip(
    value: String,
    count: u64,
    tone: &'static str,
    places: Memo<Vec<(Place, String)>>,
    #[prop(into)] on_drag: UnsyncCallback<DragEvent>,
) -> impl IntoView {
    let app = App::here();
    let words = words();
    let moved = value.clone();
    let options = move || {
        let option = |(place, name): (Place, String)| {
            view! { <option value=format!("{place:?}")>{name}</option> }
        };
        places.get().into_iter().map(option).collect_view()
    };
    view! {
        <span class=format!("value-chip tag {tone}") draggable="true" data-part="stage-value" data-value=value.clone()
            on:dragstart=move |event| on_drag.run(event)>
            // What a mouse drags it by: the select lies over all the rest.
            <span class="grip" aria-hidden="true">"⠿"</span>
            {value.clone()}
            " "
            <b>{words.locale.count(count)}</b>
            <select aria-label=(words.mapping.value_goes_to)(&value) on:change:target=move |event| {
                let chosen = event.target().value();
                let place = places.get_untracked().into_iter().find(|(p, _)| format!("{p:?}") == chosen);
                if let Some((place, _)) = place {
                    app.edit(|d| move_value(&mut d.mapping.ladder, &moved, place));
                }
            }>
                <option value="" selected=true disabled=true>{(words.mapping.value_goes_to)(&value)}</option>
                {options}
            </select>
        </span>
    }
}
