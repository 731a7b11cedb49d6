//! Pipeline value.
//!
//! - **Answers:** How much money is in open deals?
//! - **Formula:** sum of the amounts of open records in the report’s currency
//! - **Unit:** money
//! - **Basis:** records created in the period, on either basis, as of the latest day in the data
//! - **Empty when:** never: without open records it is 0
//! - **Cautions:** open records without an amount, which add nothing; open records in other
//!   currencies. It is not weighted: most of it will not be won
//! - **Source:** reference, kpis 4b “Pipeline value”

use super::fact::{Count, Facts, Needs, Total};
use super::{Measure, Require, other_currencies, with_any};
use crate::engine::value::{Caution, Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Money,
    needs: Needs::nothing()
        .and_total(Total::OpenAmount)
        .and_count(Count::OpenUnpriced)
        .and_count(Count::OpenElsewhere),
    requires: &[Require::Records, Require::Outcome, Require::Amount],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let value = Quantity::plain(facts.total(Total::OpenAmount), Unit::Money);
    let value = other_currencies(value, facts.counted(Count::OpenElsewhere));
    with_any(value, Caution::WithoutAmount { records: facts.counted(Count::OpenUnpriced) })
}
