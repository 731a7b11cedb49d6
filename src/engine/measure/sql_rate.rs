//! Conversion from qualified to the next stage (MQL → SQL or opportunity).
//!
//! - **Answers:** What share of qualified leads do sales take on?
//! - **Formula:** reached the qualified stage and the one after it ÷ reached the qualified stage
//! - **Unit:** share, with its Wilson interval
//! - **Basis:** cohort: of the records created in the period, as the funnel has them. Period:
//!   entered the next stage in the period ÷ entered the qualified one in it,
//!   each by its own day; these are different records, so it may exceed 1 and has no interval. A
//!   stage of which no day is known is counted by creation
//! - **Empty when:** nothing is qualified; under the policy “any”, as no stage is a part of another
//! - **Cautions:** fewer than 10 qualified; young leads are not decided yet; under
//!   the period basis, records without a day of these stages, and stages without days
//! - **Source:** reference, kpis 4b “Qualified lead rate” (SQL ÷ MQL), “Stage conversion A→B”

use super::entry::Rung;
use super::fact::{Count, Facts, Needs};
use super::{Measure, Require, entered, rate};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: Needs::nothing().and_count(Count::QualifiedOn).and_count(Count::QualifiedTied),
    requires: &[Require::Records, Require::Outcome, Require::NextStage],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let rungs = [Rung::Qualified, Rung::Next];
    let is_share = !rungs.iter().any(|rung| facts.entries.is_by_entry(*rung));
    let (on, qualified) = (facts.count(Count::QualifiedOn), facts.count(Count::QualifiedTied));
    entered(rate(on, qualified, is_share), facts, &rungs, Count::QualifiedOnUndated)
}
