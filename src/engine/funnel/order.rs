//! Dates that run against the ladder: a stage entered before the one in front of it.
//!
//! Such dates are kept and counted, and left out of the interval that they spoil (reference:
//! funnels, 5d). Dates of one day tie, and the ladder's order breaks the tie.

use super::stage::bit;
use super::{Outcome, Records};
use crate::engine::table::NO_DAY;

/// Fills what is out of order, once all dates of stages and of closing stand.
pub(super) fn find(records: &mut Records) {
    if records.entered.iter().skip(1).all(Vec::is_empty) {
        return;
    }
    let mut disordered = vec![0; records.count];
    // The day of the last dated stage so far.
    let mut before = vec![NO_DAY; records.count];
    for (at, days) in records.entered.iter().enumerate() {
        for ((day, before), bits) in days.iter().zip(&mut before).zip(&mut disordered) {
            // No branches: which records are dated is as good as by chance.
            let is_dated = *day != NO_DAY;
            *bits |= if is_dated & (*day < *before) { bit(at) } else { 0 };
            *before = if is_dated { *day } else { *before };
        }
    }
    let ends = records.outcome.iter().zip(&records.closed).zip(&before);
    let early = |((outcome, closed), before): ((&Outcome, &i32), &i32)| {
        *outcome == Outcome::Won && *closed != NO_DAY && closed < before
    };
    records.won_early = ends.map(early).collect();
    records.disordered = disordered;
}
