//! The rows of figures that are no measures: cohorts, what channels are owed. Not here: values and
//! curves (`spreads`).

use super::figure_part::CohortPart;
use super::tally::Fate;
use super::{Found, customers};
use crate::engine::attribution::Model;
use crate::engine::funnel::Outcome;
use crate::engine::mapping::Channel;
use crate::engine::query::attribution::owed;
use crate::engine::query::cohort_scale::Scale;
use crate::engine::query::cohorts::Wins;
use crate::engine::query::frame::Frame;
use crate::engine::report::{Absence, AttributionOf, CohortFigure, CohortsSpec, Maturity};
use crate::engine::value::{Day, Quantity, Unit};
use crate::engine::window::Part;

/// The fate of each record, where none but those of a question can be counted.
fn of_records(frame: &Frame<'_>, part: impl Fn(usize) -> Option<Part>) -> Vec<Fate> {
    let fate = |row: usize| match part(row) {
        _ if !frame.kept.record(row) => Fate::Filtered,
        Some(part) => Fate::Part(part),
        None => Fate::Outside,
    };
    (0..frame.assembled.records.count).map(fate).collect()
}

/// What a won record is to a sum of money.
pub(super) fn money(frame: &Frame<'_>, row: usize) -> Part {
    let records = &frame.assembled.records;
    let ours = records.currency.get(row).is_some_and(|c| frame.population.is_ours(*c));
    match records.amount.get(row).is_some_and(|a| !a.is_nan()) {
        _ if !ours => Part::OtherCurrency,
        false => Part::WithoutAmount,
        true => Part::Above,
    }
}

pub(super) fn cohort(
    frame: &Frame<'_>,
    spec: &CohortsSpec,
    start: Option<Day>,
    part: CohortPart,
) -> Result<Found, Absence> {
    if spec.figure.is_of_customers() {
        return customers::cohort(frame, spec, start, part);
    }
    let scale = Scale::of(frame, spec)?;
    let is_asked = |at: usize| {
        let Some(own) = scale.starts.get(at) else { return false };
        match (start, part) {
            (Some(start), _) => start == *own,
            (None, CohortPart::Age(age)) => scale.maturity(*own, age) == Maturity::Mature,
            (None, _) => true,
        }
    };
    let by_record = matches!(spec.figure, CohortFigure::WonShare | CohortFigure::RevenuePerLead);
    let mut parts = vec![None; frame.assembled.records.count];
    let (mut all, mut met) = (0, Wins::default());
    for (row, cohort) in scale.records(frame) {
        let Some(slot) = parts.get_mut(row).filter(|_| is_asked(cohort)) else { continue };
        all += 1;
        let won = frame.assembled.records.outcome.get(row) == Some(&Outcome::Won);
        let came = won
            && match part {
                CohortPart::Records => false,
                CohortPart::ByNow => true,
                CohortPart::Age(most) => scale.age(frame, row).is_some_and(|age| age <= most),
            };
        if came {
            met.take(&Wins::of_row(frame, row));
        }
        let above =
            came.then(|| if spec.figure.is_money() { money(frame, row) } else { Part::Above });
        *slot = match (part, above) {
            (CohortPart::Records, _) => Some(Part::Above),
            (_, Some(Part::Above)) if by_record => Some(Part::Both),
            (_, Some(above)) if above.counts() || !by_record => Some(above),
            _ => by_record.then_some(Part::Below),
        };
    }
    let mut records = of_records(frame, |row| parts.get(row).copied().flatten());
    // Of a count or a sum, the records of the cohort that came to nothing are no concern.
    if !by_record && part != CohortPart::Records {
        for (row, cohort) in scale.records(frame) {
            if let Some(fate) = records.get_mut(row).filter(|f| **f == Fate::Outside) {
                *fate = if is_asked(cohort) { Fate::Unconcerned } else { Fate::Elsewhere };
            }
        }
    }
    let quantity = match part {
        CohortPart::Records => Quantity::plain(all as f64, Unit::Count),
        _ => met.figure(spec.figure, all, Maturity::Mature),
    };
    Ok(Found { quantity: Some(quantity), records, ..Found::default() })
}

pub(super) fn attribution(
    frame: &Frame<'_>,
    of: AttributionOf,
    half_life: u32,
    model: Model,
    channel: Option<&Channel>,
) -> Result<Found, Absence> {
    let owed = owed(frame, of, half_life, model, channel)?;
    let mut parts = vec![None; frame.assembled.records.count];
    let mut shares = vec![0.0; frame.assembled.records.count];
    for (row, is_owed, share) in owed.rows {
        shares.get_mut(row).into_iter().for_each(|slot| *slot = share.unwrap_or(0.0));
        let part = match of {
            AttributionOf::Won => Part::Above,
            AttributionOf::Revenue => money(frame, row),
        };
        let fate = if is_owed { Fate::Part(part) } else { Fate::Elsewhere };
        parts.get_mut(row).into_iter().for_each(|slot| *slot = Some(fate));
    }
    let fate = |row: usize| match parts.get(row).copied().flatten() {
        _ if !frame.kept.record(row) => Fate::Filtered,
        Some(fate) => fate,
        None if frame.assembled.records.outcome.get(row) != Some(&Outcome::Won) => {
            Fate::Unconcerned
        }
        None => Fate::Outside,
    };
    Ok(Found {
        quantity: Some(owed.quantity),
        // Of the whole there are no parts to tell, and what was learnt of all records together has
        // none.
        shares: if owed.is_parted { shares } else { Vec::new() },
        records: (0..frame.assembled.records.count).map(fate).collect(),
        ..Found::default()
    })
}
