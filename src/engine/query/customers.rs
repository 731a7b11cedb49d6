//! Cohorts of customers: by the unit of their first win, and what they bought after it.
//!
//! Who a customer is, is told by the rule of new customers (`measure::customer_rows`). Period and filters choose the first wins; what came later counts whatever it
//! was, so that a customer is not lost by buying something else (as lifetime value has it).
//! Not here: the cohorts of records (`cohorts`), the rows behind a cell (`lineage`).

use super::cohort_scale::Scale;
use super::cohorts::{Filling, Wins};
use super::frame::Frame;
use super::support::needs;
use crate::engine::measure::customer_rows::{SILENT_DAYS, customers_of};
use crate::engine::report::{Absence, CohortFigure, CohortsSpec, Entity, Maturity};
use crate::engine::table::NO_DAY;
use crate::engine::value::Day;

pub(super) struct Customers<'a> {
    pub scale: Scale<'a>,
    figure: CohortFigure,
    /// Those of the question, in the order of the rows of their first wins.
    pub list: Vec<Customer>,
    /// Won records of the question that name no customer or have no day, with the day if there is one.
    pub unplaced: Vec<(u32, Option<i32>)>,
}

pub(super) struct Customer {
    /// The place of the cohort.
    pub cohort: usize,
    /// Wins with a day, the earliest first.
    pub wins: Vec<Win>,
}

#[derive(Clone, Copy)]
pub(super) struct Win {
    pub day: i32,
    pub row: u32,
}

/// Who a customer is, and the number of each record's; nothing where records name nobody: then none
/// could come back.
pub(super) fn entity<'f>(frame: &'f Frame<'_>) -> Option<(Entity, &'f [u32])> {
    let (who, names) = customers_of(&frame.assembled.details);
    (who != Entity::Record).then_some((who, names))
}

