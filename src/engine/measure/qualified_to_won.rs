//! Conversion from qualified to won (MQL → customer).
//!
//! - **Answers:** What share of qualified leads is won?
//! - **Formula:** qualified and won ÷ qualified
//! - **Unit:** share, with its Wilson interval
//! - **Basis:** by creation, on either basis: of the records created in the period, as the
//!   funnel has them
//! - **Empty when:** nothing is qualified; under the policy “any”, as no stage is a part of another
//! - **Cautions:** fewer than 10 qualified; young leads are not decided yet
//! - **Source:** reference, kpis 4b “Stage conversion A→B”

use super::fact::{Count, Facts, Needs};
use super::{Measure, Require, share};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: Needs::nothing().and_count(Count::QualifiedWon).and_count(Count::QualifiedTied),
    requires: &[Require::Records, Require::Outcome, Require::QualifiedStage],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    share(facts.count(Count::QualifiedWon), facts.count(Count::QualifiedTied))
}
