//! Cost of acquiring a customer (CAC), lagged by the cycle.
//!
//! - **Answers:** What does a new customer cost, if the spend that won it is counted?
//! - **Formula:** spend of the days earlier by the usual cycle ÷ new customers of the period:
//!   spend in [t − L − w, t − L] ÷ customers in [t − w, t], where L is the median of days from
//!   creation to the win over all that was won, in whole days
//! - **Unit:** money by customer
//! - **Basis:** events of the period: customers by the day of their first win
//! - **Empty when:** there is no new customer, or no cost row falls into the earlier days
//! - **Cautions:** the lag is said, and beside it the CAC without one; fewer than 10
//!   customers; cost rows in other currencies
//! - **Source:** reference, kpis 4b “CAC with lag”

use super::fact::{Count, Facts, Needs, Total};
use super::{Measure, Require, cost_per, marked_if_small, other_currencies, without_dates};
use crate::engine::value::{Caution, Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Money,
    needs: Needs::nothing()
        .and_total(Total::LaggedSpend)
        .and_count(Count::LaggedRows)
        .and_count(Count::LaggedElsewhere)
        .and_count(Count::NewCustomers)
        // For what it is without a lag.
        .and_total(Total::Spend)
        .and_count(Count::SpendRows),
    requires: &[
        Require::Records,
        Require::Outcome,
        Require::Spend,
        Require::Created,
        Require::Closed,
        Require::PeriodBasis,
    ],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let spend = facts.total(Total::LaggedSpend);
    let cac = Quantity::ratio(spend, facts.count(Count::NewCustomers), Unit::Money);
    let cac = match facts.counted(Count::LaggedRows) {
        0 => Quantity { value: None, ..cac },
        _ => marked_if_small(cac),
    };
    let cac = other_currencies(cac, facts.counted(Count::LaggedElsewhere));
    let cac = without_dates(cac, facts.counted(Count::WonUndated));
    match facts.terms.lag_days {
        Some(days) => {
            let without = cost_per(facts, facts.count(Count::NewCustomers)).value;
            cac.with(Caution::Lagged { days, without })
        }
        None => cac,
    }
}
