//! The rows behind the cells of customers' cohorts.
//!
//! A customer is one row of the denominator, the first win, and one of the numerator: the win by
//! which the customer counts. So the rows come to the figure although customers have several.

use super::Found;
use super::blocks::money;
use super::figure_part::CohortPart;
use super::tally::Fate;
use crate::engine::query::cohorts::Wins;
use crate::engine::query::customers::{Customer, Customers};
use crate::engine::query::frame::Frame;
use crate::engine::report::{Absence, CohortsSpec, Maturity};
use crate::engine::value::{Day, Quantity, Unit};
use crate::engine::window::Part;

pub(super) fn cohort(
    frame: &Frame<'_>,
    spec: &CohortsSpec,
    start: Option<Day>,
    part: CohortPart,
) -> Result<Found, Absence> {
    let customers = Customers::of(frame, spec)?;
    let age = match part {
        CohortPart::Age(age) => Some(age),
        CohortPart::Records | CohortPart::ByNow => None,
    };
    let mut records: Vec<Fate> = (0..frame.assembled.records.count)
        .map(|row| if frame.kept.record(row) { Fate::Outside } else { Fate::Filtered })
        .collect();
    put_unconcerned(frame, &mut records);
    let mut put = |row: u32, fate: Fate| {
        records.get_mut(row as usize).into_iter().for_each(|slot| *slot = fate);
    };
    for (row, day) in &customers.unplaced {
        let cohort = day.and_then(|day| customers.scale.unit_of(day));
        let is_asked = cohort.is_none_or(|cohort| customers.is_asked(cohort, start, age));
        put(
            *row,
            match day {
                None => Fate::Part(Part::WithoutDates),
                Some(_) if is_asked => Fate::Part(Part::LeftOut),
                Some(_) => Fate::Elsewhere,
            },
        );
    }
    let (mut all, mut met) = (0, Wins::default());
    for customer in &customers.list {
        if !customers.is_asked(customer.cohort, start, age) {
            customer.wins.iter().for_each(|win| put(win.row, Fate::Elsewhere));
            continue;
        }
        all += 1;
        customer.wins.iter().for_each(|win| put(win.row, Fate::Unconcerned));
        for (row, part, win) in parts(frame, &customers, customer, part, spec) {
            put(row, Fate::Part(part));
            win.into_iter().for_each(|win| met.take(&win));
        }
    }
    let quantity = match part {
        CohortPart::Records => Quantity::plain(all as f64, Unit::Count),
        _ => met.figure(spec.figure, all, Maturity::Mature),
    };
    Ok(Found { quantity: Some(quantity), records, ..Found::default() })
}

/// What the wins of a customer are to a cell.
fn parts(
    frame: &Frame<'_>,
    customers: &Customers<'_>,
    customer: &Customer,
    part: CohortPart,
    spec: &CohortsSpec,
) -> Vec<(u32, Part, Option<Wins>)> {
    let Some(first) = customer.wins.first() else { return Vec::new() };
    let at = match part {
        CohortPart::Records => return vec![(first.row, Part::Above, None)],
        CohortPart::ByNow => None,
        CohortPart::Age(age) => match customers.scale.ages.iter().position(|own| *own == age) {
            Some(at) => Some(at),
            None => return Vec::new(),
        },
    };
    let mut parts = vec![(first.row, Part::Below, None)];
    for win in customers.counting(customer, at) {
        let (above, counted) = match spec.figure.is_money() {
            true => (money(frame, win.row as usize), Wins::of_row(frame, win.row as usize)),
            false => (Part::Above, Wins::counted()),
        };
        match (win.row == first.row, above) {
            (true, Part::Above) => parts.push((win.row, Part::Both, Some(counted))),
            // Without an amount the first win still stands for its customer.
            (true, _) => parts.push((win.row, Part::Below, Some(counted))),
            (false, above) => parts.push((win.row, above, Some(counted))),
        }
    }
    parts
}

/// What was not won is of no concern to customers.
fn put_unconcerned(frame: &Frame<'_>, records: &mut [Fate]) {
    let mut is_won = vec![false; records.len()];
    for row in &frame.population.won_rows().row {
        is_won.get_mut(*row as usize).into_iter().for_each(|won| *won = true);
    }
    let fates = records.iter_mut().zip(is_won);
    for (fate, _) in fates.filter(|(fate, won)| !won && **fate == Fate::Outside) {
        *fate = Fate::Unconcerned;
    }
}
