//! Which figures a block shows: a list of ticks. At least one stays.

use crate::app::action::App;
use crate::app::columns::own_heads;
use crate::app::part::menu::Menu;
use crate::app::state::{AppStateStoreFields, Dialog};
use crate::app::words;
use crate::engine::measure::MeasureId;
use leptos::prelude::*;

#[component]
pub fn MeasurePicker(
    #[prop(into)] chosen: Signal<Vec<MeasureId>>,
    #[prop(into)] on_choose: Callback<Vec<MeasureId>>,
    /// The block that a new measure of one's own is for.
    #[prop(optional, into)]
    block: Option<usize>,
) -> impl IntoView {
    let tick = move |id: MeasureId| {
        let is_on = Memo::new(move |_| chosen.with(|c| c.contains(&id)));
        let is_last = move || is_on.get() && chosen.with(|c| c.len() == 1);
        let toggle = move |_| {
            let mut now = chosen.get_untracked();
            match now.iter().position(|m| *m == id) {
                Some(at) => drop(now.remove(at)),
                None => now.push(id),
            }
            if !now.is_empty() {
                on_choose.run(now);
            }
        };
        view! {
            <label class="menu-item tick">
                <input
                    type="checkbox"
                    data-part="pick-measure"
                    data-measure=measure_key(id)
                    prop:checked=move || is_on.get()
                    disabled=is_last
                    on:change=toggle
                />
                {move || words().measure(id, &own_heads())}
            </label>
        }
    };
    let app = App::here();
    let own = Memo::new(move |_| {
        app.state
            .document()
            .read()
            .report
            .own
            .iter()
            .map(|o| (o.id, o.name.clone()))
            .collect::<Vec<_>>()
    });
    view! {
        <Menu
            part="measures"
            label=Signal::derive(move || words().report.measures.to_owned())
            sign=Signal::derive(move || words().report.measures.to_owned())
            class="tag-menu no-print"
            stays=true
        >
            <button class="menu-item" data-part="own-add" on:click=move |_| app.show(Dialog::Own { id: None, block })>
                "+ "{move || words().asking.own_add}
            </button>
            <For each=move || own.get() key=|o| o.clone() let:one>{tick(MeasureId::Own(one.0))}</For>
            {MeasureId::EVERY.iter().copied().map(tick).collect_view()}
        </Menu>
    }
}

/// The name of a measure in documents, for `data-measure`.
pub fn measure_key(id: MeasureId) -> String {
    if let MeasureId::Own(number) = id {
        return format!("own-{number}");
    }
    let name = serde_json::to_value(id).ok();
    name.and_then(|n| n.as_str().map(str::to_owned)).unwrap_or_default()
}
