//! Qualified leads.
//!
//! - **Answers:** How many leads came as far as the stage from which they count as qualified?
//! - **Formula:** count of records that reached that stage, by the report's skip policy
//! - **Unit:** count
//! - **Basis:** cohort: of the records created in the period, those that reached it whenever. Period:
//!   those that entered it in the period (for the first time), or by creation where no day of the
//!   stage is known
//! - **Empty when:** never: none qualified is 0
//! - **Cautions:** which stage qualifies is the mapping's decision; lost records of unknown
//!   depth are not counted as qualified; under the period basis, records that reached the stage
//!   without the day of it, and a stage without days
//! - **Source:** reference, kpis 4b “Qualified lead rate”; funnels 5b

use super::fact::{Count, Facts, Needs};
use super::{Measure, Require, came};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Count,
    needs: Needs::nothing().and_count(Count::Qualified),
    requires: &[Require::Records, Require::QualifiedStage],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    came(facts, Count::Qualified, Count::QualifiedUndated)
}
