//! A table whose figures say where they come from: a click on a figure, or Enter. The whole table is
//! one stop of the Tab key; within it the arrow keys go from figure to figure.
//!
//! Cells carry the key of their place, and one listener serves them all, be they thousands. Not here:
//! which figure stands at a place (`engine::query::lineage`), single figures (`figure`).

use crate::app::action::App;
use crate::app::state::Dialog;
use crate::app::words;
use crate::engine::filter::Filter;
use crate::engine::query::Figure;
use leptos::ev::{FocusEvent, KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

#[component]
pub fn TraceGrid(
    part: &'static str,
    class: &'static str,
    /// The block in which it stands, for its filters.
    index: usize,
    /// The figure at the place of a cell, by its key.
    #[prop(into)]
    figure: Callback<String, Option<Figure>>,
    children: Children,
) -> impl IntoView {
    let app = App::here();
    let open = move |event: &Event| -> bool {
        let key = cell_of(event).and_then(|cell| cell.get_attribute("data-figure"));
        let Some(found) = key.and_then(|key| figure.run(key)) else { return false };
        app.show(Dialog::Figure(found.within(&block_filters(app, index))));
        true
    };
    let on_click = move |event: MouseEvent| {
        open(&event);
    };
    let on_key = move |event: KeyboardEvent| {
        let handled = match event.key().as_str() {
            "Enter" | " " => open(&event),
            key => go(&event, key, event.ctrl_key() || event.meta_key()),
        };
        if handled {
            event.prevent_default();
        }
    };
    view! {
        <table role="grid" class=class data-part=part aria-description=move || words().lineage.grid_hint
            on:click=on_click on:keydown=on_key on:focusin=|event: FocusEvent| rove(&event)>
            {children()}
        </table>
    }
}

/// The filters of a block alone.
pub fn block_filters(app: App, index: usize) -> Vec<Filter> {
    use crate::app::state::AppStateStoreFields;
    let document = app.state.document();
    let document = document.read_untracked();
    document.report.blocks.get(index).map(|b| b.filters().to_vec()).unwrap_or_default()
}

/// What a cell of a grid carries beside its figure.
pub struct CellPlace {
    pub key: Option<String>,
    /// The one cell at which the Tab key stops first.
    pub tabindex: &'static str,
}

impl CellPlace {
    pub fn new(key: Option<String>, is_first: bool) -> CellPlace {
        CellPlace { key, tabindex: if is_first { "0" } else { "-1" } }
    }

    /// The name by which tests find cells that can be opened.
    pub fn part(&self) -> Option<&'static str> {
        self.key.as_ref().map(|_| "trace")
    }
}

fn cell_of(event: &Event) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest("td[tabindex]").ok().flatten()
}

/// The cell that has the focus is the one at which the Tab key stops.
fn rove(event: &FocusEvent) {
    let Some(cell) = cell_of(event) else { return };
    let table = cell.closest("table").ok().flatten();
    let before = table.and_then(|t| t.query_selector("td[tabindex='0']").ok().flatten());
    if let Some(before) = before {
        drop(before.set_attribute("tabindex", "-1"));
    }
    drop(cell.set_attribute("tabindex", "0"));
}

/// Moves the focus; whether the key was one that does.
fn go(event: &KeyboardEvent, key: &str, to_edge: bool) -> bool {
    let found = cell_of(event).and_then(|cell| neighbour(&cell, key, to_edge));
    let Some(next) = found.and_then(|next| next.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    next.focus().is_ok()
}

fn neighbour(cell: &Element, key: &str, to_edge: bool) -> Option<Element> {
    let row = cell.closest("tr").ok()??;
    let cells = all(&row, "td[tabindex]");
    let at = cells.iter().position(|c| c == cell)?;
    let rows = || -> Option<Vec<Element>> {
        Some(all(&cell.closest("table").ok()??, "tbody tr:not([hidden]), tfoot tr"))
    };
    let below = |by: isize| -> Option<Element> {
        let rows = rows()?;
        let here = rows.iter().position(|r| *r == row)?;
        let next = rows.get(here.checked_add_signed(by)?)?;
        all(next, "td[tabindex]").get(at).cloned()
    };
    match key {
        "ArrowLeft" => cells.get(at.checked_sub(1)?).cloned(),
        "ArrowRight" => cells.get(at + 1).cloned(),
        "ArrowUp" => below(-1),
        "ArrowDown" => below(1),
        "Home" if to_edge => all(rows()?.first()?, "td[tabindex]").first().cloned(),
        "End" if to_edge => all(rows()?.last()?, "td[tabindex]").last().cloned(),
        "Home" => cells.first().cloned(),
        "End" => cells.last().cloned(),
        _ => None,
    }
}

fn all(of: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = of.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}
