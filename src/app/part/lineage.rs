//! Where a figure comes from: what acts on it, what became of all rows in counts that add up, and
//! the rows themselves. Not here: the definition of a measure (`dialog_measure`).

use crate::app::action::App;
use crate::app::columns::own_heads;
use crate::app::part::dialog_measure::made_from;
use crate::app::part::figure::{exact, traced};
use crate::app::part::filter_chip::filter_text;
use crate::app::part::lineage_beside::{beside, name};
use crate::app::part::lineage_place::stands_at;
use crate::app::part::lineage_sides::{made_of_table, rank, sides};
use crate::app::part::lineage_tally::{parts, tallies};
use crate::app::part::row_window::RowWindow;
use crate::app::part::season::season_units;
use crate::app::state::{AppStateStoreFields, ReportState, SessionStoreFields};
use crate::app::words;
use crate::engine::filter::Filter;
use crate::engine::measure::MeasureId;
use crate::engine::query::{Acts, Figure, Lineage};
use crate::engine::report::{Compared, Report};
use crate::engine::value::{Quantity, Unit};
use crate::format::Style;
use crate::protocol::RowsOf;
use leptos::prelude::*;

#[component]
pub fn LineageView(figure: Figure) -> impl IntoView {
    let app = App::here();
    let asked = figure.clone();
    // Asked again when the report is another.
    let spec = Memo::new(move |_| app.state.document().read().report.clone());
    Effect::new(move |_| {
        spec.with(|_| ());
        app.trace(asked.clone());
    });
    let figure = StoredValue::new(figure);
    let found = Memo::new(move |_| {
        let found = app.state.session().lineage().get()?;
        figure.with_value(|figure| found.0 == *figure).then_some(found)
    });
    view! {
        {move || found.get().map(|found| match &found.1 {
            Ok(lineage) => view! { {head(figure, lineage)} }.into_any(),
            Err(absence) => view! { <p class="note">{(words().trouble.absence)(absence)}</p> }.into_any(),
        })}
        <section class="lineage" data-part="lineage" aria-busy=move || found.read().is_none().to_string()>
            <h3>{move || words().lineage.title}</h3>
            <ul class="lineage-acts" data-part="lineage-acts">{move || {
                let acting = found.get().and_then(|found| Some(found.1.as_ref().ok()?.acts));
                acts(app, &figure.get_value(), acting.unwrap_or_default())
            }}</ul>
            {move || found.get().and_then(|found| {
                beside(&figure.get_value(), found.1.as_ref().ok()?, built(app).as_deref())
            })}
            {move || found.get().and_then(|found| made_of(&figure.get_value(), found.1.as_ref().ok()?, built(app).as_deref()))}
            {move || found.get().and_then(|found| found.1.as_ref().ok().map(|lineage| tallies(lineage)))}
            {move || found.get().and_then(|found| {
                let lineage = found.1.as_ref().ok()?;
                let parts = parts(lineage);
                let any = !parts.is_empty();
                let name = Signal::derive(move || words().lineage.rows.to_owned());
                any.then(|| view! { <RowWindow of=RowsOf::Figure(figure.get_value()) name parts/> })
            })}
        </section>
    }
}

/// The figure itself with what it was divided from.
fn head(figure: StoredValue<Figure>, lineage: &Lineage) -> Option<AnyView> {
    let quantity = lineage.quantity.as_ref()?;
    let currency = lineage.currency.as_deref();
    match figure.get_value().plain() {
        Figure::Measure { id, .. } => {
            let who = lineage.customers.map(words().question.customers.counted);
            Some(
                view! {
                    {made_from(*id, quantity, currency, words())}
                    {who.map(|who| view! { <p class="sub" data-part="figure-customers">{who}</p> })}
                }
                .into_any(),
            )
        }
        plain => {
            let words = words();
            let text = words.quantity(quantity, currency, Style::Exact);
            let parts = parts_of(plain, quantity, currency);
            let interval = words.between(quantity).map(|between| (words.report.interval)(&between));
            let cautions = quantity.cautions.iter().map(|c| (words.names.caution)(c));
            let cautions = cautions.map(|c| view! { <li class="note">{c}</li> }).collect_view();
            Some(view! {
                <p class="measure-value" data-part="definition-value" data-value=exact(quantity.value)>{text}</p>
                {parts.map(|said| view! { <p class="sub" data-part="definition-parts">{said}</p> })}
                {interval.map(|said| view! { <p class="sub" data-part="definition-interval">{said}</p> })}
                <ul class="measure-cautions">{cautions}</ul>
            }.into_any())
        }
    }
}

