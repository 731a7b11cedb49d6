//! The records behind a figure of a step of the funnel.
//!
//! Persons and accounts have one figure and perhaps several records: the rows are those records.

use super::Found;
use super::figure_part::{StayFigure, StepFigure};
use super::tally::Fate;
use crate::engine::curve::{Curve, End};
use crate::engine::measure;
use crate::engine::query::days::Days;
use crate::engine::query::frame::Frame;
use crate::engine::query::ladder::{entered, staged};
use crate::engine::query::ladder_counts::{is_out_of_order, out_of_order, step_days};
use crate::engine::query::passage::{Passages, entities};
use crate::engine::query::returns::{self, Returns};
use crate::engine::query::stage_time::{self, OfStage};
use crate::engine::report::{Absence, Entity, SkipPolicy};
use crate::engine::stats::{self, Sum};
use crate::engine::value::{Caution, Quantity, Unit};
use crate::engine::window::Part;

/// What a record is to a step: it came so far, with evidence of its own, and to the step before.
struct Came {
    came: bool,
    seen: bool,
    before: bool,
}

pub(super) fn step(frame: &Frame<'_>, at: usize, of: StepFigure) -> Result<Found, Absence> {
    staged(frame.assembled)?;
    let rows = entered(frame, &frame.now);
    let quantity = quantity(frame, &rows, at, of)?;
    let outside = |row: usize| match frame.kept.record(row) {
        true => Fate::Outside,
        false => Fate::Filtered,
    };
    let mut records: Vec<Fate> = (0..frame.assembled.records.count).map(outside).collect();
    if let StepFigure::Stay(_) = of {
        let stays = stage_time::of_rows(frame, at, &rows)?;
        stay_fates(&stays, of, &rows, &mut records);
        return Ok(Found { quantity: Some(quantity), records, ..Found::default() });
    }
    let days = (of == StepFigure::MedianDays).then(|| step_days(frame, at)).flatten();
    let again = match of {
        StepFigure::Reentered => returns::again(frame.assembled, at),
        _ => Vec::new(),
    };
    let rule = frame.rule();
    for row in rows.into_iter().map(|row| row as usize) {
        let (came, seen) = Passages::at(&rule, row, at);
        let before = at.checked_sub(1).is_none_or(|before| Passages::at(&rule, row, before).0);
        let part = match of {
            StepFigure::MedianDays => {
                let has = days.as_ref().is_some_and(|days| days(row).is_some());
                has.then_some(Part::Value)
            }
            StepFigure::OutOfOrder => is_out_of_order(frame, row, at).then_some(Part::Counted),
            StepFigure::Reentered => (again.get(row) == Some(&true)).then_some(Part::Counted),
            of => part(of, &Came { came, seen, before }),
        };
        let fate = part.map_or(Fate::Unconcerned, Fate::Part);
        records.get_mut(row).into_iter().for_each(|slot| *slot = fate);
    }
    Ok(Found { quantity: Some(quantity), records, ..Found::default() })
}

fn part(of: StepFigure, of_record: &Came) -> Option<Part> {
    let Came { came, seen, before } = *of_record;
    match of {
        StepFigure::Reached | StepFigure::OfFirst if came => Some(Part::Both),
        StepFigure::Reached | StepFigure::OfFirst => Some(Part::Below),
        StepFigure::OfPrevious if came && before => Some(Part::Both),
        StepFigure::OfPrevious => before.then_some(Part::Below),
        StepFigure::Observed => (came && seen).then_some(Part::Counted),
        StepFigure::Implied => (came && !seen).then_some(Part::Counted),
        StepFigure::Dropped => (before && !came).then_some(Part::Counted),
        StepFigure::OutOfOrder
        | StepFigure::MedianDays
        | StepFigure::Reentered
        | StepFigure::Stay(_) => None,
    }
}

/// What records are to a figure of the time in a stage.
fn stay_fates(stays: &OfStage, of: StepFigure, rows: &[u32], fates: &mut [Fate]) {
    let mut put = |row: usize, fate: Fate| {
        fates.get_mut(row).into_iter().for_each(|slot| *slot = fate);
    };
    rows.iter().for_each(|row| put(*row as usize, Fate::Unconcerned));
    let (of_ended, of_still) = match of {
        StepFigure::Stay(StayFigure::Still) => (false, true),
        StepFigure::Stay(StayFigure::MedianOfAll) => (true, true),
        _ => (true, false),
    };
    let ended = stays.ended.iter().filter(|_| of_ended);
    ended.for_each(|(row, _)| put(*row, Fate::Part(Part::Counted)));
    let still = stays.still.iter().filter(|_| of_still);
    still.for_each(|(row, _)| put(*row, Fate::Part(Part::Counted)));
    stays.undated.iter().for_each(|row| put(*row, Fate::Part(Part::WithoutDates)));
}

