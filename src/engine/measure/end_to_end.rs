//! Conversion from end to end.
//!
//! - **Answers:** What share of leads became won deals?
//! - **Formula:** won ÷ leads
//! - **Unit:** share, with its Wilson interval
//! - **Basis:** cohort: of the leads created in the period, those that were won whenever, so
//!   young leads still count as not won. Period: won in the period ÷ created in the period;
//!   these are different records, so it may exceed 1 and has no interval
//! - **Empty when:** there are no leads
//! - **Cautions:** fewer than 10 leads; under the period basis, won records without the day
//!   of closing
//! - **Source:** reference, kpis 4b “End-to-end conversion”, “Win rate (cohort)”; 4a

use super::fact::{Count, Facts, Needs};
use super::{Measure, Require, rate, without_dates};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: Needs::nothing().and_count(Count::Won).and_count(Count::Records),
    requires: &[Require::Records, Require::Outcome],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let (won, leads) = (facts.count(Count::Won), facts.count(Count::Records));
    without_dates(rate(won, leads, facts.one_population), facts.counted(Count::WonUndated))
}
