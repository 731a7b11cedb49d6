//! Return on marketing investment (ROMI): on margin where one is set.
//!
//! - **Answers:** What came back, above the cost, for each unit of money spent?
//! - **Formula:** (revenue × margin − spend) ÷ spend, of the same cell; in a total all revenue and
//!   all spend. Without a margin (revenue − spend) ÷ spend, which is said beside it as well
//! - **Unit:** share: 0 breaks even, −1 means that nothing came back, 1.5 that 1.5 came back
//!   above each 1 spent
//! - **Basis:** spend by its own day; revenue as the report's basis has it
//! - **Empty when:** nothing was spent, or no cost row falls here
//! - **Cautions:** without a margin it is of revenue, not of profit; revenue and cost rows in
//!   other currencies are left out; won records without an amount
//! - **Source:** reference, kpis 4b “ROMI”: both variants, with margin when it is given

use super::fact::{Facts, Total};
use super::{COSTS, Measure, Require, WON_AMOUNTS, caution_of_spend, caution_of_won_amount};
use crate::engine::value::{Caution, Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: COSTS.union(WON_AMOUNTS),
    requires: &[Require::Records, Require::Outcome, Require::Amount, Require::Spend],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let (revenue, spend) = (facts.total(Total::WonAmount), facts.total(Total::Spend));
    let on = |margin: f64| Quantity::ratio(revenue * margin - spend, spend, Unit::Share);
    let found = match facts.terms.margin {
        Some(margin) => {
            let without = on(1.0).value;
            on(margin).with(Caution::OnMargin { margin, without })
        }
        None => on(1.0),
    };
    caution_of_spend(caution_of_won_amount(found, facts), facts)
}
