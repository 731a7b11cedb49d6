//! Revenue: what was won.
//!
//! - **Answers:** How much money do the won deals bring?
//! - **Formula:** sum of the amounts of won records in the report's currency
//! - **Unit:** money
//! - **Basis:** cohort: won records created in the period. Period: won records closed in the
//!   period
//! - **Empty when:** never: nothing won is 0
//! - **Cautions:** won records in other currencies are counted and not added; won records
//!   without an amount; under the period basis, won records without the day of closing
//! - **Source:** reference, kpis 4b “Revenue by channel”

use super::fact::{Facts, Total};
use super::{Measure, Require, WON_AMOUNTS, caution_of_won_amount};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Money,
    needs: WON_AMOUNTS,
    requires: &[Require::Records, Require::Outcome, Require::Amount],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let revenue = Quantity::plain(facts.total(Total::WonAmount), Unit::Money);
    caution_of_won_amount(revenue, facts)
}