/// A figure of the time in a stage, as the funnel shows it.
fn stay(stays: &OfStage, of: StayFigure) -> Quantity {
    let days = |of: &[(usize, f64)]| of.iter().map(|(_, days)| *days).collect::<Vec<f64>>();
    let (mut ended, still) = (days(&stays.ended), days(&stays.still));
    let count = |n: usize| Quantity::plain(n as f64, Unit::Count);
    let of_days = |value: Option<f64>, n: usize| Quantity {
        value,
        denominator: Some(n as f64),
        ..Quantity::none(Unit::Days)
    };
    let left = ended.len();
    match of {
        StayFigure::Ended => count(left),
        StayFigure::Still => count(still.len()),
        StayFigure::MedianOfAll => {
            let of = |days: &[f64], end| days.iter().map(move |d| (*d, end)).collect::<Vec<_>>();
            let all = [of(&ended, End::Asked), of(&still, End::Open)].concat();
            let curve = Curve::survival(&all);
            let interval = curve.median_interval.0.zip(curve.median_interval.1);
            let quantity = of_days(curve.median, all.len());
            match (curve.median, curve.end()) {
                (None, Some((days, share))) => quantity.with(Caution::NotReached { share, days }),
                _ => Quantity { interval, ..quantity },
            }
        }
        StayFigure::Mean => {
            let sum: Sum = ended.iter().copied().collect();
            of_days((left > 0).then(|| sum.value() / left as f64), left)
        }
        StayFigure::Quantile(percent) => {
            of_days(stats::quantile(&mut ended, f64::from(percent) / 100.0), left)
        }
    }
}

/// The figure as the funnel shows it.
fn quantity(
    frame: &Frame<'_>,
    rows: &[u32],
    at: usize,
    of: StepFigure,
) -> Result<Quantity, Absence> {
    let passages = Passages::of(&frame.rule(), rows)?;
    let step = passages.steps.get(at).ok_or(Absence::NoSuchStage)?;
    let is_chain = frame.spec.policy != SkipPolicy::Any;
    let before = at.checked_sub(1).and_then(|at| passages.steps.get(at)).filter(|_| is_chain);
    let (reached, entered) = (step.reached as f64, passages.entered as f64);
    let count = |n: u64| Quantity::plain(n as f64, Unit::Count);
    Ok(match of {
        StepFigure::Reached => Quantity {
            numerator: Some(reached),
            denominator: Some(entered),
            ..Quantity::plain(reached, Unit::Count)
        },
        StepFigure::OfFirst => measure::share(reached, entered),
        StepFigure::OfPrevious => {
            let before = before.ok_or(Absence::NoSuchStage)?;
            measure::share(step.from_previous as f64, before.reached as f64)
        }
        StepFigure::Observed => count(step.observed),
        StepFigure::Implied => count(step.reached - step.observed),
        StepFigure::Dropped => {
            let before = before.ok_or(Absence::NoSuchStage)?;
            count(before.reached - step.from_previous)
        }
        StepFigure::OutOfOrder => {
            let counts = out_of_order(frame, rows);
            count(*counts.get(at).ok_or(Absence::NoHistory)?)
        }
        StepFigure::Reentered => {
            let numbers = entities(&frame.rule())?;
            let returns = Returns::of(frame.assembled, rows, numbers).ok_or(Absence::NoHistory)?;
            count(returns.entered_again(at))
        }
        StepFigure::Stay(of) => stay(&stage_time::of_rows(frame, at, rows)?, of),
        StepFigure::MedianDays => {
            let of_row = step_days(frame, at).filter(|_| frame.spec.entity == Entity::Record);
            let of_row = of_row.ok_or(Absence::NoDates)?;
            let mut days = Days::default();
            rows.iter().filter_map(|row| of_row(*row as usize)).for_each(|n| days.add(n as usize));
            Quantity {
                value: days.median(),
                denominator: Some(days.count() as f64),
                ..Quantity::none(Unit::Days)
            }
        }
    })
}
