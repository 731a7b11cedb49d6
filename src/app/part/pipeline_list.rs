//! Several pipelines over one ladder: where the values of each stand, and the same name in two of
//! them parted where it means different stages.

use crate::app::action::App;
use crate::app::part::stage_edit::Place;
use crate::app::state::{AppStateStoreFields, SessionStoreFields};
use crate::app::words;
use crate::engine::mapping::pipeline::set_within;
use crate::engine::mapping::view::{PipelineValue, PipelineView, StagePlace};
use leptos::prelude::*;

#[component]
pub fn PipelineList(places: Memo<Vec<(Place, String)>>) -> impl IntoView {
    let app = App::here();
    let pipelines = Memo::new(move |_| {
        let view = app.state.session().view().get();
        let stages = view.as_ref().and_then(|v| v.stages.as_ref());
        stages.map(|s| s.pipelines.clone()).unwrap_or_default()
    });
    move || {
        let pipelines = pipelines.get();
        if pipelines.len() < 2 {
            return ().into_any();
        }
        let words = words();
        view! {
            <section class="pipeline-list" data-part="pipelines">
                <h3>{words.shape.pipelines_title}</h3>
                <p class="sub">{words.shape.pipelines_hint}</p>
                {pipelines.into_iter().map(|p| pipeline(app, p, places)).collect_view()}
            </section>
        }
        .into_any()
    }
}

fn pipeline(
    app: App,
    pipeline: PipelineView,
    places: Memo<Vec<(Place, String)>>,
) -> impl IntoView + use<> {
    let words = words();
    let name = pipeline.name.clone();
    let rows = pipeline.values.into_iter().map(|value| row(app, name.clone(), value, places));
    view! {
        <details data-part="pipeline" data-name=pipeline.name.clone()>
            <summary>
                <b>{pipeline.name.clone()}</b> " "
                <span class="sub">{words.locale.count(pipeline.rows)}</span>
            </summary>
            <table>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </details>
    }
}

fn row(
    app: App,
    pipeline: String,
    value: PipelineValue,
    places: Memo<Vec<(Place, String)>>,
) -> impl IntoView + use<> {
    let words = words();
    let label = (words.shape.value_in_pipeline)(&value.value, &pipeline);
    let now = place_of(value.place);
    // What stands nowhere can't be chosen for one pipeline alone.
    let listed = places.get_untracked().into_iter();
    let listed = listed.filter(|(place, _)| *place != Place::Nowhere || *place == now);
    let options = listed.map(|(place, name)| {
        view! { <option value=format!("{place:?}") selected=place == now>{name}</option> }
    });
    let note = match (value.own, value.elsewhere) {
        (true, _) => words.shape.own_place.to_owned(),
        (false, 0) => String::new(),
        (false, n) => (words.shape.same_name)(n),
    };
    let text = value.value.clone();
    view! {
        <tr data-part="pipeline-value" data-value=value.value.clone()>
            <th scope="row">{value.value.clone()}</th>
            <td class="num">{words.locale.count(value.rows)}</td>
            <td>
                <select class="field quiet" aria-label=label on:change:target=move |event| {
                    let chosen = event.target().value();
                    let all = places.get_untracked().into_iter();
                    let place = all.map(|(p, _)| p).find(|p| format!("{p:?}") == chosen);
                    let (pipeline, text) = (pipeline.clone(), text.clone());
                    app.edit(move |d| {
                        let to = place.and_then(stage_place);
                        set_within(&mut d.mapping.ladder, &pipeline, &text, to);
                    });
                }>
                    {value.own.then(|| view! { <option value="">{words.shape.common_place}</option> })}
                    {options.collect_view()}
                </select>
            </td>
            <td class="sub">{note}</td>
        </tr>
    }
}

fn place_of(place: StagePlace) -> Place {
    match place {
        StagePlace::Stage(at) => Place::Stage(at),
        StagePlace::Won => Place::Won,
        StagePlace::Lost => Place::Lost,
        StagePlace::Open | StagePlace::Unmapped => Place::Nowhere,
    }
}

fn stage_place(place: Place) -> Option<StagePlace> {
    match place {
        Place::Stage(at) => Some(StagePlace::Stage(at)),
        Place::Won => Some(StagePlace::Won),
        Place::Lost => Some(StagePlace::Lost),
        Place::Nowhere => None,
    }
}
