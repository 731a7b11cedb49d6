//! Weighted pipeline, by the CRM’s probability.
//!
//! - **Answers:** How much will the open deals bring, if the CRM’s chances hold?
//! - **Formula:** sum over open records of amount × probability in the file
//! - **Unit:** money
//! - **Basis:** cohort: open records created in the period; events: those that are expected to
//!   close in it, and all open records where the file has no such day
//! - **Empty when:** never: with no open deals it is 0
//! - **Cautions:** open records without the day of the period; open records without an amount or a probability add nothing; other
//!   currencies; the CRM’s chances are often a default of the stage
//! - **Source:** reference, kpis 4b “Weighted pipeline”

use super::fact::{Count, Facts, Needs, Total};
use super::{Measure, Require, other_currencies, with_any, without_dates};
use crate::engine::value::{Caution, Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Money,
    needs: Needs::nothing()
        .and_total(Total::ChanceAmount)
        .and_count(Count::OpenWithoutChance)
        .and_count(Count::OpenPriced)
        .and_count(Count::OpenUnpriced)
        .and_count(Count::OpenElsewhere)
        .and_count(Count::OpenUndated),
    requires: &[Require::Records, Require::Outcome, Require::Amount, Require::Chance],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let sum = Quantity::plain(facts.total(Total::ChanceAmount), Unit::Money);
    let sum = other_currencies(sum, facts.counted(Count::OpenElsewhere));
    let sum = without_dates(sum, facts.counted(Count::OpenUndated));
    let unpriced = Caution::WithoutAmount { records: facts.counted(Count::OpenUnpriced) };
    let unknown = Caution::WithoutChance { records: facts.counted(Count::OpenWithoutChance) };
    with_any(with_any(sum, unpriced), unknown)
}
