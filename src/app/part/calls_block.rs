//! Calls by hour and weekday: a heat map with the choice of its figure.

use crate::app::action::App;
use crate::app::part::block_frame::{BlockFrame, ReportMemo};
use crate::app::part::chart_or_table::ChartOrTable;
use crate::app::part::choice::Choice;
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::report::{BlockSpec, CallFigure};
use leptos::prelude::*;

#[component]
pub fn CallsBlock(index: usize, report: ReportMemo, span: Signal<&'static str>) -> impl IntoView {
    let app = App::here();
    let figure = Memo::new(move |_| match app.state.document().read().report.blocks.get(index) {
        Some(BlockSpec::Calls(spec)) => spec.figure,
        _ => CallFigure::default(),
    });
    let as_table = RwSignal::new(false);
    let title = Signal::derive(move || (words().calls.title)(figure.get()));
    view! {
        <BlockFrame index part="calls-block" title report span as_table
            controls=move || view! { <FigureOfCalls index figure/> }>
            <ChartOrTable index report as_table chart_part="calls-chart" table_part="calls-table"/>
        </BlockFrame>
    }
}

#[component]
fn FigureOfCalls(index: usize, figure: Memo<CallFigure>) -> impl IntoView {
    let app = App::here();
    let options = Signal::derive(move || {
        let name = words().calls.figure;
        CallFigure::EVERY.map(|f| (format!("{f:?}"), name(f).to_owned())).to_vec()
    });
    let choose = move |key: String| {
        let found = CallFigure::EVERY.into_iter().find(|f| format!("{f:?}") == key);
        let Some(figure) = found else { return };
        app.edit(|d| {
            if let Some(BlockSpec::Calls(spec)) = d.report.blocks.get_mut(index) {
                spec.figure = figure;
            }
        });
    };
    view! {
        <span class="tag-choice">
            <Choice part="calls-figure" options on_choose=choose
                label=Signal::derive(move || words().calls.figure_label.to_owned())
                chosen=Signal::derive(move || format!("{:?}", figure.get()))/>
        </span>
    }
}
