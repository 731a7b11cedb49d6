//! LTV to CAC.
//!
//! - **Answers:** How many times does a customer bring back what it cost?
//! - **Formula:** (lifetime value, observed) ÷ (spend ÷ new customers)
//! - **Unit:** ratio
//! - **Basis:** by the first won record of the account, as the report’s basis: a cohort of
//!   customers, with all that they brought later; spend by its own day
//! - **Empty when:** no account was won here, or no cost row falls here
//! - **Cautions:** three to one is a custom of software firms and no law; paid costs only;
//!   without a margin it is of revenue; customers younger than 36 months will bring more; later wins
//!   without the day of closing, which are left out
//! - **Source:** reference, kpis 4b “LTV:CAC”

use super::fact::{Count, Facts};
use super::lifetime::{self, LIVES, caution_of_horizon};
use super::{COSTS, Measure, Require, caution_of_spend, cost_per};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Ratio,
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
    let value = ratio(facts);
    let behind = Some(facts.count(Count::NewCustomers));
    let found = Quantity { value, denominator: behind, ..Quantity::none(Unit::Ratio) };
    caution_of_spend(caution_of_horizon(found, facts), facts)
}

fn ratio(facts: &Facts) -> Option<f64> {
    let cac = cost_per(facts, facts.count(Count::NewCustomers)).value?;
    Quantity::ratio(lifetime::observed(facts)?, cac, Unit::Ratio).value
}
