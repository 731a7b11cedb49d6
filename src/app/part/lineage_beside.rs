//! What a figure is compared with, where it says where it comes from: the other figure, which opens
//! its own rows, the difference, and in words whether it may be chance.

use crate::app::part::change::Said;
use crate::app::part::figure::{exact, traced};
use crate::app::words;
use crate::engine::query::{Figure, Lineage};
use crate::engine::report::{Compared, Report};
use crate::format::Style;
use leptos::prelude::*;

pub fn beside(figure: &Figure, lineage: &Lineage, report: Option<&Report>) -> Option<AnyView> {
    let words = words();
    let (now, (compared, other)) = (lineage.quantity.as_ref()?, lineage.compared.as_ref()?);
    let compared = *compared;
    let id = match figure.plain() {
        Figure::Measure { id, .. } => Some(*id),
        _ => None,
    };
    let currency = lineage.currency.as_deref();
    let name = name(compared, report);
    let text = words.quantity(other, currency, Style::Exact);
    let other_side = Some(figure.clone().against(compared));
    let said = Said::of(id, (now, other), Some(compared), currency);
    let difference = said.as_ref().map(|said| {
        let mark = said.mark.map(|mark| view! { " "<span class="muted">{mark}</span> });
        view! {
            <tr data-part="beside-difference">
                <th scope="row">{words.beside.difference}</th>
                <td class="num"><span class=said.tone>{said.text.clone()}</span>{mark}</td>
            </tr>
        }
    });
    let why = match compared {
        Compared::Target => Some(words.beside.plan_is_no_sample.to_owned()),
        _ => said.as_ref().and_then(|said| said.why.clone()),
    };
    let why = why.filter(|_| said.is_some());
    Some(view! {
        <table data-part="beside">
            <thead><tr><th scope="col">{words.beside.title}</th><td class="num"></td></tr></thead>
            <tbody>
                <tr data-part="beside-figure" data-value=exact(other.value)>
                    <th scope="row">{name}</th>
                    <td class="num">{traced(text, other_side)}</td>
                </tr>
                {difference}
            </tbody>
        </table>
        {why.map(|why| view! { <p class="sub" data-part="beside-why">{why}</p> })}
    }.into_any())
}

/// What the other side is: with its days, where it is of earlier ones.
pub fn name(compared: Compared, report: Option<&Report>) -> String {
    let words = words();
    let name = (words.compare.name)(compared);
    match report.and_then(|report| report.scope.previous).filter(|_| compared == Compared::Earlier)
    {
        Some(days) => format!("{name}: {}", words.locale.period(days)),
        None => name.to_owned(),
    }
}
