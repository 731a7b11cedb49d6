//! Net Promoter Score (NPS).
//!
//! - **Answers:** Would customers recommend us?
//! - **Formula:** share of answers 9 and 10 − share of answers 0 to 6, times 100
//! - **Unit:** score from −100 to 100, with its interval (95 %)
//! - **Basis:** answers by their own day, on either basis; grouped as the account’s (or
//!   record’s) own groups
//! - **Empty when:** there are no answers
//! - **Cautions:** answers that are no whole number from 0 to 10 are left out and counted; fewer
//!   than 10 answers; who answers is not everybody
//! - **Source:** reference, kpis 4b “NPS”; interval: B. Rocks, The American Statistician 70
//!   (2016), adjusted Wald with three answers added

use super::fact::{Count, Facts, Needs};
use super::{Measure, Require, marked_if_small, with_any};
use crate::engine::stats;
use crate::engine::value::{Caution, Quantity, Unit};

pub(super) const MEASURE: Measure = Measure {
    unit: Unit::Score,
    needs: Needs::nothing()
        .and_count(Count::Promoters)
        .and_count(Count::Passives)
        .and_count(Count::Detractors)
        .and_count(Count::InvalidScores),
    requires: &[Require::Scores],
    derive,
};

fn derive(facts: &Facts) -> Quantity {
    let (for_us, against) = (facts.count(Count::Promoters), facts.count(Count::Detractors));
    let answers = for_us + facts.count(Count::Passives) + against;
    let score = Quantity::ratio((for_us - against) * 100.0, answers, Unit::Score);
    let interval = stats::net_score(for_us, against, answers);
    let score = Quantity { interval, numerator: None, ..marked_if_small(score) };
    with_any(score, Caution::InvalidScores { answers: facts.counted(Count::InvalidScores) })
}
