//! Lead lifetime.
//!
//! - **Answers:** How long is a lead under way until it is decided, won or lost?
//! - **Formula:** median of the calendar days from creation to closing of won and lost records
//! - **Unit:** days
//! - **Basis:** by creation, on either basis
//! - **Empty when:** no closed record has both dates in order
//! - **Cautions:** open records are not in it, so it is too short while many are open: they are
//!   counted beside it, with the median that considers them; fewer than 10
//! - **Source:** reference, kpis 4b “Sales cycle”; funnels 5e

use super::fact::{Facts, Kept};
use super::{LIFETIME, Measure, Require, lifetime_of};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Days,
    needs: LIFETIME,
    requires: &[Require::Records, Require::Outcome, Require::Created, Require::Closed],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    lifetime_of(facts, facts.quantile(Kept::LifeDays, 0.5))
}
