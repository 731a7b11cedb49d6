//! What all blocks of the report have in common: a card with its title, its controls, its menu, and
//! the reason where the data can't answer.

use crate::app::action::App;
use crate::app::part::block_menu::BlockMenu;
use crate::app::part::credit_chip::credit_line;
use crate::app::part::figure::ShowsIntervals;
use crate::app::part::filter_chip::FilterChips;
use crate::app::part::filter_menu::FilterMenu;
use crate::app::part::filter_place::FilterPlace;
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::report::{Absence, Answer, BlockSpec, Report};
use leptos::prelude::*;
use std::sync::Arc;

/// The last answer, as all parts of the report screen read it.
pub type ReportMemo = Memo<Option<Arc<Report>>>;

/// The answer of the block at a place of the report.
pub fn answer_at(report: ReportMemo, index: usize) -> Memo<Option<Answer>> {
    Memo::new(move |_| report.with(|r| r.as_ref()?.blocks.get(index).cloned()))
}

/// The report's currency.
pub fn currency_of(report: ReportMemo) -> Memo<Option<String>> {
    Memo::new(move |_| report.with(|r| r.as_ref()?.scope.currency.clone()))
}

#[component]
pub fn BlockFrame(
    index: usize,
    part: &'static str,
    #[prop(into)] title: Signal<String>,
    report: ReportMemo,
    /// How wide it is in the grid.
    span: Signal<&'static str>,
    /// Whether the chart's place is taken by its table; none for blocks without a chart.
    #[prop(optional)]
    as_table: Option<RwSignal<bool>>,
    /// Tags and choices beside the title.
    #[prop(into)]
    controls: ViewFn,
    children: Children,
) -> impl IntoView {
    let absence = Memo::new(move |_| -> Option<Absence> {
        report.with(|r| match r.as_ref()?.blocks.get(index)? {
            Answer::Absent(absence) => Some(absence.clone()),
            _ => None,
        })
    });
    let document = App::here().state.document();
    let intervals = Memo::new(move |_| {
        let document = document.read();
        document.report.blocks.get(index).and_then(BlockSpec::intervals).unwrap_or_default()
    });
    provide_context(ShowsIntervals(intervals));
    let heading = format!("block-{index}");
    let heading_id = heading.clone();
    view! {
        <section
            class=move || format!("card block {}", span.get())
            data-part=part
            data-block=index
            // No landmark of its own: there are many, and two may bear one name.
            role="group"
            aria-labelledby=heading
        >
            <header>
                <h2 id=heading_id>{move || title.get()}</h2>
                <div class="block-controls">{controls.run()}</div>
                <BlockMenu index title report as_table=as_table/>
            </header>
            <BlockFilters index report/>
            {move || absence.get().map(|absence| {
                let words = words();
                let reason = (words.trouble.absence)(&absence);
                view! { <p class="absent" data-part="absent">{(words.report.absent_because)(reason)}</p> }
            })}
            <div class="block-body" hidden=move || absence.get().is_some()>{children()}</div>
            {move || credit_line(report, index).map(|line| view! {
                <p class="quiet-line" data-part="credit-line">{line}</p>
            })}
            {move || report.with(|r| words().changing(r.as_ref()?, index)).map(|line| view! {
                <p class="quiet-line" data-part="changing-line">{line}</p>
            })}
        </section>
    }
}

/// The filters that act on this block only; the menu to add one shows once there is one, before
/// that it is in the block's own menu.
#[component]
fn BlockFilters(index: usize, report: ReportMemo) -> impl IntoView {
    let place = FilterPlace(Some(index));
    let filters = place.filters(App::here());
    let any = Memo::new(move |_| !filters.with(Vec::is_empty));
    let wanted = use_context::<WantsFilter>().map(|w| w.0);
    let shows = Memo::new(move |_| any.get() || wanted.is_some_and(|w| w.get() == Some(index)));
    view! {
        {move || shows.get().then(|| view! {
            <div class="block-filters" data-part="block-filters">
                <span class="sub">{move || words().asking.here_only}":"</span>
                <FilterChips report place/>
                <FilterMenu report place/>
            </div>
        })}
    }
}

/// The block for which somebody wants to make the first filter.
#[derive(Clone, Copy)]
pub struct WantsFilter(pub RwSignal<Option<usize>>);
