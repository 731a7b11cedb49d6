//! The pivot: rows and columns of dimensions, figures where they meet, totals computed from the
//! records, and a shade by size.

use crate::app::action::App;
use crate::app::part::block_frame::{BlockFrame, ReportMemo, answer_at, currency_of};
use crate::app::part::measure_picker::MeasurePicker;
use crate::app::part::pivot_axes::PivotAxis;
use crate::app::part::pivot_table::PivotTable;
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::dimension::Dimension;
use crate::engine::measure::MeasureId;
use crate::engine::report::{Answer, BlockSpec, Order, PivotSpec};
use leptos::prelude::*;

#[component]
pub fn PivotBlock(index: usize, report: ReportMemo, span: Signal<&'static str>) -> impl IntoView {
    let app = App::here();
    let answer = answer_at(report, index);
    let pivot = Memo::new(move |_| match answer.get() {
        Some(Answer::Pivot(pivot)) => Some(pivot),
        _ => None,
    });
    let spec = Memo::new(move |_| match app.state.document().read().report.blocks.get(index) {
        Some(BlockSpec::Pivot(spec)) => Some(spec.clone()),
        _ => None,
    });
    let edit = move |change: &dyn Fn(&mut PivotSpec)| {
        app.edit(|d| {
            if let Some(BlockSpec::Pivot(spec)) = d.report.blocks.get_mut(index) {
                change(spec);
            }
        });
    };
    let of = move |take: fn(PivotSpec) -> Vec<Dimension>| {
        Signal::derive(move || spec.get().map(take).unwrap_or_default())
    };
    let measures = Signal::derive(move || spec.get().map(|s| s.measures).unwrap_or_default());
    let choose_rows = move |chosen: Vec<Dimension>| edit(&|s| s.rows = chosen.clone());
    let choose_columns = move |chosen: Vec<Dimension>| edit(&|s| s.columns = chosen.clone());
    let choose_measures = move |chosen: Vec<MeasureId>| edit(&|s| s.measures = chosen.clone());
    let controls = move || {
        view! {
            <PivotAxis
                part="pivot-rows"
                label=Signal::derive(move || words().report.pivot_rows.to_owned())
                report
                chosen=of(|s| s.rows)
                on_choose=choose_rows
            />
            <PivotAxis
                part="pivot-columns"
                label=Signal::derive(move || words().report.pivot_columns.to_owned())
                report
                chosen=of(|s| s.columns)
                on_choose=choose_columns
            />
            <MeasurePicker chosen=measures on_choose=choose_measures/>
        }
    };
    let sort = Signal::derive(move || spec.with(|s| s.as_ref().and_then(|s| s.sort)));
    let on_sort = move |sort: Option<(MeasureId, Order)>| edit(&|s| s.sort = sort);
    view! {
        <BlockFrame
            index
            part="pivot-block"
            title=Signal::derive(move || words().report.pivot_title.to_owned())
            report
            span
            controls
        >
            <PivotTable pivot currency=currency_of(report) sort on_sort/>
        </BlockFrame>
    }
}
