//! Where in its block a figure stands: its group, unit of time, cohort, stages, hour, model.
//!
//! Not here: what became of its rows (`lineage`).

use crate::app::part::filter_chip::filter_text;
use crate::app::part::season::place_name;
use crate::app::words;
use crate::engine::dimension::{Dimension, Label};
use crate::engine::query::{Among, ChangeRows, CohortPart, Figure, FlowEnd};
use crate::engine::report::{Answer, CohortAges, CohortFigure, Export, ReasonsSplit, Report};
use crate::engine::value::Unit;
use crate::export::pipeline_change_table::place;
use crate::format::Style;

/// The group, the unit of time, the cohort, the model: where in its block a figure stands.
pub fn stands_at(figure: &Figure, report: Option<&Report>) -> Vec<String> {
    let words = words();
    let days = figure.days().map(|(period, average)| {
        let days = words.locale.period(period);
        match average {
            Some(grain) => (words.trace.average_of)(grain.units(period), &days),
            None => days,
        }
    });
    let mut said = at(figure.plain(), report);
    said.extend(days);
    said
}

fn at(figure: &Figure, report: Option<&Report>) -> Vec<String> {
    let words = words();
    let l = &words.lineage;
    match figure {
        Figure::Measure { place, unit, .. } => {
            let groups = place.iter().filter(|(_, among)| !among.is_all());
            let unit = unit.map(|(grain, start)| words.locale.date(grain, start));
            groups.map(group).chain(unit).collect()
        }
        Figure::Shown { figure, .. } | Figure::Ranked { figure, .. } => at(figure, report),
        Figure::BesideOthers { group, figure } => {
            let own = filter_text(group, report, words);
            at(figure, report).into_iter().chain([own]).collect()
        }
        Figure::Season { grain, place, .. } => vec![place_name(*grain, *place as usize)],
        Figure::Step(at) | Figure::OfStep { at, .. } => {
            step_name(report, *at).into_iter().collect()
        }
        Figure::Cohort { spec, start, part } => {
            let cohort = match start {
                Some(start) => words.locale.date(spec.grain, *start),
                None => words.question.mature_total.to_owned(),
            };
            let age = match (part, &spec.ages) {
                (CohortPart::Records, _) => words.question.cohort_size(spec.figure).to_owned(),
                (CohortPart::ByNow, _) => words.question.by_now.to_owned(),
                (CohortPart::Age(age), CohortAges::Days(days)) => {
                    days_head(spec.figure, days, *age)
                }
                (CohortPart::Age(age), _) => (words.question.age)(spec.grain, *age),
            };
            let head = words.question.cohort_head(spec.figure);
            vec![format!("{head}: {cohort}"), age]
        }
        Figure::Spread { bin: Some((from, to)), .. } => {
            let number = |x: &f64| words.locale.value(Some(*x), Unit::Count, None, Style::Exact);
            let to = to.as_ref().map(number).unwrap_or_default();
            vec![format!(
                "{} {} · {} {to}",
                words.question.from,
                number(from),
                words.question.below
            )]
        }
        Figure::Stat { group: of_group, stat, .. } => {
            of_group.iter().map(group).chain([words.stat(*stat)]).collect()
        }
        Figure::Curve { of, group: of_group, part } => {
            of_group.iter().map(group).chain([words.curve_part(of, *part)]).collect()
        }
        Figure::Attribution { model, channel, .. } => {
            let channel = channel.as_ref().map(|c| words.label(&Label::Channel(c.clone())));
            let model = format!(
                "{}: {}",
                (words.attribution.model)(*model),
                (words.attribution.rule)(*model)
            );
            channel.into_iter().chain([model]).collect()
        }
        Figure::Reasons { spec, reasons, part, .. } => {
            let name = |label: &Label| match label {
                Label::Empty | Label::Unmatched => words.reasons.no_reason.to_owned(),
                label => words.label(label),
            };
            let of = |names: &Vec<Label>| names.iter().map(name).collect::<Vec<_>>().join(", ");
            let reasons = reasons.as_ref();
            let named = reasons.map(|names| format!("{}: {}", words.reasons.reason, of(names)));
            let part = part.as_ref().map(|among| match (among, &spec.split) {
                (Among::Only(Label::Empty), ReasonsSplit::StageLostAt) => {
                    words.reasons.stage_unknown.to_owned()
                }
                (Among::Only(label), _) => words.label(label),
                (Among::These(labels), _) => labels_of(labels),
                (Among::Besides(shown), _) => (l.besides)(shown.len() as u64),
            });
            named.into_iter().chain(part).collect()
        }
        Figure::Moves { from, to, unit, .. } => {
            let place = |at: u32| stage_name(report, at);
            let from = from.map(|at| format!("{}: {}", words.moves.from, place(at)));
            let to = to.map(|at| format!("{}: {}", words.moves.to, place(at)));
            let unit = unit.map(|(grain, start)| words.locale.date(grain, start));
            [from, to, unit].into_iter().flatten().collect()
        }
        Figure::Flow { from, to, .. } => {
            let to = match to {
                FlowEnd::Place(to) => stage_name(report, *to),
                FlowEnd::Open => words.moves.still_there.to_owned(),
            };
            vec![format!("{} → {to}", stage_name(report, *from))]
        }
        Figure::Calls { day, hour, .. } => {
            let day = day.map(|day| words.locale.weekday_short(u32::from(day) + 1).to_owned());
            let hour = hour.map(|hour| format!("{hour:02}:00–{:02}:00", hour + 1));
            day.into_iter().chain(hour).collect()
        }
        Figure::Change { earlier, rows, .. } => between(earlier, rows, report),
        _ => Vec::new(),
    }
}

