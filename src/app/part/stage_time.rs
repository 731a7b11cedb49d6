//! How long records stay in each stage, below the funnel; each figure opens its records.

use crate::app::action::App;
use crate::app::part::choice::Choice;
use crate::app::part::figure::traced;
use crate::app::part::trace_grid::block_filters;
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::query::{Figure, StayFigure, StepFigure};
use crate::engine::report::{Funnel, StageVisits};
use crate::format::EMPTY;
use leptos::prelude::*;

#[component]
pub fn StageTimes(index: usize, funnel: Memo<Option<Funnel>>) -> impl IntoView {
    move || {
        let words = words();
        let rows = funnel.with(|f| f.as_ref().map(|f| words.stage_times(f)).unwrap_or_default());
        let (head, body) = rows.split_first()?;
        let heads = head.iter().enumerate().map(|(at, text)| {
            view! { <th scope="col" class:num=at != 0>{text.clone()}</th> }
        });
        let heads = heads.collect_view();
        let stages = funnel.with(|f| f.as_ref().map(timed).unwrap_or_default());
        let filters = block_filters(App::here(), index);
        let body = body.iter().zip(stages).map(|(row, at)| {
            let name = row.first().cloned().unwrap_or_default();
            let cells = row.iter().skip(1).zip(StayFigure::COLUMNS).map(|(text, of)| {
                let figure = Figure::OfStep { at, of: StepFigure::Stay(of) }.within(&filters);
                let is_known = text != EMPTY && text != "0";
                view! { <td class="num">{traced(text.clone(), is_known.then_some(figure))}</td> }
            });
            view! {
                <tr data-part="stage-time">
                    <th scope="row">{name}</th>
                    {cells.collect_view()}
                </tr>
            }
        });
        let body = body.collect_view();
        Some(view! {
            <details class="stage-times" data-part="stage-times">
                <summary>{words.shape.time_title}</summary>
                <VisitsChoice/>
                <p class="quiet-line">{words.shape.time_hint}</p>
                <div class="table-wrap" tabindex="0">
                    <table>
                        <thead><tr>{heads}</tr></thead>
                        <tbody>{body}</tbody>
                    </table>
                </div>
            </details>
        })
    }
}

/// All visits to a stage together, or one of them.
#[component]
fn VisitsChoice() -> impl IntoView {
    let app = App::here();
    let visits = Memo::new(move |_| app.state.document().read().report.visits);
    let key = |of: StageVisits| format!("{of:?}");
    let options = Signal::derive(move || {
        let name = words().shape.visits_name;
        StageVisits::EVERY.iter().map(|of| (key(*of), name(*of).to_owned())).collect::<Vec<_>>()
    });
    let choose = move |chosen: String| {
        if let Some(of) = StageVisits::EVERY.into_iter().find(|of| key(*of) == chosen) {
            app.edit(|d| d.report.visits = of);
        }
    };
    view! {
        <Choice
            part="stage-visits"
            label=Signal::derive(move || words().shape.visits.to_owned())
            options
            chosen=Signal::derive(move || key(visits.get()))
            on_choose=choose
        />
    }
}

/// The stages that have a line, by their place.
fn timed(funnel: &Funnel) -> Vec<u32> {
    let stages = funnel.stages.iter().enumerate();
    stages.filter(|(_, stage)| stage.path.time_known().is_some()).map(|(at, _)| at as u32).collect()
}
