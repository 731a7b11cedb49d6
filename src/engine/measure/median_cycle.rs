//! Median cycle.
//!
//! - **Answers:** How many days does a won deal usually take?
//! - **Formula:** median over won records of closing day − creation day, in calendar days,
//!   interpolated between the two in the middle
//! - **Unit:** days
//! - **Basis:** as revenue
//! - **Empty when:** no won record has both dates in their order
//! - **Cautions:** fewer than 10 records; won records that lack a date; won records closed
//!   before they were created, which are left out. Open deals are not in it, so it
//!   understates while many are open
//! - **Source:** reference, kpis 4b “Sales cycle”; funnels 5e

use super::fact::{Facts, Kept};
use super::{CYCLE, Measure, Require, cycle};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Days,
    needs: CYCLE,
    requires: &[Require::Records, Require::Outcome, Require::Created, Require::Closed],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    cycle(facts, facts.quantile(Kept::CycleDays, 0.5))
}
