//! The pivot's table: a head that stays in sight, rows sorted by a column or in their natural
//! order, cells shaded by their share of the greatest.

use crate::app::action::App;
use crate::app::columns::own_heads;
use crate::app::part::figure::{SortHead, said_of_days};
use crate::app::part::keep_only::keep_only;
use crate::app::part::pivot_cell::{Writing, cell};
use crate::app::part::pivot_shade::Shades;
use crate::app::part::trace_grid::{CellPlace, TraceGrid};
use crate::app::state::AppStateStoreFields;
use crate::app::words;
use crate::engine::dimension::Label;
use crate::engine::filter::Filter;
use crate::engine::measure::MeasureId;
use crate::engine::query::Figure;
use crate::engine::report::{BlockSpec, Order, Pivot, ShowAs};
use leptos::prelude::*;

/// A column of figures: the group (`None` = the total) and the measure by position.
type Column = (Option<usize>, usize);
/// What sorts the rows: a measure, which of its columns, and the keys of a column (none = the totals).
pub type SortBy = (Option<(MeasureId, Order)>, u32, Vec<String>);

/// So many cells are drawn at once; more rows are a button away.
const MOST_CELLS: usize = 12_000;

#[component]
pub fn PivotTable(
    /// Of the block.
    index: usize,
    pivot: Memo<Option<Pivot>>,
    currency: Memo<Option<String>>,
    sort: Signal<SortBy>,
    #[prop(into)] on_sort: Callback<SortBy>,
) -> impl IntoView {
    let keys = move |group: Option<usize>| {
        let labels = |p: &Option<Pivot>| p.as_ref()?.columns.get(group?).cloned();
        let labels = pivot.with(labels).unwrap_or_default();
        labels.iter().map(Filter::key).collect::<Vec<_>>()
    };
    let sorted = move |column: Column| {
        Signal::derive(move || {
            let (by, nth, of) = sort.get();
            let (id, order) = by.filter(|_| of == keys(column.0))?;
            let here = pivot.with(|p| nth_of(&p.as_ref()?.measures, column.1));
            (here == Some((id, nth))).then_some(order)
        })
    };
    let choose = move |(group, measure): Column, order: Order| {
        let chosen = pivot.with_untracked(|p| nth_of(&p.as_ref()?.measures, measure));
        let by = chosen.map(|(id, _)| (id, order));
        on_sort.run((by, chosen.map_or(0, |(_, nth)| nth), untrack(|| keys(group))));
    };
    // The head stays while figures change, so that the focus stays on the column that was chosen.
    let shape = Memo::new(move |_| {
        pivot.with(|p| {
            let p = p.as_ref()?;
            let has_columns = !p.column_dimensions.is_empty();
            let measures = (p.measures.clone(), p.show.clone());
            Some((p.row_dimensions.clone(), p.columns.clone(), measures, has_columns))
        })
    });
    let natural = move |_| on_sort.run((None, 0, Vec::new()));
    let collapsed = RwSignal::new(Vec::<Vec<Label>>::new());
    let all = RwSignal::new(false);
    let unseen = Memo::new(move |_| {
        pivot.with(|p| p.as_ref().map_or(0, |p| p.rows.len().saturating_sub(most_rows(p))))
    });
    let groups = Memo::new(move |_| pivot.with(|p| p.as_ref().map(subtotals).unwrap_or_default()));
    let fold = move || {
        (!groups.with(Vec::is_empty)).then(|| {
            let any = collapsed.with(|c| !c.is_empty());
            let asking = &words().asking;
            let set = move |_| match any {
                true => collapsed.update(Vec::clear),
                false => collapsed.set(groups.get_untracked()),
            };
            view! {
                <button class="button ghost small no-print" data-part="pivot-fold-all" on:click=set>
                    {if any { asking.expand_all } else { asking.collapse_all }}
                </button>
            }
        })
    };
    let more = move || {
        let hidden = unseen.get();
        (hidden > 0 && !all.get()).then(|| view! {
            <button class="button small no-print" data-part="pivot-more" on:click=move |_| all.set(true)>
                "+ "{words().locale.count(hidden as u64)}
            </button>
        })
    };
    let app = App::here();
    let figure =
        move |key: String| pivot.with_untracked(|p| figure_at((app, index), p.as_ref()?, &key));
    view! {
        <div class="table-wrap pivot-wrap">
            <TraceGrid part="pivot-table" class="pivot-table" index figure>
                <thead>
                    {move || {
                        // Read and not only tracked: a memo that nobody reads never changes.
                        shape.with(|_| ());
                        pivot.get_untracked().map(|p| head(&p, sorted, choose, natural))
                    }}
                </thead>
                <tbody>
                    {move || pivot.get().map(|p| {
                        let most = if all.get() { usize::MAX } else { most_rows(&p) };
                        body(&p, collapsed, most, &Writing::of(&p, currency.get()))
                    })}
                </tbody>
                <tfoot>{move || pivot.get().map(|p| foot(&p, &Writing::of(&p, currency.get())))}</tfoot>
            </TraceGrid>
        </div>
        <p class="quiet-line">
            {more}
            {fold}
            {move || words().report.totals_hint}
            {move || pivot.get().map(|p| absent(&p))}
        </p>
    }
}

