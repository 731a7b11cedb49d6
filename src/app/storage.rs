//! What outlives the tab, as far as the browser allows: language, theme and the last document.
//! Browser storage is a cache (some browsers clear it after a week); the saved file is the truth.

use crate::app::state::Theme;
use crate::engine::document::Document;
use crate::format::Locale;
use leptos::prelude::window;

const DOCUMENT: &str = "tundish.document";
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

fn get(key: &str) -> Option<String> {
    window().local_storage().ok().flatten()?.get_item(key).ok().flatten()
}

fn set(key: &str, value: &str) -> bool {
    let storage = window().local_storage().ok().flatten();
    storage.is_some_and(|s| s.set_item(key, value).is_ok())
}
