//! Moves between stages: over time as a chart, from stage to stage as a matrix below it.

use crate::app::action::App;
use crate::app::part::block_frame::{BlockFrame, ReportMemo, answer_at};
use crate::app::part::chart_or_table::ChartOrTable;
use crate::app::part::choice::Choice;
use crate::app::part::figure_table::figure_table;
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::filter::Grain;
use crate::engine::report::{Answer, BlockSpec};
use crate::export::moves_table;
use leptos::prelude::*;

const GRAINS: [Grain; 5] = [Grain::Day, Grain::Week, Grain::Month, Grain::Quarter, Grain::Year];

#[component]
pub fn TransitionsBlock(
    index: usize,
    report: ReportMemo,
    span: Signal<&'static str>,
) -> impl IntoView {
    let answer = answer_at(report, index);
    let matrix = move || match answer.get() {
        Some(Answer::Transitions(found)) => {
            Some(figure_table(&moves_table::matrix(&found, words()), "transitions-matrix", index))
        }
        _ => None,
    };
    let as_table = RwSignal::new(false);
    let title = Signal::derive(move || words().moves.transitions.to_owned());
    view! {
        <BlockFrame index part="transitions-block" title report span as_table
            controls=move || view! { <GrainOfMoves index/> }>
            // What scrolls can be reached by keyboard.
            <div class="table-wrap moves-matrix" tabindex="0">{matrix}</div>
            <ChartOrTable index report as_table chart_part="transitions-chart" table_part="transitions-table"/>
        </BlockFrame>
    }
}

#[component]
fn GrainOfMoves(index: usize) -> impl IntoView {
    let app = App::here();
    let grain = Memo::new(move |_| match app.state.document().read().report.blocks.get(index) {
        Some(BlockSpec::Transitions(spec)) => spec.grain,
        _ => Grain::Month,
    });
    let options = Signal::derive(move || {
        let name = words().names.grain;
        GRAINS.map(|g| (format!("{g:?}"), name(g).to_owned())).to_vec()
    });
    let choose = move |key: String| {
        let Some(grain) = GRAINS.into_iter().find(|g| format!("{g:?}") == key) else { return };
        app.edit(|d| {
            if let Some(BlockSpec::Transitions(spec)) = d.report.blocks.get_mut(index) {
                spec.grain = grain;
            }
        });
    };
    view! {
        <span class="tag-choice">
            <Choice part="transitions-grain" options on_choose=choose
                label=Signal::derive(move || words().moves.grain_label.to_owned())
                chosen=Signal::derive(move || format!("{:?}", grain.get()))/>
        </span>
    }
}
