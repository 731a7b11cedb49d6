//! Amount lost.
//!
//! - **Answers:** How much money went with lost deals?
//! - **Formula:** sum of the amounts of lost records in the report’s currency
//! - **Unit:** money
//! - **Basis:** as the report’s basis
//! - **Empty when:** never: with no losses it is 0
//! - **Cautions:** lost records without an amount; other currencies; under the period basis,
//!   lost records without the day of closing
//! - **Source:** reference, kpis 4b “Lost share by reason”: by value too

use super::fact::{Count, Facts, Needs, Total};
use super::{Measure, Require, other_currencies, with_any, without_dates};
use crate::engine::value::{Caution, Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Money,
    needs: Needs::nothing()
        .and_total(Total::LostAmount)
        .and_count(Count::LostPriced)
        .and_count(Count::LostUnpriced)
        .and_count(Count::LostElsewhere),
    requires: &[Require::Records, Require::Outcome, Require::Amount],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let lost = Quantity::plain(facts.total(Total::LostAmount), Unit::Money);
    let lost = other_currencies(lost, facts.counted(Count::LostElsewhere));
    let unpriced = Caution::WithoutAmount { records: facts.counted(Count::LostUnpriced) };
    without_dates(with_any(lost, unpriced), facts.counted(Count::LostUndated))
}
