//! Run rate of revenue by working days.
//!
//! - **Answers:** Where will the period’s revenue end, if each working day brings what it brought?
//! - **Formula:** revenue ÷ share of the period’s working days that are over on the last day of the
//!   data
//! - **Unit:** money
//! - **Basis:** events of the period
//! - **Empty when:** no period is chosen, or no working day of it is over
//! - **Cautions:** it goes straight on: no season, no pipeline; working days are those of the working
//!   hours, where they are set, else Monday to Friday, and public holidays are not known; what is
//!   said of revenue
//! - **Source:** reference, kpis 4b “Target attainment” (working-day calendar option)

use super::fact::{Facts, Total};
use super::{Measure, Require, WON_AMOUNTS, caution_of_won_amount, run_rate_working};
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
    let rate = run_rate_working(facts, facts.total(Total::WonAmount), Unit::Money);
    caution_of_won_amount(rate, facts)
}
