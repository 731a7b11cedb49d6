//! Leads: how many records came in.
//!
//! - **Answers:** How many leads (or deals, where the file holds deals) are there?
//! - **Formula:** count of records, one for each id after repeats were collapsed
//! - **Unit:** count
//! - **Basis:** the day of creation under both bases
//! - **Empty when:** never: no records is 0
//! - **Cautions:** none; records without the day of creation are left out once a period is
//!   set, and the scope counts them
//! - **Source:** reference, kpis 4b “Lead volume”

use super::fact::{Count, Facts, Needs};
use super::{Measure, Require};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Count,
    needs: Needs::nothing().and_count(Count::Records),
    requires: &[Require::Records],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    Quantity::plain(facts.count(Count::Records), Unit::Count)
}
