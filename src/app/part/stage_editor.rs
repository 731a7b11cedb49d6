//! The ladder: stages in order, each with its raw values; won, lost, and values that no stage takes.
//! Everything works by drag and by keyboard.

use crate::app::action::App;
use crate::app::part::shape_note::ShapeNote;
use crate::app::part::stage_edit::{
    Place, add_stage, move_stage, move_value, remove_stage, set_decided, set_qualified,
};
use crate::app::part::value_chip::ValueChip;
use crate::app::state::{AppStateStoreFields, SessionStoreFields};
use crate::app::words;
use crate::engine::mapping::{FileKind, Ladder, Role, Stage, fold};
use crate::engine::table::ColumnType;
use leptos::prelude::*;

/// What is being dragged.
#[derive(Clone, Debug, PartialEq)]
enum Dragged {
    Nothing,
    Stage(usize),
    Value(String),
}

/// Raw values of the records' stage column with their counts.
type Counts = Vec<(String, u64)>;

#[component]
pub fn StageEditor() -> impl IntoView {
    let app = App::here();
    let dragged = RwSignal::new(Dragged::Nothing);
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
        <section class="stage-editor card" data-part="stages">
            <header>
                <h2>{move || words().mapping.stages_title}</h2>
                <span class="aside">{move || words().mapping.stages_hint}</span>
            </header>
            <ShapeNote/>
            <ol>
                {move || ladder.get().stages.into_iter().enumerate().map(|(index, stage)| view! {
                    <StageRow index stage places counts dragged/>
                }).collect_view()}
            </ol>
            {move || {
                let ladder = ladder.get();
                let words = words();
                view! {
                    <ValuesRow place=Place::Won title=words.mapping.won tone="good" values=ladder.won places counts dragged/>
                    <ValuesRow place=Place::Lost title=words.mapping.lost tone="bad" values=ladder.lost places counts dragged/>
                    {(!unmapped.read().is_empty()).then(|| view! {
                        <ValuesRow place=Place::Nowhere title=words.mapping.values_not_mapped tone="warn"
                            values=unmapped.get() places counts dragged/>
                    })}
                }
            }}
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
    places: Memo<Vec<(Place, String)>>,
    counts: Memo<Counts>,
    dragged: RwSignal<Dragged>,
) -> impl IntoView {
    let app = App::here();
    let words = words();
    let name = stage.name.clone();
    let why = move || {
        let view = app.state.session().view().get();
        let stages = view.as_ref().and_then(|v| v.stages.as_ref());
        let stage = stages.and_then(|s| s.stages.get(index));
        stage.map(|s| (words.mapping.order_reason)(s.order)).unwrap_or_default()
    };
    view! {
        <li
            class="stage-row"
            data-part="stage"
            data-name=name.clone()
            on:dragover=move |event| event.prevent_default()
            on:drop=move |event| {
                event.prevent_default();
                event.stop_propagation();
                drop_on(app, dragged, Place::Stage(index));
            }
        >
            <span class="grab" draggable="true" aria-hidden="true"
                on:dragstart=move |_| dragged.set(Dragged::Stage(index))>"⠿"</span>
            <input
                class="stage-name"
                data-part="stage-name"
                aria-label=words.mapping.stage_name
                title=why
                prop:value=name.clone()
                on:change:target=move |event| {
                    let text = event.target().value();
                    app.edit(move |d| {
                        if let Some(s) = d.mapping.ladder.stages.get_mut(index) {
                            s.name = text;
                        }
                    });
                }
            />
            <div class="chips">{chips(&stage.values, "", places, counts, dragged)}</div>
            <EntryDate index stage=stage.clone()/>
            <div class="stage-tools">
                <button class="button ghost small" aria-pressed=stage.qualified.to_string() class:on=stage.qualified
                    title=words.mapping.qualified_hint data-part="qualified"
                    on:click=move |_| app.edit(|d| set_qualified(&mut d.mapping.ladder, index))>
                    {words.mapping.qualified}
                </button>
                // Only a stage without values of its own can stand for won and lost together.
                {(stage.values.is_empty() || stage.decided).then(|| view! {
                    <button class="button ghost small" aria-pressed=stage.decided.to_string() class:on=stage.decided
                        title=words.mapping.decided_hint data-part="decided"
                        on:click=move |_| app.edit(|d| set_decided(&mut d.mapping.ladder, index))>
                        {words.mapping.decided}
                    </button>
                })}
                <button class="button ghost small" aria-label=(words.shell.move_up)(&name) disabled=index == 0
                    on:click=move |_| app.edit(|d| move_stage(&mut d.mapping.ladder, index, index.saturating_sub(1)))>"↑"</button>
                <button class="button ghost small" aria-label=(words.shell.move_down)(&name)
                    on:click=move |_| app.edit(|d| move_stage(&mut d.mapping.ladder, index, index + 1))>"↓"</button>
                <button class="button ghost small" aria-label=(words.shell.remove_named)(&name)
                    on:click=move |_| app.edit(|d| remove_stage(&mut d.mapping.ladder, index))>"✕"</button>
            </div>
        </li>
    }
}

