//! A cell of a pivot, and how its figure is written. Not here: the table (`pivot_table`), its colours
//! (`pivot_shade`).

use crate::app::part::figure::{exact, hint, sure_line};
use crate::app::part::trace_grid::CellPlace;
use crate::app::words;
use crate::engine::report::Pivot;
use crate::engine::value::Quantity;
use crate::export::answer_columns::pivot_columns;
use crate::format::{EMPTY, Style};
use leptos::prelude::*;

/// How figures are written: those of a measure all alike.
pub struct Writing {
    currency: Option<String>,
    styles: Vec<Style>,
}

impl Writing {
    pub fn of(pivot: &Pivot, currency: Option<String>) -> Writing {
        Writing { styles: pivot_columns(pivot, currency.as_deref(), words()), currency }
    }

    pub fn text(&self, quantity: Option<&Quantity>, measure: usize) -> String {
        let written = quantity.zip(self.styles.get(measure));
        let written =
            written.map(|(q, style)| words().quantity(q, self.currency.as_deref(), *style));
        written.unwrap_or_else(|| EMPTY.to_owned())
    }
}

pub fn cell(
    quantity: Option<&Quantity>,
    text: String,
    class: &str,
    place: &CellPlace,
) -> impl IntoView + use<> {
    let sure = quantity.and_then(sure_line);
    view! {
        <td class=format!("num {class}") title=quantity.and_then(hint) data-value=exact(quantity.and_then(|q| q.value))
            data-part=place.part() data-figure=place.key.clone() tabindex=place.tabindex>{text}{sure}</td>
    }
}
