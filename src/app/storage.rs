//! What outlives the tab, as far as the browser allows: language, theme, the last document and presets.
//! Browser storage is a cache (some browsers clear it after a week); the saved file is the truth.

use crate::app::state::Theme;
use crate::engine::document::Document;
use crate::engine::preset::Preset;
use crate::format::Locale;
use leptos::prelude::window;

const DOCUMENT: &str = "tundish.document";
/// Stands before the name of each.
const PRESET: &str = "tundish.preset:";
const LOCALE: &str = "tundish.locale";
/// Read by the first script of index.html as well.
const THEME: &str = "tundish.theme";

/// The document of the last visit.
pub fn document() -> Option<Document> {
    get(DOCUMENT).and_then(|text| Document::from_json(&text).ok())
}

/// Keeps the document; false where the browser has no room or no storage.
pub fn keep_document(document: &Document) -> bool {
    set(DOCUMENT, &document.to_json())
}

/// The chosen language, else the browser's.
pub fn locale() -> Locale {
    let chosen = get(LOCALE).and_then(|code| Locale::from_tag(&code));
    chosen.unwrap_or_else(|| {
        let tags = window().navigator().languages();
        let tags: Vec<String> = tags.iter().filter_map(|t| t.as_string()).collect();
        Locale::from_tags(tags.iter().map(String::as_str))
    })
}

pub fn keep_locale(locale: Locale) {
    set(LOCALE, locale.code());
}

pub fn theme() -> Theme {
    match get(THEME).as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::Auto,
    }
}

pub fn keep_theme(theme: Theme) {
    let name = match theme {
        Theme::Auto => "auto",
        Theme::Light => "light",
        Theme::Dark => "dark",
    };
    set(THEME, name);
}

/// The presets of this browser, by name. One that can't be read (a newer program wrote it) stays
/// where it is and is not shown.
pub fn presets() -> Vec<Preset> {
    let Some(storage) = window().local_storage().ok().flatten() else { return Vec::new() };
    let keys = (0..storage.length().unwrap_or(0)).filter_map(|at| storage.key(at).ok().flatten());
    let ours = keys.filter(|key| key.starts_with(PRESET));
    let mut found: Vec<Preset> =
        ours.filter_map(|key| Preset::from_json(&get(&key)?).ok()).collect();
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

/// Keeps a preset in the place of one of its name; false where the browser has no room.
pub fn keep_preset(preset: &Preset) -> bool {
    set(&format!("{PRESET}{}", preset.name), &preset.to_json())
}

pub fn forget_preset(name: &str) {
    if let Some(storage) = window().local_storage().ok().flatten() {
        // What can't be removed is not there.
        let _ = storage.remove_item(&format!("{PRESET}{name}"));
    }
}

fn get(key: &str) -> Option<String> {
    window().local_storage().ok().flatten()?.get_item(key).ok().flatten()
}

fn set(key: &str, value: &str) -> bool {
    let storage = window().local_storage().ok().flatten();
    storage.is_some_and(|s| s.set_item(key, value).is_ok())
}
