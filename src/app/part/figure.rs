//! A figure in a table: written for people, with its exact value for tests and its cautions for
//! those who point at it; and the head of a column that can be sorted by.

use crate::app::action::App;
use crate::app::columns::own_heads;
use crate::app::part::trace_grid::CellPlace;
use crate::app::state::Dialog;
use crate::app::words;
use crate::engine::measure::MeasureId;
use crate::engine::query::Figure;
use crate::engine::report::Order;
use crate::engine::value::{Caution, Quantity};
use crate::format::Style;
use leptos::prelude::*;

/// A value for `data-value`: all digits, or nothing where there is no value.
pub fn exact(value: Option<f64>) -> String {
    value.map(|v| v.to_string()).unwrap_or_default()
}

/// What to know before trusting a figure; empty where nothing is to be said.
pub fn cautions(quantity: &Quantity) -> String {
    let words = words();
    let said: Vec<String> = quantity.cautions.iter().map(|c| (words.names.caution)(c)).collect();
    said.join(" ")
}

/// Cautions about how records were placed in the days of the report.
const OF_DAYS: [Caution; 2] = [Caution::StageByCreation, Caution::DifferentRecords];

/// Whether a cell bears the mark of a caution. How records were placed, and that recent ones are under
/// way, is true of whole columns, and said once below their table.
fn is_marked(quantity: &Quantity) -> bool {
    let is_of_column = |c: &Caution| matches!(c, Caution::Young { .. }) || OF_DAYS.contains(c);
    !quantity.cautions.iter().all(is_of_column)
}

/// How records were placed, once for the measures of a table.
pub fn said_of_days<'a>(
    figures: impl Iterator<Item = (MeasureId, &'a Quantity)> + Clone,
) -> Vec<String> {
    let (words, heads) = (words(), own_heads());
    let said = |caution: &Caution| {
        let mut measures: Vec<MeasureId> = Vec::new();
        for (id, figure) in figures.clone() {
            if figure.cautions.contains(caution) && !measures.contains(&id) {
                measures.push(id);
            }
        }
        let names: Vec<String> =
            measures.iter().map(|id| words.measure_short(*id, &heads)).collect();
        let text = (words.names.caution)(caution);
        (!names.is_empty()).then(|| format!("{}: {text}", names.join(", ")))
    };
    OF_DAYS.iter().filter_map(said).collect()
}

/// What a cell says to those who point at it: how sure its figure is, and what to know of it.
pub fn hint(quantity: &Quantity) -> Option<String> {
    let words = words();
    let sure = words.between(quantity).map(|between| (words.report.interval)(&between));
    let cautions = Some(cautions(quantity)).filter(|said| !said.is_empty());
    let sure = sure.map(|said| if cautions.is_some() { format!("{said}.") } else { said });
    let said: Vec<String> = sure.into_iter().chain(cautions).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// Whether the block at hand shows the intervals of its figures below them.
#[derive(Clone, Copy)]
pub struct ShowsIntervals(pub Memo<bool>);

/// The interval of a figure, where its block shows them.
pub fn sure_line(quantity: &Quantity) -> Option<AnyView> {
    shown_between(words().between(quantity)?)
}

/// The same of an interval in words.
pub fn shown_between(between: String) -> Option<AnyView> {
    let shown = use_context::<ShowsIntervals>()?.0.get();
    shown.then(|| {
        view! { <span class="cell-interval" data-part="cell-interval">{between}</span> }.into_any()
    })
}

/// A cell whose figure opens its rows. Built once with its table, so not reactive by itself.
pub fn traced_cell(quantity: &Quantity, style: Style, figure: Figure) -> AnyView {
    let text = words().quantity(quantity, None, style);
    let mark = is_marked(quantity).then(|| view! { <sup class="caution-mark">"*"</sup> });
    view! {
        <td class="num" data-value=exact(quantity.value)
            title=hint(quantity)>
            {traced(text, Some(figure))}{mark}{sure_line(quantity)}
        </td>
    }
    .into_any()
}

/// A cell with a figure in a [`TraceGrid`](crate::app::part::trace_grid::TraceGrid).
pub fn grid_cell(
    quantity: &Quantity,
    (currency, style): (Option<&str>, Style),
    class: &str,
    place: &CellPlace,
    below: Option<AnyView>,
) -> AnyView {
    let text = words().quantity(quantity, currency, style);
    let mark = is_marked(quantity).then(|| view! { <sup class="caution-mark">"*"</sup> });
    view! {
        <td class=format!("num {class}") data-value=exact(quantity.value)
            title=hint(quantity)
            data-part=place.part() data-figure=place.key.clone() tabindex=place.tabindex>
            {text}{mark}{sure_line(quantity)}{below}
        </td>
    }
    .into_any()
}

/// A written figure as a button that shows its rows.
pub fn traced(text: String, figure: Option<Figure>) -> AnyView {
    let Some(figure) = figure else { return text.into_any() };
    let app = App::here();
    view! {
        <button class="figure-button" data-part="trace" on:click=move |_| app.show(Dialog::Figure(figure.clone()))>
            {text}
        </button>
    }
    .into_any()
}

/// The head of a column, as a button that sorts by it.
#[component]
pub fn SortHead(
    #[prop(into)] name: Signal<String>,
    /// The full name, where `name` is a short one.
    #[prop(into)]
    title: Signal<String>,
    #[prop(into)] key: String,
    #[prop(into)] sorted: Signal<Option<Order>>,
    /// Called with the order that is wanted now.
    #[prop(into)]
    on_sort: Callback<Order>,
    #[prop(optional)] class: &'static str,
) -> impl IntoView {
    let next = move || match sorted.get() {
        Some(Order::Descending) => Order::Ascending,
        _ => Order::Descending,
    };
    let hint = move || {
        let shell = &words().shell;
        let text = match next() {
            Order::Ascending => shell.sort_ascending,
            Order::Descending => shell.sort_descending,
        };
        text(&title.get())
    };
    view! {
        <th
            scope="col"
            class=format!("num {class}")
            aria-sort=move || sorted.get().map(|order| match order {
                Order::Ascending => "ascending",
                Order::Descending => "descending",
            })
        >
            <button class="sort" data-part="sort" data-key=key title=hint on:click=move |_| on_sort.run(untrack(next))>
                {move || name.get()}
                <span class="sort-sign" aria-hidden="true">
                    {move || sorted.get().map(|order| match order {
                        Order::Ascending => "▴",
                        Order::Descending => "▾",
                    })}
                </span>
            </button>
        </th>
    }
}
