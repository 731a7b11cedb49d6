//! Keeps the hand on what was moved by a button: its row is drawn anew in another place.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

/// Focuses the button `target` of the row that stands at `to` among the rows of a part; another button
/// of that row, where it can't be pressed there.
pub fn keep_hand(row: &'static str, to: usize, target: &'static str) {
    request_animation_frame(move || {
        let rows = document().query_selector_all(&format!("[data-part={row}]")).ok();
        let found = rows.and_then(|rows| rows.get(to as u32));
        let Some(row) = found.and_then(|e| e.dyn_into::<web_sys::Element>().ok()) else { return };
        let wanted = format!("[data-part={target}]:not(:disabled)");
        let button = |wanted: &str| row.query_selector(wanted).ok().flatten();
        let button = button(&wanted).or_else(|| button("button:not(:disabled)"));
        if let Some(button) = button.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = button.focus();
        }
    });
}
