//! What a figure means: its definition, what it was divided from, how sure it is, and what was left
//! out of it.

use crate::app::action::App;
use crate::app::part::figure::exact;
use crate::app::part::measure_picker::measure_key;
use crate::app::state::{AppStateStoreFields, ReportState, SessionStoreFields};
use crate::app::words;
use crate::engine::measure::MeasureId;
use crate::engine::report::{Answer, Report};
use crate::engine::value::{Quantity, Unit};
use crate::format::Style;
use crate::i18n::Strings;
use leptos::prelude::*;

#[component]
pub fn MeasureDialog(id: MeasureId) -> impl IntoView {
    let app = App::here();
    let figure = move || match &*app.state.session().report().read() {
        ReportState::Built(report) => {
            Some((quantity_of(report, id)?, report.scope.currency.clone()))
        }
        _ => None,
    };
    view! {
        <div class="measure-dialog" data-part="definition" data-measure=measure_key(id)>
            <h2 id="dialog-title">{move || (words().names.measure)(id).name}</h2>
            <p>{move || (words().names.measure)(id).answers}</p>
            {move || figure().map(|(quantity, currency)| made_from(id, &quantity, currency.as_deref(), words()))}
            {move || definition(id, words())}
        </div>
    }
}

/// The figure as the cards have it.
fn quantity_of(report: &Report, id: MeasureId) -> Option<Quantity> {
    report.blocks.iter().find_map(|answer| match answer {
        Answer::Kpis(kpis) => {
            let kpi = kpis.cards.iter().find(|k| k.measure == id && k.absent.is_none())?;
            Some(kpi.now.clone())
        }
        _ => None,
    })
}

fn made_from(
    id: MeasureId,
    quantity: &Quantity,
    currency: Option<&str>,
    words: &'static Strings,
) -> impl IntoView + use<> {
    let report = &words.report;
    let value = words.quantity(quantity, currency, Style::Exact);
    let (above, below) = part_units(id);
    let written = |value: Option<f64>, unit: Unit| {
        value.map(|v| words.locale.value(Some(v), unit, currency, Style::Exact))
    };
    // A median has no numerator; what it has is the count of values behind it.
    let numerator = written(quantity.numerator, above);
    let denominator = written(quantity.denominator, below);
    let parts = match (numerator, denominator) {
        (Some(above), Some(below)) => Some(format!("{above} ÷ {below}")),
        (None, Some(_)) => Some((report.values_behind)(quantity.denominator.unwrap_or(0.0) as u64)),
        _ => None,
    };
    let interval = quantity
        .interval
        .map(|(low, high)| (report.interval)(&words.locale.share_interval(low, high)));
    let cautions = quantity.cautions.iter().map(|c| (words.names.caution)(c));
    let cautions = cautions.map(|c| view! { <li class="note">{c}</li> }).collect_view();
    view! {
        <p class="measure-value" data-part="definition-value" data-value=exact(quantity.value)>{value}</p>
        {parts.map(|p| view! {
            <p class="sub" data-part="definition-parts" data-numerator=exact(quantity.numerator) data-denominator=exact(quantity.denominator)>{p}</p>
        })}
        {interval.map(|i| view! { <p class="sub" data-part="definition-interval">{i}</p> })}
        <ul class="measure-cautions">{cautions}</ul>
    }
}

/// The units of what is divided and of what it is divided by.
fn part_units(id: MeasureId) -> (Unit, Unit) {
    match id.unit() {
        _ if id.is_money_by_money() => (Unit::Money, Unit::Money),
        Unit::Money => (Unit::Money, Unit::Count),
        _ => (Unit::Count, Unit::Count),
    }
}

fn definition(id: MeasureId, words: &'static Strings) -> impl IntoView + use<> {
    let text = (words.names.measure)(id);
    let report = &words.report;
    let rows = [
        (report.formula, text.formula),
        (report.unit, text.unit),
        (report.basis, text.basis),
        (report.empty_when, text.empty_when),
        (report.cautions, text.cautions),
    ];
    let row = |(name, text): (&'static str, &'static str)| {
        view! { <div><dt>{name}</dt><dd>{text}</dd></div> }
    };
    view! { <dl class="definition">{rows.map(row).into_iter().collect_view()}</dl> }
}
