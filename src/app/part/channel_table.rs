//! Raw sources and the channels that they became, each with the rule that decided it; every one can
//! be decided otherwise.

use crate::app::action::App;
use crate::app::part::channel_rules::ChannelRules;
use crate::app::part::source_conflict::SourceConflict;
use crate::app::state::{AppStateStoreFields, SessionStoreFields};
use crate::app::words;
use crate::engine::mapping::Channel;
use crate::engine::mapping::view::{ChannelRow, ChannelsView};
use leptos::prelude::*;

/// Channels that a raw value can be given to, in the order of the built-in rules.
pub const CHANNELS: [Channel; 30] = [
    Channel::PaidSearch,
    Channel::OrganicSearch,
    Channel::PaidSocial,
    Channel::OrganicSocial,
    Channel::Display,
    Channel::PaidVideo,
    Channel::OrganicVideo,
    Channel::PaidShopping,
    Channel::OrganicShopping,
    Channel::CrossNetwork,
    Channel::PaidOther,
    Channel::Email,
    Channel::Referral,
    Channel::Affiliates,
    Channel::AiAssistants,
    Channel::Direct,
    Channel::Messenger,
    Channel::Sms,
    Channel::Push,
    Channel::Audio,
    Channel::WebForm,
    Channel::InboundCall,
    Channel::Outbound,
    Channel::Event,
    Channel::Partner,
    Channel::WordOfMouth,
    Channel::ExistingCustomer,
    Channel::Offline,
    Channel::OtherCampaigns,
    Channel::Unassigned,
];
/// Rows shown before “show all”.
const ROWS_SHOWN: usize = 12;

#[component]
pub fn ChannelTable() -> impl IntoView {
    let app = App::here();
    let view = app.state.session().view();
    let all = RwSignal::new(false);
    let channels = Memo::new(move |_| view.get().and_then(|v| v.channels.clone()));
    view! {
        {move || channels.get().map(|channels| {
            let words = words();
            let m = &words.mapping;
            let more = channels.rows.len() > ROWS_SHOWN;
            view! {
                <section class="channel-table card" data-part="channels">
                    <header>
                        <h2>{m.channels_title}</h2>
                        <span class="aside">
                            {(m.channels_summary)(channels.raw_values, channels.channels, unassigned_values(&channels))}
                        </span>
                    </header>
                    <div class="table-wrap">
                        <table>
                            <thead>
                                <tr>
                                    <th scope="col">{m.raw_value}</th>
                                    <th scope="col">{m.channel}</th>
                                    <th scope="col" class="num">{m.rows}</th>
                                    <th scope="col">{m.why}</th>
                                </tr>
                            </thead>
                            <tbody>{move || rows(app, &channels, all.get())}</tbody>
                        </table>
                    </div>
                    {more.then(|| view! {
                        <button class="button small ghost" on:click=move |_| all.update(|a| *a = !*a)>
                            {move || if all.get() { words.shell.show_less } else { words.shell.show_all }}
                        </button>
                    })}
                    <SourceConflict/>
                    <ChannelRules/>
                </section>
            }
        })}
    }
}

fn unassigned_values(channels: &ChannelsView) -> u64 {
    channels.rows.iter().filter(|r| r.channel == Channel::Unassigned).count() as u64
}

fn rows(app: App, channels: &ChannelsView, all: bool) -> impl IntoView + use<> {
    let shown = if all { usize::MAX } else { ROWS_SHOWN };
    let rows = channels.rows.iter().take(shown).cloned();
    rows.map(|row| view! { <Row app row/> }).collect_view()
}

#[component]
fn Row(app: App, row: ChannelRow) -> impl IntoView {
    let words = words();
    let raw = raw_name(&row);
    let custom = match &row.channel {
        Channel::Custom(_) => Some(row.channel.clone()),
        _ => None,
    };
    let options = CHANNELS.iter().chain(&custom).map(|channel| {
        let selected = *channel == row.channel;
        view! { <option value=key_of(channel) selected=selected>{(words.names.channel)(channel)}</option> }
    });
    let options = options.collect_view();
    let spellings = row.spellings.iter().map(|(s, _)| s.clone()).collect::<Vec<_>>().join(", ");
    let key = row.key.clone();
    view! {
        <tr class:unassigned=row.channel == Channel::Unassigned data-part="channel-row" data-raw=row.key.clone() data-channel=key_of(&row.channel)>
            <th scope="row" class="raw" title=spellings>{raw.clone()}</th>
            <td>
                <select class="field quiet" aria-label=(words.mapping.channel_for)(&raw) on:change:target=move |event| {
                    let chosen = event.target().value();
                    let channel = CHANNELS.iter().find(|c| key_of(c) == chosen).cloned();
                    if let Some(channel) = channel {
                        let key = key.clone();
                        app.edit(move |d| {
                            d.mapping.channels.decided.insert(key, channel);
                        });
                    }
                }>
                    {options}
                </select>
            </td>
            <td class="num">{words.locale.count(row.rows)}</td>
            <td class="why">{(words.mapping.channel_reason)(&row.reason)}</td>
        </tr>
    }
}

/// `yandex / cpc`, or the word for empty.
fn raw_name(row: &ChannelRow) -> String {
    let parts = [&row.source, &row.medium, &row.campaign];
    let parts: Vec<&str> = parts.iter().map(|p| p.as_str()).filter(|p| !p.is_empty()).collect();
    if parts.is_empty() { words().names.empty_value.to_owned() } else { parts.join(" / ") }
}

/// A channel as the value of an option.
pub fn key_of(channel: &Channel) -> String {
    format!("{channel:?}")
}
