//! The day that stands for today: that of the data, until the user sets another. Not here: how it is
//! found in the data (`engine::funnel`).

use crate::app::action::App;
use crate::app::part::block_frame::ReportMemo;
use crate::app::part::period_chip::DateField;
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::value::Day;
use leptos::prelude::*;

#[component]
pub fn AsOfChip(report: ReportMemo) -> impl IntoView {
    let app = App::here();
    let set = Memo::new(move |_| app.state.document().read().mapping.as_of);
    let shown = Memo::new(move |_| set.get().or_else(|| report.with(|r| r.as_ref()?.scope.as_of)));
    let reset = move || {
        let label = words().as_of.reset;
        view! {
            <button class="tag-remove no-print" data-part="as-of-reset" aria-label=label title=label
                on:click=move |_| app.edit(|d| d.mapping.as_of = None)>
                "✕"
            </button>
        }
    };
    view! {
        <span class="chip" class:filter-chip=move || set.get().is_some() hidden=move || shown.get().is_none()
            title=move || words().as_of.hint>
            <span class="chip-name">{move || words().as_of.name}</span>
            {move || view! {
                <DateField part="as-of" label=words().as_of.name day=shown
                    on_choose=move |day: Day| app.edit(|d| d.mapping.as_of = Some(day))/>
            }}
            {move || set.get().is_some().then(reset)}
        </span>
    }
}
