//! The part of a filter's condition that sets its column against another one of the same row: a
//! sign and a column of the same kind. Not here: the other conditions (`filter_condition`).

use crate::app::action::App;
use crate::app::columns::known_columns;
use crate::app::part::choice::Choice;
use crate::app::part::filter_condition::{Values, values_of};
use crate::app::words;
use crate::engine::dimension::Dimension;
use crate::engine::filter::{Filter, Grain, Test, Than};
use crate::i18n::condition::sign;
use leptos::prelude::*;

/// `Above` and the others by their names in a document.
fn key(than: Than) -> String {
    format!("{than:?}")
}

/// What the dimension can be compared with: whatever holds values of its kind.
fn others(app: App, dimension: &Dimension) -> Vec<Dimension> {
    let kind = values_of(app, dimension);
    let days = [Dimension::Created(Grain::Day), Dimension::Closed(Grain::Day)];
    let days = days.into_iter().filter(|_| kind == Values::Days);
    let columns = known_columns(app).into_iter().filter(|c| !c.is_cost).map(|c| c.dimension());
    let is_other = |d: &Dimension| match (d, dimension) {
        (Dimension::Created(_), Dimension::Created(_))
        | (Dimension::Closed(_), Dimension::Closed(_)) => false,
        _ => d != dimension && values_of(app, d) == kind,
    };
    days.chain(columns).filter(is_other).collect()
}

/// Whether there is anything to compare the dimension with.
pub fn has_others(app: App, dimension: &Dimension) -> bool {
    !others(app, dimension).is_empty()
}

#[component]
pub fn FilterOther(
    dimension: StoredValue<Dimension>,
    filter: Memo<Option<Filter>>,
    /// The sign that is chosen, also while no column is.
    test: RwSignal<Test>,
    /// Takes the sign and the column.
    #[prop(into)]
    on_decide: Callback<(Than, Dimension)>,
) -> impl IntoView {
    let app = App::here();
    let than = move || match test.get() {
        Test::Other(than) => than,
        _ => Than::default(),
    };
    let other = move || filter.with(|f| f.as_ref().and_then(|f| f.other.clone()));
    let found = Memo::new(move |_| others(app, &dimension.get_value()));
    let signs = Signal::derive(move || {
        Than::ALL.iter().map(|t| (key(*t), sign(*t).to_owned())).collect::<Vec<_>>()
    });
    let choose_sign = move |chosen: String| {
        let Some(than) = Than::ALL.into_iter().find(|t| key(*t) == chosen) else { return };
        test.set(Test::Other(than));
        if let Some(other) = filter.with_untracked(|f| f.as_ref().and_then(|f| f.other.clone())) {
            on_decide.run((than, other));
        }
    };
    let columns = Signal::derive(move || {
        let words = words();
        let none = (String::new(), words.asking.other_none.to_owned());
        let named = |(at, d): (usize, &Dimension)| (at.to_string(), (words.names.dimension)(d));
        found.with(|all| std::iter::once(none).chain(all.iter().enumerate().map(named)).collect())
    });
    let chosen = Signal::derive(move || {
        let other = other();
        let at = found.with(|all| all.iter().position(|d| Some(d) == other.as_ref()));
        at.map(|at| at.to_string()).unwrap_or_default()
    });
    let choose_column = move |at: String| {
        let column =
            at.parse().ok().and_then(|at: usize| found.with_untracked(|all| all.get(at).cloned()));
        if let Some(column) = column {
            let than = match test.get_untracked() {
                Test::Other(than) => than,
                _ => Than::default(),
            };
            on_decide.run((than, column));
        }
    };
    view! {
        <Choice
            part="filter-sign"
            label=Signal::derive(move || words().asking.condition.to_owned())
            options=signs
            chosen=Signal::derive(move || key(than()))
            on_choose=choose_sign
        />
        <Choice
            part="filter-other"
            label=Signal::derive(move || words().asking.other_column.to_owned())
            options=columns
            chosen
            on_choose=choose_column
        />
    }
}
