//! Conversion from the last stage to won.
//!
//! - **Answers:** What share of the deals that came to the last stage is won?
//! - **Formula:** reached the last stage, and won ÷ reached the last stage
//! - **Unit:** share, with its Wilson interval
//! - **Basis:** cohort: of the records created in the period, as the funnel has them. Period:
//!   won in the period ÷ entered the stage in it,
//!   each by its own day; these are different records, so it may exceed 1 and has no interval. A
//!   stage of which no day is known is counted by creation
//! - **Empty when:** nothing reached the last stage, or the policy is “any”
//! - **Cautions:** fewer than 10 in the last stage; under “implied” every win went through it;
//!   under the period basis, records without the day of the stage or of closing, and a stage without
//!   days
//! - **Source:** reference, kpis 4b “Stage conversion A→B”

use super::entry::Rung;
use super::fact::{Count, Facts, Needs};
use super::{Measure, Require, entered, rate};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: Needs::nothing().and_count(Count::LastStageWon).and_count(Count::LastStage),
    requires: &[Require::Records, Require::Outcome, Require::Stages(1)],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let (won, came) = (facts.count(Count::LastStageWon), facts.count(Count::LastStage));
    let rate = rate(won, came, facts.one_population);
    entered(rate, facts, &[Rung::Last], Count::LastStageWonUndated)
}
