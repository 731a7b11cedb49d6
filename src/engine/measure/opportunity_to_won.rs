//! Conversion from opportunity to won (opportunity → customer).
//!
//! - **Answers:** What share of the opportunities is won?
//! - **Formula:** reached the stage after the qualified one, and won ÷ reached the stage after the
//!   qualified one
//! - **Unit:** share, with its Wilson interval
//! - **Basis:** cohort: of the records created in the period, as the funnel has them. Period:
//!   won in the period ÷ entered the stage in it,
//!   each by its own day; these are different records, so it may exceed 1 and has no interval. A
//!   stage of which no day is known is counted by creation
//! - **Empty when:** there are no opportunities, or the policy is “any”
//! - **Cautions:** fewer than 10 opportunities; young ones are not decided yet;
//!   under the period basis, records without the day of the stage or of closing, and a stage without
//!   days
//! - **Source:** reference, kpis 4b “Stage conversion A→B”

use super::entry::Rung;
use super::fact::{Count, Facts, Needs};
use super::{Measure, Require, entered, rate};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: Needs::nothing().and_count(Count::OpportunitiesTied).and_count(Count::OpportunitiesWon),
    requires: &[Require::Records, Require::Outcome, Require::QualifiedStage, Require::NextStage],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let (won, came) = (facts.count(Count::OpportunitiesWon), facts.count(Count::OpportunitiesTied));
    let rate = rate(won, came, facts.one_population);
    entered(rate, facts, &[Rung::Next], Count::OpportunitiesWonUndated)
}
