//! Weighted pipeline, by the history of stages.
//!
//! - **Answers:** How much will the open deals bring, if they fare as those before them?
//! - **Formula:** sum over open records of amount × the share of closed records that were won
//!   after they reached the same stage, over all that the data hold
//! - **Unit:** money
//! - **Basis:** open records by creation, on either basis; the shares over all closed records,
//!   whatever the period and the filters
//! - **Empty when:** never: with no open deals it is 0
//! - **Cautions:** open records without an amount, or without a stage that closed records have
//!   reached, add nothing; where the file forgets the stage of lost deals, the shares of late
//!   stages are too high; other currencies
//! - **Source:** reference, kpis 4b “Weighted pipeline” (observed stage→won rate)

use super::fact::{Count, Facts, Needs, Total};
use super::{Measure, Require, other_currencies, with_any};
use crate::engine::value::{Caution, Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Money,
    needs: Needs::nothing()
        .and_total(Total::StageChanceAmount)
        .and_count(Count::OpenUnstaged)
        .and_count(Count::OpenPriced)
        .and_count(Count::OpenUnpriced)
        .and_count(Count::OpenElsewhere),
    requires: &[Require::Records, Require::Outcome, Require::Amount, Require::Stages(1)],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let sum = Quantity::plain(facts.total(Total::StageChanceAmount), Unit::Money);
    let sum = other_currencies(sum, facts.counted(Count::OpenElsewhere));
    let unpriced = Caution::WithoutAmount { records: facts.counted(Count::OpenUnpriced) };
    let unknown = Caution::WithoutChance { records: facts.counted(Count::OpenUnstaged) };
    with_any(with_any(sum, unpriced), unknown)
}
