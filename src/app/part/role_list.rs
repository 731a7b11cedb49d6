//! Columns to roles, one file at a time, each with the evidence beside it.

use crate::app::action::App;
use crate::app::chosen::shown_on_mapping;
use crate::app::part::role_choice::{is_essential, roles_of, set_kind, set_role};
use crate::app::state::{AppStateStoreFields, SessionStoreFields};
use crate::app::words;
use crate::engine::mapping::{Channel, FileKind, FileMapping, Role};
use crate::engine::profile::{ColumnProfile, FileProfile};
use crate::engine::table::ColumnType;
use leptos::prelude::*;
use std::sync::Arc;

const KINDS: [FileKind; 14] = [
    FileKind::Deals,
    FileKind::Leads,
    FileKind::EarlierExport,
    FileKind::Spend,
    FileKind::OtherCosts,
    FileKind::Lookup,
    FileKind::Other,
    FileKind::Activities,
    FileKind::StageHistory,
    FileKind::Scores,
    FileKind::Targets,
    FileKind::Visits,
    FileKind::Touches,
    FileKind::Rates,
];
/// Channels offered for a whole cost file.
const SPEND_CHANNELS: [Channel; 8] = [
    Channel::PaidSearch,
    Channel::PaidSocial,
    Channel::Display,
    Channel::PaidVideo,
    Channel::PaidShopping,
    Channel::Email,
    Channel::Affiliates,
    Channel::PaidOther,
];

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
            {move || profile.get().zip(mapped.get()).map(|(profile, file)| view! {
                <KindRow file=file.clone() profile=profile.clone()/>
                <RoleRows file profile all/>
            })}
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
fn KindRow(file: FileMapping, profile: Arc<FileProfile>) -> impl IntoView {
    let names_currency = profile.columns.iter().any(|c| c.currency.is_some());
    let app = App::here();
    let words = words();
    let name = file.name.clone();
    let options = KINDS.map(|kind| {
        view! {
            <option value=format!("{kind:?}") selected=kind == file.kind>{(words.names.file_kind)(kind)}</option>
        }
    });
    view! {
        <div class="role-row">
            <div><b>{words.mapping.kind_label}</b>" "<span class="sub">{(words.names.file_kind_hint)(file.kind)}</span></div>
            <select
                class="field"
                data-part="file-kind-choice"
                aria-label=words.mapping.kind_label
                on:change:target=move |event| {
                    let value = event.target().value();
                    if let Some(kind) = KINDS.into_iter().find(|k| format!("{k:?}") == value) {
                        let name = name.clone();
                        app.edit(move |d| set_kind(d, &name, kind));
                        app.suggest();
                    }
                }
            >
                {options}
            </select>
            <FileMoney file=file.clone() names_currency/>
        </div>
    }
}

/// What holds for all rows of a file: the channel of its costs, and the currency of its money
/// where no column names one.
#[component]
fn FileMoney(file: FileMapping, names_currency: bool) -> impl IntoView {
    let app = App::here();
    let words = words();
    let counts_money = matches!(file.kind, FileKind::Deals | FileKind::Leads | FileKind::Spend);
    let asks_currency = counts_money && !names_currency && file.header(Role::Currency).is_none();
    let name = file.name.clone();
    let now = file.currency.clone().unwrap_or_default();
    view! {
        <div class="file-money">
            {asks_currency.then(|| view! {
                <input class="field currency" data-part="file-currency" maxlength="3" size="5"
                    aria-label=words.mapping.file_currency title=words.mapping.file_currency
                    placeholder="EUR" prop:value=now
                    on:change:target=move |event| {
                        let code = event.target().value().trim().to_uppercase();
                        app.edit(|d| {
                            if let Some(f) = d.mapping.files.iter_mut().find(|f| f.name == name) {
                                f.currency = Some(code).filter(|c| !c.is_empty());
                            }
                        });
                    }/>
            })}
            {(file.kind == FileKind::Spend).then(|| view! { <SpendChannel file=file.clone()/> })}
        </div>
    }
}

/// The channel of all rows of a cost file.
#[component]
fn SpendChannel(file: FileMapping) -> impl IntoView {
    let app = App::here();
    let words = words();
    let name = file.name.clone();
    let options = SPEND_CHANNELS.iter().map(|channel| {
        let selected = file.channel.as_ref() == Some(channel);
        view! { <option value=format!("{channel:?}") selected=selected>{(words.names.channel)(channel)}</option> }
    });
    let options = options.collect_view();
    view! {
        <select
            class="field"
            data-part="spend-channel"
            aria-label=words.mapping.file_channel
            title=words.mapping.file_channel
            on:change:target=move |event| {
                let value = event.target().value();
                let channel = SPEND_CHANNELS.iter().find(|c| format!("{c:?}") == value).cloned();
                app.edit(|d| {
                    if let Some(f) = d.mapping.files.iter_mut().find(|f| f.name == name) {
                        f.channel = channel;
                    }
                });
            }
        >
            <option value="" selected=file.channel.is_none()>{words.mapping.file_channel_by_rows}</option>
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
    let why = Signal::derive(move || reasons(app, &of_file, role));
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
                on:change:target=move |event| {
                    let header = event.target().value();
                    let name = name.clone();
                    app.edit(move |d| set_role(d, &name, role, &header));
                }
            >
                <option value="" selected=now.is_empty()>{words.mapping.not_mapped}</option>
                {options}
            </select>
            <span class="reason" title=why>
                {evidence(role, column, profile.rows)}
                <span class="visually-hidden">{why}</span>
            </span>
        </div>
    }
}

/// Why this column was proposed for the role, in words; empty where it is the user's choice.
fn reasons(app: App, file: &str, role: Role) -> String {
    let words = words();
    let view = app.state.session().view().get();
    let of_file = view.as_ref().and_then(|v| v.files.iter().find(|f| f.name == file));
    let of_role = of_file.and_then(|f| f.roles.iter().find(|r| r.role == role));
    let evidence = of_role.map(|r| r.evidence.as_slice()).unwrap_or_default();
    evidence.iter().map(words.mapping.evidence).collect::<Vec<_>>().join(" · ")
}

/// What the column's values say for (or against) the role.
fn evidence(role: Role, column: Option<&ColumnProfile>, rows: u64) -> AnyView {
    let words = words();
    let mapping = &words.mapping;
    let Some(column) = column else {
        return view! { <span class="tag">{mapping.optional}</span> }.into_any();
    };
    let share = |n: u64| words.locale.share(if rows == 0 { 0.0 } else { n as f64 / rows as f64 });
    let is_key = matches!(role, Role::RecordId | Role::Key | Role::CampaignId);
    let is_date = matches!(column.kind, ColumnType::Day | ColumnType::Moment);
    let is_number = !is_date && !matches!(column.kind, ColumnType::Text | ColumnType::Flag);
    let filled_share = if rows == 0 { 0.0 } else { column.filled as f64 / rows as f64 };
    let text = if is_key && column.filled > 0 {
        (mapping.unique)(&words.locale.share(column.distinct as f64 / column.filled as f64))
    } else if filled_share < 0.97 {
        (mapping.empty)(&share(rows.saturating_sub(column.filled)))
    } else if is_date {
        (mapping.are_dates)(&share(column.filled))
    } else if is_number {
        (mapping.filled)(&share(column.filled))
    } else {
        (mapping.values)(column.distinct)
    };
    let class = if filled_share < 0.5 { "tag warn" } else { "tag good" };
    view! { <span class=class>{text}</span> }.into_any()
}
