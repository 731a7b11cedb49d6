//! The bar on top: the three steps, the count of requests, language, theme.

use crate::app::action::App;
use crate::app::part::undo::UndoButtons;
use crate::app::state::{AppStateStoreFields, Dialog, Screen, SessionStoreFields, Theme};
use crate::app::words;
use crate::format::Locale;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

/// How often the requests are counted, in milliseconds.
const COUNT_EVERY_MS: i32 = 1000;

#[component]
pub fn TopBar() -> impl IntoView {
    let app = App::here();
    let session = app.state.session();
    count_requests(app);
    let requests = move || session.requests().get() + session.worker_requests().get();
    view! {
        <header class="top-bar" data-part="top-bar">
            <div class="logo">
                <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
                    <path d="M2 3h18l-6.2 8v6.2L8.2 20v-9z"/>
                </svg>
                <span>"Tundish"</span>
            </div>
            <nav aria-label=move || words().shell.steps_label>
                <ol class="steps">
                    <Step number=1 screen=Screen::Data part="step-data"/>
                    <Step number=2 screen=Screen::Mapping part="step-mapping"/>
                    <Step number=3 screen=Screen::Report part="step-report"/>
                </ol>
            </nav>
            <div class="grow"></div>
            <button
                class="private"
                class:alarm=move || requests() != 0
                data-part="requests"
                data-count=requests
                // Narrow pages cut what it says.
                title=move || (words().shell.local_only)(requests().into())
                on:click=move |_| app.show(Dialog::Privacy)
            >
                {move || (words().shell.local_only)(requests().into())}
            </button>
            <div class="tools">
                <UndoButtons/>
                <LanguageChoice/>
                <ThemeChoice/>
            </div>
        </header>
    }
}

#[component]
fn Step(number: u8, screen: Screen, part: &'static str) -> impl IntoView {
    let app = App::here();
    let now = app.state.session().screen();
    let name = move || match screen {
        Screen::Data => words().shell.step_data,
        Screen::Mapping => words().shell.step_mapping,
        Screen::Report => words().shell.step_report,
    };
    view! {
        <li>
            <button
                data-part=part
                aria-current=move || (now.get() == screen).then_some("step")
                on:click=move |_| app.go(screen)
            >
                <b aria-hidden="true">{number}</b>
                {name}
            </button>
        </li>
    }
}

#[component]
fn LanguageChoice() -> impl IntoView {
    let app = App::here();
    let locale = app.state.session().locale();
    view! {
        <select
            class="field quiet"
            data-part="language"
            aria-label=move || words().shell.language
            prop:value=move || locale.get().code()
            on:change:target=move |event| {
                if let Some(chosen) = Locale::from_tag(&event.target().value()) {
                    app.set_locale(chosen);
                }
            }
        >
            <option value="en">"EN"</option>
            <option value="ru">"RU"</option>
            <option value="el">"EL"</option>
        </select>
    }
}

#[component]
fn ThemeChoice() -> impl IntoView {
    let app = App::here();
    let theme = app.state.session().theme();
    let name = move || match theme.get() {
        Theme::Auto => words().shell.theme_auto,
        Theme::Light => words().shell.theme_light,
        Theme::Dark => words().shell.theme_dark,
    };
    let next = move || match theme.get_untracked() {
        Theme::Auto => Theme::Light,
        Theme::Light => Theme::Dark,
        Theme::Dark => Theme::Auto,
    };
    let sign = move || match theme.get() {
        Theme::Auto => "◐",
        Theme::Light => "☀",
        Theme::Dark => "☾",
    };
    view! {
        <button
            class="button ghost"
            data-part="theme"
            aria-label=name
            title=name
            on:click=move |_| app.set_theme(next())
        >
            <span aria-hidden="true">{sign}</span>
        </button>
    }
}

/// Keeps the count of requests since the page loaded up to date. The browser's own list holds what
/// the page fetched; the policy forbids the rest, the worker's requests included.
fn count_requests(app: App) {
    let count = move || {
        let entries = window().performance().map(|p| p.get_entries_by_type("resource"));
        let loaded = document().ready_state() == "complete";
        entries.filter(|_| loaded).map(|e| e.length())
    };
    let at_load = StoredValue::new(None::<u32>);
    let tick = Closure::<dyn FnMut()>::new(move || {
        let Some(now) = count() else { return };
        match at_load.get_value() {
            None => at_load.set_value(Some(now)),
            Some(first) => {
                let since = now.saturating_sub(first);
                if app.state.session().requests().get_untracked() != since {
                    app.state.session().requests().set(since);
                }
            }
        }
    });
    let _ = window().set_interval_with_callback_and_timeout_and_arguments_0(
        tick.as_ref().unchecked_ref(),
        COUNT_EVERY_MS,
    );
    tick.forget();
}
