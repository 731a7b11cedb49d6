//! Ways back, as a history of stages tells them: stages entered again, moves to an earlier stage,
//! records that went on after their end.

use crate::engine::funnel::{Assembled, NO_STAGE, PLACE_AFTER, PLACE_LOST, PLACE_WON};

/// Counts of records.
#[derive(Clone)]
pub(super) struct Returns {
    /// By place: entered more than once.
    again: Vec<u64>,
    pub moved_back: u64,
    pub reopened: u64,
    stages: usize,
}

impl Returns {
    /// Of these records; `None` without a history.
    pub fn of(assembled: &Assembled, rows: &[u32]) -> Option<Returns> {
        let moves = &assembled.moves;
        if moves.record.is_empty() {
            return None;
        }
        let mut is_in = vec![false; assembled.records.count];
        for row in rows {
            if let Some(flag) = is_in.get_mut(*row as usize) {
                *flag = true;
            }
        }
        let stages = assembled.stages.len();
        let mut returns =
            Returns { again: vec![0; usize::from(NO_STAGE)], moved_back: 0, reopened: 0, stages };
        let mut start = 0;
        for of_record in moves.record.chunk_by(|a, b| a == b) {
            let range = start..start + of_record.len();
            start = range.end;
            let known = of_record.first().and_then(|r| is_in.get(*r as usize));
            let from = moves.from.get(range.clone()).unwrap_or(&[]);
            let to = moves.to.get(range).unwrap_or(&[]);
            if known == Some(&true) {
                returns.take(from, to);
            }
        }
        Some(returns)
    }

    fn take(&mut self, from: &[u8], to: &[u8]) {
        let mut visits = [0u32; 256];
        let (mut back, mut reopened) = (false, false);
        for (from, to) in from.iter().zip(to) {
            visits[usize::from(*to)] += 1;
            back |= *from < PLACE_LOST && to < from;
            let ended = *from == PLACE_LOST || (PLACE_WON..NO_STAGE).contains(from);
            let goes_on = *to < PLACE_LOST || *from == PLACE_LOST && *to >= PLACE_WON;
            reopened |= ended && goes_on;
        }
        self.moved_back += u64::from(back);
        self.reopened += u64::from(reopened);
        for (again, visits) in self.again.iter_mut().zip(visits) {
            *again += u64::from(visits > 1);
        }
    }

    /// Takes out some of the records.
    pub fn less(&mut self, other: &Returns) {
        self.again.iter_mut().zip(&other.again).for_each(|(mine, theirs)| *mine -= theirs);
        self.moved_back -= other.moved_back;
        self.reopened -= other.reopened;
    }

    /// Records that entered a step of the funnel more than once.
    pub fn entered_again(&self, step: usize) -> u64 {
        let place = match step.checked_sub(self.stages) {
            None => step,
            Some(0) => usize::from(PLACE_WON),
            Some(after) => usize::from(PLACE_AFTER) + after - 1,
        };
        self.again.get(place).copied().unwrap_or(0)
    }
}
