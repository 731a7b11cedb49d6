//! Opportunities created.
//!
//! - **Answers:** How many leads became opportunities?
//! - **Formula:** count of records that reached the stage after the qualified one, by the skip
//!   policy
//! - **Unit:** n
//! - **Basis:** by creation, on either basis: of the records created in the period, as the
//!   funnel has them
//! - **Empty when:** never: with none it is 0
//! - **Cautions:** which stage it is follows from the one marked as qualified
//! - **Source:** reference, kpis 4b “CPQL/CPO”; funnels 5b

use super::fact::{Count, Facts, Needs};
use super::{Measure, Require};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Count,
    needs: Needs::nothing().and_count(Count::Opportunities),
    requires: &[Require::Records, Require::NextStage],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    Quantity::plain(facts.count(Count::Opportunities), Unit::Count)
}
