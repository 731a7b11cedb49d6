//! The figures behind one that is shown in another way: both sides of a share or of a change, a group
//! and all others, the figure that has a rank. Each opens its own rows.
//!
//! Not here: the measures of a formula (`lineage`).

use crate::app::part::change::Said;
use crate::app::part::dialog_measure::measured;
use crate::app::part::figure::{exact, traced};
use crate::app::part::filter_chip::filter_text;
use crate::app::part::lineage_place::{group, stands_at};
use crate::app::words;
use crate::engine::filter::Filter;
use crate::engine::query::{Figure, Lineage, RankOf};
use crate::engine::report::{PivotSpec, Report, ShowAs};
use crate::engine::value::{Quantity, Unit};
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

/// Which of how many figures, among what, and the figure itself.
pub fn rank(figure: &Figure, rank: &RankOf, lineage: &Lineage) -> Option<AnyView> {
    let Figure::Ranked { spec, row: labels, figure: of, .. } = figure.plain() else { return None };
    let words = words();
    let count = |n: f64| words.locale.value(Some(n), Unit::Count, None, Style::Exact);
    let place = lineage.quantity.as_ref()?.value?;
    let said =
        (words.trace.rank)(&count(place), &count(rank.of as f64), &among(spec, labels.len(), of));
    let name = stands_at(of, None).join(" · ");
    let own = of.as_ref().clone().within(figure.filters());
    let rows = row(name, &rank.figure, lineage.currency.as_deref(), own);
    Some(view! {
        <p class="sub" data-part="figure-rank" data-rank=place.to_string() data-of=rank.of>{said}</p>
        {made_of_table(rows)}
    }.into_any())
}

/// The level whose groups are ranked, and in which group and column they stand: all groups of the place
/// but that of the level itself.
fn among(spec: &PivotSpec, depth: usize, of: &Figure) -> String {
    let level = depth.checked_sub(1).and_then(|at| spec.rows.get(at));
    let name = level.map(words().names.dimension).unwrap_or_default();
    let Figure::Measure { place, .. } = of else { return name };
    let others =
        place.iter().enumerate().filter(|(at, (_, among))| at + 1 != depth && !among.is_all());
    let others: Vec<String> = others.map(|(_, other)| group(other)).collect();
    match others.is_empty() {
        true => name,
        false => format!("{name} ({})", others.join("; ")),
    }
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
