//! Lifetime value (LTV), observed.
//!
//! - **Answers:** What does a customer bring in three years?
//! - **Formula:** what the accounts first won here brought within 36 months of their first win ×
//!   margin ÷ their number
//! - **Unit:** money by customer
//! - **Basis:** by the first won record of the account, as the report’s basis: a cohort of
//!   customers, with all that they brought later
//! - **Empty when:** no account was won here
//! - **Cautions:** customers younger than 36 months will bring more: they are counted; without a
//!   margin it is of revenue; later wins without the day of closing, which are left out; other
//!   currencies; fewer than 10 customers
//! - **Source:** reference, kpis 4b “LTV simple” (observed revenue over 36 months by cohort)

use super::fact::{Count, Facts};
use super::lifetime::{self, LIVES, caution_of_horizon};
use super::{Measure, Require};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Money,
    needs: LIVES,
    requires: &[Require::Records, Require::Outcome, Require::Amount, Require::Account],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let value = lifetime::observed(facts);
    let behind = Some(facts.count(Count::NewCustomers));
    let found = Quantity { value, denominator: behind, ..Quantity::none(Unit::Money) };
    caution_of_horizon(found, facts)
}
