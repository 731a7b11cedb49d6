//! Records that came to a stage, and on to another or to an end, for measures of the user's own: by
//! the skip policy, as all figures of stages are.
//!
//! Not here: whether a stage was reached (`measure::reach`), the formula (`formula::reached`).

use crate::engine::formula::{Among, ColumnAsk};
use crate::engine::funnel::{Assembled, Outcome};
use crate::engine::measure::reach;
use crate::engine::report::SkipPolicy;

/// By record 1 where it counts; `None` where the ladder has no such stage. Under `Any` each stage counts
/// by itself, and those with evidence for both are counted; but none is a part of another, so the sides
/// of a conversion (`tied`) are empty.
pub(super) fn codes(
    assembled: &Assembled,
    policy: SkipPolicy,
    ask: &ColumnAsk,
    (and, tied): (Option<&str>, bool),
) -> Option<Vec<u32>> {
    let place = |name: &str| assembled.stages.iter().position(|s| s == name);
    let from = place(&ask.header)?;
    let to = match and {
        Some(and) => place(and)?,
        None => from,
    };
    let stages = assembled.stages.len();
    let records = &assembled.records;
    let is_empty = tied && policy == SkipPolicy::Any;
    let counts = |row: usize, outcome: Outcome| {
        let seen = reach::evidence(records, row, policy);
        let reached = reach::reached(seen, outcome, policy);
        let came = |stage: usize| reached.checked_shr(stage as u32).is_some_and(|b| b & 1 == 1);
        let ended = match ask.of {
            Among::All => true,
            Among::Won => {
                let early = records.won_early.get(row) == Some(&true);
                reach::won(seen, outcome, policy, stages, early)
            }
            Among::Lost => outcome == Outcome::Lost,
            Among::Open => outcome == Outcome::Open,
        };
        !is_empty && came(from) && came(to) && ended
    };
    let each = records.outcome.iter().enumerate();
    Some(each.map(|(row, outcome)| u32::from(counts(row, *outcome))).collect())
}
