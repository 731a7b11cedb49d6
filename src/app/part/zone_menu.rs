//! One time zone out of all: the known places first, the others by a search for a name or an offset.

use crate::app::part::menu::Menu;
use crate::app::part::menu_search::MenuSearch;
use crate::app::words;
use crate::engine::fold::fold;
use crate::engine::zone::Zone;
use crate::i18n::zone::{PLACES, offset};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// As many are listed as a person looks through.
const MOST_LISTED: usize = 100;

#[component]
pub fn ZoneMenu(
    part: &'static str,
    #[prop(into)] label: Signal<String>,
    /// What it means that no zone is chosen.
    #[prop(into)]
    none: Signal<&'static str>,
    #[prop(into)] chosen: Signal<Option<Zone>>,
    #[prop(into)] on_choose: Callback<Option<Zone>>,
) -> impl IntoView {
    let sign = Signal::derive(move || match chosen.get() {
        None => none.get().to_owned(),
        Some(zone) => {
            let (name, offset) = (words().zone.name(zone.name()), offset_now(zone));
            if name == offset { name } else { format!("{name} · {offset}") }
        }
    });
    let label = Signal::derive(move || format!("{}: {}", label.get(), sign.get()));
    view! {
        <Menu part label sign class="tag-menu zone-menu">
            <ZoneList none chosen on_choose/>
        </Menu>
    }
}

#[component]
fn ZoneList(
    none: Signal<&'static str>,
    chosen: Signal<Option<Zone>>,
    on_choose: Callback<Option<Zone>>,
) -> impl IntoView {
    let sought = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let sought = fold(&sought.get());
        let mut zones: Vec<Zone> = match sought.is_empty() {
            true => PLACES.iter().filter_map(|name| Zone::named(name)).collect(),
            false => Zone::all().filter(|zone| fits(*zone, &sought)).collect(),
        };
        zones.sort_by_key(|zone| (seconds_now(*zone), words().zone.name(zone.name())));
        zones.truncate(MOST_LISTED);
        zones
    });
    let is_empty = move || sought.with(String::is_empty);
    let item = move |zone: Zone, note: &'static str| {
        let name = move || words().zone.name(zone.name());
        view! {
            <button
                class="menu-item"
                data-part="zone"
                data-zone=zone.name()
                aria-current=move || (chosen.get() == Some(zone)).then_some("true")
                on:click=move |_| on_choose.run(Some(zone))
            >
                <span class="zone-name">{name}" "<span class="sub">{zone.name()}{(!note.is_empty()).then(|| format!(" · {note}"))}</span></span>
                <span class="num">{offset_now(zone)}</span>
            </button>
        }
    };
    view! {
        <MenuSearch part="zone-search" label=Signal::derive(move || words().zone.search) sought/>
        <Show when=is_empty>
            <button
                class="menu-item"
                data-part="zone-none"
                aria-current=move || chosen.get().is_none().then_some("true")
                on:click=move |_| on_choose.run(None)
            >
                {move || none.get()}
            </button>
            {move || here().map(|zone| item(zone, words().zone.here))}
        </Show>
        <For each=move || found.get() key=|zone| zone.name() children=move |zone| item(zone, "")/>
        <p class="menu-none" hidden=move || !found.with(Vec::is_empty)>{move || words().zone.none_found}</p>
    }
}

/// Whether a search means a zone: by its name in the language or in the database, or its offset.
fn fits(zone: Zone, sought: &str) -> bool {
    let name = zone.name().replace('_', " ");
    let offset = offset_now(zone).replace('−', "-");
    fold(&words().zone.name(zone.name())).contains(sought)
        || fold(&name).contains(sought)
        || fold(&offset) == sought.replace(' ', "")
}

fn seconds_now(zone: Zone) -> i64 {
    zone.at((js_sys::Date::now() / 1000.0) as i64).offset
}

fn offset_now(zone: Zone) -> String {
    offset(seconds_now(zone))
}

/// The zone of this computer.
fn here() -> Option<Zone> {
    let format = js_sys::Intl::DateTimeFormat::new(&js_sys::Array::new(), &js_sys::Object::new());
    let options = format.resolved_options();
    let name = js_sys::Reflect::get(&options, &JsValue::from_str("timeZone")).ok()?;
    Zone::named(&name.as_string()?)
}
