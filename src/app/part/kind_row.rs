//! What a file is, and what holds for all its rows: the channel of its costs, the currency of its
//! money.
//!
//! Not here: what its columns are (`role_list`).

use crate::app::action::App;
use crate::app::part::role_choice::set_kind;
use crate::app::part::role_reason::LIKELY;
use crate::app::part::value_at_choice::ValueAtChoice;
use crate::app::state::{AppStateStoreFields, SessionStoreFields};
use crate::app::words;
use crate::engine::mapping::{Channel, FileKind, FileMapping, Role};
use crate::engine::profile::FileProfile;
use leptos::prelude::*;
use std::sync::Arc;

/// So many columns are named by which a file was known.
const KNOWN_BY: usize = 4;
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
pub fn KindRow(file: FileMapping, profile: Arc<FileProfile>) -> impl IntoView {
    let names_currency = profile.columns.iter().any(|c| c.currency.is_some());
    let app = App::here();
    let words = words();
    let name = file.name.clone();
    let of_file = file.name.clone();
    let known_by = move || {
        let view = app.state.session().view().get();
        let of_file = view.as_ref().and_then(|v| v.files.iter().find(|f| f.name == of_file));
        let roles = of_file.into_iter().flat_map(|f| &f.roles);
        let proposed = roles.filter(|r| r.header.is_some() && r.confidence >= LIKELY);
        let names: Vec<&str> =
            proposed.map(|r| (words.names.role)(r.role)).take(KNOWN_BY).collect();
        (!names.is_empty()).then(|| (words.proposal.known_by)(&names.join(", ")))
    };
    let noted = file.name.clone();
    let notes = move || {
        let view = app.state.session().view().get();
        let of_file = view.as_ref().and_then(|v| v.files.iter().find(|f| f.name == noted));
        let notes = of_file.map(|f| f.notes.clone()).unwrap_or_default().into_iter();
        let note = |note| {
            view! { <p class="sub warn-text" data-part="file-note">{(words.mapping.file_note)(note)}</p> }
        };
        notes.map(note).collect_view()
    };
    let options = KINDS.map(|kind| {
        view! {
            <option value=format!("{kind:?}") selected=kind == file.kind>{(words.names.file_kind)(kind)}</option>
        }
    });
    view! {
        <div class="role-row">
            <div><b>{words.mapping.kind_label}</b>" "<span class="sub">{(words.names.file_kind_hint)(file.kind)}" "{known_by}</span></div>
            <select
                class="field"
                data-part="file-kind-choice"
                aria-label=words.mapping.kind_label
                prop:value=format!("{:?}", file.kind)
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
            <ValueAtChoice file=file.name.clone()/>
            {notes}
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
                <label class="file-currency sub">
                    <span>{words.mapping.file_currency}</span>
                    <input class="field currency" data-part="file-currency" maxlength="3" size="5"
                        placeholder="EUR" prop:value=now
                        on:change:target=move |event| {
                            let code = event.target().value().trim().to_uppercase();
                            app.edit(|d| {
                                if let Some(f) = d.mapping.files.iter_mut().find(|f| f.name == name) {
                                    f.currency = Some(code).filter(|c| !c.is_empty());
                                }
                            });
                        }/>
                </label>
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
