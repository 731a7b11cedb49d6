//! Lead lifetime.
//!
//! - **Answers:** How long is a lead under way until it is decided, won or lost?
//! - **Formula:** median of the calendar days from creation to closing of won and lost records
//! - **Unit:** days
//! - **Basis:** by creation, on either basis
//! - **Empty when:** no closed record has both dates in order
//! - **Cautions:** open records are not in it, so it is too short while many are open: the time
//!   to close with open deals is beside it; fewer than 10
//! - **Source:** reference, kpis 4b “Sales cycle”; funnels 5e

use super::fact::{Facts, Kept, Needs};
use super::{Measure, Require, marked_if_small};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Days,
    needs: Needs::nothing().and_kept(Kept::LifeDays),
    requires: &[Require::Records, Require::Outcome, Require::Created, Require::Closed],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let value = facts.quantile(Kept::LifeDays, 0.5);
    let behind = Some(facts.kept(Kept::LifeDays) as f64);
    marked_if_small(Quantity { value, denominator: behind, ..Quantity::none(Unit::Days) })
}
