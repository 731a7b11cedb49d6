//! Share of records that were lost.
//!
//! - **Answers:** What share of leads was lost?
//! - **Formula:** lost ÷ leads
//! - **Unit:** share, with its Wilson interval
//! - **Basis:** cohort: of the records created in the period, those that were lost whenever.
//!   Period: lost in the period ÷ created in the period; these are different records, so it has
//!   no interval
//! - **Empty when:** there are no leads
//! - **Cautions:** fewer than 10 leads; deals that nobody closes are not lost; under the period
//!   basis, lost records without the day of closing
//! - **Source:** reference, kpis 4b “Lost share by reason”, “Win rate (cohort)”

use super::fact::{Count, Facts, Needs};
use super::{Measure, Require, rate, without_dates};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: Needs::nothing().and_count(Count::Lost).and_count(Count::Records),
    requires: &[Require::Records, Require::Outcome],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let (lost, leads) = (facts.count(Count::Lost), facts.count(Count::Records));
    without_dates(rate(lost, leads, facts.one_population), facts.counted(Count::LostUndated))
}
