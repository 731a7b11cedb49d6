//! Lead response time.
//!
//! - **Answers:** How long does a new lead wait for the first contact?
//! - **Formula:** median of the hours from creation to the first activity that came to something
//! - **Unit:** hours
//! - **Basis:** by creation, on either basis
//! - **Empty when:** no record has an activity after its creation
//! - **Cautions:** leads that nobody contacted are not in it and counted apart; nights and
//!   weekends count unless working hours are set; fewer than 10
//! - **Source:** reference, kpis 4b “Lead response time”

use super::fact::{Facts, Kept, Needs};
use super::{Measure, Require, marked_if_small};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Hours,
    needs: Needs::nothing().and_kept(Kept::ResponseHours),
    requires: &[
        Require::Records,
        Require::Created,
        Require::Activities,
        Require::TiedActivities,
        Require::Times,
    ],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let value = facts.quantile(Kept::ResponseHours, 0.5);
    let behind = Some(facts.kept(Kept::ResponseHours) as f64);
    marked_if_small(Quantity { value, denominator: behind, ..Quantity::none(Unit::Hours) })
}
