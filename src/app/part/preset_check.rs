//! What of the preset in use no longer fits these files: a list with counts, each entry with a way to
//! the place where it is mended. What was mended leaves it. Not here: how it is told
//! (`engine::preset::check`).

use crate::app::action::App;
use crate::app::presets::check_now;
use crate::app::state::{AppStateStoreFields, Screen, SessionStoreFields};
use crate::app::words;
use crate::app::{focus, focus_if_lost};
use crate::engine::preset::{PresetCheck, PresetIssue};
use crate::format::Locale;
use crate::i18n::{PresetPlace, Weight, strings_for};
use leptos::prelude::*;

#[component]
pub fn PresetCheckList() -> impl IntoView {
    let app = App::here();
    let check = Memo::new(move |_| check_now(app));
    view! {
        {move || {
            // The list is told anew in another language.
            let language = words().locale;
            check.get().map(|check| view! { <List check language/> })
        }}
    }
}

#[component]
fn List(check: PresetCheck, language: Locale) -> impl IntoView {
    let app = App::here();
    let words = strings_for(language, app.records.get_untracked());
    let p = &words.preset;
    let look = check.issues.iter().filter(|i| i.needs_look()).count() as u64;
    let notes = check.issues.len() as u64 - look;
    let close = move |_| {
        app.close_check();
        request_animation_frame(|| focus_if_lost(&["presets-button"]));
    };
    let renamed = check.paired.iter().filter(|(was, now)| was != now);
    let renamed: Vec<String> = renamed.map(|(was, now)| (p.paired)(was, now)).collect();
    view! {
        <section class="preset-check card" data-part="preset-check" data-look=look data-notes=notes>
            <header>
                <h2>{(p.check_title)(&check.preset)}</h2>
                {(look + notes > 0).then(|| view! {
                    <span class="aside">{(p.check_counts)(look, notes)}</span>
                })}
            </header>
            {(look + notes == 0).then(|| view! {
                <p class="sub"><span class="good">"✓ "</span>{p.check_fits}</p>
            })}
            <ul>{check.issues.iter().map(|issue| view! { <Entry issue=issue.clone()/> }).collect_view()}</ul>
            <footer>
                <p class="sub">{renamed.join(" · ")}</p>
                <button class="button small ghost" data-part="close-preset-check" title=p.close_note on:click=close>
                    {p.close_list}
                </button>
            </footer>
        </section>
    }
}

#[component]
fn Entry(issue: PresetIssue) -> impl IntoView {
    let app = App::here();
    let words = words();
    let text = (words.preset.issue)(&issue, words);
    let (weight, class) = match issue.needs_look() {
        true => (Weight::Check, "tag warn"),
        false => (Weight::Note, "tag"),
    };
    let place = PresetPlace::of(&issue);
    let kind = kind(&issue);
    view! {
        <li data-part="preset-issue" data-kind=kind>
            <span class=class>{(words.trouble.weight)(weight)}</span>
            <span class="told">
                <span>{text.text}</span>
                <span class="sub">{text.advice}</span>
            </span>
            <button class="button small" data-part="go-mend" on:click=move |_| go(app, place, &issue)>
                {(words.preset.place)(place)}
            </button>
        </li>
    }
}

/// The name of a variant, for tests.
fn kind(issue: &PresetIssue) -> String {
    let told = format!("{issue:?}");
    told.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_owned()
}

/// Leads to where an entry is mended: the screen, the file, the part.
fn go(app: App, place: PresetPlace, issue: &PresetIssue) {
    let part = match place {
        PresetPlace::Files => "file-list",
        PresetPlace::Columns => "roles",
        PresetPlace::Stages => "stages",
        PresetPlace::Channels => "channels",
        PresetPlace::Joins => "joins",
        PresetPlace::Money => "money-settings",
        PresetPlace::Report => "report-screen",
    };
    let screen = match place {
        PresetPlace::Files => Screen::Data,
        PresetPlace::Report => Screen::Report,
        _ => Screen::Mapping,
    };
    let session = app.state.session();
    if let Some(file) = issue.file() {
        let files = session.files();
        let files = files.read_untracked();
        let document = app.state.document();
        let document = document.read_untracked();
        let of = |name: &str| document.mapping.of_file(name).map(|f| f.name.clone());
        let found = files.iter().find(|f| f.name == file || of(&f.name).as_deref() == Some(file));
        if let Some(found) = found {
            app.select_file(found.id);
        }
    }
    if session.screen().get_untracked() != screen {
        app.go(screen);
    }
    // The screen is drawn first.
    request_animation_frame(move || {
        request_animation_frame(move || {
            let found = document().query_selector(&format!("[data-part={part}]")).ok().flatten();
            let Some(found) = found else { return };
            found.scroll_into_view();
            // A part takes the focus for a moment, so that the next key press begins there.
            if !found.has_attribute("tabindex") {
                let _ = found.set_attribute("tabindex", "-1");
            }
            focus(&found);
        });
    });
}