/// The date column that proves that the stage was entered.
#[component]
fn EntryDate(index: usize, stage: Stage) -> impl IntoView {
    let app = App::here();
    let words = words();
    let now = stage.entered.clone().unwrap_or_default();
    let options = date_headers(app).into_iter().map(|header| {
        let selected = header == now;
        view! { <option value=header.clone() selected=selected>{header.clone()}</option> }
    });
    let options = options.collect_view();
    view! {
        <label class="entry-date sub">
            {words.mapping.entered_on}
            " "
            <select class="field quiet" data-part="entered" on:change:target=move |event| {
                let header = Some(event.target().value()).filter(|h| !h.is_empty());
                app.edit(move |d| {
                    if let Some(s) = d.mapping.ladder.stages.get_mut(index) {
                        s.entered = header;
                    }
                });
            }>
                <option value="" selected=now.is_empty()>{words.mapping.no_entered}</option>
                {options}
            </select>
        </label>
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
    dragged: RwSignal<Dragged>,
) -> impl IntoView {
    let app = App::here();
    view! {
        <div class="stage-row ends" data-part="stage-end" data-place=format!("{place:?}")
            on:dragover=move |event| event.prevent_default()
            on:drop=move |event| {
                event.prevent_default();
                event.stop_propagation();
                drop_on(app, dragged, place);
            }
        >
            <b class="stage-name">{title}</b>
            <div class="chips">{chips(&values, tone, places, counts, dragged)}</div>
        </div>
    }
}

fn chips(
    values: &[String],
    tone: &'static str,
    places: Memo<Vec<(Place, String)>>,
    counts: Memo<Counts>,
    dragged: RwSignal<Dragged>,
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
                on_drag=move |()| dragged.set(Dragged::Value(held.clone()))/>
        }
    };
    values.iter().map(chip).collect_view().into_any()
}

fn drop_on(app: App, dragged: RwSignal<Dragged>, place: Place) {
    match (dragged.get_untracked(), place) {
        (Dragged::Stage(from), Place::Stage(to)) => {
            app.edit(|d| move_stage(&mut d.mapping.ladder, from, to));
        }
        (Dragged::Value(value), place) => {
            app.edit(|d| move_value(&mut d.mapping.ladder, &value, place));
        }
        _ => {}
    }
    dragged.set(Dragged::Nothing);
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

/// The file whose rows are counted: its mapped name.
fn records_file(app: App) -> Option<(String, Option<String>, Option<String>)> {
    let document = app.state.document();
    let document = document.read();
    let files = &document.mapping.files;
    let of_kind = |kind| files.iter().find(|f| f.kind == kind);
    let kinds = [FileKind::Deals, FileKind::Leads, FileKind::StageHistory];
    let file = kinds.into_iter().find_map(of_kind)?;
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
    columns.flat_map(|c| c.top.iter().cloned()).collect()
}

fn date_headers(app: App) -> Vec<String> {
    let Some((name, ..)) = records_file(app) else { return Vec::new() };
    let files = app.state.session().files();
    let files = files.read();
    let profile = files.iter().filter_map(|f| f.profile()).find(|p| p.name == name);
    let columns = profile.map(|p| p.columns.clone()).unwrap_or_default();
    let is_date = |kind| matches!(kind, ColumnType::Day | ColumnType::Moment);
    columns.into_iter().filter(|c| is_date(c.kind)).map(|c| c.header).collect()
}
