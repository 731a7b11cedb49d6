//! The funnel by the groups of a dimension, as a table and as a picture.

use super::answer_table::{counted, figure};
use super::figure_table::{Figure, FigureTable, Head, Row};
use super::sheet::Cell;
use crate::chart::{LatticeCell, LatticeModel, LatticeRow};
use crate::engine::report::{Funnel, FunnelPart, FunnelRate, FunnelSplit, PartStep};
use crate::engine::value::{Quantity, Unit};
use crate::format::Style;
use crate::i18n::Strings;

pub fn title(split: &FunnelSplit, words: &Strings) -> String {
    (words.funnel_split.title)(&(words.names.dimension)(&split.dimension))
}

/// The whole as if it were a group.
fn whole(funnel: &Funnel, words: &Strings) -> (String, FunnelPart) {
    let step = |stage: &crate::engine::report::FunnelStage| PartStep {
        reached: stage.reached,
        of_previous: stage.of_previous.clone(),
        of_first: stage.of_first.clone(),
        reached_before: stage.reached_before,
    };
    let part = FunnelPart {
        label: crate::engine::dimension::Label::Empty,
        filter: None,
        entered: funnel.entered,
        won: funnel.won,
        lost: funnel.lost,
        open: funnel.open,
        steps: funnel.stages.iter().map(step).collect(),
        end_to_end: funnel.end_to_end.clone(),
        end_to_end_before: funnel.end_to_end_before.clone(),
        beside_others: None,
    };
    (words.names.total.to_owned(), part)
}

/// Which of these shares a funnel has: stages that are counted each by itself are no share of the one
/// before.
pub fn shown_rates(funnel: &Funnel, rates: &[FunnelRate]) -> Vec<FunnelRate> {
    match funnel.stages.iter().any(|s| s.of_previous.is_some()) {
        true => rates.to_vec(),
        false => vec![FunnelRate::OfFirst],
    }
}

/// A line a group. `rates`: the shares that are shown; a file has both. A column of before where
/// the report is compared.
pub fn table(
    funnel: &Funnel,
    split: &FunnelSplit,
    words: &Strings,
    rates: &[FunnelRate],
) -> FigureTable {
    let says = &words.funnel_split;
    let stages: Vec<String> = funnel.stages.iter().map(|s| words.label(&s.label)).collect();
    let is_compared = funnel.end_to_end_before.is_some();
    let rates = shown_rates(funnel, rates);
    let mut heads = vec![Head::new(&(words.names.dimension)(&split.dimension))];
    for (at, stage) in stages.iter().enumerate() {
        heads.push(Head::new(stage));
        let of = rates.iter().filter(|_| at > 0);
        heads.extend(of.map(|rate| match (rates.len(), rate) {
            // Beside its stage a single share needs no name of its own.
            (1, FunnelRate::OfFirst) => Head::new(words.report.of_first),
            (1, FunnelRate::OfPrevious) => Head::new(words.report.of_previous),
            _ => Head::new(&(says.rate_of)(stage, *rate)),
        }));
    }
    heads.push(Head::new(words.report.end_to_end));
    heads.extend(
        is_compared
            .then(|| Head::new(&format!("{}, {}", words.report.end_to_end, words.report.before))),
    );
    heads.push(Head::with_hint(says.others, says.others_hint));
    let line = |name: String, part: &FunnelPart, is_total: bool| {
        let mut cells = vec![Figure::name(name)];
        for (at, step) in part.steps.iter().enumerate() {
            cells.push(counted(step.reached, words));
            let of = rates.iter().filter(|_| at > 0);
            cells.extend(of.map(|rate| rated(part.rate(at, *rate), words)));
        }
        cells.push(rated(Some(&part.end_to_end), words));
        cells.extend(is_compared.then(|| rated(part.end_to_end_before.as_ref(), words)));
        cells.push(others(part, words));
        Row { cells, is_total }
    };
    let parts = split.parts.iter().map(|part| line(words.label(&part.label), part, false));
    let (name, all) = whole(funnel, words);
    let rows = parts.chain([line(name, &all, true)]).collect();
    FigureTable { title: String::new(), names: 1, heads, rows }.aligned(words)
}

