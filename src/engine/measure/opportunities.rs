//! Opportunities created.
//!
//! - **Answers:** How many leads became opportunities?
//! - **Formula:** count of records that reached the stage after the qualified one, by the skip
//!   policy
//! - **Unit:** n
//! - **Basis:** cohort: of the records created in the period, those that reached it whenever. Period:
//!   those that entered it in the period (for the first time), or by creation where no day of the
//!   stage is known
//! - **Empty when:** never: with none it is 0
//! - **Cautions:** which stage it is follows from the one marked as qualified; under the period
//!   basis, records that reached it without the day of it, and a stage without days
//! - **Source:** reference, kpis 4b “CPQL/CPO”; funnels 5b

use super::fact::{Count, Facts, Needs};
use super::{Measure, Require, came};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Count,
    needs: Needs::nothing().and_count(Count::Opportunities),
    requires: &[Require::Records, Require::NextStage],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    came(facts, Count::Opportunities, Count::OpportunitiesUndated)
}
