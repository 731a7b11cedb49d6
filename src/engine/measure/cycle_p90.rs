//! Slowest cycle (90th percentile).
//!
//! - **Answers:** Within how many days are nine of ten won deals won?
//! - **Formula:** 90th percentile over won records of closing day − creation day, in calendar
//!   days, interpolated between neighbours
//! - **Unit:** days
//! - **Basis:** as revenue
//! - **Empty when:** no won record has both dates in their order
//! - **Cautions:** as the median cycle: fewer than 10 records, dates that lack or contradict each
//!   other; open deals are not in it
//! - **Source:** reference, kpis 4b “Sales cycle”

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
    cycle(facts, facts.quantile(Kept::CycleDays, 0.9))
}
