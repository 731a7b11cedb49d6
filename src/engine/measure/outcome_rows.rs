//! The records of one outcome alone, so that money and durations don't visit the rest.
//!
//! Not here: which of them a question is about (`gather`, `query`).

use super::customer_rows::CustomerRows;
use crate::engine::funnel::{Assembled, Outcome};
use crate::engine::stats;
use crate::engine::table::NO_DAY;
use std::cell::OnceCell;

/// The won, the lost or the open records.
#[derive(Default)]
pub struct OutcomeRows {
    pub row: Vec<u32>,
    /// 0 without an amount in the report's currency.
    pub(super) amount: Vec<f64>,
    pub(super) money: Vec<Money>,
    /// Days from creation to closing, [`NO_DAY`] without one of the dates; may be negative.
    pub(super) cycle_days: Vec<i32>,
    /// Of won records the customers behind them, made when first asked for.
    pub(super) customers: OnceCell<CustomerRows>,
    usual_cycle: OnceCell<Option<f64>>,
}

/// What is known of a record's amount.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Money {
    Priced,
    Unpriced,
    Elsewhere,
}

impl OutcomeRows {
    /// Days from creation to closing, [`NO_DAY`] without one of the dates; may be negative.
    pub fn cycle_days(&self) -> impl Iterator<Item = i32> {
        self.cycle_days.iter().copied()
    }

    /// Within so many days after creation nine in ten of them closed.
    pub fn usual_cycle(&self) -> Option<f64> {
        *self.usual_cycle.get_or_init(|| {
            let days = self.cycle_days().filter(|days| *days >= 0);
            stats::quantile(&mut days.map(f64::from).collect::<Vec<f64>>(), 0.9)
        })
    }

    /// `ours` tells of each currency code whether its money counts as the report's.
    pub fn of(assembled: &Assembled, outcome: Outcome, ours: &[bool]) -> OutcomeRows {
        let records = &assembled.records;
        let mut found = OutcomeRows::default();
        let outcomes = records.outcome.iter().zip(&records.amount).zip(&records.currency);
        let dates = records.created.iter().zip(&records.closed);
        for (row, (((of_row, amount), currency), (created, closed))) in
            outcomes.zip(dates).enumerate()
        {
            if *of_row != outcome {
                continue;
            }
            let is_ours = ours.get(usize::from(*currency)).copied().unwrap_or(false);
            found.row.push(row as u32);
            let money = match (is_ours, amount.is_nan()) {
                (false, _) => Money::Elsewhere,
                (true, true) => Money::Unpriced,
                (true, false) => Money::Priced,
            };
            found.money.push(money);
            found.amount.push(if money == Money::Priced { *amount } else { 0.0 });
            let dated = *created != NO_DAY && *closed != NO_DAY;
            found.cycle_days.push(if dated { closed - created } else { NO_DAY });
        }
        found
    }
}
