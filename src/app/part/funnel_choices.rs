//! What goes through the funnel, and within how many days a stage is to be reached.

use crate::app::action::App;
use crate::app::part::choice::Choice;
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::mapping::{FileKind, Role};
use crate::engine::report::Entity;
use leptos::prelude::*;

const ENTITIES: [Entity; 3] = [Entity::Record, Entity::Person, Entity::Account];
/// Windows in days that people use: weeks, months, quarters, a year.
const WINDOWS: [u32; 7] = [7, 14, 30, 60, 90, 180, 365];

#[component]
pub fn FunnelChoices() -> impl IntoView {
    view! {
        <EntityOfFunnel/>
        <WindowChoice/>
    }
}

/// Records, people or companies; those that no column names can't be chosen.
#[component]
fn EntityOfFunnel() -> impl IntoView {
    let app = App::here();
    let entity = Memo::new(move |_| app.state.document().read().report.entity);
    let key = |entity: Entity| format!("{entity:?}");
    let options = Signal::derive(move || {
        let name = words().shape.entity_name;
        ENTITIES.iter().map(|e| (key(*e), name(*e).to_owned())).collect::<Vec<_>>()
    });
    let greyed = Signal::derive(move || {
        let document = app.state.document();
        let document = document.read();
        let files = &document.mapping.files;
        let records = document.mapping.records();
        let of_kind = |kind: FileKind| files.iter().find(|f| f.kind == kind);
        let file = of_kind(FileKind::Deals)
            .or_else(|| of_kind(records))
            .or_else(|| of_kind(FileKind::StageHistory));
        // Records that begin with leads are also told by these.
        let leads = document.mapping.begins_with_leads();
        let leads = leads.and_then(|join| document.mapping.of_file(&join.lookup_file));
        let names = |role| file.into_iter().chain(leads).any(|f| f.header(role).is_some());
        let lacks = |entity: &&Entity| match entity {
            Entity::Record => false,
            Entity::Person => !names(Role::Person),
            Entity::Account => !names(Role::Account),
        };
        ENTITIES.iter().filter(lacks).map(|e| key(*e)).collect::<Vec<_>>()
    });
    let choose = move |chosen: String| {
        if let Some(entity) = ENTITIES.into_iter().find(|e| key(*e) == chosen) {
            app.edit(|d| d.report.entity = entity);
        }
    };
    view! {
        <span class="tag-choice" title=move || words().shape.entity>
            <Choice
                part="funnel-entity"
                label=Signal::derive(move || words().shape.entity.to_owned())
                options
                greyed
                chosen=Signal::derive(move || key(entity.get()))
                on_choose=choose
            />
        </span>
    }
}

#[component]
fn WindowChoice() -> impl IntoView {
    let app = App::here();
    let window = Memo::new(move |_| app.state.document().read().report.window);
    let key = |window: Option<u32>| window.map_or_else(String::new, |days| days.to_string());
    let options = Signal::derive(move || {
        let words = words();
        // A document may ask for other days than those on offer.
        let mut days: Vec<u32> = WINDOWS.into_iter().chain(window.get()).collect();
        days.sort_unstable();
        days.dedup();
        let all = std::iter::once(None).chain(days.into_iter().map(Some));
        let named = |window| {
            let text = (words.shape.window_choice)(window);
            (key(window), format!("{}: {text}", words.shape.window))
        };
        all.map(named).collect::<Vec<_>>()
    });
    let choose = move |chosen: String| {
        let chosen = chosen.parse::<u32>().ok();
        app.edit(|d| d.report.window = chosen);
    };
    view! {
        <span class="tag-choice" title=move || words().shape.window>
            <Choice
                part="funnel-window"
                label=Signal::derive(move || words().shape.window.to_owned())
                options
                chosen=Signal::derive(move || key(window.get()))
                on_choose=choose
            />
        </span>
    }
}
