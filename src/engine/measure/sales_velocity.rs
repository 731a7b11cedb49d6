//! Sales velocity.
//!
//! - **Answers:** How much does the pipeline bring a day?
//! - **Formula:** open qualified records now × win rate of closed records × average amount of won
//!   records ÷ median cycle in days
//! - **Unit:** money by day
//! - **Basis:** open records as they stand on the as-of day, whatever the period: forward; wins,
//!   losses and cycles of the same closed records, as the report’s basis: trailing. What stands
//!   now has no place along days
//! - **Empty when:** nothing is closed or won with an amount, or the median cycle is unknown or 0
//!   days
//! - **Cautions:** where no stage is marked as qualified, all open records; what is said of revenue
//!   and of the cycle; it compares periods and is no
//!   forecast
//! - **Source:** reference, kpis 4b “Sales velocity”: 40 × 25,000 × 0.25 ÷ 90 = 2,777 a day

use super::fact::{Count, Facts, Kept, Total};
use super::{CYCLE, Measure, Require, WON_AMOUNTS, caution_of_won_amount, cycle};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Money,
    needs: WON_AMOUNTS
        .union(CYCLE)
        .and_count(Count::OpenQualified)
        .and_count(Count::Won)
        .and_count(Count::Lost),
    requires: &[
        Require::Records,
        Require::Outcome,
        Require::Amount,
        Require::Created,
        Require::Closed,
    ],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let closed = facts.count(Count::Won) + facts.count(Count::Lost);
    let rate = Quantity::ratio(facts.count(Count::Won), closed, Unit::Share).value;
    let (won, priced) = (facts.total(Total::WonAmount), facts.count(Count::WonPriced));
    let average = Quantity::ratio(won, priced, Unit::Money).value;
    let days = cycle(facts, facts.quantile(Kept::CycleDays, 0.5));
    let a_day = |((rate, average), days): ((f64, f64), f64)| {
        Quantity::ratio(facts.count(Count::OpenQualified) * rate * average, days, Unit::Money).value
    };
    let value = rate.zip(average).zip(days.value).and_then(a_day);
    let velocity = Quantity { value, cautions: days.cautions, ..Quantity::none(Unit::Money) };
    caution_of_won_amount(velocity, facts)
}
