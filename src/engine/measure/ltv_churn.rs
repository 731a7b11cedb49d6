//! Lifetime value (LTV), churn form.
//!
//! - **Answers:** What does a customer bring, if churn goes on as it was?
//! - **Formula:** revenue a customer and month × margin × months that a customer stays, where
//!   these are 1 ÷ monthly churn, 36 at most
//! - **Unit:** money by customer
//! - **Basis:** by the first won record of the account, as the report’s basis: a cohort of
//!   customers, with all that they brought later
//! - **Empty when:** nobody has left yet: without churn it is undefined
//! - **Cautions:** the horizon is capped at 36 months; without a margin it is of revenue; other
//!   currencies; fewer than 10 customers
//! - **Source:** reference, kpis 4b “LTV churn form” (horizon capped at 36 months)

use super::fact::{Count, Facts};
use super::lifetime::{self, LIVES, caution_of_lives};
use super::{Measure, Require};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Money,
    needs: LIVES,
    requires: &[Require::Records, Require::Outcome, Require::Amount, Require::Account],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let value = lifetime::by_churn(facts);
    let behind = Some(facts.count(Count::NewCustomers));
    let found = Quantity { value, denominator: behind, ..Quantity::none(Unit::Money) };
    caution_of_lives(found, facts, true)
}
