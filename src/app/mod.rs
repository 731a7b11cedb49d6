//! The page: one store, three screens, and the parts that they are made of.
//!
//! `state` is what there is, `action` every way to change it, `answer` what the worker said, `client` the wire to it,
//! `storage` what outlives the tab. Not here: any figure (the worker computes them).

pub mod action;
pub mod answer;
pub mod ask;
#[cfg(feature = "bench")]
pub mod bench;
pub mod chosen;
mod client;
pub mod columns;
pub mod download;
mod looking;
pub mod part;
pub mod presets;
pub mod reading;
pub mod screen;
pub mod state;
pub mod storage;

use crate::export::link;
use crate::i18n::{Strings, strings_for};
use action::App;
use leptos::prelude::*;
use part::top_bar::TopBar;
use reactive_stores::Store;
use state::{AppState, AppStateStoreFields, Notice, Screen, Session, SessionStoreFields, Theme};
use wasm_bindgen::JsCast;

/// Mounts the page: what the last visit left, or what a link carries.
pub fn mount() {
    leptos::mount::mount_to_body(Root);
}

/// The words of the chosen language, which call a record what it is; reactive, so to be called
/// where a view can follow it.
pub fn words() -> &'static Strings {
    let app = App::here();
    strings_for(app.state.session().locale().get(), app.records.get())
}

/// Lets a closure that makes rows make them anew in another language: a component reads its words
/// once, while it is made.
pub fn follow_words() {
    App::here().state.session().locale().with(|_| ());
}

#[component]
fn Root() -> impl IntoView {
    let document = storage::document().unwrap_or_default();
    let session =
        Session { locale: storage::locale(), theme: storage::theme(), ..Session::default() };
    let app = App::start(Store::new(AppState { document, session }));
    provide_context(app);
    app.load_presets();
    #[cfg(feature = "bench")]
    bench::offer(app);
    open_link(app);
    window_event_listener(leptos::ev::hashchange, move |_| open_link(app));
    part::file_drop::take_drops_elsewhere(app);
    follow_outside(app);

    let screen = app.state.session().screen();
    // The button that leads to the next screen goes with its own.
    Effect::new(move |before: Option<Screen>| {
        let now = screen.get();
        if before.is_some_and(|before| before != now) {
            part::hand::give_hand_to("main");
        }
        now
    });
    view! {
        <a class="skip-link" href="#main">{move || words().shell.skip_link}</a>
        <TopBar/>
        <part::worker_trouble::WorkerTrouble/>
        <main id="main" class="page" tabindex="-1">
            {move || match screen.get() {
                Screen::Data => screen::data::DataScreen().into_any(),
                Screen::Mapping => screen::mapping::MappingScreen().into_any(),
                Screen::Report => screen::report::ReportScreen().into_any(),
            }}
        </main>
        <part::toast::Toast/>
        <part::dialogs::Dialogs/>
    }
}

/// Opens the document that the address carries, if any. The address then lets go of it: a reload
/// must not bring it back over what the user changed.
fn open_link(app: App) {
    let Some(linked) = link::from_fragment(&window().location().hash().unwrap_or_default()) else {
        return;
    };
    match linked {
        Ok(document) => app.replace_document(document),
        Err(_) => app.notify(Notice::LinkBroken),
    }
    let plain = window().location().href().unwrap_or_default();
    let plain = plain.split('#').next();
    if let Ok(history) = window().history() {
        // A browser that refuses leaves the link in the address, which does no harm.
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", plain);
    }
}

/// The document outside the views follows the state: language, theme, title, screen.
fn follow_outside(app: App) {
    let session = app.state.session();
    Effect::new(move || {
        let locale = session.locale().get();
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("lang", locale.code());
        }
    });
    Effect::new(move || {
        let dark = match session.theme().get() {
            Theme::Dark => true,
            Theme::Light => false,
            Theme::Auto => prefers_dark(),
        };
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-theme", if dark { "dark" } else { "light" });
        }
    });
    Effect::new(move || {
        let words = words();
        let screen = match session.screen().get() {
            Screen::Data => words.shell.step_data,
            Screen::Mapping => words.shell.step_mapping,
            Screen::Report => words.shell.step_report,
        };
        document().set_title(&format!("{screen} · Tundish"));
        window().scroll_to_with_x_and_y(0.0, 0.0);
    });
}

/// Moves the focus to an element.
pub fn focus(element: &web_sys::Element) {
    if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
        // An element that can't take it leaves the focus where it is.
        let _ = element.focus();
    }
}

/// Gives the focus to the first of these elements that is shown, where what had it is gone; the page
/// does not scroll.
pub fn focus_if_lost(ids: &[&str]) {
    let is_lost = document().active_element().is_none_or(|e| e.tag_name() == "BODY");
    let is_shown = |e: &web_sys::Element| e.get_bounding_client_rect().height() > 0.0;
    let mut found = ids.iter().filter_map(|id| document().get_element_by_id(id));
    let Some(element) = found.find(is_shown).filter(|_| is_lost) else { return };
    let options = js_sys::Object::new();
    let keep_still = js_sys::Reflect::set(&options, &"preventScroll".into(), &true.into());
    let focus = js_sys::Reflect::get(&element, &"focus".into());
    if let (Ok(_), Some(focus)) =
        (keep_still, focus.ok().and_then(|f| f.dyn_into::<js_sys::Function>().ok()))
    {
        let _ = focus.call1(&element, &options);
    }
}

/// Whether the system asks for dark colours.
pub fn prefers_dark() -> bool {
    let query = window().match_media("(prefers-color-scheme: dark)");
    query.ok().flatten().is_some_and(|q| q.matches())
}

/// Whether the page is drawn in dark colours now; reactive.
pub fn is_dark() -> bool {
    match App::here().state.session().theme().get() {
        Theme::Dark => true,
        Theme::Light => false,
        Theme::Auto => prefers_dark(),
    }
}
