//! The groups of a dimension with their counts, each to be kept or left out.

use crate::app::action::App;
use crate::app::state::{AppStateStoreFields, SessionStoreFields};
use crate::app::words;
use crate::engine::dimension::{Dimension, Label};
use crate::engine::filter::Filter;
use crate::format::EMPTY;
use leptos::prelude::*;

/// Longer lists can be searched.
const LONG: usize = 12;

#[component]
pub fn FilterValues(dimension: Dimension) -> impl IntoView {
    let app = App::here();
    app.ask_groups(dimension.clone());
    let groups = Memo::new(move |_| {
        let groups = app.state.session().groups().get()?;
        let row = |r: &crate::engine::report::BreakdownRow| {
            (r.label.clone(), r.cells.first().and_then(|q| q.value))
        };
        // What stands for many groups together can't be chosen.
        let one = |(label, _): &(Label, Option<f64>)| !matches!(label, Label::Rest(_));
        Some(groups.rows.iter().map(row).filter(one).collect::<Vec<_>>())
    });
    let filter = filter_of(app, dimension.clone());
    let search = RwSignal::new(String::new());
    let dimension = StoredValue::new(dimension);
    let tick = move |(label, count): (Label, Option<f64>)| {
        let words = words();
        let name = words.label(&label);
        let searched = name.to_lowercase();
        let key = StoredValue::new(Filter::key(&label));
        let is_on = move || {
            filter.with(|f| f.as_ref().is_some_and(|f| f.values.contains(&key.get_value())))
        };
        let hidden = move || !search.with(|s| searched.contains(&s.trim().to_lowercase()));
        let count = count.map_or_else(|| EMPTY.to_owned(), |n| words.locale.count(n as u64));
        view! {
            <label class="menu-item tick" hidden=hidden>
                <input
                    type="checkbox"
                    data-part="filter-value"
                    data-key=key.get_value()
                    prop:checked=is_on
                    on:change=move |_| toggle(app, dimension.get_value(), key.get_value())
                />
                <span class="tick-name">{name}</span>
                <span class="muted">{count}</span>
            </label>
        }
    };
    let field = move || {
        groups.with(|g| g.as_ref().is_some_and(|g| g.len() > LONG)).then(|| view! {
            <input class="field search" type="search" data-part="filter-search" placeholder=words().shell.search
                aria-label=words().shell.search prop:value=search
                on:input:target=move |event| search.set(event.target().value())/>
        })
    };
    view! {
        <ExcludeChoice filter/>
        {field}
        <div class="filter-values" data-part="filter-values">
            {move || match groups.get() {
                Some(groups) => groups.into_iter().map(tick).collect_view().into_any(),
                None => view! { <p class="sub">{words().shell.loading}</p> }.into_any(),
            }}
        </div>
    }
}

/// Whether what is ticked is kept or left out.
#[component]
fn ExcludeChoice(filter: Memo<Option<Filter>>) -> impl IntoView {
    let app = App::here();
    let is = move |exclude: bool| filter.with(|f| f.as_ref().is_some_and(|f| f.exclude) == exclude);
    let set = move |exclude: bool| {
        let Some(dimension) = filter.get_untracked().map(|f| f.dimension) else { return };
        app.edit(|d| {
            if let Some(f) = d.report.filters.iter_mut().find(|f| f.dimension == dimension) {
                f.exclude = exclude;
            }
        });
    };
    let option = move |exclude: bool, part: &'static str| {
        let name = move || {
            let report = &words().report;
            if exclude { report.filter_is_not } else { report.filter_is }
        };
        view! {
            <button class="button small" data-part=part aria-pressed=move || is(exclude).to_string()
                disabled=move || filter.with(Option::is_none) on:click=move |_| set(exclude)>
                {name}
            </button>
        }
    };
    view! {
        <div class="filter-verbs" role="group">
            {option(false, "filter-is")}
            {option(true, "filter-is-not")}
        </div>
    }
}

/// The filter that is on for a dimension.
pub fn filter_of(app: App, dimension: Dimension) -> Memo<Option<Filter>> {
    Memo::new(move |_| {
        let document = app.state.document();
        let document = document.read();
        document.report.filters.iter().find(|f| f.dimension == dimension).cloned()
    })
}

/// Ticks or unticks a value; a filter without values is none.
fn toggle(app: App, dimension: Dimension, key: String) {
    app.edit(|d| {
        let filters = &mut d.report.filters;
        let Some(at) = filters.iter().position(|f| f.dimension == dimension) else {
            filters.push(Filter { dimension, values: vec![key], exclude: false });
            return;
        };
        let Some(filter) = filters.get_mut(at) else { return };
        match filter.values.iter().position(|v| *v == key) {
            Some(value) => drop(filter.values.remove(value)),
            None => filter.values.push(key),
        }
        if filter.values.is_empty() {
            filters.remove(at);
        }
    });
}
