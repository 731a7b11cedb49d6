//! Pipeline coverage.
//!
//! - **Answers:** Is there enough in the pipeline to reach the target?
//! - **Formula:** amounts of open, qualified records expected to close in the period ÷ (planned
//!   revenue − revenue won so far)
//! - **Unit:** ratio: 3 is three times what is missing
//! - **Basis:** events of the period: wins by closing, open records by the day they are expected
//!   to close, plans by the period that begins on their day, those of quarters parted among their
//!   months by days
//! - **Empty when:** there is no plan of revenue here, or the target is met, which is then said
//! - **Cautions:** how much is needed is 1 ÷ win rate, so “three times” fits a win rate of a
//!   third only; open records without an amount, or in other currencies, add nothing
//! - **Source:** reference, kpis 4b “Pipeline coverage”

use super::fact::{Count, Facts, Total};
use super::{Measure, Require, WON_AMOUNTS, caution_of_won_amount, with_any, with_plan_parts};
use crate::engine::value::{Caution, Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Ratio,
    needs: WON_AMOUNTS
        .and_total(Total::ExpectedAmount)
        .and_count(Count::ExpectedPriced)
        .and_count(Count::ExpectedUnpriced)
        .and_total(Total::PlannedRevenue)
        .and_total(Total::RevenuePlanParts)
        .and_count(Count::RevenuePlans),
    requires: &[
        Require::Records,
        Require::Outcome,
        Require::Amount,
        Require::ExpectedClose,
        Require::RevenuePlan,
        Require::PeriodBasis,
    ],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let missing = facts.total(Total::PlannedRevenue) - facts.total(Total::WonAmount);
    let coverage = Quantity::ratio(facts.total(Total::ExpectedAmount), missing, Unit::Ratio);
    let coverage = match facts.counted(Count::RevenuePlans) {
        0 => Quantity { value: None, ..coverage },
        _ if missing <= 0.0 => Quantity { value: None, ..coverage }.with(Caution::TargetMet),
        _ => coverage,
    };
    let coverage = with_plan_parts(coverage, facts.total(Total::RevenuePlanParts));
    let unpriced = Caution::WithoutAmount { records: facts.counted(Count::ExpectedUnpriced) };
    caution_of_won_amount(with_any(coverage, unpriced), facts)
}
