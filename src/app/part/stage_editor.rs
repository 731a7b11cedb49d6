//! The ladder: stages in order, each with its raw values; won, lost, and values that no stage takes.
//! Everything works by drag and by keyboard.

use crate::app::action::App;
use crate::app::part::pipeline_list::PipelineList;
use crate::app::part::shape_note::ShapeNote;
use crate::app::part::stage_date::{DateChoice, EndDate};
use crate::app::part::stage_drag::{Drag, Dragged};
use crate::app::part::stage_edit::{Place, add_stage};
use crate::app::part::stage_tools::StageTools;
use crate::app::part::value_chip::ValueChip;
use crate::app::state::{AppStateStoreFields, SessionStoreFields};
use crate::app::{follow_words, words};
use crate::engine::mapping::stage_order::OrderReason;
use crate::engine::mapping::{FileKind, FileMapping, Ladder, Role, Stage, fold};
use leptos::prelude::*;
use web_sys::DragEvent;

/// Raw values of the records' stage column with their counts.
type Counts = Vec<(String, u64)>;

#[component]
pub fn StageEditor() -> impl IntoView {
    let app = App::here();
    let drag = Drag::idle();
    let counts = Memo::new(move |_| stage_counts(app));
    let ladder = Memo::new(move |_| app.state.document().read().mapping.ladder.clone());
    let places = Memo::new(move |_| places(&ladder.get()));
    let unmapped = Memo::new(move |_| {
        let ladder = ladder.get();
        let all = all_values(&ladder);
        let mut taken: Vec<String> = all.iter().map(|v| fold(v)).collect();
        let mut free = Vec::new();
        for (value, _) in counts.get() {
            // One chip for all spellings: they move together.
            if !taken.contains(&fold(&value)) {
                taken.push(fold(&value));
                free.push(value);
            }
        }
        free
    });
    view! {
        <section class="stage-editor card" data-part="stages" on:dragend=move |_| drag.end()>
            <header>
                <h2>{move || words().mapping.stages_title}</h2>
                <span class="aside">{move || words().mapping.stages_hint}</span>
            </header>
            <ShapeNote/>
            <ol>
                {move || {
                    follow_words();
                    let stages = ladder.get().stages;
                    let count = stages.len();
                    stages.into_iter().enumerate().map(|(index, stage)| view! {
                        <StageRow index stage last=index + 1 == count places counts drag/>
                    }).collect_view()
                }}
            </ol>
            {move || {
                let ladder = ladder.get();
                let words = words();
                view! {
                    <ValuesRow place=Place::Won title=words.mapping.won tone="good" values=ladder.won places counts drag/>
                    <ValuesRow place=Place::Lost title=words.mapping.lost tone="bad" values=ladder.lost places counts drag/>
                    {(!unmapped.read().is_empty()).then(|| view! {
                        <ValuesRow place=Place::Nowhere title=words.mapping.values_not_mapped tone="warn"
                            values=unmapped.get() places counts drag/>
                    })}
                }
            }}
            <PipelineList places/>
            <button class="button small" data-part="add-stage" on:click=move |_| {
                app.edit(|d| add_stage(&mut d.mapping.ladder, words().mapping.new_stage));
            }>
                {move || words().mapping.add_stage}
            </button>
        </section>
    }
}

#[component]
fn StageRow(
    index: usize,
    stage: Stage,
    last: bool,
    places: Memo<Vec<(Place, String)>>,
    counts: Memo<Counts>,
    drag: Drag,
) -> impl IntoView {
    let app = App::here();
    let words = words();
    let name = stage.name.clone();
    let place = Place::Stage(index);
    let order = Memo::new(move |_| {
        let view = app.state.session().view().get();
        let stages = view.as_ref().and_then(|v| v.stages.as_ref());
        stages.and_then(|s| s.stages.get(index)).map(|s| s.order)
    });
    let why = move || order.get().map(words.mapping.order_reason).unwrap_or_default();
    // Only what nobody knows is said aloud.
    let doubt = move || order.get().is_some_and(OrderReason::is_doubtful).then(why);
    view! {
        <li
            class="stage-row"
            data-part="stage"
            data-name=name.clone()
            data-lands=move || drag.lands(place)
            on:dragenter=move |event| drag.over(&event, place)
            on:dragover=move |event| drag.over(&event, place)
            on:dragleave=move |event| drag.leave(&event, place)
            on:drop=move |event| drag.drop(app, &event, place)
        >
            <span class="grab" draggable="true" aria-hidden="true"
                on:dragstart=move |event| drag.begin(&event, Dragged::Stage(index))>"⠿"</span>
            <div class="named"><input
                class="stage-name"
                data-part="stage-name"
                aria-label=words.mapping.stage_name
                title=why
                prop:value=name.clone()
                on:change:target=move |event| {
                    let text = event.target().value();
                    app.edit(move |d| d.rename_stage(index, &text));
                }
            />
            {move || doubt().map(|text| view! { <p class="sub warn-text" data-part="stage-doubt">{text}</p> })}
            </div>
            <div class="chips">{chips(&stage.values, "", places, counts, drag)}</div>
            <DateChoice now=stage.entered.clone() part="entered" on_choose=move |header| app.edit(move |d| {
                if let Some(s) = d.mapping.ladder.stages.get_mut(index) {
                    s.entered = header;
                }
            })/>
            <StageTools index stage last/>
        </li>
    }
}

