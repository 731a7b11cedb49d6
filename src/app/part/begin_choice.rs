//! With what the funnel begins, beside the join of leads to deals.

use crate::app::action::App;
use crate::app::part::choice::Choice;
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::mapping::begin::BeginWith;
use leptos::prelude::*;

const CHOICES: [BeginWith; 2] = [BeginWith::Deals, BeginWith::Leads];

/// Nothing for a join that is none of leads.
#[component]
pub fn BeginChoice(lookup: String) -> impl IntoView {
    let app = App::here();
    let is_of_leads = Memo::new(move |_| {
        let document = app.state.document();
        let document = document.read();
        document.mapping.lead_join().is_some_and(|j| j.lookup_file == lookup)
    });
    let with = Memo::new(move |_| app.state.document().read().mapping.begin.with);
    let own = Memo::new(move |_| app.state.document().read().mapping.begin.own.clone());
    let by_status = Memo::new(move |_| app.state.document().read().mapping.begin.by_status);
    let key = |with: BeginWith| format!("{with:?}");
    let options = Signal::derive(move || {
        CHOICES.iter().map(|w| (key(*w), (words().begin.with)(*w).to_owned())).collect::<Vec<_>>()
    });
    let choose = move |chosen: String| {
        if let Some(with) = CHOICES.into_iter().find(|w| key(*w) == chosen) {
            app.edit(|d| d.mapping.begin.with = with);
        }
    };
    view! {
        <Show when=move || is_of_leads.get()>
            <div class="begin-choice" data-part="begin">
                <span class="tag-choice">
                    <span class="sub">{move || words().begin.label} " "</span>
                    <Choice
                        part="begin-with"
                        label=Signal::derive(move || words().begin.label.to_owned())
                        options
                        chosen=Signal::derive(move || key(with.get()))
                        on_choose=choose
                    />
                </span>
                <p class="sub">{move || (words().begin.hint)(with.get())}</p>
                <Show when=move || with.get() == BeginWith::Leads && !own.read().stages.is_empty()>
                    <label class="sub">
                        <input type="checkbox" data-part="begin-by-status" prop:checked=move || by_status.get()
                            on:change:target=move |event| {
                                let on = event.target().checked();
                                app.edit(|d| d.mapping.begin.by_status = on);
                            }/>
                        " "
                        {move || own.with(|own| {
                            let stages: Vec<&str> = own.stages.iter().map(|s| s.name.as_str()).collect();
                            let lost: Vec<&str> = own.lost.iter().map(String::as_str).collect();
                            (words().begin.own)(&stages, &lost)
                        })}
                    </label>
                </Show>
            </div>
        </Show>
    }
}
