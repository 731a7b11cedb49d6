//! Cost of acquiring a customer (CAC), paid.
//!
//! - **Answers:** What does a new customer cost in advertising?
//! - **Formula:** spend ÷ new customers of the same cell: in a channel's row that channel's; in
//!   a total all spend ÷ all new customers (the blended CAC). Who is new is as in “New
//!   customers”: an account (or a person, where no column names accounts) by its first win; a
//!   won record that names nobody is a customer of its own, so that without either column it is
//!   the cost per won deal
//! - **Unit:** money by customer
//! - **Basis:** spend by its own day; customers by their first win, as the report's basis has it.
//!   The spend of a period mostly wins customers of a later one: under the cohort basis they are
//!   those of the period's own leads
//! - **Empty when:** nobody was won for the first time, or no cost row falls here
//! - **Cautions:** paid costs only: no salaries, no tools; fewer than 10 customers; cost rows in
//!   other currencies or without a day; under the period basis, won records without the day
//!   of closing
//! - **Source:** reference, kpis 4b “CAC (paid)”
//!
//! A document saved while `cac` still divided by won deals means this measure: it asked for the cost
//! of a customer by that name, and where files name no account the figure is the same. The other
//! one is `cost_per_won`.

use super::fact::{Count, Facts};
use super::{COSTS, Measure, Require, caution_of_spend, cost_per, without_dates};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Money,
    needs: COSTS.and_count(Count::NewCustomers),
    requires: &[Require::Records, Require::Outcome, Require::Spend],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let cac = caution_of_spend(cost_per(facts, facts.count(Count::NewCustomers)), facts);
    without_dates(cac, facts.counted(Count::WonUndated))
}
