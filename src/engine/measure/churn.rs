//! Customer churn, monthly.
//!
//! - **Answers:** What share of customers stops buying in a month?
//! - **Formula:** customers whose last win is more than 365 days before the last day of the data
//!   ÷ months that all were customers (from the first win to 365 days after the last one, or to
//!   the last day of the data)
//! - **Unit:** share a month
//! - **Basis:** by the first won record of the account, as the report’s basis: a cohort of
//!   customers, with all that they brought later
//! - **Empty when:** no account was won here, or on the last day of the data only
//! - **Cautions:** without a contract nobody says when a customer left: a year of silence stands
//!   for it; needs data of several years; fewer than 10 customers
//! - **Source:** reference, kpis 4b “LTV churn form”; person-time, funnels 5e

use super::fact::{Count, Facts};
use super::lifetime::{self, LIVES, caution_of_lives};
use super::{Measure, Require};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: LIVES,
    requires: &[Require::Records, Require::Outcome, Require::Amount, Require::Account],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let value = lifetime::churn(facts);
    let behind = Some(facts.count(Count::NewCustomers));
    let found = Quantity { value, denominator: behind, ..Quantity::none(Unit::Share) };
    caution_of_lives(found, facts, false)
}