/// The measure at a position, and which of its columns it is there.
fn nth_of(measures: &[MeasureId], at: usize) -> Option<(MeasureId, u32)> {
    let id = *measures.get(at)?;
    let before = measures.iter().take(at).filter(|other| **other == id);
    Some((id, before.count() as u32))
}

/// The key of a cell, and the figure that stands there; the totals have no row, no column.
fn key_of(row: Option<usize>, (group, measure): Column) -> String {
    let place = |at: Option<usize>| at.map(|at| at.to_string()).unwrap_or_default();
    format!("{}:{}:{measure}", place(row), place(group))
}

fn figure_at((app, index): (App, usize), pivot: &Pivot, key: &str) -> Option<Figure> {
    let mut parts = key.split(':');
    let (row, group, measure) = (parts.next()?, parts.next()?, parts.next()?);
    let document = app.state.document();
    let document = document.read_untracked();
    let BlockSpec::Pivot(spec) = document.report.blocks.get(index)? else { return None };
    pivot.opened(spec, (row.parse().ok(), group.parse().ok()), measure.parse().ok()?)
}

fn most_rows(pivot: &Pivot) -> usize {
    let width = (pivot.columns.len() + 1) * pivot.measures.len();
    (MOST_CELLS / width.max(1)).max(40)
}

