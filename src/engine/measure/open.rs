//! Open records.
//!
//! - **Answers:** How many deals are still undecided?
//! - **Formula:** count of records that are neither won nor lost
//! - **Unit:** count
//! - **Basis:** the day of creation under both bases; open as of the export, not as of the
//!   end of the period
//! - **Empty when:** never: nothing open is 0
//! - **Cautions:** none
//! - **Source:** reference, kpis 4b “Pipeline value”

use super::fact::{Count, Facts, Needs};
use super::{Measure, Require};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Count,
    needs: Needs::nothing().and_count(Count::Open),
    requires: &[Require::Records, Require::Outcome],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    Quantity::plain(facts.count(Count::Open), Unit::Count)
}
