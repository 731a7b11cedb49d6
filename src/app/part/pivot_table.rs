//! The pivot's table: a head that stays in sight, rows sorted by a column or in their natural
//! order, cells shaded by their share of the greatest.

use crate::app::part::figure::{SortHead, exact};
use crate::app::part::keep_only::keep_only;
use crate::app::part::pivot_shade::Shades;
use crate::app::words;
use crate::engine::measure::MeasureId;
use crate::engine::report::{Order, Pivot};
use crate::engine::value::Quantity;
use crate::format::Style;
use leptos::prelude::*;
use std::cmp::Ordering;

/// A column of figures: the group (`None` = the total) and the measure by position.
type Column = (Option<usize>, usize);

#[component]
pub fn PivotTable(
    pivot: Memo<Option<Pivot>>,
    currency: Memo<Option<String>>,
    /// By the total of a measure: that is part of the report.
    sort: Signal<Option<(MeasureId, Order)>>,
    #[prop(into)] on_sort: Callback<Option<(MeasureId, Order)>>,
) -> impl IntoView {
    // By another column: that is only how the page is read now.
    let by_column = RwSignal::new(None::<(Column, Order)>);
    let sorted = move |column: Column| {
        Signal::derive(move || match by_column.get() {
            Some((by, order)) => (by == column).then_some(order),
            None => {
                let (id, order) = sort.get().filter(|_| column.0.is_none())?;
                let at = pivot.with(|p| p.as_ref()?.measures.iter().position(|m| *m == id));
                (at == Some(column.1)).then_some(order)
            }
        })
    };
    let choose = move |column: Column, order: Order| match column {
        (None, measure) => {
            by_column.set(None);
            let id = pivot.with_untracked(|p| p.as_ref()?.measures.get(measure).copied());
            on_sort.run(id.map(|id| (id, order)));
        }
        _ => by_column.set(Some((column, order))),
    };
    // The head stays while figures change, so that the focus stays on the column that was chosen.
    let shape = Memo::new(move |_| {
        pivot.with(|p| {
            let p = p.as_ref()?;
            let has_columns = !p.column_dimensions.is_empty();
            Some((p.row_dimensions.clone(), p.columns.clone(), p.measures.clone(), has_columns))
        })
    });
    let natural = move |_| {
        by_column.set(None);
        on_sort.run(None);
    };
    view! {
        <div class="table-wrap pivot-wrap">
            <table class="pivot-table" data-part="pivot-table">
                <thead>
                    {move || {
                        // Read and not only tracked: a memo that nobody reads never changes.
                        shape.with(|_| ());
                        pivot.get_untracked().map(|p| head(&p, sorted, choose, natural))
                    }}
                </thead>
                <tbody>
                    {move || pivot.get().map(|p| body(&p, by_column.get(), currency.get().as_deref()))}
                </tbody>
                <tfoot>{move || pivot.get().map(|p| foot(&p, currency.get().as_deref()))}</tfoot>
            </table>
        </div>
        <p class="quiet-line">
            {move || words().report.totals_hint}
            {move || pivot.get().map(|p| absent(&p))}
        </p>
    }
}

/// All columns from left to right; the totals come last.
fn columns(pivot: &Pivot) -> Vec<Column> {
    let groups = (0..pivot.columns.len()).map(Some).filter(|_| !pivot.column_dimensions.is_empty());
    let measures = pivot.measures.len();
    groups.chain([None]).flat_map(|g| (0..measures).map(move |m| (g, m))).collect()
}

fn group_name(pivot: &Pivot, group: Option<usize>) -> String {
    let words = words();
    match group.and_then(|g| pivot.columns.get(g)) {
        Some(labels) => words.labels(labels),
        None => words.report.row_total.to_owned(),
    }
}

