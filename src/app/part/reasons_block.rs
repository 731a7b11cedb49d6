//! Lost reasons: a Pareto chart with its choices. Not here: its table and remarks
//! (`export::reasons_table`).

use crate::app::action::App;
use crate::app::part::block_frame::{BlockFrame, ReportMemo, answer_at};
use crate::app::part::chart_or_table::ChartOrTable;
use crate::app::part::choice::Choice;
use crate::app::part::dimension_choice::{DimensionChoice, key};
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::dimension::Dimension;
use crate::engine::report::{Answer, BlockSpec, Reasons, ReasonsOf, ReasonsSpec, ReasonsSplit};
use leptos::prelude::*;

const OF: [ReasonsOf; 2] = [ReasonsOf::Lost, ReasonsOf::Amount];
const STAGE: &str = "stage-lost-at";

#[component]
pub fn ReasonsBlock(index: usize, report: ReportMemo, span: Signal<&'static str>) -> impl IntoView {
    let answer = answer_at(report, index);
    let found = Memo::new(move |_| match answer.get() {
        Some(Answer::Reasons(found)) => Some(found),
        _ => None,
    });
    let as_table = RwSignal::new(false);
    let title = Signal::derive(move || {
        let says = &words().reasons;
        found.with(|f| f.as_ref().map_or(says.name, |f| (says.title)(f.of)).to_owned())
    });
    view! {
        <BlockFrame index part="reasons-block" title report span as_table
            controls=move || view! { <ReasonsControls index report found/> }>
            <ChartOrTable index report as_table chart_part="reasons-chart" table_part="reasons-table"/>
        </BlockFrame>
    }
}

#[component]
fn ReasonsControls(
    index: usize,
    report: ReportMemo,
    found: Memo<Option<Reasons>>,
) -> impl IntoView {
    let app = App::here();
    let spec = Memo::new(move |_| match app.state.document().read().report.blocks.get(index) {
        Some(BlockSpec::Reasons(spec)) => spec.clone(),
        _ => ReasonsSpec::default(),
    });
    let edit = move |change: &dyn Fn(&mut ReasonsSpec)| {
        app.edit(|d| {
            if let Some(BlockSpec::Reasons(spec)) = d.report.blocks.get_mut(index) {
                change(spec);
            }
        });
    };
    let of = Signal::derive(move || {
        OF.map(|of| (format!("{of:?}"), (words().reasons.of)(of).to_owned())).to_vec()
    });
    let choose_of = move |key: String| {
        if let Some(of) = OF.into_iter().find(|of| format!("{of:?}") == key) {
            edit(&|s| s.of = of);
        }
    };
    // The column that is in use, chosen or mapped.
    let reason = Signal::derive(move || {
        spec.with(|s| s.reason.clone())
            .or_else(|| found.with(|f| f.as_ref().map(|f| f.reason.clone())))
    });
    let says = move |of: fn(&crate::i18n::Reasons) -> &'static str| {
        Signal::derive(move || of(&words().reasons).to_owned())
    };
    view! {
        <span class="tag-choice">
            <Choice part="reasons-of" options=of on_choose=choose_of label=says(|r| r.of_label)
                chosen=Signal::derive(move || spec.with(|s| format!("{:?}", s.of)))/>
        </span>
        <span class="tag-choice">
            <DimensionChoice part="reasons-column" label=says(|r| r.reason_label) report chosen=reason
                empty=says(|r| r.reason_label)
                on_choose=move |d: Dimension| edit(&|s| s.reason = Some(d.clone()))/>
        </span>
        <span class="tag-choice">
            <SplitChoice report spec on_choose=move |split: ReasonsSplit| edit(&|s| s.split = split.clone())/>
        </span>
    }
}

/// Nothing, the stage lost at, or any dimension.
#[component]
fn SplitChoice(
    report: ReportMemo,
    spec: Memo<ReasonsSpec>,
    #[prop(into)] on_choose: Callback<ReasonsSplit>,
) -> impl IntoView {
    let offered = Memo::new(move |_| {
        let mut offered =
            report.with(|r| r.as_ref().map_or_else(Vec::new, |r| r.scope.dimensions.clone()));
        if let ReasonsSplit::By(chosen) = spec.with(|s| s.split.clone())
            && !offered.contains(&chosen)
        {
            offered.insert(0, chosen);
        }
        offered
    });
    let options = Signal::derive(move || {
        let words = words();
        let mut options = vec![
            (String::new(), words.asking.no_split.to_owned()),
            (STAGE.to_owned(), words.reasons.stage_lost_at.to_owned()),
        ];
        let named = |d: &Dimension| (key(d), (words.names.dimension)(d));
        options.extend(offered.with(|o| o.iter().map(named).collect::<Vec<_>>()));
        options
    });
    let chosen = Signal::derive(move || {
        spec.with(|s| match &s.split {
            ReasonsSplit::Nothing => String::new(),
            ReasonsSplit::StageLostAt => STAGE.to_owned(),
            ReasonsSplit::By(dimension) => key(dimension),
        })
    });
    let choose = move |wanted: String| match wanted.as_str() {
        "" => on_choose.run(ReasonsSplit::Nothing),
        STAGE => on_choose.run(ReasonsSplit::StageLostAt),
        wanted => {
            let found = offered.with_untracked(|o| o.iter().find(|d| key(d) == wanted).cloned());
            if let Some(dimension) = found {
                on_choose.run(ReasonsSplit::By(dimension));
            }
        }
    };
    view! {
        <Choice part="reasons-split" options chosen on_choose=choose
            label=Signal::derive(move || words().reasons.split_label.to_owned())/>
    }
}
