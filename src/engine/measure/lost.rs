//! Lost records.
//!
//! - **Answers:** How many deals were lost?
//! - **Formula:** count of records whose outcome is lost
//! - **Unit:** count
//! - **Basis:** cohort: records created in the period. Period: records closed in the period
//! - **Empty when:** never: nothing lost is 0
//! - **Cautions:** under the period basis, lost records without the day of closing
//! - **Source:** reference, kpis 4b “Win rate (closed)”

use super::fact::{Count, Facts, Needs};
use super::{Measure, Require, without_dates};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Count,
    needs: Needs::nothing().and_count(Count::Lost),
    requires: &[Require::Records, Require::Outcome],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let lost = Quantity::plain(facts.count(Count::Lost), Unit::Count);
    without_dates(lost, facts.counted(Count::LostUndated))
}
