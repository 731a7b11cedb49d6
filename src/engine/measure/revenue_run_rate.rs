//! Run rate of revenue.
//!
//! - **Answers:** Where will the period’s revenue end, if it goes on as it did?
//! - **Formula:** revenue ÷ share of the period’s days that are over on the last day of the data
//! - **Unit:** money
//! - **Basis:** events of the period
//! - **Empty when:** no period is chosen, or it has not begun
//! - **Cautions:** it goes straight on: no season, no pipeline, weekends count as workdays; what
//!   is said of revenue
//! - **Source:** reference, kpis 4b “Target attainment” (run rate)

use super::fact::{Facts, Total};
use super::{Measure, Require, WON_AMOUNTS, caution_of_won_amount, run_rate};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Money,
    needs: WON_AMOUNTS,
    requires: &[
        Require::Records,
        Require::Outcome,
        Require::Amount,
        Require::Window,
        Require::PeriodBasis,
    ],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let rate = run_rate(facts, facts.total(Total::WonAmount), Unit::Money);
    caution_of_won_amount(rate, facts)
}
