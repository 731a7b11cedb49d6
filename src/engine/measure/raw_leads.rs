//! Leads, repeats included.
//!
//! - **Answers:** How many rows did leads come in on?
//! - **Formula:** count of the rows of the file behind the records: an id that stands there
//!   several times counts as often
//! - **Unit:** n
//! - **Basis:** by creation of the record that was kept, on either basis
//! - **Empty when:** never: with none it is 0
//! - **Cautions:** compare it with the leads: the difference is repeats that were collapsed
//! - **Source:** reference, kpis 4b “Lead volume” (show raw and unique)

use super::fact::{Count, Facts, Needs};
use super::{Measure, Require};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Count,
    needs: Needs::nothing().and_count(Count::RawRows),
    requires: &[Require::Records],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    Quantity::plain(facts.count(Count::RawRows), Unit::Count)
}
