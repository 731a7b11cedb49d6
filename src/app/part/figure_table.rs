//! A table of figures as it was laid out for page and file alike.

use crate::app::part::figure::shown_between;
use crate::app::part::trace_grid::{CellPlace, TraceGrid};
use crate::export::figure_table::{Figure, FigureTable, Head, Row};
use leptos::prelude::*;

/// Shades on which plain and inverted text both have the contrast that they need.
const SHADES: [&str; 6] = ["heat-0", "heat-1", "heat-2", "heat-3", "heat-5", "heat-6"];

/// The table of a block, whose figures say where they come from.
pub fn figure_table(
    table: &FigureTable,
    part: &'static str,
    index: usize,
) -> impl IntoView + use<> {
    let names = table.names;
    let head = |(at, head): (usize, &Head)| {
        let class = if at < names { "" } else { "num" };
        let hint = (!head.hint.is_empty()).then(|| head.hint.clone());
        view! { <th scope="col" class=class title=hint>{head.text.clone()}</th> }
    };
    let heads = table.heads.iter().enumerate().map(head).collect_view();
    // The Tab key stops at the first figure that can be opened.
    let first = table.rows.iter().enumerate().find_map(|(row, line)| {
        Some((row, line.cells.iter().position(|cell| cell.traced.is_some())?))
    });
    let line = |(at, row): (usize, &Row)| line((at, row), names, part, first);
    let each = table.rows.iter().enumerate();
    let (totals, rows): (Vec<_>, Vec<_>) = each.partition(|(_, row)| row.is_total);
    let rows = rows.into_iter().map(line).collect_view();
    let totals = totals.into_iter().map(line).collect_view();
    let title = (!table.title.is_empty()).then(|| {
        let title = table.title.clone();
        view! { <caption class="figure-caption">{title}</caption> }
    });
    let body = view! {
        {title}
        <thead><tr>{heads}</tr></thead>
        <tbody>{rows}</tbody>
        <tfoot>{totals}</tfoot>
    };
    if !table.is_traced() {
        return view! { <table class="figure-table" data-part=part>{body}</table> }.into_any();
    }
    let held = StoredValue::new(table.clone());
    let figure = move |key: String| {
        let (row, column) = key.split_once(':')?;
        held.with_value(|table| table.traced(row.parse().ok()?, column.parse().ok()?))
    };
    view! { <TraceGrid part class="figure-table" index figure>{body}</TraceGrid> }.into_any()
}

fn line(
    (row_at, row): (usize, &Row),
    names: usize,
    part: &'static str,
    first: Option<(usize, usize)>,
) -> impl IntoView + use<> {
    let label = row.cells.first().map(|c| c.text.clone()).unwrap_or_default();
    // A total has one name for all columns of names.
    let blank = row.cells.iter().take(names).skip(1).filter(|name| name.text.is_empty()).count();
    let is_wide = row.is_total && blank > 0 && blank + 1 == names;
    let each = row.cells.iter().enumerate().filter(|(at, _)| !is_wide || !(1..names).contains(at));
    let cells = each.map(|(at, figure)| {
        if at < names {
            let text = figure.text.clone();
            let span = is_wide.then(|| names.to_string());
            return view! { <th scope="row" colspan=span>{text}</th> }.into_any();
        }
        let key = figure.traced.is_some().then(|| format!("{row_at}:{at}"));
        let place = first.map(|first| CellPlace::new(key, first == (row_at, at)));
        cell(figure, place)
    });
    view! {
        <tr class:total=row.is_total data-part=format!("{part}-row") data-label=label>
            {cells.collect_view()}
        </tr>
    }
}

/// A figure; with its place, where it stands in a table of figures that can be opened.
fn cell(figure: &Figure, place: Option<CellPlace>) -> AnyView {
    let class = format!("num {}", figure.shade.map(shade).unwrap_or_default());
    let said = [&figure.hint, &figure.caution].map(|s| s.as_str()).join(" ");
    let caution = Some(said.trim().to_owned()).filter(|said| !said.is_empty());
    let mark = (!figure.caution.is_empty()).then(|| view! { <sup class="caution-mark">"*"</sup> });
    let text = figure.text.clone();
    let sure = figure.between.clone().and_then(shown_between);
    let part = place.as_ref().and_then(CellPlace::part);
    let tabindex = place.as_ref().map(|place| place.tabindex);
    view! {
        <td class=class data-value=figure.exact() title=caution data-part=part tabindex=tabindex
            data-figure=place.and_then(|place| place.key)>{text}{mark}{sure}</td>
    }
    .into_any()
}

fn shade(share: f64) -> &'static str {
    let step = (share.clamp(0.0, 1.0) * (SHADES.len() - 1) as f64).round() as usize;
    SHADES.get(step).copied().unwrap_or_default()
}
