//! Visit → lead.
//!
//! - **Answers:** What share of visits became leads?
//! - **Formula:** leads of channels that have visits, created from the first to the last day of the
//!   visits ÷ visits of the same cell
//! - **Unit:** share, with its Wilson interval
//! - **Basis:** visits by their own day, leads by creation
//! - **Empty when:** there are no visits
//! - **Cautions:** joined by channel and period, not person by person: a lead may come days after its
//!   visit, and by another channel; one person visits more than once; fewer than 10 visits
//! - **Source:** reference, channels-and-headers 6e (visits as the step before the ladder);
//!   joined as spend is, funnels 5c

use super::fact::{Count, Facts, Needs, Total};
use super::{Measure, Require, marked_if_small, share};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: Needs::nothing()
        .and_count(Count::VisitedRecords)
        .and_count(Count::VisitRows)
        .and_total(Total::Visits),
    requires: &[Require::Records, Require::Created, Require::Visits],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let (leads, visits) = (facts.count(Count::VisitedRecords), facts.total(Total::Visits));
    // More leads than visits are no share, and have no interval.
    match leads <= visits {
        true => share(leads, visits),
        false => marked_if_small(Quantity::ratio(leads, visits, Unit::Share)),
    }
}
