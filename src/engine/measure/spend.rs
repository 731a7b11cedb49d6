//! Ad spend.
//!
//! - **Answers:** How much was spent?
//! - **Formula:** sum of the cost rows in the report's currency
//! - **Unit:** money
//! - **Basis:** the day of the cost under both bases
//! - **Empty when:** no cost row falls here: unknown is not 0
//! - **Cautions:** cost rows in other currencies are counted and not added; cost rows without
//!   a day, once a period is set
//! - **Source:** reference, kpis 4b “CPL”, “CAC (paid)”

use super::fact::{Count, Facts, Total};
use super::{COSTS, Measure, Require, caution_of_spend};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure =
    Measure { unit: Unit::Money, needs: COSTS, requires: &[Require::Spend], derive };

fn derive(facts: &Facts) -> Quantity {
    let spend = match facts.counted(Count::SpendRows) {
        0 => Quantity::none(Unit::Money),
        _ => Quantity::plain(facts.total(Total::Spend), Unit::Money),
    };
    caution_of_spend(spend, facts)
}
