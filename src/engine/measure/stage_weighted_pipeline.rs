//! Weighted pipeline, by the history of stages.
//!
//! - **Answers:** How much will the open deals bring, if they fare as those before them?
//! - **Formula:** sum over open records of amount × the share of closed records that were won
//!   after they reached the same stage, over all that the data hold
//! - **Unit:** money
//! - **Basis:** cohort: open records created in the period; events: those that are expected to
//!   close in it, and all open records where the file has no such day; the shares
//!   over all closed records, whatever the period and the filters
//! - **Empty when:** never: with no open deals it is 0
//! - **Cautions:** open records without the day of the period; open records without an amount, or without a stage that closed records have
//!   reached, add nothing; where the file forgets the stage of lost deals, the shares of late
//!   stages are too high; other currencies
//! - **Source:** reference, kpis 4b “Weighted pipeline” (observed stage→won rate)

use super::fact::{Count, Facts, Needs, Total};
use super::{Measure, Require, other_currencies, with_any, without_dates};
use crate::engine::value::{Caution, Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Money,
    needs: Needs::nothing()
        .and_total(Total::StageChanceAmount)
        .and_count(Count::OpenUnstaged)
        .and_count(Count::OpenPriced)
        .and_count(Count::OpenUnpriced)
        .and_count(Count::OpenElsewhere)
        .and_count(Count::OpenUndated),
    requires: &[Require::Records, Require::Outcome, Require::Amount, Require::Stages(1)],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let sum = Quantity::plain(facts.total(Total::StageChanceAmount), Unit::Money);
    let sum = other_currencies(sum, facts.counted(Count::OpenElsewhere));
    let sum = without_dates(sum, facts.counted(Count::OpenUndated));
    let unpriced = Caution::WithoutAmount { records: facts.counted(Count::OpenUnpriced) };
    let unknown = Caution::WithoutChance { records: facts.counted(Count::OpenUnstaged) };
    with_any(with_any(sum, unpriced), unknown)
}