fn head<S, C, N>(pivot: &Pivot, sorted: S, choose: C, natural: N) -> impl IntoView + use<S, C, N>
where
    S: Fn(Column) -> Signal<Option<Order>>,
    C: Fn(Column, Order) + Copy + Send + Sync + 'static,
    N: Fn(leptos::ev::MouseEvent) + Copy + Send + 'static,
{
    let words = words();
    let names = pivot.row_dimensions.iter().map(|d| {
        view! {
            <th scope="col">
                <button class="sort" data-part="sort-natural" title=words.report.pivot_natural_order on:click=natural>
                    {(words.names.dimension)(d)}
                </button>
            </th>
        }
    });
    let several = pivot.measures.len() > 1;
    let heads = columns(pivot).into_iter().map(|column| {
        let group = group_name(pivot, column.0);
        let measure = pivot.measures.get(column.1).map(|id| (words.names.measure)(*id).short);
        let measure = measure.unwrap_or_default();
        let name = if several { format!("{group} · {measure}") } else { group.clone() };
        let class = if column.0.is_none() { "total" } else { "" };
        view! {
            <SortHead
                name=Signal::stored(name.clone())
                title=Signal::stored(name)
                key=format!("{}:{}", column.0.map_or("total".to_owned(), |g| g.to_string()), column.1)
                sorted=sorted(column)
                on_sort=move |order: Order| choose(column, order)
                class
            />
        }
    });
    view! { <tr>{names.collect_view()}{heads.collect_view()}</tr> }
}

/// The order in which rows are shown; rows without a value come last either way.
fn row_order(pivot: &Pivot, by: Option<(Column, Order)>) -> Vec<usize> {
    let mut rows: Vec<usize> = (0..pivot.rows.len()).collect();
    let Some(((group, measure), order)) = by else { return rows };
    let value = |row: &usize| {
        let of_row = match group {
            Some(group) => pivot.cells.get(*row)?.get(group)?.get(measure),
            None => pivot.row_totals.get(*row)?.get(measure),
        };
        of_row?.value
    };
    rows.sort_by(|a, b| match (value(a), value(b)) {
        (Some(a), Some(b)) if order == Order::Ascending => a.total_cmp(&b),
        (Some(a), Some(b)) => b.total_cmp(&a),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    });
    rows
}

fn body(
    pivot: &Pivot,
    by: Option<(Column, Order)>,
    currency: Option<&str>,
) -> impl IntoView + use<> {
    let shades = Shades::of(pivot);
    let words = words();
    let row = |row: usize| {
        let labels = pivot.rows.get(row).map_or(&[][..], Vec::as_slice);
        let names = pivot.row_dimensions.iter().zip(labels);
        let names = names.map(|(d, l)| view! { <th scope="row">{keep_only(d, l)}</th> });
        let cells = columns(pivot).into_iter().map(|(group, measure)| {
            let quantity = match group {
                Some(group) => pivot.cells.get(row).and_then(|r| r.get(group)?.get(measure)),
                None => pivot.row_totals.get(row).and_then(|r| r.get(measure)),
            };
            let class = match group {
                Some(_) => shades.class(measure, quantity),
                None => "total",
            };
            cell(quantity, currency, class)
        });
        view! {
            <tr data-part="pivot-row" data-label=words.labels(labels)>
                {names.collect_view()}
                {cells.collect_view()}
            </tr>
        }
    };
    row_order(pivot, by).into_iter().map(row).collect_view()
}

fn foot(pivot: &Pivot, currency: Option<&str>) -> impl IntoView + use<> {
    let cells = columns(pivot).into_iter().map(|(group, measure)| {
        let quantity = match group {
            Some(group) => pivot.column_totals.get(group).and_then(|c| c.get(measure)),
            None => pivot.grand.get(measure),
        };
        cell(quantity, currency, if group.is_none() { "total" } else { "" })
    });
    let span = pivot.row_dimensions.len().to_string();
    view! {
        <tr data-part="pivot-total">
            {(!pivot.row_dimensions.is_empty()).then(|| view! {
                <th scope="row" colspan=span>{words().report.grand_total}</th>
            })}
            {cells.collect_view()}
        </tr>
    }
}

fn cell(quantity: Option<&Quantity>, currency: Option<&str>, class: &str) -> impl IntoView + use<> {
    let text = quantity.map_or_else(
        || crate::format::EMPTY.to_owned(),
        |q| words().quantity(q, currency, Style::Table),
    );
    view! { <td class=format!("num {class}") data-value=exact(quantity.and_then(|q| q.value))>{text}</td> }
}

/// Measures that this data can't give, with the reason.
fn absent(pivot: &Pivot) -> String {
    let words = words();
    let said = |(id, why): &(MeasureId, crate::engine::report::Absence)| {
        format!(" {}: {}.", (words.names.measure)(*id).short, (words.trouble.absence)(why))
    };
    pivot.absent.iter().map(said).collect()
}