/// The groups that have a line of their own above those that they hold.
fn subtotals(pivot: &Pivot) -> Vec<Vec<Label>> {
    let depth = pivot.row_dimensions.len();
    pivot.rows.iter().filter(|r| r.len() < depth).cloned().collect()
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
        Some(labels) if labels.len() < pivot.column_dimensions.len() => {
            format!("{} · {}", words.labels(labels), words.report.row_total)
        }
        Some(labels) => words.labels(&shown_labels(labels)),
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
        let show = pivot.show.get(column.1).copied().unwrap_or_default();
        let measure = pivot.measures.get(column.1);
        let measure = measure.map(|id| words.measure_as(*id, show, &own_heads()));
        let measure = measure.unwrap_or_default();
        let is_plain = show == Default::default();
        let has_groups = !pivot.column_dimensions.is_empty();
        let name = match several || !is_plain {
            _ if !has_groups => measure,
            true => format!("{group} · {measure}"),
            false => group.clone(),
        };
        let subtotal = column.0.and_then(|g| pivot.columns.get(g));
        let is_subtotal = subtotal.is_some_and(|l| l.len() < pivot.column_dimensions.len());
        let class = match column.0 {
            None if has_groups => "total",
            None => "",
            Some(_) if is_subtotal => "subtotal",
            Some(_) => "",
        };
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

/// The rest of a level is one group: its labels of deeper levels say the same again.
fn shown_labels(labels: &[Label]) -> Vec<Label> {
    let rest = labels.iter().position(|l| matches!(l, Label::Rest(_)));
    labels.iter().take(rest.map_or(labels.len(), |at| at + 1)).cloned().collect()
}

fn body(
    pivot: &Pivot,
    collapsed: RwSignal<Vec<Vec<Label>>>,
    most: usize,
    writing: &Writing,
) -> impl IntoView + use<> {
    let shades = Shades::of(pivot);
    let columns = columns(pivot);
    let mut above: &[Label] = &[];
    let mut rows = Vec::new();
    for (at, labels) in pivot.rows.iter().enumerate().take(most) {
        rows.push(row(pivot, at, above, &shades, &columns, collapsed, writing));
        above = labels;
    }
    rows.collect_view()
}

#[allow(clippy::too_many_arguments)]
fn row(
    pivot: &Pivot,
    at: usize,
    above: &[Label],
    shades: &Shades,
    columns: &[Column],
    collapsed: RwSignal<Vec<Vec<Label>>>,
    writing: &Writing,
) -> impl IntoView + use<> {
    let words = words();
    let labels = pivot.rows.get(at).map_or(&[][..], Vec::as_slice);
    let depth = pivot.row_dimensions.len();
    let is_subtotal = labels.len() < depth;
    let names = pivot.row_dimensions.iter().enumerate().map(|(level, dimension)| {
        let Some(label) = labels.get(level) else { return said_above().into_any() };
        let same = above.get(..=level) == labels.get(..=level);
        let is_rest_again =
            level > 0 && matches!((label, labels.get(level - 1)), (Label::Rest(_), Some(Label::Rest(_))));
        let is_said = above.len() != labels.len() || level + 1 < labels.len();
        if (same && is_said) || is_rest_again
        {
            return said_above().into_any();
        }
        let fold = (is_subtotal && level + 1 == labels.len()).then(|| {
            let group = StoredValue::new(labels.to_vec());
            let name = StoredValue::new(words.label(label));
            let is_folded = Memo::new(move |_| collapsed.with(|c| group.with_value(|g| c.contains(g))));
            let toggle = move |_| collapsed.update(|c| {
                let group = group.get_value();
                match c.iter().position(|g| *g == group) {
                    Some(at) => drop(c.remove(at)),
                    None => c.push(group),
                }
            });
            let label = move || {
                let asking = &crate::app::words().asking;
                name.with_value(|n| if is_folded.get() { (asking.expand)(n) } else { (asking.collapse)(n) })
            };
            view! {
                <button class="fold no-print" data-part="pivot-fold" aria-expanded=move || (!is_folded.get()).to_string()
                    aria-label=label title=label on:click=toggle>
                    {move || if is_folded.get() { "▸" } else { "▾" }}
                </button>
            }
        });
        view! { <th scope="row">{fold}{keep_only(dimension, label)}</th> }.into_any()
    });
    let cells = columns.iter().enumerate().map(|(place, (group, measure))| {
        let quantity = match group {
            Some(group) => pivot.cells.get(at).and_then(|r| r.get(*group)?.get(*measure)),
            None => pivot.row_totals.get(at).and_then(|r| r.get(*measure)),
        };
        let class = match group {
            Some(_) if is_subtotal => "",
            Some(group) if is_column_subtotal(pivot, *group) => "subtotal",
            Some(_) => shades.class(*measure, quantity),
            None if pivot.column_dimensions.is_empty() => "",
            None => "total",
        };
        let key = key_of(Some(at), (*group, *measure));
        let text = writing.text(quantity, *measure);
        cell(quantity, text, class, &CellPlace::new(Some(key), at + place == 0))
    });
    let mine = StoredValue::new(labels.to_vec());
    let hidden = Memo::new(move |_| {
        let is_below =
            |group: &Vec<Label>| mine.with_value(|m| m.len() > group.len() && m.starts_with(group));
        collapsed.with(|c| c.iter().any(is_below))
    });
    view! {
        <tr data-part="pivot-row" data-label=words.labels(labels) data-level=labels.len()
            class:subtotal=is_subtotal hidden=move || hidden.get()>
            {names.collect_view()}
            {cells.collect_view()}
        </tr>
    }
}

/// The place of a name that stands above already, or that only deeper rows have.
fn said_above() -> impl IntoView + use<> {
    view! { <th class="again" role="gridcell"></th> }
}

fn is_column_subtotal(pivot: &Pivot, group: usize) -> bool {
    pivot.columns.get(group).is_some_and(|c| c.len() < pivot.column_dimensions.len())
}

fn foot(pivot: &Pivot, writing: &Writing) -> impl IntoView + use<> {
    let no_rows = pivot.rows.is_empty();
    let cells = columns(pivot).into_iter().enumerate().map(|(place, (group, measure))| {
        let quantity = match group {
            Some(group) => pivot.column_totals.get(group).and_then(|c| c.get(measure)),
            None => pivot.grand.get(measure),
        };
        let place = CellPlace::new(Some(key_of(None, (group, measure))), no_rows && place == 0);
        let text = writing.text(quantity, measure);
        let is_total = group.is_none() && !pivot.column_dimensions.is_empty();
        cell(quantity, text, if is_total { "total" } else { "" }, &place)
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

/// Measures that this data can't give, with the reason, and what time will change.
fn absent(pivot: &Pivot) -> String {
    let words = words();
    let said = |(id, why): &(MeasureId, crate::engine::report::Absence)| {
        format!(" {}: {}.", words.measure_short(*id, &own_heads()), (words.trouble.absence)(why))
    };
    let unfinished = pivot.is_unfinished.then(|| format!(" {}", words.report.unfinished_hint));
    let is_change = |show: &ShowAs| matches!(show, ShowAs::Difference | ShowAs::Growth);
    let changes = pivot.show.iter().any(is_change);
    let changes = changes.then(|| format!(" {}", words.asking.changes_may_be_chance));
    let of_days = said_of_days(pivot.measures.iter().copied().zip(&pivot.grand));
    let of_days = of_days.into_iter().map(|said| format!(" {said}"));
    pivot.absent.iter().map(said).chain(unfinished).chain(of_days).chain(changes).collect()
}
