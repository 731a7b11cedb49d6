//! Makes a filter: first by what, then which groups.

use crate::app::part::block_frame::ReportMemo;
use crate::app::part::dimension_choice::DimensionChoice;
use crate::app::part::filter_values::FilterValues;
use crate::app::part::menu::Menu;
use crate::app::words;
use crate::engine::dimension::Dimension;
use leptos::prelude::*;

#[component]
pub fn FilterMenu(report: ReportMemo) -> impl IntoView {
    let chosen = RwSignal::new(None::<Dimension>);
    // The first dimension that is offered, until another is chosen.
    let dimension = Memo::new(move |_| {
        chosen.get().or_else(|| report.with(|r| r.as_ref()?.scope.dimensions.first().cloned()))
    });
    let label = Signal::derive(move || words().report.add_filter.to_owned());
    let values = move || dimension.get().map(|dimension| view! { <FilterValues dimension/> });
    view! {
        <Menu
            part="add-filter"
            label
            sign=Signal::derive(move || format!("+ {}", words().report.add_filter))
            class="filter-menu no-print"
            stays=true
        >
            <div class="filter-dimension">
                <DimensionChoice
                    part="filter-dimension"
                    label
                    report
                    chosen=Signal::derive(move || dimension.get())
                    on_choose=move |d: Dimension| chosen.set(Some(d))
                />
            </div>
            {values}
        </Menu>
    }
}
