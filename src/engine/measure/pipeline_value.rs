//! Pipeline value.
//!
//! - **Answers:** How much money is in open deals?
//! - **Formula:** sum of the amounts of open records in the report’s currency
//! - **Unit:** money
//! - **Basis:** cohort: open records created in the period; events: those that are expected to
//!   close in it, and all open records where the file has no such day
//! - **Empty when:** never: without open records it is 0
//! - **Cautions:** open records without the day of the period; open records without an amount, which add nothing; open records in other
//!   currencies. It is not weighted: most of it will not be won
//! - **Source:** reference, kpis 4b “Pipeline value”

use super::fact::{Count, Facts, Needs, Total};
use super::{Measure, Require, other_currencies, with_any, without_dates};
use crate::engine::value::{Caution, Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Money,
    needs: Needs::nothing()
        .and_total(Total::OpenAmount)
        .and_count(Count::OpenUnpriced)
        .and_count(Count::OpenElsewhere)
        .and_count(Count::OpenUndated),
    requires: &[Require::Records, Require::Outcome, Require::Amount],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let value = Quantity::plain(facts.total(Total::OpenAmount), Unit::Money);
    let value = other_currencies(value, facts.counted(Count::OpenElsewhere));
    let value = without_dates(value, facts.counted(Count::OpenUndated));
    with_any(value, Caution::WithoutAmount { records: facts.counted(Count::OpenUnpriced) })
}
