//! The field at the head of a long menu that looks for names. What it finds is the menu's matter.

use leptos::prelude::*;

#[component]
pub fn MenuSearch(
    part: &'static str,
    #[prop(into)] label: Signal<&'static str>,
    sought: RwSignal<String>,
) -> impl IntoView {
    view! {
        <input
            type="search"
            class="menu-search"
            data-part=part
            aria-label=label
            placeholder=label
            prop:value=move || sought.get()
            on:input:target=move |event| sought.set(event.target().value())
            // A click into the field chooses nothing.
            on:click=move |event| event.stop_propagation()
        />
    }
}
