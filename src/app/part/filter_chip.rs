//! The filters that are on: what is kept or left out, and how to let go of it.

use crate::app::action::App;
use crate::app::part::block_frame::ReportMemo;
use crate::app::part::filter_place::FilterPlace;
use crate::app::part::filter_values::FilterValues;
use crate::app::part::hand::{give_hand, keep_hand_in};
use crate::app::part::menu::Menu;
use crate::app::words;
use crate::engine::dimension::{Dimension, Label};
use crate::engine::filter::{Filter, Test};
use crate::engine::mapping::Channel;
use crate::engine::report::{Answer, Report};
use crate::i18n::Strings;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::Element;

/// So many values are named in a chip.
const NAMED: usize = 2;

#[component]
pub fn FilterChips(report: ReportMemo, #[prop(optional)] place: FilterPlace) -> impl IntoView {
    let app = App::here();
    let filters = place.filters(app);
    let dimensions = Memo::new(move |_| {
        filters.with(|f| f.iter().map(|f| f.dimension.clone()).collect::<Vec<_>>())
    });
    let clear = move || {
        (filters.with(Vec::len) > 1).then(|| {
            view! {
                <button class="button ghost small no-print" data-part="clear-filters"
                    on:click=move |event| {
                        hand_on(&event, 0, 0);
                        place.clear(app);
                    }>
                    {words().report.clear_filters}
                </button>
            }
        })
    };
    view! {
        <For each=move || dimensions.get() key=|d| d.clone() let:dimension>
            <FilterChip dimension report place/>
        </For>
        {clear}
    }
}

/// One filter: opened, it shows its dimension's groups to choose from.
#[component]
fn FilterChip(dimension: Dimension, report: ReportMemo, place: FilterPlace) -> impl IntoView {
    let app = App::here();
    let filter = place.filter_of(app, dimension.clone());
    let all = place.filters(app);
    let dimension = StoredValue::new(dimension);
    let name = move || (words().names.dimension)(&dimension.get_value());
    let asked = move || filter.with(|f| f.as_ref().map_or_else(name, |f| words().filter_name(f)));
    let is_first = Memo::new(move |_| {
        all.with(|a| a.first().is_none_or(|f| f.dimension == dimension.get_value()))
    });
    let is_or = Memo::new(move |_| filter.with(|f| f.as_ref().is_some_and(|f| f.or)));
    let joiner = move || {
        (!is_first.get()).then(|| {
            view! {
                <button class="chip-joiner no-print" data-part="filter-or" title=words().asking.or_hint
                    aria-pressed=move || is_or.get().to_string()
                    on:click=move |_| place.change(app, &dimension.get_value(), |f| f.or = !f.or)>
                    {move || if is_or.get() { words().asking.or } else { words().asking.and }}
                </button>
            }
        })
    };
    let values = Signal::derive(move || {
        let words = words();
        let values = |f: &Filter| report.with(|r| named_values(f, r.as_deref(), words));
        filter.with(|f| f.as_ref().map(values)).unwrap_or_default()
    });
    let label = move || (words().report.remove_filter)(&name());
    let remove = move |event: MouseEvent| {
        let all = all.get_untracked();
        let at = all.iter().position(|f| f.dimension == dimension.get_value()).unwrap_or(0);
        hand_on(&event, at, all.len().saturating_sub(1));
        place.remove(app, &dimension.get_value());
    };
    view! {
        {joiner}
        <span class="chip filter-chip" data-part="filter" data-dimension=name>
            <span class="chip-name">{asked}</span>
            <Menu
                part="filter-edit"
                label=Signal::derive(move || format!("{} {}", asked(), values.get()))
                sign=values
                class="filter-menu"
                stays=true
            >
                <FilterValues dimension=dimension.get_value() place/>
            </Menu>
            <button class="tag-remove no-print" data-part="remove-filter" aria-label=label title=label
                on:click=remove>
                "✕"
            </button>
        </span>
    }
}

/// The chip that was pressed goes: the hand goes to the next one, and after the last to where filters
/// are made.
fn hand_on(event: &MouseEvent, at: usize, left: usize) {
    let pressed = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let place = pressed.and_then(|p| p.closest(".filter-bar, .block").ok().flatten());
    match (place, left) {
        (Some(place), 0) => give_hand(place, "[data-part=add-filter], [data-part=block-menu]"),
        (Some(place), _) => keep_hand_in(place, "filter", at, "remove-filter"),
        (None, _) => {}
    }
}

/// A filter in one line: `Channel is Email`.
pub fn filter_text(filter: &Filter, report: Option<&Report>, words: &Strings) -> String {
    words.filter(filter, &|v| value_name(filter, v, report, words))
}

/// The first values by name, or how many there are; else what the filter compares with.
fn named_values(filter: &Filter, report: Option<&Report>, words: &Strings) -> String {
    let text = match (filter.test, filter.values.len()) {
        (Test::Among, n) if n > NAMED => (words.report.filter_values)(n as u64),
        _ => words.filter_value(filter, &|v| value_name(filter, v, report, words)),
    };
    // An empty name would leave nothing to press.
    if text.is_empty() { "…".to_owned() } else { text }
}

/// A value as people know it: from the report where it occurs there, else from the key itself.
fn value_name(filter: &Filter, key: &str, report: Option<&Report>, words: &Strings) -> String {
    let shown = report.and_then(|r| find_label(r, &filter.dimension, key));
    let channel = || {
        let name = serde_json::Value::String(key.to_owned());
        serde_json::from_value::<Channel>(name).ok().map(Label::Channel)
    };
    let known = || match (&filter.dimension, key) {
        (_, "") => Some(Label::Empty),
        (Dimension::Channel, _) => channel(),
        (Dimension::Stage | Dimension::Outcome, "won") => Some(Label::Won),
        (Dimension::Stage | Dimension::Outcome, "lost") => Some(Label::Lost),
        (Dimension::Outcome, "open") => Some(Label::Open),
        _ => None,
    };
    shown.or_else(known).map_or_else(|| key.to_owned(), |label| words.label(&label))
}

/// The label of a key among all groups that the report shows.
fn find_label(report: &Report, dimension: &Dimension, key: &str) -> Option<Label> {
    let in_axis = |dimensions: &[Dimension], groups: &[Vec<Label>]| {
        let at = dimensions.iter().position(|d| d == dimension)?;
        groups.iter().filter_map(|g| g.get(at)).find(|l| Filter::key(l) == key).cloned()
    };
    report.blocks.iter().find_map(|answer| match answer {
        Answer::Breakdown(b) if b.dimension == *dimension => {
            b.rows.iter().map(|r| &r.label).find(|l| Filter::key(l) == key).cloned()
        }
        Answer::Pivot(p) => in_axis(&p.row_dimensions, &p.rows)
            .or_else(|| in_axis(&p.column_dimensions, &p.columns)),
        _ => None,
    })
}
