//! CAC payback.
//!
//! - **Answers:** After how many months does a customer bring back what it cost?
//! - **Formula:** (spend ÷ new customers) ÷ (revenue a customer and month × margin)
//! - **Unit:** months
//! - **Basis:** by the first won record of the account, as the report’s basis: a cohort of
//!   customers, with all that they brought later; spend by its own day
//! - **Empty when:** no account was won here, or no cost row falls here, or the customers have
//!   brought nothing
//! - **Cautions:** paid costs only; without a margin it is the payback in revenue; fewer than 10
//!   customers; cost rows in other currencies or without a day
//! - **Source:** reference, kpis 4b “CAC payback”

use super::fact::{Count, Facts};
use super::lifetime::{self, LIVES, caution_of_lives};
use super::{COSTS, Measure, Require, caution_of_spend, cost_per};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Months,
    needs: LIVES.union(COSTS),
    requires: &[
        Require::Records,
        Require::Outcome,
        Require::Amount,
        Require::Account,
        Require::Spend,
    ],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let value = payback(facts);
    let behind = Some(facts.count(Count::NewCustomers));
    let found = Quantity { value, denominator: behind, ..Quantity::none(Unit::Months) };
    caution_of_spend(caution_of_lives(found, facts, true), facts)
}

fn payback(facts: &Facts) -> Option<f64> {
    let a_month = lifetime::monthly(facts)? * lifetime::margin(facts);
    let cac = cost_per(facts, facts.count(Count::NewCustomers)).value?;
    Quantity::ratio(cac, a_month, Unit::Months).value.filter(|months| *months >= 0.0)
}
