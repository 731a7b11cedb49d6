//! Cost per won deal.
//!
//! - **Answers:** What does one won deal cost in advertising?
//! - **Formula:** spend ÷ won records of the same cell: in a channel's row that channel's; in
//!   a total all spend ÷ all won
//! - **Unit:** money by won record
//! - **Basis:** spend by its own day; won as the report's basis has it
//! - **Empty when:** nothing was won, or no cost row falls here
//! - **Cautions:** paid costs only; a customer that buys twice counts twice, so it is no CAC; fewer
//!   than 10 won; cost rows in other currencies or without a day; under the period basis, won
//!   records without the day of closing
//! - **Source:** reference, kpis 4b “CPQL/CPO”, taken to the last stage

use super::fact::{Count, Facts};
use super::{COSTS, Measure, Require, caution_of_spend, cost_per, without_dates};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Money,
    needs: COSTS.and_count(Count::Won),
    requires: &[Require::Records, Require::Outcome, Require::Spend],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let cost = caution_of_spend(cost_per(facts, facts.count(Count::Won)), facts);
    without_dates(cost, facts.counted(Count::WonUndated))
}
