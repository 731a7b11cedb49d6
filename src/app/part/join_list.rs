//! How the other files join the records: what meets, what does not, and spellings that are probably
//! one name. Nothing is joined by a guess before it is accepted.

use crate::app::action::App;
use crate::app::part::begin_choice::BeginChoice;
use crate::app::part::join_edit::{AddJoin, has_lookups, remove_join};
use crate::app::part::join_more::{JoinMore, SpendRow, channel_row};
use crate::app::state::{AppStateStoreFields, SessionStoreFields};
use crate::app::words;
use crate::engine::mapping::view::JoinView;
use leptos::prelude::*;

/// Unmatched values named; the count says the rest.
const VALUES_NAMED: usize = 8;

#[component]
pub fn JoinList() -> impl IntoView {
    let app = App::here();
    let view = app.state.session().view();
    let can_join = Memo::new(move |_| has_lookups(&app.state.document().read()));
    let by_channel = Memo::new(move |_| {
        let preview = app.state.session().preview().get();
        preview.map(|p| p.channels.clone()).unwrap_or_default()
    });
    // Without anything to join there is nothing to say.
    let joins = Memo::new(move |_| {
        let view = view.get()?;
        let meets = !view.joins.is_empty() || !view.spend_joins.is_empty();
        let is_told = meets || can_join.get() || !by_channel.read().is_empty();
        is_told.then(|| (view.joins.clone(), view.spend_joins.clone()))
    });
    view! {
        {move || joins.get().map(|(joins, spend)| {
            let words = words();
            view! {
                <section class="join-list card" data-part="joins">
                    <header>
                        <h2>{words.mapping.joins_title}</h2>
                        <span class="aside">{words.mapping.joins_hint}</span>
                    </header>
                    {joins.into_iter().map(|join| view! { <JoinRow join/> }).collect_view()}
                    {spend.into_iter().map(|spend| view! { <SpendRow spend/> }).collect_view()}
                    {move || by_channel.with(|found| channel_row(found))}
                    <AddJoin/>
                </section>
            }
        })}
    }
}

#[component]
fn JoinRow(join: JoinView) -> impl IntoView {
    let app = App::here();
    let words = words();
    let m = &words.mapping;
    let (lookup, removed) = (join.lookup_file.clone(), join.lookup_file.clone());
    let named = join.matched + join.unmatched;
    let share = if named == 0 { 0.0 } else { join.matched as f64 / named as f64 };
    let whole = join.unmatched == 0;
    let values = join.unmatched_values.iter().take(VALUES_NAMED).map(|(value, n)| {
        view! { <span class="tag bad" data-part="unmatched-value" data-value=value.clone() data-count=*n>{value.clone()} " " {words.locale.count(*n)}</span> }
    });
    let values = values.collect_view();
    let rest = join.unmatched_distinct.saturating_sub(VALUES_NAMED as u64);
    view! {
        <div class="join" data-part="join" data-lookup=join.lookup_file.clone() data-unmatched=join.unmatched>
            <p>
                <b>{(m.join_line)(&join.from_file, &join.from_column, &join.lookup_file, &join.key_column)}</b>
                " "
                <span class="tag" class:good=whole class:warn=!whole>{(m.matched)(&words.locale.share(share))}</span>
                " "
                <button class="button ghost small" data-part="remove-join" aria-label=(words.shell.remove_named)(&lookup)
                    on:click=move |_| app.edit(|d| remove_join(d, &removed))>"✕"</button>
            </p>
            {(!whole).then(|| view! {
                <div class="unmatched">
                    <span class="sub">{(m.unmatched)(join.unmatched_distinct, join.unmatched)}</span>
                    {values}
                    {(rest > 0).then(|| (words.shell.and_more)(rest))}
                </div>
            })}
            <JoinMore join=join.clone()/>
            <BeginChoice lookup=join.lookup_file.clone()/>
            <Aliases join=join.clone()/>
        </div>
    }
}

/// Spellings that are probably one name: offered, and taken back when they were accepted.
#[component]
fn Aliases(join: JoinView) -> impl IntoView {
    let app = App::here();
    let words = words();
    let m = &words.mapping;
    let change = move |join: &JoinView, value: &str, key: Option<&str>| {
        app.edit(|d| {
            let is_this = |j: &&mut crate::engine::mapping::Join| {
                j.lookup_file == join.lookup_file && j.from_column == join.from_column
            };
            if let Some(j) = d.mapping.joins.iter_mut().find(is_this) {
                match key {
                    Some(key) => j.aliases.insert(value.to_owned(), key.to_owned()),
                    None => j.aliases.remove(value),
                };
            }
        });
    };
    let held = {
        let document = app.state.document();
        let document = document.read_untracked();
        let found = document
            .mapping
            .joins
            .iter()
            .find(|j| j.lookup_file == join.lookup_file && j.from_column == join.from_column);
        found.map(|j| j.aliases.clone()).unwrap_or_default()
    };
    let offers = join.proposed_aliases.clone().into_iter().filter(|a| !held.contains_key(&a.value));
    let offered = join.clone();
    let offers = offers.map(move |alias| {
        let join = offered.clone();
        let (value, key) = (alias.value.clone(), alias.key.clone());
        view! {
            <p class="alias-offer" data-part="alias" data-value=alias.value.clone()>
                {(m.alias)(&alias.value, &alias.key)}
                <button class="button small" data-part="accept-alias"
                    on:click=move |_| change(&join, &value, Some(&key))>
                    {m.accept}
                </button>
            </p>
        }
    });
    let offers = offers.collect_view();
    let accepted = held.clone().into_iter().map(move |(value, key)| {
        let join = join.clone();
        let (undo, name) = (value.clone(), format!("{value} → {key}"));
        view! {
            <p class="alias-offer">
                <span class="tag good">{m.accepted}</span>
                {name}
                <button class="button small ghost" aria-label=(m.undo_alias)(&value)
                    on:click=move |_| change(&join, &undo, None)>"✕"</button>
            </p>
        }
    });
    let accepted = accepted.collect_view();
    view! {
        {offers}
        {accepted}
    }
}
