//! Unique leads.
//!
//! - **Answers:** How many different people came in?
//! - **Formula:** count of distinct contacts of the records; a record that names none counts as
//!   one of its own
//! - **Unit:** n
//! - **Basis:** by creation, on either basis
//! - **Empty when:** never: with none it is 0
//! - **Cautions:** who is the same is decided by the column mapped as the contact, capitals and
//!   blanks aside; groups overlap where one person came twice, so they add up to more than the
//!   total
//! - **Source:** reference, kpis 4b “Lead volume” (distinct, key stated)

use super::fact::{Facts, Kept, Needs};
use super::{Measure, Require};
use crate::engine::stats;
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Count,
    needs: Needs::nothing().and_kept(Kept::People),
    requires: &[Require::Records, Require::Person],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    Quantity::plain(stats::distinct(facts.values(Kept::People)) as f64, Unit::Count)
}
