//! Boxes and curves of a spread as tables and as pictures. Not here: its histogram (`question_sheet`,
//! `block_chart`).

use super::answer_table::{counted, figure};
use super::block_chart::AXIS_STEPS;
use super::figure_table::{Figure, FigureTable, Head, Row};
use super::sheet::Cell;
use crate::chart::steps::tip_line;
use crate::chart::{BoxRow, BoxesModel, StepCurve, StepPoint, StepsModel, Tick, Tip, nice_ticks};
use crate::engine::curve::{Curve, CurveStep};
use crate::engine::dimension::Label;
use crate::engine::query::{CurvePart, Stat};
use crate::engine::report::{BoxGroup, CurveGroup, Spread, SpreadView};
use crate::engine::value::{Quantity, Unit};
use crate::format::Style;
use crate::i18n::Strings;

/// Days of a curve that a page lists; a file holds all of them.
const MOST_STEPS: usize = 60;
/// Bands of time in which a tooltip is told.
const TIPS: usize = 60;

fn group(label: Option<&Label>, words: &Strings) -> String {
    label.map_or_else(|| words.question.views.all.to_owned(), |label| words.label(label))
}

/// Of the page: with so many days of each curve as people may read.
pub fn tables(found: &Spread, words: &Strings, currency: Option<&str>) -> Vec<FigureTable> {
    match found.view {
        SpreadView::Histogram => Vec::new(),
        SpreadView::Box => vec![box_table(found, words, currency)],
        SpreadView::Survival => {
            vec![curve_table(found, words), step_table(found, words, MOST_STEPS)]
        }
    }
}

/// Of a file: with every day.
pub fn all_tables(found: &Spread, words: &Strings) -> Vec<FigureTable> {
    match found.view {
        SpreadView::Survival => {
            vec![curve_table(found, words), step_table(found, words, usize::MAX)]
        }
        _ => tables(found, words, None),
    }
}

fn box_table(found: &Spread, words: &Strings, currency: Option<&str>) -> FigureTable {
    let (says, question) = (&words.question.views, &words.question);
    let percentile = |n: u32| Head::new(&(question.percentile)(n));
    let heads = vec![
        Head::new(says.group),
        Head::new(question.values),
        Head::new(question.least),
        Head::new(says.low_whisker),
        percentile(25),
        Head::new(question.median),
        percentile(75),
        Head::new(says.high_whisker),
        Head::new(question.greatest),
        Head::new(says.below),
        Head::new(says.above),
    ];
    let of = |value: f64| figure(&Quantity::plain(value, found.unit), words, currency);
    let row = |(at, b): (usize, &BoxGroup)| {
        let figures = [
            (Stat::Count, counted(b.count, words)),
            (Stat::Least, of(b.least)),
            (Stat::LowWhisker, of(b.low)),
            (Stat::Quantile(25), of(b.p25)),
            (Stat::Quantile(50), of(b.median)),
            (Stat::Quantile(75), of(b.p75)),
            (Stat::HighWhisker, of(b.high)),
            (Stat::Greatest, of(b.greatest)),
            (Stat::Below, counted(b.below, words)),
            (Stat::Above, counted(b.above, words)),
        ];
        let traced = figures.map(|(stat, figure)| figure.traced_to(found.figure_of_box(at, stat)));
        let name = Figure::name(group(b.label.as_ref(), words));
        let cells = std::iter::once(name).chain(traced).collect();
        Row { cells, is_total: b.label.is_none() && found.boxes.len() > 1 }
    };
    let rows = found.boxes.iter().enumerate().map(row).collect();
    FigureTable { title: String::new(), names: 1, heads, rows }.aligned(words)
}

/// The interval of a median: an open end where it was never reached.
fn interval(curve: &Curve, words: &Strings) -> String {
    let (low, high) = curve.median_interval;
    let days = |days: f64| words.locale.days(days);
    match (low, high) {
        (Some(low), Some(high)) => format!("{}–{}", words.locale.count(low as u64), days(high)),
        (Some(low), None) => format!("≥ {}", days(low)),
        _ => String::new(),
    }
}