fn labels_of(labels: &[Label]) -> String {
    labels.iter().map(|label| words().label(label)).collect::<Vec<_>>().join(", ")
}

/// `Channel: Paid search`.
pub fn group((dimension, among): &(Dimension, Among)) -> String {
    let words = words();
    let among = match among {
        Among::Only(label) => words.label(label),
        Among::These(labels) => labels_of(labels),
        Among::Besides(shown) => (words.lineage.besides)(shown.len() as u64),
    };
    format!("{}: {among}", (words.names.dimension)(dimension))
}

/// An age in days as the head of its column has it.
fn days_head(figure: CohortFigure, days: &[u32], age: u32) -> String {
    let question = &words().question;
    match figure {
        CohortFigure::Retention => {
            let before = days.iter().filter(|days| **days < age).max();
            (question.customers.days_between)(before.map_or(0, |days| days + 1), age)
        }
        _ => (question.age_days)(age),
    }
}

/// Which change, and between which exports.
fn between(earlier: &str, rows: &ChangeRows, report: Option<&Report>) -> Vec<String> {
    let words = words();
    let says = &words.pipeline_change;
    let mut answers = report.into_iter().flat_map(|report| &report.blocks);
    let found = answers.find_map(|answer| match answer {
        Answer::PipelineChange(found) if found.earlier.file == earlier => Some(found),
        _ => None,
    });
    let Some(found) = found else { return vec![earlier.to_owned()] };
    let day = |export: &Export| export.as_of.map(|day| words.locale.day(day));
    let (before, after) = (&found.earlier, &found.later);
    let (first, last) = (day(before), day(after));
    let files = (says.between)(&before.file, first.as_deref(), &after.file, last.as_deref());
    let which = match rows {
        ChangeRows::Kind(kind) => (says.kind)(*kind).to_owned(),
        ChangeRows::Passage { from, to } => {
            let from = place(found, *from, says.not_there_before, words);
            format!("{from} → {}", place(found, *to, says.not_there_after, words))
        }
        ChangeRows::OpenBefore => says.open_before.to_owned(),
        ChangeRows::OpenAfter => says.open_after.to_owned(),
        ChangeRows::Open => format!("{} → {}", says.open_before, says.open_after),
    };
    vec![which, files]
}

/// A step of the funnel as a block of the report names it.
fn step_name(report: Option<&Report>, at: u32) -> Option<String> {
    let found = report?.blocks.iter().find_map(|answer| match answer {
        Answer::Funnel(found) => found.stages.get(at as usize),
        _ => None,
    });
    found.map(|stage| words().label(&stage.label))
}

/// A place of moves as a block of the report names it.
fn stage_name(report: Option<&Report>, at: u32) -> String {
    let labels =
        report.into_iter().flat_map(|report| &report.blocks).find_map(|answer| match answer {
            Answer::Transitions(found) => found.places.get(at as usize),
            Answer::Flow(found) => found.places.get(at as usize).map(|place| &place.label),
            _ => None,
        });
    labels.map(|label| words().label(label)).unwrap_or_default()
}
