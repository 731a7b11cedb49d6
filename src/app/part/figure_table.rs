//! A table of figures as it was laid out for page and file alike.

use crate::export::figure_table::{Figure, FigureTable, Head, Row};
use leptos::prelude::*;

/// Shades on which plain and inverted text both have the contrast that they need.
const SHADES: [&str; 6] = ["heat-0", "heat-1", "heat-2", "heat-3", "heat-5", "heat-6"];

pub fn figure_table(table: &FigureTable, part: &'static str) -> impl IntoView + use<> {
    let names = table.names;
    let head = |(at, head): (usize, &Head)| {
        let class = if at < names { "" } else { "num" };
        let hint = (!head.hint.is_empty()).then(|| head.hint.clone());
        view! { <th scope="col" class=class title=hint>{head.text.clone()}</th> }
    };
    let heads = table.heads.iter().enumerate().map(head).collect_view();
    let line = |row: &Row| line(row, names, part);
    let (totals, rows): (Vec<&Row>, Vec<&Row>) = table.rows.iter().partition(|r| r.is_total);
    let rows = rows.into_iter().map(line).collect_view();
    let totals = totals.into_iter().map(line).collect_view();
    let title = (!table.title.is_empty()).then(|| {
        let title = table.title.clone();
        view! { <caption class="figure-caption">{title}</caption> }
    });
    view! {
        <table class="figure-table" data-part=part>
            {title}
            <thead><tr>{heads}</tr></thead>
            <tbody>{rows}</tbody>
            <tfoot>{totals}</tfoot>
        </table>
    }
}

fn line(row: &Row, names: usize, part: &'static str) -> impl IntoView + use<> {
    let label = row.cells.first().map(|c| c.text.clone()).unwrap_or_default();
    let cells = row.cells.iter().enumerate().map(|(at, figure)| {
        if at < names {
            let text = figure.text.clone();
            return view! { <th scope="row">{text}</th> }.into_any();
        }
        cell(figure)
    });
    view! {
        <tr class:total=row.is_total data-part=format!("{part}-row") data-label=label>
            {cells.collect_view()}
        </tr>
    }
}

fn cell(figure: &Figure) -> AnyView {
    let class = format!("num {}", figure.shade.map(shade).unwrap_or_default());
    let said = [&figure.hint, &figure.caution].map(|s| s.as_str()).join(" ");
    let caution = Some(said.trim().to_owned()).filter(|said| !said.is_empty());
    let mark = (!figure.caution.is_empty()).then(|| view! { <sup class="caution-mark">"*"</sup> });
    let text = figure.text.clone();
    view! { <td class=class data-value=figure.exact() title=caution>{text}{mark}</td> }.into_any()
}

fn shade(share: f64) -> &'static str {
    let step = (share.clamp(0.0, 1.0) * (SHADES.len() - 1) as f64).round() as usize;
    SHADES.get(step).copied().unwrap_or_default()
}