/// What a figure that is no measure was made of: what was divided, or how many values stand behind it.
fn parts_of(plain: &Figure, quantity: &Quantity, currency: Option<&str>) -> Option<String> {
    let words = words();
    let count = |n: f64| words.locale.value(Some(n), Unit::Count, None, Style::Exact);
    match (plain, quantity.numerator, quantity.denominator) {
        (Figure::Step(_), _, Some(of)) => Some((words.beside.of_entered)(&count(of))),
        (Figure::Curve { of, .. }, Some(part), Some(all)) => {
            Some((words.question.views.share_of)(of, &count(part), &count(all)))
        }
        (Figure::Cohort { .. }, Some(part), Some(of)) => {
            let unit = if quantity.unit == Unit::Money { Unit::Money } else { Unit::Count };
            let part = words.locale.value(Some(part), unit, currency, Style::Exact);
            Some(format!("{part} ÷ {}", count(of)))
        }
        (Figure::OfStep { .. }, Some(part), Some(of)) => {
            Some(format!("{} ÷ {}", count(part), count(of)))
        }
        (Figure::OfStep { .. } | Figure::Stat { .. } | Figure::Curve { .. }, None, Some(of)) => {
            Some((words.report.values_behind)(of as u64))
        }
        _ => None,
    }
}

/// The figures that this one is made of: each shows its own rows.
fn made_of(figure: &Figure, lineage: &Lineage, report: Option<&Report>) -> Option<AnyView> {
    if lineage.sides.is_some() {
        return sides(figure, lineage, report);
    }
    if let Some(of) = &lineage.rank {
        return rank(figure, of, lineage);
    }
    if let Some(parts) = &lineage.season {
        return season_units(figure, parts, lineage.currency.as_deref());
    }
    if lineage.parts.is_empty() {
        return None;
    }
    let words = words();
    let part = |(id, quantity): &(MeasureId, Quantity)| {
        let text = words.quantity(quantity, lineage.currency.as_deref(), Style::Table);
        view! {
            <tr data-part="made-of" data-value=exact(quantity.value)>
                <th scope="row">{words.measure(*id, &own_heads())}</th>
                <td class="num">{traced(text, Some(figure.with_measure(*id)))}</td>
            </tr>
        }
    };
    let parts = lineage.parts.iter().map(part).collect_view();
    Some(made_of_table(parts).into_any())
}

fn built(app: App) -> Option<std::sync::Arc<Report>> {
    match &*app.state.session().report().read() {
        ReportState::Built(report) => Some(report.clone()),
        _ => None,
    }
}

/// Group, period, basis, policy, filters: what makes this figure another than the next.
fn acts(app: App, figure: &Figure, acting: Acts) -> impl IntoView + use<> {
    let words = words();
    let document = app.state.document();
    let document = document.read();
    let spec = &document.report;
    let report = built(app);
    let report = report.as_deref();
    let mut said = Vec::new();
    // A plan has neither basis nor policy, and is of the days of its own rows.
    let compared = figure.compared();
    let is_planned = compared == Some(Compared::Target);
    let is_earlier = compared == Some(Compared::Earlier);
    said.extend(is_earlier.then(|| name(Compared::Earlier, report)));
    said.extend(stands_at(figure, report));
    // What is between two exports has its own days, and neither basis nor policy acts on it.
    let is_change = matches!(figure.plain(), Figure::Change { .. });
    if is_change {
        said.push(words.pipeline_change.no_period.to_owned());
    } else {
        if !is_earlier {
            let period = (words.report.period_choice)(spec.period);
            said.push(format!("{}: {period}", words.report.period));
        }
        if !is_planned && acting.basis {
            said.push((words.report.basis_line)((words.names.basis_text)(spec.basis)));
        }
        if !is_planned && acting.policy {
            said.push(format!("{}: {}", words.report.policy, (words.names.policy)(spec.policy)));
        }
    }
    let written = |filter: &Filter| filter_text(filter, report, words);
    // The filters of the segment that the figure is of.
    let segments = report.and_then(|report| report.scope.segments.as_ref());
    said.extend(segments.into_iter().flat_map(|segments| {
        let (filters, of): (_, fn(&str) -> String) = match compared {
            Some(Compared::Segment) => (&segments.b, words.beside.of_second),
            _ => (&segments.a, words.beside.of_first),
        };
        let filters = filters.iter().filter(|f| f.is_decided());
        filters.map(|filter| of(&written(filter))).collect::<Vec<_>>()
    }));
    let acting = spec.filters.iter().chain(figure.filters()).filter(|f| f.is_decided());
    let acting: Vec<String> = acting.map(written).collect();
    let is_filtered = is_change && !acting.is_empty();
    said.extend(acting);
    said.extend(is_filtered.then(|| words.change_trace.filters.to_owned()));
    said.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()
}
