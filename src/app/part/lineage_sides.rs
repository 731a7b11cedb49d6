//! The figures behind one that is shown in another way: both sides of a share or of a change, a group
//! and all others. Each opens its own rows.
//!
//! Not here: the measures of a formula (`lineage`).

use crate::app::part::change::Said;
use crate::app::part::dialog_measure::measured;
use crate::app::part::figure::{exact, traced};
use crate::app::part::filter_chip::filter_text;
use crate::app::part::lineage_place::stands_at;
use crate::app::words;
use crate::engine::filter::Filter;
use crate::engine::query::{Figure, Lineage};
use crate::engine::report::{Report, ShowAs};
use crate::engine::value::Quantity;
use crate::format::Style;
use leptos::prelude::*;

/// The two figures of a share, of a change, of a group beside all others; and of a difference whether
/// it may be chance.
pub fn sides(figure: &Figure, lineage: &Lineage, report: Option<&Report>) -> Option<AnyView> {
    let (here, other) = lineage.sides.as_deref()?;
    let words = words();
    let (is_change, of, sides) = match figure.plain() {
        Figure::Shown { show, figure: of, against } => {
            let named = |part: &Figure| {
                let place = stands_at(part, None).join(" · ");
                let place =
                    if place.is_empty() { words.report.grand_total.to_owned() } else { place };
                (place, part.clone())
            };
            let is_change = matches!(show, ShowAs::Difference | ShowAs::Growth);
            (is_change, measured(of), [named(of), named(against)])
        }
        Figure::BesideOthers { group, figure: of } => {
            let others = Filter { exclude: !group.exclude, ..group.clone() };
            let own = (
                filter_text(group, report, words),
                of.as_ref().clone().within(std::slice::from_ref(group)),
            );
            let others =
                (words.funnel_split.all_others.to_owned(), of.as_ref().clone().within(&[others]));
            (true, None, [own, others])
        }
        _ => return None,
    };
    let said = is_change.then(|| Said::of(of, (here, other), None, None)).flatten();
    let [one, two] = sides;
    let side = |(name, part): (String, Figure), quantity: &Quantity| {
        row(name, quantity, lineage.currency.as_deref(), part.within(figure.filters()))
    };
    let rows = [side(one, here), side(two, other)];
    let why = said.and_then(|said| said.why);
    Some(
        view! {
            {made_of_table(rows.collect_view())}
            {why.map(|why| view! { <p class="sub" data-part="beside-why">{why}</p> })}
        }
        .into_any(),
    )
}

fn row(name: String, quantity: &Quantity, currency: Option<&str>, figure: Figure) -> AnyView {
    let text = words().quantity(quantity, currency, Style::Exact);
    view! {
        <tr data-part="made-of" data-value=exact(quantity.value)>
            <th scope="row">{name}</th>
            <td class="num">{traced(text, Some(figure))}</td>
        </tr>
    }
    .into_any()
}

/// The table of what a figure is made of.
pub fn made_of_table(rows: impl IntoView + 'static) -> impl IntoView {
    view! {
        <table>
            <thead><tr><th scope="col">{words().lineage.made_of}</th><th scope="col" class="num"></th></tr></thead>
            <tbody>{rows.into_any()}</tbody>
        </table>
    }
}