impl<'a> Customers<'a> {
    pub fn of(frame: &Frame<'_>, spec: &'a CohortsSpec) -> Result<Customers<'a>, Absence> {
        let has = &frame.assembled.has;
        needs(has.records, Absence::NoRecords)?;
        needs(has.outcome, Absence::NoStages)?;
        needs(has.closed, Absence::NoClosedDate)?;
        needs(has.amount || !spec.figure.is_money(), Absence::NoAmount)?;
        let (_, names) = entity(frame).ok_or(Absence::NoEntity)?;
        let (mut wins, unplaced) = wins(frame, names);
        // Of one day the one begun first, then the smaller: which row is the first win must not hang
        // on the order of rows.
        let records = &frame.assembled.records;
        let created = |win: &Win| records.created.get(win.row as usize).copied();
        let amount = |win: &Win| records.amount.get(win.row as usize).copied().unwrap_or(f64::NAN);
        wins.sort_by(|(a_name, a), (b_name, b)| {
            let (first, second) = ((a_name, a.day, created(a)), (b_name, b.day, created(b)));
            let by_size = amount(a).total_cmp(&amount(b));
            first.cmp(&second).then(by_size).then(a.row.cmp(&b.row))
        });
        let mut customers: Vec<Vec<Win>> = wins
            .chunk_by(|(a, _), (b, _)| a == b)
            .map(|wins| wins.iter().map(|(_, win)| *win).collect())
            .collect();
        let is_asked =
            |win: &Win| frame.kept.record(win.row as usize) && is_in_window(frame, Some(win.day));
        customers.retain(|wins| wins.first().is_some_and(is_asked));
        customers.sort_by_key(|wins| wins.first().map(|win| win.row));
        let mut firsts = customers.iter().filter_map(|wins| Some(wins.first()?.day));
        let scale = Scale::over(spec, &mut firsts, frame).ok_or(Absence::NothingInPeriod)?;
        let placed = customers
            .into_iter()
            .filter_map(|wins| Some(Customer { cohort: scale.unit_of(wins.first()?.day)?, wins }));
        Ok(Customers { figure: spec.figure, list: placed.collect(), unplaced, scale })
    }

    /// What each cohort holds.
    pub fn fillings(&self, frame: &Frame<'_>) -> Vec<Filling> {
        let ages = self.scale.ages.len();
        let mut rows: Vec<Filling> = self.scale.starts.iter().map(|_| Filling::new(ages)).collect();
        for customer in &self.list {
            let Some(filling) = rows.get_mut(customer.cohort) else { continue };
            filling.records += 1;
            for (at, slot) in filling.by_age.iter_mut().enumerate() {
                self.counting(customer, Some(at))
                    .iter()
                    .for_each(|win| slot.take(&count(self, frame, win)));
            }
            let now = self.counting(customer, None);
            now.iter().for_each(|win| filling.by_now.take(&count(self, frame, win)));
        }
        rows
    }

    /// The wins by which a customer counts at an age (by its place; `None`: by now): of shares the
    /// one that decides, of money all up to then; none where the customer does not count, or
    /// where nothing is known of the age yet.
    pub fn counting<'c>(&self, customer: &'c Customer, at: Option<usize>) -> &'c [Win] {
        let wins = customer.wins.as_slice();
        let (Some(first), Some(start)) = (wins.first(), self.scale.starts.get(customer.cohort))
        else {
            return &[];
        };
        let now = self.scale.as_of();
        let (from, to) = match at {
            Some(at) => match self.scale.days_of(*start, first.day, at) {
                Some(days) => days,
                None => return &[],
            },
            None => (first.day, now),
        };
        let known = wins.get(..wins.partition_point(|win| win.day <= to)).unwrap_or(wins);
        let last = known.len().checked_sub(1).and_then(|at| known.get(at..));
        // Silence is counted up to the last day that anything is known of.
        let is_gone = |win: &Win| win.day.saturating_add(SILENT_DAYS) < to.min(now);
        let holds = |wins: Option<&'c [Win]>, is_so: &dyn Fn(&Win) -> bool| {
            wins.filter(|wins| wins.first().is_some_and(is_so)).unwrap_or(&[])
        };
        match (self.figure, at) {
            (CohortFigure::Retention, Some(_)) => {
                let later = known.partition_point(|win| win.day < from);
                known.get(later..later + 1).unwrap_or(&[])
            }
            (CohortFigure::Retention | CohortFigure::BoughtAgain, _) => {
                known.get(1..2).unwrap_or(&[])
            }
            (CohortFigure::Active, _) => holds(last, &|win| !is_gone(win)),
            (CohortFigure::Churned, _) => holds(last, &is_gone),
            _ => known,
        }
    }

    /// Whether a cohort is among those that a cell is of: one of them, or all that are old enough
    /// for an age.
    pub fn is_asked(&self, cohort: usize, start: Option<Day>, age: Option<u32>) -> bool {
        let Some(own) = self.scale.starts.get(cohort) else { return false };
        match (start, age) {
            (Some(start), _) => start == *own,
            (None, Some(age)) => self.scale.maturity(*own, age) == Maturity::Mature,
            (None, None) => true,
        }
    }
}

/// What a win adds: money where that is asked, else the customer that it stands for.
fn count(customers: &Customers<'_>, frame: &Frame<'_>, win: &Win) -> Wins {
    match customers.figure.is_money() {
        true => Wins::of_row(frame, win.row as usize),
        false => Wins::counted(),
    }
}

type Named = (u32, Win);

/// All wins with the number of their customer; and those of the question that have none or no day.
fn wins(frame: &Frame<'_>, names: &[u32]) -> (Vec<Named>, Vec<(u32, Option<i32>)>) {
    let closed = &frame.assembled.records.closed;
    let (mut placed, mut unplaced) = (Vec::new(), Vec::new());
    for row in &frame.population.won_rows().row {
        let at = *row as usize;
        let day = closed.get(at).copied().filter(|day| *day != NO_DAY);
        match (names.get(at).copied().filter(|name| *name != 0), day) {
            (Some(name), Some(day)) => placed.push((name, Win { day, row: *row })),
            _ if frame.kept.record(at) && (day.is_none() || is_in_window(frame, day)) => {
                unplaced.push((*row, day));
            }
            _ => {}
        }
    }
    (placed, unplaced)
}

/// Whether a day is one of the report's.
pub(super) fn is_in_window(frame: &Frame<'_>, day: Option<i32>) -> bool {
    let within = |day: i32| frame.now.window.is_none_or(|w| w.first.0 <= day && day <= w.last.0);
    day.is_some_and(within)
}
