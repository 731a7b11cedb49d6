//! The encoding, and a few lines of the file as each plausible one makes them: who sees the right
//! words clicks them.

use crate::app::action::App;
use crate::app::part::file_preview::Desk;
use crate::app::part::popover::{Anchor, Popover};
use crate::app::words;
use crate::engine::import::EncodingSample;
use leptos::html::Button;
use leptos::prelude::*;

/// Encodings offered, by WHATWG name.
const ENCODINGS: [&str; 17] = [
    "UTF-8",
    "UTF-16LE",
    "UTF-16BE",
    "windows-1250",
    "windows-1251",
    "windows-1252",
    "windows-1253",
    "KOI8-R",
    "KOI8-U",
    "IBM866",
    "ISO-8859-2",
    "ISO-8859-5",
    "ISO-8859-7",
    "ISO-8859-15",
    "x-mac-cyrillic",
    "macintosh",
    "GBK",
];

#[component]
pub fn EncodingChoice(desk: Desk) -> impl IntoView {
    let anchor = RwSignal::new(None);
    let button = NodeRef::<Button>::new();
    let open = move |_| anchor.set(button.get_untracked().map(|b| Anchor::of(&b)));
    let now = Memo::new(move |_| desk.file.read().profile.dialect.encoding.clone());
    let chosen = Memo::new(move |_| desk.file.read().options.encoding.is_some());
    view! {
        <span class="setting" class:overridden=move || chosen.get()>
            <span>{move || words().data.encoding}</span>
            <button class="setting-button" data-part="encoding-choice" node_ref=button on:click=open
                aria-haspopup="dialog" aria-expanded=move || anchor.read().is_some().to_string()
                aria-label=move || format!("{}: {}", words().data.encoding, now.get())>
                {move || now.get()}
            </button>
        </span>
        <Popover part="encoding-panel" anchor label=Signal::derive(move || words().quarantine.which_lines.to_owned())>
            <Samples desk anchor/>
        </Popover>
    }
}

#[component]
fn Samples(desk: Desk, anchor: RwSignal<Option<Anchor>>) -> impl IntoView {
    let app = App::here();
    let choose = move |encoding: Option<String>| {
        anchor.set(None);
        app.change_reading(desk.id(), |options| options.encoding = encoding);
    };
    let samples = Memo::new(move |_| desk.file.read().profile.encoding_samples.clone());
    let now = Memo::new(move |_| desk.file.read().profile.dialect.encoding.clone());
    let is_own = Memo::new(move |_| desk.file.read().options.encoding.is_some());
    let sample = move |sample: EncodingSample| {
        let is_now = sample.encoding == now.get();
        let name = sample.encoding.clone();
        view! {
            <li>
                <button class="sample-choice" class:now=is_now data-part="encoding-sample"
                    data-encoding=sample.encoding.clone() aria-pressed=is_now.to_string()
                    on:click=move |_| choose(Some(name.clone()))>
                    <span class="sample-name">
                        {sample.encoding.clone()}
                        {is_now.then(|| view! { <span class="tag good">{words().quarantine.in_use}</span> })}
                    </span>
                    {sample.lines.into_iter().map(|line| view! { <code>{line}</code> }).collect_view()}
                </button>
            </li>
        }
    };
    let all = move || {
        let option = |name: &'static str| {
            view! { <option value=name selected=move || now.get() == name>{name}</option> }
        };
        ENCODINGS.map(option).collect_view()
    };
    view! {
        <h3>{move || if samples.read().is_empty() { words().quarantine.plain_letters } else { words().quarantine.which_lines }}</h3>
        <ul class="samples">{move || samples.get().into_iter().map(sample).collect_view()}</ul>
        <p class="popover-foot">
            <label class="sub">
                {move || words().quarantine.other_encoding}
                " "
                <select class="field" data-part="option-encoding"
                    on:change:target=move |event| choose(Some(event.target().value()))>
                    {all}
                </select>
            </label>
            <Show when=move || is_own.get()>
                <button class="button small" data-part="automatic-encoding" on:click=move |_| choose(None)>
                    {move || words().quarantine.by_itself}
                </button>
            </Show>
        </p>
    }
}