fn curve_table(found: &Spread, words: &Strings) -> FigureTable {
    let says = &words.question.views;
    let has_other = found.curves.iter().any(|group| group.curve.other > 0 && group.curve.is_rising);
    let mut heads = vec![Head::new(says.group), Head::new(says.watched)];
    heads.push(Head::new((says.ended)(&found.of)));
    heads.extend(has_other.then(|| Head::new(says.ended_otherwise)));
    heads.push(Head::new(says.still));
    heads.extend([words.question.median, says.interval].map(Head::new));
    let share = (says.share)(&found.of);
    let marks = [30.0, 90.0, 180.0, 365.0];
    let longest = found.curves.iter().map(|g| g.curve.longest).fold(0.0, f64::max);
    let marks: Vec<f64> = marks.into_iter().filter(|days| *days <= longest).collect();
    heads.extend(
        marks.iter().map(|days| Head::new(&format!("{share}, {}", words.locale.days(*days)))),
    );
    let row = |(at, group_of): (usize, &CurveGroup)| {
        let curve = &group_of.curve;
        let trace = |figure: Figure, part| figure.traced_to(found.figure_of_curve(at, part));
        let count = |n: u64, part| trace(counted(n, words), part);
        let mut cells = vec![Figure::name(group(group_of.label.as_ref(), words))];
        cells.push(count(curve.watched, CurvePart::Watched));
        cells.push(count(curve.asked, CurvePart::Asked));
        cells.extend(has_other.then(|| count(curve.other, CurvePart::Other)));
        cells.push(count(curve.open, CurvePart::Open));
        let median = match curve.median {
            Some(days) => figure(&Quantity::plain(days, Unit::Days), words, None),
            None => Figure::new(says.not_reached.to_owned(), Cell::Empty),
        };
        cells.push(trace(median, CurvePart::Median));
        let reach = interval(curve, words);
        cells.push(match reach.is_empty() {
            true => Figure::nothing(),
            false => trace(Figure::name(reach), CurvePart::Median),
        });
        cells.extend(marks.iter().map(|days| match *days <= curve.longest {
            true => trace(share_cell(curve.at(*days), words), CurvePart::Share(*days as u32)),
            false => Figure::nothing(),
        }));
        Row { cells, is_total: group_of.label.is_none() && found.curves.len() > 1 }
    };
    let rows = found.curves.iter().enumerate().map(row).collect();
    FigureTable { title: says.curves.to_owned(), names: 1, heads, rows }.aligned(words)
}

/// A share with its interval behind it.
fn share_cell((share, interval): (f64, Option<(f64, f64)>), words: &Strings) -> Figure {
    let hint = interval.map(|(low, high)| {
        format!("{}: {}", words.question.views.interval, words.locale.share_interval(low, high))
    });
    let cell = figure(&Quantity::plain(share, Unit::Share), words, None);
    Figure { hint: hint.unwrap_or_default(), ..cell }
}

fn step_table(found: &Spread, words: &Strings, most: usize) -> FigureTable {
    let says = &words.question.views;
    let has_groups = found.curves.len() > 1;
    let mut heads = vec![Head::new(says.days)];
    heads.extend(has_groups.then(|| Head::new(says.group)));
    let ended = (says.ended)(&found.of);
    heads.extend([says.at_risk, ended, (says.share)(&found.of)].map(Head::new));
    heads.extend(says.interval_ends.map(Head::new));
    let mut rows = Vec::new();
    for (place, group_of) in found.curves.iter().enumerate() {
        let steps = &group_of.curve.steps;
        let stride = steps.len().div_ceil(most.max(1)).max(1);
        let last = steps.len().saturating_sub(1);
        let shown = steps.iter().enumerate();
        let shown = shown.filter(|(at, _)| at % stride == 0 || *at == last);
        rows.extend(shown.map(|(_, step)| {
            let name = has_groups.then(|| group(group_of.label.as_ref(), words));
            Row { cells: step_cells((found, place), step, name, words), is_total: false }
        }));
    }
    let names = 1 + usize::from(has_groups);
    FigureTable { title: says.steps.to_owned(), names, heads, rows }.aligned(words)
}

fn step_cells(
    (found, place): (&Spread, usize),
    step: &CurveStep,
    name: Option<String>,
    words: &Strings,
) -> Vec<Figure> {
    let day = step.time as u32;
    let trace = |figure: Figure, part| figure.traced_to(found.figure_of_curve(place, part));
    let share = |share: f64| figure(&Quantity::plain(share, Unit::Share), words, None);
    let end = |value: Option<f64>| {
        value.map_or_else(Figure::nothing, |end| trace(share(end), CurvePart::Share(day)))
    };
    let mut cells =
        vec![Figure::new(words.locale.count(step.time as u64), Cell::Number(step.time))];
    cells.extend(name.map(Figure::name));
    cells.push(trace(counted(step.at_risk, words), CurvePart::AtRisk(day)));
    cells.push(trace(counted(step.ended, words), CurvePart::Ended(day)));
    cells.push(trace(share(step.share), CurvePart::Share(day)));
    cells.extend([end(step.interval.map(|i| i.0)), end(step.interval.map(|i| i.1))]);
    cells
}

