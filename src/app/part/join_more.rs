//! The other side of a join (keys that no row finds, cells with several keys), and how costs meet the
//! records by campaign and by channel.

use crate::app::action::App;
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::mapping::merge;
use crate::engine::mapping::view::{JoinView, SpendJoinView};
use crate::engine::report::ChannelMeeting;
use crate::i18n::{Strings, strings_for};
use leptos::prelude::*;

/// Keys named; the count says the rest.
const KEYS_NAMED: usize = 8;
/// From here on a share of the spend is as it should be.
const WELL_TIED: f64 = 0.9;

#[component]
pub fn JoinMore(join: JoinView) -> impl IntoView {
    let words = words();
    let m = &words.meeting;
    let kind = (m.key_kind)(join.by);
    let used = join.keys.saturating_sub(join.unused);
    let parts = [kind.to_owned(), (m.keys_used)(used, join.keys)];
    let mut parts: Vec<String> = parts.into_iter().filter(|p| !p.is_empty()).collect();
    if join.several > 0 {
        parts.push((m.several_keys)(join.several));
    }
    let keys = join.unused_keys.iter().take(KEYS_NAMED);
    let keys = keys.map(|key| view! { <span class="tag">{key.clone()}</span> }).collect_view();
    let rest = join.unused.saturating_sub(KEYS_NAMED as u64);
    view! {
        <p class="sub" data-part="join-keys" data-unused=join.unused>{parts.join(" · ")}</p>
        {(join.unused > 0).then(|| view! {
            <details class="unused-keys" data-part="unused-keys">
                <summary>{(m.keys_unused)(join.unused)}</summary>
                <div class="unmatched">
                    {keys}
                    {(rest > 0).then(|| (words.shell.and_more)(rest))}
                </div>
            </details>
        })}
    }
}

#[component]
pub fn SpendRow(spend: SpendJoinView) -> impl IntoView {
    let app = App::here();
    // The column is one of the deals, where records begin with their leads, too.
    let kind = app.state.document().read().mapping.of_file(&spend.record_file).map(|f| f.kind);
    let words = match kind {
        Some(kind) => strings_for(words().locale, kind),
        None => words(),
    };
    let m = &words.mapping;
    let rows = spend.rows.max(1) as f64;
    let of_records = words.locale.share(spend.matched as f64 / rows);
    let (met, all) = (words.locale.count(spend.campaigns_met), words.locale.count(spend.campaigns));
    let within = spend.by_period.iter().map(|p| {
        let share = p.spend_share.map(|share| words.locale.share(share));
        let of_rows = words.locale.share(p.matched as f64 / rows);
        (words.meeting.tied_within)(p.grain, share.as_deref(), &of_rows)
    });
    let within = within.collect::<Vec<_>>().join(" · ");
    let offers = spend.proposed_aliases.clone().into_iter().map(|alias| {
        let (file, column) = (spend.record_file.clone(), spend.record_column.clone());
        let line = (m.alias)(&alias.value, &alias.key);
        let value = alias.value.clone();
        view! {
            <p class="alias-offer" data-part="campaign-alias" data-value=value>
                {line}
                <button class="button small" data-part="accept-campaign" on:click=move |_| {
                    let (file, column, alias) = (file.clone(), column.clone(), alias.clone());
                    app.edit(move |d| {
                        let value = std::slice::from_ref(&alias.value);
                        merge::set(&mut d.mapping.merges, &file, &column, value, &alias.key);
                    });
                }>
                    {m.accept}
                </button>
            </p>
        }
    });
    let offers = offers.collect_view();
    view! {
        <div class="join" data-part="spend-join" data-file=spend.spend_file.clone()>
            <p>
                <b>{m.spend_join_title} " · " {spend.spend_file.clone()}</b>
                " "
                {(m.spend_join_line)(&spend.record_column, &spend.spend_column)}
                " "
                {spend.spend_share.map(|share| tied_tag(share, words))}
            </p>
            <p class="sub">{(words.meeting.records_tied)(&of_records, &met, &all)}</p>
            {(!within.is_empty()).then(|| view! { <p class="sub" data-part="spend-within">{within}</p> })}
            {offers}
        </div>
    }
}

fn tied_tag(share: f64, words: &'static Strings) -> impl IntoView {
    let is_well = share > WELL_TIED;
    view! {
        <span class="tag" class:good=is_well class:warn=!is_well>
            {(words.mapping.spend_tied)(&words.locale.share(share))}
        </span>
    }
}

/// How costs meet the records by channel: at any time, then within units of time.
pub fn channel_row(found: &[ChannelMeeting]) -> Option<impl IntoView + use<>> {
    let words = words();
    let ever = found.iter().find(|met| met.grain.is_none())?;
    let of_rows = (words.meeting.rows_of_paid_channels)(&words.locale.share(ever.records));
    let within = found.iter().filter_map(|met| {
        let share = met.spend.map(|share| words.locale.share(share));
        let of_rows = words.locale.share(met.records);
        Some((words.meeting.tied_within)(met.grain?, share.as_deref(), &of_rows))
    });
    let within = within.collect::<Vec<_>>().join(" · ");
    let tag = ever.spend.map(|share| tied_tag(share, words));
    Some(view! {
        <div class="join" data-part="channel-join">
            <p><b>{words.mapping.channel_join_title}</b> " " {tag}</p>
            <p class="sub">{of_rows}</p>
            {(!within.is_empty()).then(|| view! { <p class="sub" data-part="channel-within">{within}</p> })}
        </div>
    })
}
