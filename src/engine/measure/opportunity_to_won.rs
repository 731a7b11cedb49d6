//! Conversion from opportunity to won (opportunity → customer).
//!
//! - **Answers:** What share of the opportunities is won?
//! - **Formula:** reached the stage after the qualified one, and won ÷ reached the stage after the
//!   qualified one
//! - **Unit:** share, with its Wilson interval
//! - **Basis:** by creation, on either basis: of the records created in the period, as the
//!   funnel has them
//! - **Empty when:** there are no opportunities, or the policy is “any”
//! - **Cautions:** fewer than 10 opportunities; young ones are not decided yet
//! - **Source:** reference, kpis 4b “Stage conversion A→B”

use super::fact::{Count, Facts, Needs};
use super::{Measure, Require, share};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: Needs::nothing().and_count(Count::OpportunitiesTied).and_count(Count::OpportunitiesWon),
    requires: &[Require::Records, Require::Outcome, Require::QualifiedStage, Require::NextStage],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    share(facts.count(Count::OpportunitiesWon), facts.count(Count::OpportunitiesTied))
}
