//! Win rate by value, of all that was created.
//!
//! - **Answers:** What share of the money in created records was won?
//! - **Formula:** amounts won ÷ amounts of all records created, open ones included, in the report’s
//!   currency
//! - **Unit:** share, 0..1
//! - **Basis:** cohort: of the records created in the period, those that were won whenever, so young
//!   ones still count as not won. Period: won in the period ÷ created in the period; these are
//!   different records, so it may exceed 1
//! - **Empty when:** nothing created has an amount
//! - **Cautions:** fewer than 10 created with an amount; records without an amount, which are left
//!   out: where amounts come late, the rate is too high; other currencies; under the period basis,
//!   won records without the day of closing
//! - **Source:** reference, kpis 4b “Win rate (cohort)”: also by value

use super::fact::{Count, Facts, Total};
use super::{
    Measure, Require, WON_AMOUNTS, caution_of_won_amount, marked_by, of_different,
    other_currencies, with_any,
};
use crate::engine::value::{Caution, Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: WON_AMOUNTS
        .and_total(Total::CreatedAmount)
        .and_count(Count::CreatedPriced)
        .and_count(Count::CreatedUnpriced)
        .and_count(Count::CreatedElsewhere),
    requires: &[Require::Records, Require::Outcome, Require::Amount],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let (won, created) = (facts.total(Total::WonAmount), facts.total(Total::CreatedAmount));
    let rate =
        marked_by(Quantity::ratio(won, created, Unit::Share), facts.count(Count::CreatedPriced));
    let rate = other_currencies(rate, facts.counted(Count::CreatedElsewhere));
    let unpriced = Caution::WithoutAmount { records: facts.counted(Count::CreatedUnpriced) };
    let rate = with_any(rate, unpriced);
    // Of a cohort the won are among the created, and told with them.
    match facts.one_population {
        true => rate,
        false => caution_of_won_amount(of_different(rate), facts),
    }
}
