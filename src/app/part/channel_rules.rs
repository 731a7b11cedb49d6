//! The user's own rules from sources to channels: tried in order, before the built-in ones.

use crate::app::action::App;
use crate::app::part::channel_table::{CHANNELS, key_of};
use crate::app::part::hand::keep_hand;
use crate::app::state::AppStateStoreFields;
use crate::app::{follow_words, words};
use crate::engine::mapping::{Channel, ChannelRule, RuleTest, SourceField};
use leptos::prelude::*;

const FIELDS: [SourceField; 4] =
    [SourceField::Any, SourceField::Source, SourceField::Medium, SourceField::Campaign];
const TESTS: [RuleTest; 4] =
    [RuleTest::Contains, RuleTest::Is, RuleTest::StartsWith, RuleTest::IsEmpty];

#[component]
pub fn ChannelRules() -> impl IntoView {
    let app = App::here();
    let rules = Memo::new(move |_| app.state.document().read().mapping.channels.rules.clone());
    view! {
        <div class="channel-rules" data-part="channel-rules">
            <h3>{move || words().mapping.rules_title}</h3>
            <p class="sub">
                {move || words().mapping.rules_hint} " "
                {move || (rules.read().len() > 1).then(|| words().meeting.rule_keys)}
            </p>
            <ol>
                {move || {
                    follow_words();
                    let rules = rules.get();
                    let count = rules.len();
                    rules.into_iter().enumerate().map(|(index, rule)| view! {
                        <RuleRow index last={index + 1 == count} rule/>
                    }).collect_view()
                }}
            </ol>
            <button class="button small" data-part="add-rule" on:click=move |_| app.edit(|d| {
                d.mapping.channels.rules.push(ChannelRule {
                    field: SourceField::Source,
                    test: RuleTest::Contains,
                    text: String::new(),
                    channel: Channel::PaidSearch,
                });
            })>
                {move || words().mapping.add_rule}
            </button>
        </div>
    }
}

#[component]
fn RuleRow(index: usize, last: bool, rule: ChannelRule) -> impl IntoView {
    let app = App::here();
    let words = words();
    let m = &words.mapping;
    let change = move |change: &dyn Fn(&mut ChannelRule)| {
        app.edit(|d| {
            if let Some(rule) = d.mapping.channels.rules.get_mut(index) {
                change(rule);
            }
        });
    };
    let fields = FIELDS.map(|field| {
        let selected = field == rule.field;
        view! { <option value=format!("{field:?}") selected=selected>{(m.rule_field)(field)}</option> }
    });
    let tests = TESTS.map(|test| {
        let selected = test == rule.test;
        view! { <option value=format!("{test:?}") selected=selected>{(m.rule_test)(test)}</option> }
    });
    let channels = CHANNELS.iter().map(|channel| {
        let selected = *channel == rule.channel;
        view! { <option value=key_of(channel) selected=selected>{(words.names.channel)(channel)}</option> }
    });
    let channels = channels.collect_view();
    let name = format!("{} {}", index + 1, rule.text);
    view! {
        <li class="rule-row" data-part="channel-rule" on:keydown=move |event| {
            let up = match event.key().as_str() {
                "ArrowUp" => true,
                "ArrowDown" => false,
                _ => return,
            };
            if event.alt_key() {
                event.prevent_default();
                move_rule(app, index, up);
            }
        }>
            <span class="rule-order">
                <button class="button ghost small" data-part="rule-up" aria-label=(words.meeting.rule_up)(&name)
                    disabled={index == 0} on:click=move |_| move_rule(app, index, true)>"↑"</button>
                <button class="button ghost small" data-part="rule-down" aria-label=(words.meeting.rule_down)(&name)
                    disabled=last on:click=move |_| move_rule(app, index, false)>"↓"</button>
            </span>
            <select class="field" aria-label=m.raw_value on:change:target=move |event| {
                let value = event.target().value();
                if let Some(field) = FIELDS.into_iter().find(|f| format!("{f:?}") == value) {
                    change(&|r| r.field = field);
                }
            }>{fields}</select>
            <select class="field" aria-label=m.why on:change:target=move |event| {
                let value = event.target().value();
                if let Some(test) = TESTS.into_iter().find(|t| format!("{t:?}") == value) {
                    change(&|r| r.test = test);
                }
            }>{tests}</select>
            <input class="field" aria-label=m.rule_text placeholder=m.rule_text prop:value=rule.text.clone()
                disabled=rule.test == RuleTest::IsEmpty
                on:change:target=move |event| {
                    let text = event.target().value();
                    change(&|r| r.text.clone_from(&text));
                }/>
            <span aria-hidden="true">"→"</span>
            <select class="field" aria-label=m.channel on:change:target=move |event| {
                let value = event.target().value();
                if let Some(channel) = CHANNELS.iter().find(|c| key_of(c) == value) {
                    change(&|r| r.channel = channel.clone());
                }
            }>{channels}</select>
            <button class="button ghost small" aria-label=(words.shell.remove_named)(&name) on:click=move |_| app.edit(|d| {
                if index < d.mapping.channels.rules.len() {
                    d.mapping.channels.rules.remove(index);
                }
            })>"✕"</button>
        </li>
    }
}

/// Moves a rule by one place and keeps the hand on it: the row is drawn anew in its new place.
fn move_rule(app: App, index: usize, up: bool) {
    let to = if up { index.checked_sub(1) } else { Some(index + 1) };
    let Some(to) = to else { return };
    app.edit(|d| {
        if to < d.mapping.channels.rules.len() {
            d.mapping.channels.rules.swap(index, to);
        }
    });
    keep_hand("channel-rule", to, if up { "rule-up" } else { "rule-down" });
}