/// A share with the interval in which it lies.
fn rated(share: Option<&Quantity>, words: &Strings) -> Figure {
    let Some(share) = share else { return Figure::nothing() };
    let written = |value: f64| words.locale.share(value);
    let between = share.interval.filter(|_| share.value.is_some());
    let hint =
        between.map(|(low, high)| (words.funnel_split.between)(&written(low), &written(high)));
    Figure { hint: hint.unwrap_or_default(), ..figure(share, words, None) }
}

/// How a group differs from all others, or that it may be chance.
fn others(part: &FunnelPart, words: &Strings) -> Figure {
    let Some((low, high)) = part.beside_others else { return Figure::nothing() };
    let points = |d: f64| words.locale.value(Some(d), Unit::Points, None, Style::Table);
    let between = (words.compare.sure)(&points(low), &points(high));
    let is_chance = low <= 0.0 && high >= 0.0;
    let text = if is_chance { words.figures.chance.to_owned() } else { between.clone() };
    let hint = if is_chance { between } else { String::new() };
    Figure { hint, ..Figure::new(text.clone(), Cell::Text(text)) }
}

/// How the picture is read, and what groups are.
pub fn remarks(funnel: &Funnel, split: &FunnelSplit, words: &Strings) -> Vec<String> {
    let says = &words.funnel_split;
    let reading = funnel.ground.draws.then(|| (says.reading)(split.rate).to_owned());
    let mut said: Vec<String> = reading.into_iter().collect();
    said.extend(split.by_own_channel.then(|| says.own_channel.to_owned()));
    said.extend(split.by_first_record.then(|| says.first_record.to_owned()));
    said
}

pub fn chart(funnel: &Funnel, split: &FunnelSplit, words: &Strings) -> LatticeModel {
    let (name, all) = whole(funnel, words);
    let stages: Vec<String> = funnel.stages.iter().map(|s| words.label(&s.label)).collect();
    let row = |name: String, part: &FunnelPart, is_total: bool| {
        let cell = |(at, step): (usize, &PartStep)| {
            let stage = stages.get(at).cloned().unwrap_or_default();
            cell((&name, &stage), (at, step), (part, &all), (split.rate, is_total), words)
        };
        LatticeRow {
            cells: part.steps.iter().enumerate().map(cell).collect(),
            name: name.clone(),
            is_total,
        }
    };
    let parts = split.parts.iter().map(|part| row(words.label(&part.label), part, false));
    let rows = parts.chain([row(name.clone(), &all, true)]).collect();
    LatticeModel { columns: stages.clone(), rows }
}

fn cell(
    (name, stage): (&str, &str),
    (at, step): (usize, &PartStep),
    (part, all): (&FunnelPart, &FunnelPart),
    (rate, is_total): (FunnelRate, bool),
    words: &Strings,
) -> LatticeCell {
    let known = |part: &FunnelPart| {
        let share = part.rate(at, rate).filter(|_| at > 0)?;
        share.value.filter(|_| !share.is_of_few())
    };
    let written = |share: &Quantity| words.quantity(share, None, Style::Table);
    let mut details = vec![(words.report.reached.to_owned(), words.locale.count(step.reached))];
    let mut detail = |name: &str, text: Option<String>| {
        details.extend(text.map(|text| (name.to_owned(), text)));
    };
    if at > 0 {
        detail(words.report.of_previous, step.of_previous.as_ref().map(written));
        detail(words.report.of_first, Some(written(&step.of_first)));
    }
    detail(words.report.before, step.reached_before.map(|n| words.locale.count(n)));
    // The whole is as large as all groups together: its size would leave no room for theirs.
    let size = (!is_total).then_some(part.entered as f64);
    LatticeCell {
        title: format!("{name} · {stage}"),
        value: if at == 0 { size } else { known(part) },
        mark: known(all).filter(|_| !is_total),
        text: words.locale.count(step.reached),
        note: match part.rate(at, rate).filter(|_| at > 0) {
            Some(share) => written(share),
            None => String::new(),
        },
        details,
    }
}
