//! Meetings held.
//!
//! - **Answers:** How many meetings took place?
//! - **Formula:** count of activities that are meetings, without those that the file says did
//!   not take place
//! - **Unit:** n
//! - **Basis:** by their own day, on either basis
//! - **Empty when:** never: with none it is 0
//! - **Cautions:** rows that name no record that is there are a group of their own; a meeting
//!   counts as held unless its result says otherwise
//! - **Source:** reference, kpis 4b “Meetings → deals” (no-shows excluded)

use super::fact::{Count, Facts, Needs};
use super::{Measure, Require};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Count,
    needs: Needs::nothing().and_count(Count::HeldMeetings),
    requires: &[Require::Activities],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    Quantity::plain(facts.count(Count::HeldMeetings), Unit::Count)
}
