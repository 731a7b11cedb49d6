//! Qualified leads.
//!
//! - **Answers:** How many leads came as far as the stage from which they count as qualified?
//! - **Formula:** count of records that reached that stage, by the report's skip policy
//! - **Unit:** count
//! - **Basis:** the day of creation under both bases, whenever the stage was reached
//! - **Empty when:** never: none qualified is 0
//! - **Cautions:** which stage qualifies is the mapping's decision; lost records of unknown
//!   depth are not counted as qualified
//! - **Source:** reference, kpis 4b “Qualified lead rate”; funnels 5b

use super::fact::{Count, Facts, Needs};
use super::{Measure, Require};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Count,
    needs: Needs::nothing().and_count(Count::Qualified),
    requires: &[Require::Records, Require::QualifiedStage],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    Quantity::plain(facts.count(Count::Qualified), Unit::Count)
}
