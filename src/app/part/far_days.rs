//! What an axis of time does not reach, below its table: how many records, and figures of those days
//! that open them.

use crate::app::action::App;
use crate::app::columns::own_heads;
use crate::app::part::figure::traced;
use crate::app::part::trace_grid::block_filters;
use crate::app::words;
use crate::engine::measure::MeasureId;
use crate::engine::query::Figure;
use crate::engine::report::Beyond;
use leptos::prelude::*;

/// Nothing where the axis reaches all there is.
pub fn far_days(index: usize, beyond: &[Beyond], measures: &[MeasureId]) -> Option<AnyView> {
    let words = words();
    let filters = block_filters(App::here(), index);
    let line = |beyond: &Beyond| {
        let figure = |id: &MeasureId| {
            let figure = Figure::whole(*id).during(beyond.days, None).within(&filters);
            view! { " · "{traced(words.measure_short(*id, &own_heads()), Some(figure))} }
        };
        let figures = measures.iter().map(figure).collect_view();
        let said = words.not_drawn(beyond);
        view! { <p class="quiet-line" data-part="far-days">{said}{figures}</p> }
    };
    (!beyond.is_empty()).then(|| beyond.iter().map(line).collect_view().into_any())
}
