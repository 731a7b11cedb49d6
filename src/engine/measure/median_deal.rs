//! Median deal.
//!
//! - **Answers:** How large is a usual won deal?
//! - **Formula:** median of the amounts of won records in the report’s currency, interpolated
//!   between the two in the middle
//! - **Unit:** money by won record
//! - **Basis:** as revenue
//! - **Empty when:** no won record has an amount in the report’s currency
//! - **Cautions:** fewer than 10 amounts; won records without an amount or in other currencies,
//!   which are left out
//! - **Source:** reference, kpis 4b “Average deal size”: median beside it

use super::fact::{Facts, Kept};
use super::{Measure, Require, WON_AMOUNTS, caution_of_won_amount, marked_if_small};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Money,
    needs: WON_AMOUNTS.and_kept(Kept::WonAmounts),
    requires: &[Require::Records, Require::Outcome, Require::Amount],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let median = Quantity {
        value: facts.quantile(Kept::WonAmounts, 0.5),
        denominator: Some(facts.kept(Kept::WonAmounts) as f64),
        ..Quantity::none(Unit::Money)
    };
    caution_of_won_amount(marked_if_small(median), facts)
}
