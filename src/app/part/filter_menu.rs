//! Makes a filter: first by what, then which groups.

use crate::app::action::App;
use crate::app::columns::{KnownColumn, known_columns};
use crate::app::part::block_frame::ReportMemo;
use crate::app::part::dimension_choice::DimensionChoice;
use crate::app::part::filter_place::FilterPlace;
use crate::app::part::filter_values::FilterValues;
use crate::app::part::menu::Menu;
use crate::app::words;
use crate::engine::dimension::Dimension;
use leptos::prelude::*;

#[component]
pub fn FilterMenu(report: ReportMemo, #[prop(optional)] place: FilterPlace) -> impl IntoView {
    let app = App::here();
    let chosen = RwSignal::new(None::<Dimension>);
    // The first dimension that is offered, until another is chosen.
    let dimension = Memo::new(move |_| {
        chosen.get().or_else(|| report.with(|r| r.as_ref()?.scope.dimensions.first().cloned()))
    });
    // Any column can be filtered by, also one that makes no groups.
    let more = Memo::new(move |_| {
        let columns = known_columns(app);
        columns.iter().filter(|c| !c.is_cost).map(KnownColumn::dimension).collect::<Vec<_>>()
    });
    let name = move || match place.0 {
        None => words().report.add_filter,
        Some(_) => words().asking.block_filters,
    };
    let label = Signal::derive(move || name().to_owned());
    let values = move || dimension.get().map(|dimension| view! { <FilterValues dimension place/> });
    view! {
        <Menu
            part="add-filter"
            label
            sign=Signal::derive(move || format!("+ {}", name()))
            class="filter-menu no-print"
            stays=true
        >
            <div class="filter-dimension">
                <DimensionChoice
                    part="filter-dimension"
                    label
                    report
                    more
                    chosen=Signal::derive(move || dimension.get())
                    on_choose=move |d: Dimension| chosen.set(Some(d))
                />
            </div>
            {values}
        </Menu>
    }
}
