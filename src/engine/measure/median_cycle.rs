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

use super::fact::{Count, Facts, Kept, Needs};
use super::{Measure, Require, marked_if_small, with_any, without_dates};
use crate::engine::value::{Caution, Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Days,
    needs: Needs::nothing()
        .and_count(Count::CycleUndated)
        .and_count(Count::CycleBackwards)
        .and_kept(Kept::CycleDays),
    requires: &[Require::Records, Require::Outcome, Require::Created, Require::Closed],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let days = Quantity {
        value: facts.quantile(Kept::CycleDays, 0.5),
        denominator: Some(facts.kept(Kept::CycleDays) as f64),
        ..Quantity::none(Unit::Days)
    };
    let backwards = facts.counted(Count::CycleBackwards);
    let days = marked_if_small(days);
    let days = without_dates(days, facts.counted(Count::CycleUndated));
    with_any(days, Caution::DatesOutOfOrder { records: backwards })
}
