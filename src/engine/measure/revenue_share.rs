//! Share of revenue.
//!
//! - **Answers:** What share of all revenue does this group bring?
//! - **Formula:** revenue of the cell ÷ revenue of all records of the question
//! - **Unit:** share, 0..1
//! - **Basis:** as the report’s basis
//! - **Empty when:** nothing was won with an amount
//! - **Cautions:** as revenue
//! - **Source:** reference, kpis 4b “Revenue by channel”

use super::fact::{Facts, Total};
use super::{Measure, Require, WON_AMOUNTS, caution_of_won_amount};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: WON_AMOUNTS.and_whole(),
    requires: &[Require::Records, Require::Outcome, Require::Amount],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let won = facts.total(Total::WonAmount);
    caution_of_won_amount(Quantity::ratio(won, facts.terms.all_won, Unit::Share), facts)
}
