//! What a figure means: its definition, what it was divided from, how sure it is, and what was left
//! out of it.

use crate::app::action::App;
use crate::app::columns::own_heads;
use crate::app::part::figure::exact;
use crate::app::part::lineage::LineageView;
use crate::app::part::measure_picker::measure_key;
use crate::app::state::Dialog;
use crate::app::words;
use crate::engine::formula::reached::conversion_of;
use crate::engine::measure::MeasureId;
use crate::engine::query::{ChangeRows, Figure, FlowEnd, Stat, StepFigure};
use crate::engine::report::{Compared, ShowAs};
use crate::engine::value::{Quantity, Unit};
use crate::format::Style;
use crate::i18n::Strings;
use leptos::prelude::*;

#[component]
pub fn MeasureDialog(figure: Figure) -> impl IntoView {
    let app = App::here();
    let id = measured(figure.plain());
    let (plain, asked) = (figure.plain().clone(), figure.plain().clone());
    let compared = figure.compared();
    // Of a plan there is a sum, and not the measure.
    let defined = id.filter(|_| compared != Some(Compared::Target));
    let name = move || match compared {
        Some(compared) => {
            format!("{} · {}", figure_name(&plain), (words().compare.name)(compared))
        }
        None => figure_name(&plain),
    };
    view! {
        <div class="measure-dialog" data-part="definition" data-measure=id.map(measure_key)>
            <h2 id="dialog-title">{name}</h2>
            {move || defined.map(|id| view! { <p>{(words().names.measure)(id).answers}</p> })}
            {move || (compared == Some(Compared::Target)).then(|| view! { <p data-part="figure-says">{words().beside.planned}</p> })}
            {move || says(&asked).into_iter().map(|said| view! { <p data-part="figure-says">{said}</p> }).collect_view()}
            <LineageView figure/>
            {defined.and_then(|id| own_formula(app, id))}
            {move || defined.map(|id| definition(id, words()))}
        </div>
    }
}

/// The measure that a figure is of, however it is shown.
pub fn measured(figure: &Figure) -> Option<MeasureId> {
    match figure {
        Figure::Measure { id, .. } | Figure::Season { id, .. } => Some(*id),
        Figure::Shown { figure, .. } | Figure::Ranked { figure, .. } => measured(figure),
        _ => None,
    }
}

/// What a figure is called.
fn figure_name(figure: &Figure) -> String {
    let words = words();
    match figure {
        Figure::Measure { id, .. } => words.measure(*id, &own_heads()),
        Figure::Shown { show, figure, .. } => match measured(figure) {
            Some(id) => words.measure_as(id, *show, &own_heads()),
            None => figure_name(figure),
        },
        Figure::Ranked { figure, .. } => match measured(figure) {
            Some(id) => words.measure_as(id, ShowAs::Rank, &own_heads()),
            None => figure_name(figure),
        },
        Figure::Season { id, .. } => {
            format!("{}: {}", words.asking.season, words.measure(*id, &own_heads()))
        }
        Figure::BesideOthers { .. } => {
            format!("{} · {}", words.report.end_to_end, words.funnel_split.others)
        }
        Figure::Cohort { spec, .. } => (words.question.cohorts_title)(spec.figure),
        Figure::Spread { of, .. } | Figure::Stat { of, .. } | Figure::Curve { of, .. } => {
            (words.question.spread_title)(&(words.question.spread_of)(of))
        }
        Figure::Attribution { of, .. } => (words.attribution.title)(*of),
        Figure::Reasons { spec, .. } => (words.reasons.title)(spec.of).to_owned(),
        Figure::Moves { .. } => words.moves.transitions.to_owned(),
        Figure::Flow { .. } => words.moves.flow.to_owned(),
        Figure::Calls { figure, .. } => (words.calls.title)(*figure),
        Figure::Change { .. } => words.pipeline_change.name.to_owned(),
        Figure::OfStep { of, .. } => step_name(*of).to_owned(),
        Figure::Step(_)
        | Figure::Within { .. }
        | Figure::During { .. }
        | Figure::Against { .. } => words.report.funnel_title.to_owned(),
    }
}

/// A figure of a funnel's step, as the head of its column has it.
fn step_name(of: StepFigure) -> &'static str {
    let report = &words().report;
    match of {
        StepFigure::Reached => report.reached,
        StepFigure::OfPrevious => report.of_previous,
        StepFigure::OfFirst => report.of_first,
        StepFigure::Observed => report.observed,
        StepFigure::Implied => report.implied,
        StepFigure::Dropped => report.dropped,
        StepFigure::OutOfOrder => words().shape.out_of_order,
        StepFigure::MedianDays => report.median_days,
        StepFigure::Reentered => words().shape.reentered,
        StepFigure::Stay(of) => words().stay(of),
    }
}

/// What a figure that is no measure is made of.
fn says(figure: &Figure) -> Vec<&'static str> {
    let words = words();
    let says = &words.trace;
    match figure {
        Figure::Season { .. } => vec![says.season],
        Figure::BesideOthers { .. } => vec![words.funnel_split.others_hint],
        Figure::Step(_) => vec![(words.step.says)(StepFigure::Reached)],
        Figure::OfStep { of, .. } => vec![(words.step.says)(*of)],
        Figure::Stat {
            stat: Stat::LowWhisker | Stat::HighWhisker | Stat::Below | Stat::Above,
            ..
        } => vec![words.question.views.box_hint],
        Figure::Curve { of, .. } => vec![(words.question.views.curve_hint)(of)],
        Figure::Reasons { spec, is_share, .. } => vec![(says.reason)(spec.of, *is_share)],
        Figure::Moves { of, .. } => vec![(says.moves)(*of)],
        Figure::Flow { to: FlowEnd::Open, .. } => vec![says.open_here],
        Figure::Flow { of, .. } => vec![(says.flow)(*of)],
        Figure::Calls { figure, .. } => vec![(says.call)(*figure)],
        Figure::Cohort { spec, .. } if spec.figure.is_of_customers() => {
            vec![(words.question.customers.says)(spec.figure)]
        }
        Figure::Change { rows, of, .. } => {
            let kind = match rows {
                ChangeRows::Kind(kind) => Some((words.pipeline_change.kind_hint)(*kind)),
                _ => None,
            };
            kind.into_iter().chain([(words.change_trace.counts)(rows, *of)]).collect()
        }
        _ => Vec::new(),
    }
}

/// The figure, what it was divided from, and how sure it is.
pub fn made_from(
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
    let interval = words.between(quantity).map(|interval| (report.interval)(&interval));
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
    let source = words.source(id).map(|source| (report.source, source));
    let row = |(name, text): (&'static str, &'static str)| {
        view! { <div><dt>{name}</dt><dd>{text}</dd></div> }
    };
    view! { <dl class="definition">{rows.into_iter().chain(source).map(row).collect_view()}</dl> }
}

/// The formula of a measure of one's own, and the way to change it.
fn own_formula(app: App, id: MeasureId) -> Option<impl IntoView> {
    let MeasureId::Own(number) = id else { return None };
    let head = own_heads().into_iter().find(|o| o.id == number && o.of.is_none())?;
    let is_conversion = conversion_of(&head.formula).is_some();
    Some(view! {
        <p><code data-part="own-formula">{head.formula}</code></p>
        {is_conversion.then(|| view! { <p class="sub">{move || words().conversion.definition}</p> })}
        <button class="button small" data-part="own-edit"
            on:click=move |_| app.show(Dialog::Own { id: Some(number), block: None })>
            {move || words().asking.own_edit}
        </button>
    })
}
