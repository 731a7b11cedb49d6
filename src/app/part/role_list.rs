//! Columns to roles, one file at a time, each with the evidence beside it.

use crate::app::action::App;
use crate::app::chosen::shown_on_mapping;
use crate::app::part::kind_row::KindRow;
use crate::app::part::role_choice::{is_essential, roles_of, set_role, take_words};
use crate::app::part::role_reason::RoleReason;
use crate::app::state::{AppStateStoreFields, SessionStoreFields};
use crate::app::{follow_words, words};
use crate::engine::mapping::{FileMapping, Role};
use crate::engine::profile::FileProfile;
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn RoleList() -> impl IntoView {
    let app = App::here();
    let profile = Memo::new(move |_| {
        let session = app.state.session();
        let id = shown_on_mapping(app);
        let files = session.files();
        let files = files.read();
        files.iter().find(|f| Some(f.id) == id).and_then(|f| f.last_profile().cloned())
    });
    let mapped = Memo::new(move |_| {
        let name = profile.get()?.name.clone();
        app.state.document().read().mapping.files.iter().find(|f| f.name == name).cloned()
    });
    let all = RwSignal::new(false);
    view! {
        <section class="role-list card" data-part="roles">
            <header>
                <h2>{move || words().mapping.columns_title}</h2>
                <div class="aside"><FileChoice profile/></div>
            </header>
            {move || {
                follow_words();
                profile.get().zip(mapped.get()).map(|(profile, file)| view! {
                    <KindRow file=file.clone() profile=profile.clone()/>
                    <RoleRows file profile all/>
                })
            }}
        </section>
    }
}

/// Mapped and essential roles; the others on demand.
#[component]
fn RoleRows(file: FileMapping, profile: Arc<FileProfile>, all: RwSignal<bool>) -> impl IntoView {
    let words = words();
    let is_shown = |role: &Role| file.header(*role).is_some() || is_essential(*role);
    let (shown, hidden): (Vec<Role>, Vec<Role>) =
        roles_of(file.kind).iter().copied().partition(is_shown);
    let row = move |role: Role| {
        view! { <RoleRow role file=file.clone() profile=profile.clone()/> }
    };
    let rows = shown.into_iter().map(row.clone()).collect_view();
    let count = hidden.len() as u64;
    view! {
        {rows}
        {move || all.get().then(|| hidden.iter().copied().map(row.clone()).collect_view())}
        {(count > 0).then(|| view! {
            <p class="more-roles">
                <button class="button small ghost" data-part="more-roles" aria-expanded=move || all.get().to_string()
                    on:click=move |_| all.update(|a| *a = !*a)>
                    {move || if all.get() { words.shell.show_less.to_owned() } else { (words.mapping.more_roles)(count) }}
                </button>
            </p>
        })}
    }
}

#[component]
fn FileChoice(profile: Memo<Option<Arc<FileProfile>>>) -> impl IntoView {
    let app = App::here();
    let options = move || {
        let now = profile.get().map(|p| p.name.clone());
        let files = app.state.session().files();
        let files = files.read();
        let ready = files.iter().filter(|f| f.profile().is_some());
        ready
            .map(|f| {
                let selected = Some(&f.name) == now.as_ref();
                view! { <option value=f.id.to_string() selected=selected>{f.name.clone()}</option> }
            })
            .collect_view()
    };
    view! {
        <select
            class="field quiet"
            data-part="mapping-file"
            aria-label=move || words().mapping.file_label
            on:change:target=move |event| {
                if let Ok(id) = event.target().value().parse() {
                    app.select_file(id);
                }
            }
        >
            {options}
        </select>
    }
}

#[component]
fn RoleRow(role: Role, file: FileMapping, profile: Arc<FileProfile>) -> impl IntoView {
    let app = App::here();
    let words = words();
    let now = file.header(role).unwrap_or_default().to_owned();
    let column = profile.columns.iter().find(|c| c.header == now);
    let name = file.name.clone();
    let options = profile.columns.iter().map(|c| {
        view! { <option value=c.header.clone() selected=c.header == now>{c.header.clone()}</option> }
    });
    let options = options.collect_view();
    let role_name = (words.names.role)(role);
    let of_file = file.name.clone();
    let (rows, columns) = (profile.rows, profile.clone());
    let column = column.cloned();
    view! {
        <div class="role-row" data-part="role" data-role=format!("{role:?}")>
            <div>
                <b>{role_name}</b>
                " "
                <span class="sub">{(words.names.role_hint)(role)}</span>
            </div>
            <select
                class="field"
                class:muted=now.is_empty()
                aria-label=(words.mapping.column_for)(role_name)
                prop:value=now.clone()
                on:change:target=move |event| {
                    let header = event.target().value();
                    let name = name.clone();
                    let column = columns.columns.iter().find(|c| c.header == header);
                    app.edit(|d| {
                        set_role(d, &name, role, &header);
                        if let Some(column) = column {
                            take_words(d, &name, role, column);
                        }
                    });
                    // Another column of stages has words of its own.
                    app.suggest();
                }
            >
                <option value="" selected=now.is_empty()>{words.mapping.not_mapped}</option>
                {options}
            </select>
            <RoleReason file=of_file role column rows/>
        </div>
    }
}
