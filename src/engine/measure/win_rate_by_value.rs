//! Win rate by value.
//!
//! - **Answers:** What share of the money in closed deals was won?
//! - **Formula:** amounts won ÷ (amounts won + amounts lost), in the report’s currency
//! - **Unit:** share, 0..1
//! - **Basis:** as the win rate
//! - **Empty when:** nothing closed has an amount
//! - **Cautions:** closed records without an amount, which are left out: where the CRM keeps no
//!   amount of lost deals, the rate is too high; other currencies
//! - **Source:** reference, kpis 4b “Win rate”: also by value

use super::fact::{Count, Facts, Total};
use super::{
    Measure, Require, WON_AMOUNTS, caution_of_won_amount, marked_by, other_currencies, with_any,
};
use crate::engine::value::{Caution, Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: WON_AMOUNTS
        .and_total(Total::LostAmount)
        .and_count(Count::LostPriced)
        .and_count(Count::LostUnpriced)
        .and_count(Count::LostElsewhere),
    requires: &[Require::Records, Require::Outcome, Require::Amount],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let (won, lost) = (facts.total(Total::WonAmount), facts.total(Total::LostAmount));
    let rate = Quantity::ratio(won, won + lost, Unit::Share);
    let closed = facts.count(Count::WonPriced) + facts.count(Count::LostPriced);
    let rate = caution_of_won_amount(marked_by(rate, closed), facts);
    let rate = other_currencies(rate, facts.counted(Count::LostElsewhere));
    with_any(rate, Caution::WithoutAmount { records: facts.counted(Count::LostUnpriced) })
}
