//! The rows of a breakdown: name with its colour, figures, and the share of revenue as a bar.

use crate::app::part::change::cell_change;
use crate::app::part::chart_tip::swatch_class;
use crate::app::part::figure::{cautions, exact, grid_cell};
use crate::app::part::keep_only::keep_only;
use crate::app::part::measure_picker::measure_key;
use crate::app::part::trace_grid::CellPlace;
use crate::app::words;
use crate::engine::dimension::Label;
use crate::engine::measure::MeasureId;
use crate::engine::report::{Breakdown, BreakdownRow, Compared};
use crate::engine::value::{Quantity, Unit};
use crate::export::answer_columns::breakdown_columns;
use crate::format::{MINUS, Style};
use leptos::prelude::*;

/// Behind the key of a figure: that of its share of all.
pub const SHARE: &str = "%";

/// What rows need to know of the whole table.
pub struct Shown {
    currency: Option<String>,
    /// Position of revenue among the measures, and the total that its shares are of.
    revenue: Option<(usize, f64)>,
    /// Greatest share of revenue, which fills the bar's room.
    most: f64,
    /// Names of the groups in their natural order, for colours that don't follow the sort.
    order: Vec<Label>,
    compared: Option<Compared>,
    /// How the figures of each measure are written, and the shares of revenue.
    styles: Vec<Style>,
    share_style: Style,
}

impl Shown {
    pub fn new(breakdown: &Breakdown, currency: Option<String>) -> Shown {
        let at = breakdown.measures.iter().position(|m| *m == MeasureId::Revenue);
        let total = at.and_then(|i| breakdown.total.get(i)?.value).filter(|t| *t > 0.0);
        let revenue = at.zip(total);
        let share = |row: &BreakdownRow| revenue.and_then(|r| share_of(row, r)).unwrap_or(0.0);
        let mut order: Vec<Label> = breakdown.rows.iter().map(|r| r.label.clone()).collect();
        order.sort();
        let shares = breakdown.rows.iter().filter_map(|row| share_of(row, revenue?));
        let shares: Vec<Quantity> =
            shares.map(|share| Quantity::plain(share, Unit::Share)).collect();
        Shown {
            styles: breakdown_columns(breakdown, currency.as_deref(), words()),
            share_style: words().column(&shares, None),
            currency,
            revenue,
            most: breakdown.rows.iter().map(share).fold(0.0, f64::max),
            order,
            compared: breakdown.compared,
        }
    }

    /// The colour of a group; those that stand for no group of their own are grey.
    fn slot(&self, label: &Label) -> usize {
        match label {
            Label::Empty | Label::Unmatched | Label::Rest(_) => usize::MAX,
            Label::Channel(crate::engine::mapping::Channel::Unassigned) => usize::MAX,
            label => self.order.binary_search(label).unwrap_or(usize::MAX),
        }
    }
}

fn share_of(row: &BreakdownRow, (at, total): (usize, f64)) -> Option<f64> {
    row.cells.get(at)?.value.map(|v| v / total)
}

pub fn rows(breakdown: &Breakdown, shown: &Shown) -> impl IntoView + use<> {
    let row = |(at, row): (usize, &BreakdownRow)| {
        let name = words().label(&row.label);
        let key = crate::engine::filter::Filter::key(&row.label);
        let share = shown.revenue.map(|r| share_of(row, r));
        view! {
            <tr data-part="breakdown-row" data-label=name data-key=key>
                <th scope="row">
                    <i class=swatch_class(shown.slot(&row.label))></i>
                    {keep_only(&breakdown.dimension, &row.label)}
                </th>
                {cells(&breakdown.measures, (&row.cells, &row.before), share, shown, Some(at))}
            </tr>
        }
    };
    breakdown.rows.iter().enumerate().map(row).collect_view()
}

pub fn total_row(breakdown: &Breakdown, shown: &Shown) -> impl IntoView + use<> {
    let whole = shown.revenue.map(|_| Some(1.0));
    view! {
        <tr data-part="breakdown-total">
            <th scope="row" title=words().report.totals_hint>{words().names.total}</th>
            {cells(&breakdown.measures, (&breakdown.total, &breakdown.total_before), whole, shown, None)}
        </tr>
    }
}

fn cells(
    measures: &[MeasureId],
    (cells, before): (&[Quantity], &[Option<Quantity>]),
    share: Option<Option<f64>>,
    shown: &Shown,
    row: Option<usize>,
) -> impl IntoView + use<> {
    let currency = shown.currency.as_deref();
    let mut views = Vec::with_capacity(cells.len() + 1);
    let at = row.map(|row| row.to_string()).unwrap_or_default();
    let each = measures.iter().zip(cells).zip(&shown.styles);
    for (measure, ((id, quantity), style)) in each.enumerate() {
        let place = CellPlace::new(Some(format!("{at}:{measure}")), row == Some(0) && measure == 0);
        let change = before
            .get(measure)
            .and_then(Option::as_ref)
            .map(|before| cell_change(*id, quantity, before, shown.compared, currency));
        views.push(match id {
            MeasureId::Romi => return_cell(quantity, *style, &place, change),
            _ => {
                let class = format!("measure-{}", measure_key(*id));
                grid_cell(quantity, (currency, *style), &class, &place, change)
            }
        });
        if *id == MeasureId::Revenue {
            let share = share.flatten();
            let key = share.map(|_| format!("{at}:{measure}{SHARE}"));
            views.push(share_cell(share, shown, &CellPlace::new(key, false)));
        }
    }
    views.collect_view()
}

/// A return, green above break-even and red below.
fn return_cell(
    quantity: &Quantity,
    style: Style,
    place: &CellPlace,
    change: Option<AnyView>,
) -> AnyView {
    let text = words().quantity(quantity, None, style);
    let is_gain = quantity.value.is_some_and(|value| value > 0.0);
    let is_loss = text.starts_with(MINUS);
    let cautions = cautions(quantity);
    view! {
        <td class="num strong" class:good=is_gain class:bad=is_loss data-value=exact(quantity.value)
            title=(!cautions.is_empty()).then_some(cautions)
            data-part=place.part() data-figure=place.key.clone() tabindex=place.tabindex>
            {text}{change}
        </td>
    }
    .into_any()
}

fn share_cell(share: Option<f64>, shown: &Shown, place: &CellPlace) -> AnyView {
    let text = words().locale.value(share, Unit::Share, None, shown.share_style);
    let most = shown.most;
    // The total has no bar: it would dwarf the others.
    let length = share.filter(|s| *s <= most && most > 0.0).map_or(0.0, |s| (s / most).max(0.0));
    view! {
        <td class="num share-cell" data-value=exact(share) data-part=place.part()
            data-figure=place.key.clone() tabindex=place.tabindex>
            <span class="share-bar"><span style:width=format!("{}%", length * 100.0)></span></span>
            <span>{text}</span>
        </td>
    }
    .into_any()
}
