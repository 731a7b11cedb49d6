//! Cohorts by age: records by the unit of their creation, wins by how long after it they came.
//!
//! A cohort always follows its own records, so the report's basis plays no part: the period selects
//! the records created in it; of customers (`customers`) those first won in it. A cell is *young*
//! while not every record of the cohort has had so long until the as-of day, and the total of an age
//! is that of the mature cohorts alone.

use super::cohort_scale::Scale;
use super::customers::{self, Customers};
use super::frame::Frame;
use super::time_range::{Placed, beyond};
use crate::engine::measure;
use crate::engine::report::{
    Absence, Cohort, CohortAges, CohortCell, CohortFigure, Cohorts, CohortsSpec, Maturity,
};
use crate::engine::stats::Sum;
use crate::engine::value::{Caution, Quantity, Unit};

pub(super) fn cohorts(frame: &Frame<'_>, spec: &CohortsSpec) -> Result<Cohorts, Absence> {
    if spec.figure.is_of_customers() {
        let customers = Customers::of(frame, spec)?;
        let (rows, unplaced) = (customers.fillings(frame), customers.unplaced.len() as u64);
        return Ok(table(frame, spec, customers.scale, &rows, unplaced));
    }
    let scale = Scale::of(frame, spec)?;
    let (starts, ages) = (&scale.starts, &scale.ages);
    let money = spec.figure.is_money();
    let mut rows: Vec<Filling> = starts.iter().map(|_| Filling::new(ages.len())).collect();
    let mut unplaced = 0;
    let mut counts = vec![0; rows.len()];
    for (_, unit) in scale.records(frame) {
        counts.get_mut(unit).into_iter().for_each(|n| *n += 1);
    }
    rows.iter_mut().zip(counts).for_each(|(filling, records)| filling.records = records);
    for row in frame.population.won_rows().row.iter().map(|row| *row as usize) {
        let filling = scale.cohort(frame, row).and_then(|unit| rows.get_mut(unit));
        let Some(filling) = filling else { continue };
        let age = scale.age(frame, row);
        unplaced += u64::from(age.is_none());
        let win = Wins::of_row(frame, row);
        filling.by_now.take(&win);
        // Up to this age and every greater one.
        let first = age.map_or(ages.len(), |age| ages.partition_point(|end| *end < age));
        // Sums of money are of their rows in order; what is only counted is added up at the end.
        let reach = if money { ages.len() } else { first + 1 };
        let cells = filling.by_age.iter_mut().take(reach).skip(first);
        cells.for_each(|wins| wins.take(&win));
    }
    if !money {
        rows.iter_mut().for_each(Filling::add_up);
    }
    Ok(table(frame, spec, scale, &rows, unplaced))
}

/// The figures of cohorts that are filled, and of all that are old enough together.
fn table(
    frame: &Frame<'_>,
    spec: &CohortsSpec,
    scale: Scale<'_>,
    rows: &[Filling],
    unplaced: u64,
) -> Cohorts {
    let (starts, ages) = (&scale.starts, &scale.ages);
    let mut total = Filling::new(ages.len());
    // Records of the cohorts that are old enough for an age.
    let mut mature = vec![0; ages.len()];
    let mut made = Vec::with_capacity(rows.len());
    for (start, filling) in starts.iter().zip(rows) {
        let cells = ages.iter().zip(&filling.by_age).enumerate().map(|(at, (age, wins))| {
            let maturity = scale.maturity(*start, *age);
            if maturity == Maturity::Mature
                && let (Some(records), Some(all)) = (mature.get_mut(at), total.by_age.get_mut(at))
            {
                *records += filling.records;
                all.take(wins);
            }
            CohortCell { figure: wins.figure(spec.figure, filling.records, maturity), maturity }
        });
        made.push(Cohort {
            start: *start,
            records: filling.records,
            cells: cells.collect(),
            by_now: filling.by_now.figure(spec.figure, filling.records, Maturity::Young),
        });
        total.records += filling.records;
        total.by_now.take(&filling.by_now);
    }
    let of_age = |(wins, records): (&Wins, &u64)| {
        let maturity = if *records > 0 { Maturity::Mature } else { Maturity::Unborn };
        CohortCell { figure: wins.figure(spec.figure, *records, maturity), maturity }
    };
    // A customer is placed by a win, a record by its creation.
    let by_win = spec.figure.is_of_customers();
    let placed = Placed { created: !by_win, closed: by_win, won_only: by_win, ..Placed::default() };
    Cohorts {
        grain: spec.grain,
        figure: spec.figure,
        in_days: matches!(spec.ages, CohortAges::Days(_)),
        rows: made,
        total: total.by_age.iter().zip(&mature).map(of_age).collect(),
        records: total.records,
        by_now: total.by_now.figure(spec.figure, total.records, Maturity::Young),
        beyond: beyond(frame, scale.all, scale.shown, placed),
        ages: scale.ages,
        unplaced,
        customers: customers::entity(frame).map(|(entity, _)| entity),
    }
}

