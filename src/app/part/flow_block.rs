//! The flow of records through stages, with what turns back.

use crate::app::action::App;
use crate::app::part::block_frame::{BlockFrame, ReportMemo};
use crate::app::part::chart_or_table::ChartOrTable;
use crate::app::part::choice::Choice;
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::report::{BlockSpec, FlowOf};
use leptos::prelude::*;

const OF: [FlowOf; 2] = [FlowOf::Passages, FlowOf::Amount];

#[component]
pub fn FlowBlock(index: usize, report: ReportMemo, span: Signal<&'static str>) -> impl IntoView {
    let as_table = RwSignal::new(false);
    let title = Signal::derive(move || words().moves.flow.to_owned());
    view! {
        <BlockFrame index part="flow-block" title report span as_table
            controls=move || view! { <WidthOfFlow index/> }>
            <ChartOrTable index report as_table chart_part="flow-chart" table_part="flow-table"/>
        </BlockFrame>
    }
}

#[component]
fn WidthOfFlow(index: usize) -> impl IntoView {
    let app = App::here();
    let of = Memo::new(move |_| match app.state.document().read().report.blocks.get(index) {
        Some(BlockSpec::Flow(spec)) => spec.of,
        _ => FlowOf::default(),
    });
    let options = Signal::derive(move || {
        OF.map(|of| (format!("{of:?}"), (words().moves.of)(of).to_owned())).to_vec()
    });
    let choose = move |key: String| {
        let Some(of) = OF.into_iter().find(|of| format!("{of:?}") == key) else { return };
        app.edit(|d| {
            if let Some(BlockSpec::Flow(spec)) = d.report.blocks.get_mut(index) {
                spec.of = of;
            }
        });
    };
    view! {
        <span class="tag-choice">
            <Choice part="flow-of" options on_choose=choose
                label=Signal::derive(move || words().moves.of_label.to_owned())
                chosen=Signal::derive(move || format!("{:?}", of.get()))/>
        </span>
    }
}
