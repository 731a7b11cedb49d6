//! Where a list of filters stands: in the report, or in one block.

use crate::app::action::App;
use crate::app::state::AppStateStoreFields;
use crate::engine::dimension::Dimension;
use crate::engine::document::Document;
use crate::engine::filter::Filter;
use leptos::prelude::*;

/// `None` is the whole report, else a block by its place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FilterPlace(pub Option<usize>);

impl FilterPlace {
    fn of(self, document: &Document) -> Option<&[Filter]> {
        match self.0 {
            None => Some(&document.report.filters),
            Some(at) => document.report.blocks.get(at).map(|b| b.filters()),
        }
    }

    fn of_mut(self, document: &mut Document) -> Option<&mut Vec<Filter>> {
        match self.0 {
            None => Some(&mut document.report.filters),
            Some(at) => document.report.blocks.get_mut(at).map(|b| b.filters_mut()),
        }
    }

    /// The filters of the place; reactive.
    pub fn filters(self, app: App) -> Memo<Vec<Filter>> {
        Memo::new(move |_| {
            self.of(&app.state.document().read()).map(<[Filter]>::to_vec).unwrap_or_default()
        })
    }

    /// The filter that is on for a dimension.
    pub fn filter_of(self, app: App, dimension: Dimension) -> Memo<Option<Filter>> {
        Memo::new(move |_| {
            let document = app.state.document();
            let document = document.read();
            self.of(&document)?.iter().find(|f| f.dimension == dimension).cloned()
        })
    }

    /// Changes the filter of a dimension, which is made where there is none; one that asks nothing
    /// any more is taken away.
    pub fn change(self, app: App, dimension: &Dimension, change: impl FnOnce(&mut Filter)) {
        app.edit(|d| {
            let Some(filters) = self.of_mut(d) else { return };
            let known = filters.iter().position(|f| f.dimension == *dimension);
            let at = known.unwrap_or_else(|| {
                filters.push(Filter::among(dimension.clone(), Vec::new()));
                filters.len() - 1
            });
            let Some(filter) = filters.get_mut(at) else { return };
            change(filter);
            if !filter.is_decided() {
                filters.remove(at);
            }
        });
    }

    pub fn remove(self, app: App, dimension: &Dimension) {
        app.edit(|d| {
            if let Some(filters) = self.of_mut(d) {
                filters.retain(|f| f.dimension != *dimension);
            }
        });
    }

    pub fn clear(self, app: App) {
        app.edit(|d| self.of_mut(d).into_iter().for_each(Vec::clear));
    }
}
