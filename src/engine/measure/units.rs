//! Units sold.
//!
//! - **Answers:** How many pieces were sold?
//! - **Formula:** sum of the quantities of won records
//! - **Unit:** n
//! - **Basis:** as the report’s basis
//! - **Empty when:** never: with no wins it is 0
//! - **Cautions:** won records without a quantity, which add nothing; under the period basis,
//!   won records without the day of closing
//! - **Source:** the project’s list of measures; a plain sum

use super::fact::{Count, Facts, Needs, Total};
use super::{Measure, Require, with_any, without_dates};
use crate::engine::value::{Caution, Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Count,
    needs: Needs::nothing()
        .and_total(Total::Units)
        .and_count(Count::Won)
        .and_count(Count::WonWithoutUnits),
    requires: &[Require::Records, Require::Outcome, Require::Quantity],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let without = Caution::WithoutQuantity { records: facts.counted(Count::WonWithoutUnits) };
    let units = with_any(Quantity::plain(facts.total(Total::Units), Unit::Count), without);
    without_dates(units, facts.counted(Count::WonUndated))
}
