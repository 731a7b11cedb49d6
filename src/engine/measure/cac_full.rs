//! Cost of acquiring a customer (CAC), fully loaded.
//!
//! - **Answers:** What does a new customer cost, with salaries, tools and agencies?
//! - **Formula:** (spend + other costs) ÷ new customers
//! - **Unit:** money by customer
//! - **Basis:** costs by their own day; customers by their first win, as the report’s basis
//! - **Empty when:** there is no new customer, or no row of other costs falls here
//! - **Cautions:** other costs belong to no channel, so it is known for the whole and along time
//!   only; fewer than 10 customers; rows in other currencies or without a day; keep the cost of
//!   serving customers out of the file
//! - **Source:** reference, kpis 4b “CAC (fully loaded)”

use super::fact::{Count, Facts};
use super::{
    ALL_COSTS, Measure, Require, all_costs, caution_of_all_costs, marked_if_small, without_dates,
};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Money,
    needs: ALL_COSTS.and_count(Count::NewCustomers),
    requires: &[Require::Records, Require::Outcome, Require::OtherCosts],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let cac = Quantity::ratio(all_costs(facts), facts.count(Count::NewCustomers), Unit::Money);
    let cac = match facts.counted(Count::OtherRows) {
        0 => Quantity { value: None, ..cac },
        _ => marked_if_small(cac),
    };
    without_dates(caution_of_all_costs(cac, facts), facts.counted(Count::WonUndated))
}
