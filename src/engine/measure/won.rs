//! Won records.
//!
//! - **Answers:** How many deals were won?
//! - **Formula:** count of records whose outcome is won
//! - **Unit:** count
//! - **Basis:** cohort: records created in the period. Period: records closed in the period
//! - **Empty when:** never: nothing won is 0
//! - **Cautions:** under the period basis, won records without the day of closing
//! - **Source:** reference, kpis 4b “Win rate (closed)”

use super::fact::{Count, Facts, Needs};
use super::{Measure, Require, without_dates};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Count,
    needs: Needs::nothing().and_count(Count::Won),
    requires: &[Require::Records, Require::Outcome],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let won = Quantity::plain(facts.count(Count::Won), Unit::Count);
    without_dates(won, facts.counted(Count::WonUndated))
}
