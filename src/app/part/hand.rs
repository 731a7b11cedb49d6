//! Keeps the hand on what was moved or removed by a button: its row is drawn anew in another place, or
//! there is none any more.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Focuses the button `target` of the row that stands at `to` among the rows of a part; another button
/// of that row, where it can't be pressed there.
pub fn keep_hand(row: &'static str, to: usize, target: &'static str) {
    request_animation_frame(move || {
        let rows = document().query_selector_all(&format!("[data-part={row}]")).ok();
        let found = rows.and_then(|rows| rows.get(to as u32));
        let found = found.and_then(|e| e.dyn_into::<Element>().ok());
        focus(found.and_then(|row| button_of(&row, target)));
    });
}

/// The same of a list that lost the row that stood there: the hand goes to the next row, to the last
/// one, and where none is left to whatever else the list has.
pub fn keep_hand_in(list: Element, row: &'static str, at: usize, target: &'static str) {
    request_animation_frame(move || {
        let rows = list.query_selector_all(&format!("[data-part={row}]")).ok();
        let last = rows.as_ref().and_then(|rows| rows.length().checked_sub(1));
        let found = rows.zip(last).and_then(|(rows, last)| rows.get(last.min(at as u32)));
        let found = found.and_then(|e| e.dyn_into::<Element>().ok());
        let button = found.and_then(|row| button_of(&row, target));
        let other = || list.query_selector("select:not(:disabled), button:not(:disabled)").ok()?;
        focus(button.or_else(other));
    });
}

fn button_of(row: &Element, target: &str) -> Option<Element> {
    let button = |wanted: &str| row.query_selector(wanted).ok().flatten();
    let wanted = format!("[data-part={target}]:not(:disabled)");
    button(&wanted).or_else(|| button("button:not(:disabled)"))
}

fn focus(found: Option<Element>) {
    if let Some(found) = found.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = found.focus();
    }
}
