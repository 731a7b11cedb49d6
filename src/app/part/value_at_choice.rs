//! Which row's values a record has, where a history of stages makes the records.

use crate::app::action::App;
use crate::app::part::choice::Choice;
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::mapping::ValueAt;
use leptos::prelude::*;

/// Nothing for any other file: its records have one row each.
#[component]
pub fn ValueAtChoice(file: String) -> impl IntoView {
    let app = App::here();
    let name = StoredValue::new(file);
    let now = Memo::new(move |_| {
        let document = app.state.document();
        let mapping = &document.read().mapping;
        name.with_value(|name| {
            let file = mapping.files.iter().find(|f| f.name == *name)?;
            mapping.makes_records_of_events(name).then_some(file.value_at)
        })
    });
    let key = |at: ValueAt| format!("{at:?}");
    let options = Signal::derive(move || {
        let named = words().shape.value_at_name;
        ValueAt::EVERY.map(|at| (key(at), named(at).to_owned())).to_vec()
    });
    let choose = move |chosen: String| {
        let Some(at) = ValueAt::EVERY.into_iter().find(|at| key(*at) == chosen) else { return };
        app.edit(|d| {
            let name = name.get_value();
            let ours = d.mapping.files.iter_mut().filter(|f| f.name == name);
            ours.for_each(|f| f.value_at = at);
        });
    };
    view! {
        <Show when=move || now.get().is_some()>
            <div class="value-at-choice" data-part="value-at">
                <span class="tag-choice">
                    <span class="sub">{move || words().shape.value_at} " "</span>
                    <Choice
                        part="value-at-choice"
                        label=Signal::derive(move || words().shape.value_at.to_owned())
                        options
                        chosen=Signal::derive(move || now.get().map(key).unwrap_or_default())
                        on_choose=choose
                    />
                </span>
                <p class="sub">{move || words().shape.value_at_hint}</p>
            </div>
        </Show>
    }
}
