//! What is made of customers' lives by several measures. Not here: how they are found
//! (`customer_rows`).

use super::customer_rows::{DAYS_A_MONTH, HORIZON_MONTHS};
use super::fact::{Count, Facts, Needs, Total};
use super::{caution_of_won_amount, marked_by, with_any, without_dates};
use crate::engine::value::{Caution, Quantity};

pub(super) const LIVES: Needs = super::WON_AMOUNTS
    .and_count(Count::NewCustomers)
    .and_count(Count::ChurnedCustomers)
    .and_count(Count::YoungCustomers)
    .and_count(Count::LaterUndated)
    .and_total(Total::LifetimeAmount)
    .and_total(Total::CustomerAmount)
    .and_total(Total::CustomerDays);

fn over(a: f64, b: f64) -> Option<f64> {
    (b != 0.0).then(|| a / b).filter(|v| v.is_finite())
}

/// How long all were customers.
fn months(facts: &Facts) -> f64 {
    facts.total(Total::CustomerDays) / DAYS_A_MONTH
}

/// The share of revenue that counts: all of it, where no margin is set.
pub(super) fn margin(facts: &Facts) -> f64 {
    facts.terms.margin.unwrap_or(1.0)
}

/// What a customer brought within the horizon, on margin.
pub(super) fn observed(facts: &Facts) -> Option<f64> {
    let each = over(facts.total(Total::LifetimeAmount), facts.count(Count::NewCustomers))?;
    Some(each * margin(facts))
}

/// Revenue a customer and month.
pub(super) fn monthly(facts: &Facts) -> Option<f64> {
    over(facts.total(Total::CustomerAmount), months(facts))
}

/// Share of customers that stop buying, a month.
pub(super) fn churn(facts: &Facts) -> Option<f64> {
    over(facts.count(Count::ChurnedCustomers), months(facts))
}

/// Monthly margin × months that a customer stays, the horizon at most; without churn undefined.
pub(super) fn by_churn(facts: &Facts) -> Option<f64> {
    let stays = over(1.0, churn(facts)?)?.min(f64::from(HORIZON_MONTHS));
    Some(monthly(facts)? * margin(facts) * stays)
}

/// What is said of all of them.
pub(super) fn caution_of_lives(quantity: Quantity, facts: &Facts, is_money: bool) -> Quantity {
    let quantity = marked_by(quantity, facts.count(Count::NewCustomers));
    let quantity = match facts.terms.margin {
        None if is_money => quantity.with(Caution::WithoutMargin),
        _ => quantity,
    };
    let quantity = if is_money { caution_of_won_amount(quantity, facts) } else { quantity };
    let customers = facts.counted(Count::YoungCustomers);
    with_any(quantity, Caution::YoungCustomers { customers })
}

/// The same of what was brought within the horizon: wins without a day are not known to be in it.
pub(super) fn caution_of_horizon(quantity: Quantity, facts: &Facts) -> Quantity {
    let quantity = caution_of_lives(quantity, facts, true);
    // Where wins without a day are told of already, these are among them.
    let told = facts.counted(Count::WonUndated);
    without_dates(quantity, if told > 0 { 0 } else { facts.counted(Count::LaterUndated) })
}
