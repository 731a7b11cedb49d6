//! A labelled choice among a few things: a native select, so that it works with every keyboard,
//! screen reader and phone. Used for the chips of the filter bar and in the heads of blocks.

use leptos::prelude::*;

/// An option: its key and its words.
pub type Named = (String, String);

#[component]
pub fn Choice(
    part: &'static str,
    #[prop(into)] label: Signal<String>,
    #[prop(into)] options: Signal<Vec<Named>>,
    #[prop(into)] chosen: Signal<String>,
    #[prop(into)] on_choose: Callback<String>,
    #[prop(optional, into)] disabled: Signal<bool>,
    /// Keys that can't be chosen now.
    #[prop(optional, into)]
    greyed: Signal<Vec<String>>,
) -> impl IntoView {
    view! {
        <select
            class="choice"
            data-part=part
            data-value=move || chosen.get()
            aria-label=move || label.get()
            disabled=move || disabled.get()
            on:change:target=move |event| {
                let select = event.target();
                on_choose.run(select.value());
                // What was not taken, as in a list that only adds, is not left standing.
                if let Some(chosen) = chosen.try_get_untracked() {
                    select.set_value(&chosen);
                }
            }
        >
            {move || {
                let listed = options.get();
                listed
                    .into_iter()
                    .map(|(key, words)| {
                        let mine = key.clone();
                        let other = key.clone();
                        view! {
                            <option
                                value=key
                                disabled=move || greyed.with(|g| g.contains(&other))
                                prop:selected=move || chosen.get() == mine
                            >
                                {words}
                            </option>
                        }
                    })
                    .collect_view()
            }}
        </select>
    }
}
