//! Visits.
//!
//! - **Answers:** How often was the site visited?
//! - **Formula:** sum of the visits (sessions) of the rows of visit files
//! - **Unit:** visits
//! - **Basis:** by the day of the visit, on either basis
//! - **Empty when:** never: without visits it is 0
//! - **Cautions:** as the counter counts them; visitors can't be added over days and are left out;
//!   rows without a day are in no period
//! - **Source:** reference, channels-and-headers 6e “Yandex Metrika sources”, capabilities S33

use super::fact::{Count, Facts, Needs, Total};
use super::{Measure, Require};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Count,
    needs: Needs::nothing().and_count(Count::VisitRows).and_total(Total::Visits),
    requires: &[Require::Visits],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    Quantity::plain(facts.total(Total::Visits), Unit::Count)
}