#[component]
fn ValuesRow(
    place: Place,
    title: &'static str,
    tone: &'static str,
    values: Vec<String>,
    places: Memo<Vec<(Place, String)>>,
    counts: Memo<Counts>,
    drag: Drag,
) -> impl IntoView {
    let app = App::here();
    view! {
        <div class="stage-row ends" data-part="stage-end" data-place=format!("{place:?}")
            data-lands=move || drag.lands(place)
            on:dragenter=move |event| drag.over(&event, place)
            on:dragover=move |event| drag.over(&event, place)
            on:dragleave=move |event| drag.leave(&event, place)
            on:drop=move |event| drag.drop(app, &event, place)
        >
            <b class="stage-name">{title}</b>
            <div class="chips">
                {chips(&values, tone, places, counts, drag)}
                {(place == Place::Nowhere).then(|| view! { <Parked/> })}
            </div>
            {match place {
                Place::Won => view! { <EndDate is_won=true/> }.into_any(),
                Place::Lost => view! { <EndDate is_won=false/> }.into_any(),
                _ => ().into_any(),
            }}
        </div>
    }
}

/// Values that were not made stages because their names are states.
#[component]
fn Parked() -> impl IntoView {
    let app = App::here();
    let parked = Memo::new(move |_| {
        let view = app.state.session().view().get();
        let values = view.as_ref().and_then(|v| v.stages.as_ref()).map(|s| &s.values);
        let parked = values.into_iter().flatten().filter(|v| v.parked);
        parked.map(|v| v.value.clone()).collect::<Vec<_>>().join(", ")
    });
    move || {
        (!parked.read().is_empty()).then(|| {
            let told = format!("{}: {}", parked.get(), words().mapping.parked_value);
            view! { <p class="sub" data-part="parked">{told}</p> }
        })
    }
}

fn chips(
    values: &[String],
    tone: &'static str,
    places: Memo<Vec<(Place, String)>>,
    counts: Memo<Counts>,
    drag: Drag,
) -> AnyView {
    if values.is_empty() {
        return view! { <span class="sub muted">{words().mapping.no_values}</span> }.into_any();
    }
    let chip = |value: &String| {
        let counts = counts.read();
        let exact = counts.iter().find(|(v, _)| v == value).map(|(_, n)| *n);
        // A spelling that this file doesn't have stands for those that fold to it.
        let folded = || counts.iter().filter(|(v, _)| fold(v) == fold(value)).map(|(_, n)| n).sum();
        let count = exact.unwrap_or_else(folded);
        let held = value.clone();
        view! {
            <ValueChip value=value.clone() count tone places
                on_drag=move |event: DragEvent| drag.begin(&event, Dragged::Value(held.clone()))/>
        }
    };
    values.iter().map(chip).collect_view().into_any()
}

/// Where a value may go, with the name of the place.
fn places(ladder: &Ladder) -> Vec<(Place, String)> {
    let words = words();
    let stages = ladder.stages.iter().enumerate().map(|(i, s)| (Place::Stage(i), s.name.clone()));
    let ends = [
        (Place::Won, words.mapping.won),
        (Place::Lost, words.mapping.lost),
        (Place::Nowhere, words.mapping.values_not_mapped),
    ];
    stages.chain(ends.map(|(p, n)| (p, n.to_owned()))).collect()
}

fn all_values(ladder: &Ladder) -> Vec<String> {
    let stages = ladder.stages.iter().flat_map(|s| s.values.iter());
    stages.chain(&ladder.won).chain(&ladder.lost).cloned().collect()
}

/// The file whose rows are counted: its mapped name, its columns of stage and outcome.
pub fn records_file(app: App) -> Option<(String, Option<String>, Option<String>)> {
    let document = app.state.document();
    let document = document.read();
    let file = document.mapping.records_file()?;
    let header = |role| file.header(role).map(str::to_owned);
    Some((file.name.clone(), header(Role::Stage), header(Role::Outcome)))
}

/// Values of the stage column (and of the outcome column), as they are written.
fn stage_counts(app: App) -> Counts {
    let Some((name, stage, outcome)) = records_file(app) else { return Vec::new() };
    let files = app.state.session().files();
    let files = files.read();
    let Some(profile) = files.iter().filter_map(|f| f.profile()).find(|p| p.name == name) else {
        return Vec::new();
    };
    let headers = [stage, outcome];
    let columns = profile.columns.iter().filter(|c| headers.contains(&Some(c.header.clone())));
    let mut counts: Counts = columns.flat_map(|c| c.top.iter().cloned()).collect();
    // Stages that only a history or an earlier export names: no record stands there now.
    let document = app.state.document();
    let document = document.read();
    let further = |f: &&FileMapping| {
        matches!(f.kind, FileKind::StageHistory | FileKind::EarlierExport) && f.name != name
    };
    for log in document.mapping.files.iter().filter(further) {
        let profile = files.iter().filter_map(|f| f.profile()).find(|p| p.name == log.name);
        let own = headers.each_ref().map(Option::as_deref);
        let of_log = [Role::Stage, Role::FromStage, Role::Outcome].map(|r| log.header(r));
        let is_earlier = log.kind == FileKind::EarlierExport;
        let named = |h: &str| of_log.contains(&Some(h)) || (is_earlier && own.contains(&Some(h)));
        let columns = profile.into_iter().flat_map(|p| &p.columns);
        for column in columns.filter(|c| named(&c.header)) {
            for (value, _) in &column.top {
                if counts.iter().all(|(known, _)| fold(known) != fold(value)) {
                    counts.push((value.clone(), 0));
                }
            }
        }
    }
    counts
}
