//! Win rate: of the decided.
//!
//! - **Answers:** What share of closed deals was won?
//! - **Formula:** won ÷ (won + lost)
//! - **Unit:** share, with its Wilson interval
//! - **Basis:** cohort: of the records created in the period, those closed since. Period:
//!   records closed in the period
//! - **Empty when:** nothing was won and nothing was lost
//! - **Cautions:** blind to open deals; fewer than 10 closed; under the period basis, closed
//!   records without the day of closing
//! - **Source:** reference, kpis 4b “Win rate (closed)”

use super::fact::{Count, Facts, Needs};
use super::{Measure, Require, share, without_dates};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: Needs::nothing().and_count(Count::Won).and_count(Count::Lost),
    requires: &[Require::Records, Require::Outcome],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let won = facts.count(Count::Won);
    let quantity = share(won, won + facts.count(Count::Lost));
    let undated = facts.counted(Count::WonUndated) + facts.counted(Count::LostUndated);
    without_dates(quantity, undated)
}
