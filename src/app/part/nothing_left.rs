//! That no record is in scope, and how to have some again: else a page of zeros and dashes would have
//! to be puzzled out.

use crate::app::action::App;
use crate::app::part::block_frame::ReportMemo;
use crate::app::part::filter_place::FilterPlace;
use crate::app::part::hand::give_hand_to;
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::filter::PeriodSpec;
use leptos::prelude::*;

/// The buttons go with the note; the hand goes to what was the reason.
const GOES_TO: &str = "[data-part=filter-bar] [data-part=add-filter]";

#[component]
pub fn NothingLeft(report: ReportMemo) -> impl IntoView {
    let app = App::here();
    let of = Memo::new(move |_| {
        report.with(|r| {
            let scope = &r.as_ref()?.scope;
            (scope.in_scope == 0 && scope.records > 0).then_some(scope.records)
        })
    });
    let filters = FilterPlace(None).filters(app);
    let has_filters = Memo::new(move |_| !filters.with(Vec::is_empty));
    let has_period =
        Memo::new(move |_| app.state.document().read().report.period != PeriodSpec::All);
    let clear = move |_| {
        FilterPlace(None).clear(app);
        give_hand_to(GOES_TO);
    };
    let all_time = move |_| {
        app.edit(|d| d.report.period = PeriodSpec::All);
        give_hand_to(GOES_TO);
    };
    view! {
        {move || of.get().map(|of| view! {
            <div class="card nothing-left no-print" data-part="nothing-left" role="status">
                <h2>{move || words().report.nothing_left_title}</h2>
                <p class="sub">{move || (words().report.nothing_left)(of)}</p>
                <div class="report-absent-actions">
                    <button class="button primary" data-part="nothing-clear" hidden=move || !has_filters.get() on:click=clear>
                        {move || words().report.clear_filters}
                    </button>
                    <button class="button" data-part="nothing-all-time" hidden=move || !has_period.get() on:click=all_time>
                        {move || (words().report.period_choice)(PeriodSpec::All)}
                    </button>
                </div>
            </div>
        })}
    }
}