/// What a cohort holds.
pub(super) struct Filling {
    pub records: u64,
    /// Its wins (or the customers that count) up to each age, and all of them.
    pub by_age: Vec<Wins>,
    pub by_now: Wins,
}

impl Filling {
    pub fn new(ages: usize) -> Filling {
        Filling { records: 0, by_age: vec![Wins::default(); ages], by_now: Wins::default() }
    }

    /// Wins of each age become wins up to it.
    fn add_up(&mut self) {
        let mut all = Wins::default();
        for wins in &mut self.by_age {
            all.take(wins);
            *wins = all;
        }
    }
}

/// Wins, with what can and can't be added up of their amounts.
#[derive(Clone, Copy, Default)]
pub(super) struct Wins {
    count: u64,
    amount: Sum,
    elsewhere: u64,
    unpriced: u64,
}

impl Wins {
    pub fn of_row(frame: &Frame<'_>, row: usize) -> Wins {
        let records = &frame.assembled.records;
        let ours = records.currency.get(row).is_some_and(|c| frame.population.is_ours(*c));
        Wins::one(ours, records.amount.get(row).copied().unwrap_or(f64::NAN))
    }

    /// Of no amount.
    pub fn counted() -> Wins {
        Wins { count: 1, ..Wins::default() }
    }

    fn one(ours: bool, amount: f64) -> Wins {
        let mut sum = Sum::default();
        if ours && !amount.is_nan() {
            sum.add(amount);
        }
        Wins {
            count: 1,
            amount: sum,
            elsewhere: u64::from(!ours),
            unpriced: u64::from(ours && amount.is_nan()),
        }
    }

    pub fn take(&mut self, other: &Wins) {
        self.count += other.count;
        self.amount.merge(other.amount);
        self.elsewhere += other.elsewhere;
        self.unpriced += other.unpriced;
    }

    pub fn figure(&self, figure: CohortFigure, records: u64, maturity: Maturity) -> Quantity {
        let (won, records, amount) = (self.count as f64, records as f64, self.amount.value());
        let quantity = match figure {
            CohortFigure::WonShare
            | CohortFigure::Retention
            | CohortFigure::BoughtAgain
            | CohortFigure::Active
            | CohortFigure::Churned => measure::share(won, records),
            CohortFigure::Won => Quantity::plain(won, Unit::Count),
            CohortFigure::Revenue => self.cautioned(Quantity::plain(amount, Unit::Money)),
            CohortFigure::RevenuePerLead | CohortFigure::RevenuePerCustomer => {
                self.cautioned(Quantity::ratio(amount, records, Unit::Money))
            }
        };
        match maturity {
            Maturity::Unborn => Quantity::none(quantity.unit),
            _ => quantity,
        }
    }

    /// Says what was left out of a sum of money.
    fn cautioned(&self, quantity: Quantity) -> Quantity {
        let quantity = measure::other_currencies(quantity, self.elsewhere);
        measure::with_any(quantity, Caution::WithoutAmount { records: self.unpriced })
    }
}
