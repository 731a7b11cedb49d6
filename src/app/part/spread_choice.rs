//! How a spread is shown, and by what its boxes and curves are split.

use crate::app::action::App;
use crate::app::part::block_frame::ReportMemo;
use crate::app::part::choice::Choice;
use crate::app::part::dimension_choice::key;
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::report::{BlockSpec, SpreadSpec, SpreadView};
use leptos::prelude::*;

const VIEWS: [SpreadView; 3] = [SpreadView::Histogram, SpreadView::Box, SpreadView::Survival];

#[component]
pub fn SpreadChoice(index: usize, report: ReportMemo) -> impl IntoView {
    let app = App::here();
    let spec = Memo::new(move |_| match app.state.document().read().report.blocks.get(index) {
        Some(BlockSpec::Spread(spec)) => spec.clone(),
        _ => SpreadSpec::default(),
    });
    let edit = move |change: &dyn Fn(&mut SpreadSpec)| {
        app.edit(|d| {
            if let Some(BlockSpec::Spread(spec)) = d.report.blocks.get_mut(index) {
                change(spec);
            }
        });
    };
    let views = Signal::derive(move || {
        let name = words().question.views.view;
        VIEWS.map(|view| (format!("{view:?}"), name(view).to_owned())).to_vec()
    });
    // Only times go on.
    let greyed = Signal::derive(move || match spec.with(|s| s.of.has_curve()) {
        true => Vec::new(),
        false => vec![format!("{:?}", SpreadView::Survival)],
    });
    let choose_view = move |key: String| {
        if let Some(view) = VIEWS.into_iter().find(|view| format!("{view:?}") == key) {
            edit(&|s| s.view = view);
        }
    };
    let offered = Memo::new(move |_| {
        let mut offered =
            report.with(|r| r.as_ref().map_or_else(Vec::new, |r| r.scope.dimensions.clone()));
        // What the document names stays named, whether the data has it or not.
        if let Some(chosen) = spec.with(|s| s.split.clone()).filter(|c| !offered.contains(c)) {
            offered.insert(0, chosen);
        }
        offered
    });
    let splits = Signal::derive(move || {
        let words = words();
        let none = (String::new(), words.asking.no_split.to_owned());
        let named = offered
            .with(|o| o.iter().map(|d| (key(d), (words.names.dimension)(d))).collect::<Vec<_>>());
        [none].into_iter().chain(named).collect::<Vec<_>>()
    });
    let choose_split = move |wanted: String| {
        let found = offered.with_untracked(|o| o.iter().find(|d| key(d) == wanted).cloned());
        edit(&|s| s.split = found.clone());
    };
    let is_split = Memo::new(move |_| spec.with(|s| s.view != SpreadView::Histogram));
    view! {
        <span class="tag-choice">
            <Choice part="spread-view" options=views greyed on_choose=choose_view
                label=Signal::derive(move || words().question.views.view_label.to_owned())
                chosen=Signal::derive(move || spec.with(|s| format!("{:?}", s.view)))/>
        </span>
        <Show when=move || is_split.get()>
            <span class="tag-choice">
                <Choice part="spread-split" options=splits on_choose=choose_split
                    label=Signal::derive(move || words().question.views.split_label.to_owned())
                    chosen=Signal::derive(move || {
                        spec.with(|s| s.split.as_ref().map(key)).unwrap_or_default()
                    })/>
            </span>
        </Show>
    }
}
