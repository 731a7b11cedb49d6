//! Customers: whose won records are, each with its first win and what came after it.
//!
//! One rule says who a customer is, for new customers and what they cost as for the cohorts of
//! customers: an account; where no column names accounts, a person; where none names persons either,
//! each won record by itself, as does one that names nobody.
//!
//! Not here: which of them a question is about (`gather_customers`).

use super::outcome_rows::OutcomeRows;
use crate::engine::funnel::{Assembled, Details};
use crate::engine::report::Entity;
use crate::engine::table::NO_DAY;
use crate::engine::value::Day;

/// The lifetime value looks so far ahead, and no further (reference: kpis 4b).
pub const HORIZON_MONTHS: i32 = 36;
/// A customer that has not bought for so long counts as gone.
pub const SILENT_DAYS: i32 = 365;
/// A month, on the average of the calendar's 400 years.
pub const DAYS_A_MONTH: f64 = 146_097.0 / 4_800.0;

/// One entry a customer, in the order of the first wins' rows; all vectors of equal length.
#[derive(Default)]
pub struct CustomerRows {
    /// The record of the first win.
    pub row: Vec<u32>,
    /// What the customer brought within the horizon after the first win, and at all.
    pub(super) lifetime_amount: Vec<f64>,
    pub(super) amount: Vec<f64>,
    /// Days from the first win until the customer was gone, or the last day of the data.
    pub(super) days: Vec<f64>,
    /// Later wins without a day: whether they fall within the horizon is not known.
    pub(super) undated: Vec<u32>,
    pub(super) is_gone: Vec<bool>,
    /// The horizon is not over.
    pub(super) is_young: Vec<bool>,
}

/// Who a customer is, and the number of each record's; 0 names nobody.
pub fn customers_of(details: &Details) -> (Entity, &[u32]) {
    let named = [(Entity::Account, &details.account), (Entity::Person, &details.person)];
    let found = named.into_iter().find(|(_, names)| !names.is_empty());
    found.map_or((Entity::Record, &[]), |(who, names)| (who, names.as_slice()))
}

struct Win {
    /// The account or the person, or the record that stands for one.
    customer: (u32, u32),
    day: i32,
    created: i32,
    row: u32,
    amount: f64,
}

impl CustomerRows {
    pub(super) fn of(assembled: &Assembled, won: &OutcomeRows) -> CustomerRows {
        let (_, names) = customers_of(&assembled.details);
        let win = |(row, amount): (&u32, &f64)| {
            let at = *row as usize;
            let day = assembled.records.closed.get(at).copied().unwrap_or(NO_DAY);
            let created = assembled.records.created.get(at).copied().unwrap_or(NO_DAY);
            let name = names.get(at).copied().unwrap_or(0);
            let customer = if name == 0 { (0, *row + 1) } else { (name, 0) };
            Win { customer, day, created, row: *row, amount: *amount }
        };
        let mut wins: Vec<Win> = won.row.iter().zip(&won.amount).map(win).collect();
        // A win without a day can't be told to be the first: after all others.
        let order = |a: &Win, b: &Win| {
            let key = |w: &Win| (w.customer, w.day == NO_DAY, w.day, w.created);
            key(a).cmp(&key(b)).then(a.amount.total_cmp(&b.amount)).then(a.row.cmp(&b.row))
        };
        wins.sort_unstable_by(order);
        let mut customers: Vec<&[Win]> = wins.chunk_by(|a, b| a.customer == b.customer).collect();
        customers.sort_by_key(|wins| wins.first().map(|w| w.row));
        let as_of = assembled.as_of.unwrap_or(NO_DAY);
        let mut rows = CustomerRows::default();
        customers.iter().for_each(|wins| rows.push(wins, as_of));
        rows
    }

    fn push(&mut self, wins: &[Win], as_of: i32) {
        let dated = || wins.iter().filter(|w| w.day != NO_DAY);
        let (Some(first), last) = (wins.first(), dated().next_back()) else { return };
        let end = match first.day {
            NO_DAY => NO_DAY,
            day => Day(day).add_months(HORIZON_MONTHS).0,
        };
        let within: f64 = dated().filter(|w| w.day < end).map(|w| w.amount).sum();
        let undated = wins.iter().skip(1).filter(|w| w.day == NO_DAY).count();
        let gone_on = last.map_or(NO_DAY, |w| w.day.saturating_add(SILENT_DAYS));
        let is_gone = gone_on != NO_DAY && gone_on < as_of;
        let until = if is_gone { gone_on } else { as_of };
        let days = if first.day == NO_DAY { 0 } else { (until - first.day).max(0) };
        self.row.push(first.row);
        self.lifetime_amount.push(if end == NO_DAY { first.amount } else { within });
        self.amount.push(wins.iter().map(|w| w.amount).sum());
        self.days.push(f64::from(days));
        self.undated.push(undated as u32);
        self.is_gone.push(is_gone);
        self.is_young.push(end == NO_DAY || end > as_of);
    }
}
