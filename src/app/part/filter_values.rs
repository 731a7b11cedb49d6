//! The groups of a dimension with their counts, each to be kept or left out.

use crate::app::action::App;
use crate::app::part::filter_condition::FilterCondition;
use crate::app::part::filter_place::FilterPlace;
use crate::app::state::{AppStateStoreFields, SessionStoreFields};
use crate::app::words;
use crate::engine::dimension::{Dimension, Label};
use crate::engine::filter::{Filter, Test};
use crate::format::EMPTY;
use leptos::prelude::*;

/// Longer lists can be searched.
const LONG: usize = 12;

#[component]
pub fn FilterValues(dimension: Dimension, #[prop(optional)] place: FilterPlace) -> impl IntoView {
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
    let filter = place.filter_of(app, dimension.clone());
    let test = RwSignal::new(filter.with_untracked(|f| f.as_ref().map_or(Test::Among, |f| f.test)));
    let is_among = Memo::new(move |_| test.get() == Test::Among);
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
                    on:change=move |_| toggle(app, place, &dimension.get_value(), key.get_value())
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
        <ExcludeChoice filter place/>
        <FilterCondition dimension=dimension.get_value() place filter test/>
        <div hidden=move || !is_among.get()>{field}</div>
        <div class="filter-values" data-part="filter-values" hidden=move || !is_among.get()>
            {move || match groups.get() {
                Some(groups) if groups.is_empty() => view! {
                    <p class="menu-none">{words().report.no_groups}</p>
                }.into_any(),
                Some(groups) => groups.into_iter().map(tick).collect_view().into_any(),
                None => view! { <p class="sub">{words().shell.loading}</p> }.into_any(),
            }}
        </div>
    }
}

/// Whether what is ticked is kept or left out.
#[component]
fn ExcludeChoice(filter: Memo<Option<Filter>>, place: FilterPlace) -> impl IntoView {
    let app = App::here();
    let is = move |exclude: bool| filter.with(|f| f.as_ref().is_some_and(|f| f.exclude) == exclude);
    let set = move |exclude: bool| {
        let Some(dimension) = filter.get_untracked().map(|f| f.dimension) else { return };
        place.change(app, &dimension, |f| f.exclude = exclude);
    };
    let option = move |exclude: bool, part: &'static str| {
        let name = move || {
            let report = &words().report;
            if exclude { report.filter_leave_out } else { report.filter_keep }
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

/// Ticks or unticks a value; a filter without values is none.
fn toggle(app: App, place: FilterPlace, dimension: &Dimension, key: String) {
    place.change(app, dimension, |filter| {
        if filter.test != Test::Among {
            filter.test = Test::Among;
            filter.values.clear();
        }
        match filter.values.iter().position(|v| *v == key) {
            Some(at) => drop(filter.values.remove(at)),
            None => filter.values.push(key),
        }
    });
}
