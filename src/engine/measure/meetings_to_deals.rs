//! Meetings to deals.
//!
//! - **Answers:** What share of the leads met was won?
//! - **Formula:** won records with a held meeting ÷ records with a held meeting
//! - **Unit:** share, with its Wilson interval
//! - **Basis:** by creation, on either basis
//! - **Empty when:** no record has a held meeting
//! - **Cautions:** records that were met are compared with none that were not: the better ones
//!   may be met more often; young ones are not decided yet; fewer than 10
//! - **Source:** reference, kpis 4b “Meetings → deals” (by records with a held meeting)

use super::fact::{Count, Facts, Needs};
use super::{Measure, Require, share};
use crate::engine::value::{Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Share,
    needs: Needs::nothing().and_count(Count::Met).and_count(Count::MetWon),
    requires: &[Require::Records, Require::Outcome, Require::Activities, Require::TiedActivities],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    share(facts.count(Count::MetWon), facts.count(Count::Met))
}
