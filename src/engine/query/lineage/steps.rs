//! The records behind a figure of a step of the funnel.
//!
//! Persons and accounts have one figure and perhaps several records: the rows are those records.

use super::Found;
use super::figure::StepFigure;
use super::tally::Fate;
use crate::engine::measure;
use crate::engine::query::days::Days;
use crate::engine::query::frame::Frame;
use crate::engine::query::ladder::{entered, staged};
use crate::engine::query::ladder_counts::{is_out_of_order, out_of_order, step_days};
use crate::engine::query::passage::Passages;
use crate::engine::report::{Absence, Entity, SkipPolicy};
use crate::engine::value::{Quantity, Unit};
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
    let days = (of == StepFigure::MedianDays).then(|| step_days(frame, at)).flatten();
    let rule = frame.rule();
    for row in rows.into_iter().map(|row| row as usize) {
        let (came, seen) = Passages::at(&rule, row, at);
        let before = at.checked_sub(1).is_none_or(|before| Passages::at(&rule, row, before).0);
        let part = match of {
            StepFigure::MedianDays => {
                let has = days.as_ref().is_some_and(|days| days(row).is_some());
                has.then_some(Part::Counted)
            }
            StepFigure::OutOfOrder => is_out_of_order(frame, row, at).then_some(Part::Counted),
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
        StepFigure::OutOfOrder | StepFigure::MedianDays => None,
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
