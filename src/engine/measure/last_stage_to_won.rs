//! Conversion from the last stage to won.
//!
//! - **Answers:** What share of the deals that came to the last stage is won?
//! - **Formula:** reached the last stage, and won ÷ reached the last stage
//! - **Unit:** share, with its Wilson interval
//! - **Basis:** by creation, on either basis: of the records created in the period, as the
//!   funnel has them
//! - **Empty when:** nothing reached the last stage, or the policy is “any”
//! - **Cautions:** fewer than 10 in the last stage; under “implied” every win went through it
//! - **Source:** reference, kpis 4b “Stage conversion A→B”

use super::fact::{Count, Facts, Needs};
use super::{Measure, Require, share};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: Needs::nothing().and_count(Count::LastStageWon).and_count(Count::LastStage),
    requires: &[Require::Records, Require::Outcome, Require::Stages(1)],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    share(facts.count(Count::LastStageWon), facts.count(Count::LastStage))
}
