//! Conversion from qualified to the next stage (MQL → SQL or opportunity).
//!
//! - **Answers:** What share of qualified leads do sales take on?
//! - **Formula:** reached the qualified stage and the one after it ÷ reached the qualified stage
//! - **Unit:** share, with its Wilson interval
//! - **Basis:** by creation, on either basis: of the records created in the period, as the
//!   funnel has them
//! - **Empty when:** nothing is qualified; under the policy “any”, as no stage is a part of another
//! - **Cautions:** fewer than 10 qualified; young leads are not decided yet
//! - **Source:** reference, kpis 4b “Qualified lead rate” (SQL ÷ MQL), “Stage conversion A→B”

use super::fact::{Count, Facts, Needs};
use super::{Measure, Require, share};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: Needs::nothing().and_count(Count::QualifiedOn).and_count(Count::QualifiedTied),
    requires: &[Require::Records, Require::Outcome, Require::NextStage],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    share(facts.count(Count::QualifiedOn), facts.count(Count::QualifiedTied))
}
