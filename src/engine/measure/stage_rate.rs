//! Conversion from one stage to the next, by position in the ladder.
//!
//! - **Answers:** What share of the records that reached a stage reached the next one?
//! - **Formula:** reached both ÷ reached the first of the two; whether a stage was reached is
//!   the skip policy’s
//! - **Unit:** share, with its Wilson interval
//! - **Basis:** cohort: of the records created in the period, as the funnel has them. Period:
//!   entered the second of the two in the period ÷ entered the first in it,
//!   each by its own day; these are different records, so it may exceed 1 and has no interval. A
//!   stage of which no day is known is counted by creation
//! - **Empty when:** no record reached the first of the two, the ladder is shorter, or the
//!   policy is “any”, under which no stage is a part of another
//! - **Cautions:** fewer than 10 that reached the first; young records may still move
//!   on; under the period basis, records without a day of these stages, and stages without days
//! - **Source:** reference, kpis 4b “Stage conversion A→B”; funnels 5b

use super::entry::Rung;
use super::fact::{Count, Facts, Needs};
use super::{Measure, Require, entered, rate};
use crate::engine::value::{Quantity, Unit};

const PAIRS: [(Count, Count); 7] = [
    (Count::From1, Count::Both1),
    (Count::From2, Count::Both2),
    (Count::From3, Count::Both3),
    (Count::From4, Count::Both4),
    (Count::From5, Count::Both5),
    (Count::From6, Count::Both6),
    (Count::From7, Count::Both7),
];

/// From the stage at this position (the first is 0) to the next.
pub(super) const fn measure<const AT: usize>() -> Measure {
    let (from, both) = PAIRS[AT];
    Measure {
        unit: Unit::Share,
        needs: Needs::nothing().and_count(from).and_count(both),
        requires: REQUIRES[AT],
        derive: derive::<AT>,
    }
}

const UNDATED: [Count; 7] = [
    Count::Undated1,
    Count::Undated2,
    Count::Undated3,
    Count::Undated4,
    Count::Undated5,
    Count::Undated6,
    Count::Undated7,
];

/// A pair needs both of its stages.
const REQUIRES: [&[Require]; 7] = [
    &[Require::Records, Require::Outcome, Require::Stages(2)],
    &[Require::Records, Require::Outcome, Require::Stages(3)],
    &[Require::Records, Require::Outcome, Require::Stages(4)],
    &[Require::Records, Require::Outcome, Require::Stages(5)],
    &[Require::Records, Require::Outcome, Require::Stages(6)],
    &[Require::Records, Require::Outcome, Require::Stages(7)],
    &[Require::Records, Require::Outcome, Require::Stages(8)],
];

fn derive<const AT: usize>(facts: &Facts) -> Quantity {
    let (from, both) = PAIRS[AT];
    let rungs = [Rung::At(AT as u8), Rung::At(AT as u8 + 1)];
    let is_share = !rungs.iter().any(|rung| facts.entries.is_by_entry(*rung));
    let rate = rate(facts.count(both), facts.count(from), is_share);
    entered(rate, facts, &rungs, UNDATED[AT])
}
