//! The name of a group in a table, which keeps only that group when it is clicked.

use crate::app::action::App;
use crate::app::words;
use crate::engine::dimension::{Dimension, Label};
use crate::engine::filter::Filter;
use leptos::prelude::*;

/// The name as a button; as plain text where it stands for several groups together.
pub fn keep_only(dimension: &Dimension, label: &Label) -> AnyView {
    let app = App::here();
    let words = words();
    let name = words.label(label);
    if matches!(label, Label::Rest(_)) {
        return name.into_any();
    }
    let filter = Filter {
        dimension: dimension.clone(),
        values: vec![Filter::key(label)],
        exclude: false,
        ..Filter::default()
    };
    let hint = (words.report.keep_only)(&name);
    view! {
        <button class="name-button" data-part="keep-only" title=hint
            on:click=move |_| add_filter(app, filter.clone())>
            {name}
        </button>
    }
    .into_any()
}

/// Filters by a group instead of whatever was kept of its dimension before.
pub fn add_filter(app: App, filter: Filter) {
    app.edit(|d| {
        let filters = &mut d.report.filters;
        match filters.iter_mut().find(|f| f.dimension == filter.dimension) {
            Some(before) => *before = filter,
            None => filters.push(filter),
        }
    });
}