pub fn remarks(found: &Spread, words: &Strings) -> Vec<String> {
    let says = &words.question.views;
    let mut said: Vec<String> = match found.view {
        SpreadView::Histogram => Vec::new(),
        SpreadView::Box => vec![says.box_hint.to_owned()],
        SpreadView::Survival => {
            vec![(says.curve_hint)(&found.of).to_owned(), says.who.to_owned()]
        }
    };
    let is_flat = found.curves.first().is_some_and(|group| group.curve.steps.is_empty());
    said.extend(is_flat.then(|| says.none_ended.to_owned()));
    said.extend((!found.of.has_curve()).then(|| says.no_curve.to_owned()));
    let watched = found.curves.first().map(|group| group.curve.watched).filter(|n| *n < 10);
    said.extend(watched.map(says.few));
    said.extend(found.cautions.iter().map(|c| (words.names.caution)(c)));
    said
}

pub fn boxes(found: &Spread, words: &Strings, currency: Option<&str>) -> BoxesModel {
    let written = |value: f64| words.locale.value(Some(value), found.unit, currency, Style::Card);
    let beyond = |n: u64| match n {
        0 => String::new(),
        n => format!("+{}", words.locale.count(n)),
    };
    let table = box_table(found, words, currency);
    let row = |(b, line): (&BoxGroup, &Row)| {
        let details = table.heads.iter().zip(&line.cells).skip(1);
        BoxRow {
            name: group(b.label.as_ref(), words),
            marks: [b.low, b.p25, b.median, b.p75, b.high],
            text: written(b.median),
            below: beyond(b.below),
            above: beyond(b.above),
            details: details.map(|(head, f)| (head.text.clone(), f.text.clone())).collect(),
        }
    };
    let rows: Vec<BoxRow> = found.boxes.iter().zip(&table.rows).map(row).collect();
    let (low, high) = BoxesModel::range(&rows);
    // Amounts and times are read from 0 on.
    let values = nice_ticks(low.min(0.0), high, AXIS_STEPS, found.unit == Unit::Count);
    let ticks = values.into_iter().map(|value| Tick { value, label: written(value) });
    BoxesModel { ticks: ticks.collect(), rows }
}

pub fn curves(found: &Spread, words: &Strings) -> StepsModel {
    let point = |step: &CurveStep| {
        let CurveStep { time, share, interval, .. } = *step;
        StepPoint { time, share, interval }
    };
    let longest = found.curves.iter().map(|g| g.curve.longest).fold(1.0, f64::max);
    // Beside groups the curve of all says nothing that theirs don't.
    let shown = || found.curves.iter().filter(|g| g.label.is_some() || found.curves.len() == 1);
    let curves: Vec<StepCurve> = shown()
        .enumerate()
        .map(|(slot, group_of)| {
            let curve = &group_of.curve;
            StepCurve {
                name: group(group_of.label.as_ref(), words),
                slot,
                start: if curve.is_rising { 0.0 } else { 1.0 },
                steps: curve.steps.iter().map(point).collect(),
                end: curve.longest,
                open_at: curve.open_at.iter().map(|(time, _)| *time).collect(),
                median: curve.median,
            }
        })
        .collect();
    let tip = |at: usize| {
        let days = (longest * (at as f64 + 0.5) / TIPS as f64).floor();
        let known = shown().enumerate().filter(|(_, group_of)| days <= group_of.curve.longest);
        let lines = known.map(|(slot, group_of)| {
            let (share, interval) = group_of.curve.at(days);
            let reach = interval.map(|(low, high)| words.locale.share_interval(low, high));
            let reach = reach.map(|reach| format!(" ({reach})")).unwrap_or_default();
            let name = group(group_of.label.as_ref(), words);
            tip_line(slot, &name, format!("{}{reach}", words.locale.share(share)))
        });
        Tip { title: words.locale.days(days), lines: lines.collect() }
    };
    let x = nice_ticks(0.0, longest, 8, true);
    // The axis ends with the data and not at the next round day.
    let x_ticks = x.into_iter().filter(|days| *days <= longest);
    // Where few have won, the whole of 100 % would press all curves to the ground.
    let points = curves.iter().flat_map(|c| &c.steps);
    let highest = points.map(|s| s.interval.map_or(s.share, |i| i.1)).fold(0.0, f64::max);
    let is_low = found.curves.iter().all(|g| g.curve.is_rising) && highest <= 0.5;
    let y_ticks = match is_low && highest > 0.0 {
        true => nice_ticks(0.0, highest, AXIS_STEPS, false),
        false => vec![0.0, 0.25, 0.5, 0.75, 1.0],
    };
    let whole = y_ticks.iter().all(|v| (v * 100.0 - (v * 100.0).round()).abs() < 1e-9);
    StepsModel {
        curves,
        x_ticks: x_ticks
            .map(|value| Tick { value, label: words.locale.count(value as u64) })
            .collect(),
        y_ticks: y_ticks
            .into_iter()
            .map(|value| Tick { value, label: words.locale.percent(value, usize::from(!whole)) })
            .collect(),
        x_title: words.question.views.days.to_owned(),
        tips: (0..TIPS).map(tip).collect(),
    }
}
