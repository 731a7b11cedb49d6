//! Ways back, as a history of stages tells them: stages entered again, moves to an earlier stage,
//! records that went on after their end.

use crate::engine::funnel::{Assembled, NO_STAGE, PLACE_AFTER, PLACE_LOST, PLACE_WON};
use std::collections::BTreeMap;

/// Counts of records, or of persons or accounts with any such record.
#[derive(Clone)]
pub(super) struct Returns {
    /// By place: entered more than once.
    again: Vec<u64>,
    pub moved_back: u64,
    pub reopened: u64,
    stages: usize,
}

impl Returns {
    /// Of these records, or of the persons or accounts of theirs by `numbers` (0 for none); `None`
    /// without a history.
    pub fn of(assembled: &Assembled, rows: &[u32], numbers: Option<&[u32]>) -> Option<Returns> {
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
        let mut of_entity: BTreeMap<u32, Back> = BTreeMap::new();
        let mut start = 0;
        for of_record in moves.record.chunk_by(|a, b| a == b) {
            let range = start..start + of_record.len();
            start = range.end;
            let record = of_record.first().map_or(usize::MAX, |r| *r as usize);
            if is_in.get(record) != Some(&true) {
                continue;
            }
            let from = moves.from.get(range.clone()).unwrap_or(&[]);
            let to = moves.to.get(range).unwrap_or(&[]);
            let back = Back::of(from, to);
            match numbers.and_then(|n| n.get(record)).filter(|number| **number != 0) {
                Some(number) => of_entity.entry(*number).or_default().join(&back),
                None => returns.add(&back),
            }
        }
        of_entity.values().for_each(|back| returns.add(back));
        Some(returns)
    }

    fn add(&mut self, back: &Back) {
        self.moved_back += u64::from(back.moved);
        self.reopened += u64::from(back.reopened);
        for (place, again) in self.again.iter_mut().enumerate() {
            *again += u64::from(back.has(place));
        }
    }

    /// Takes out some of the records.
    pub fn less(&mut self, other: &Returns) {
        self.again.iter_mut().zip(&other.again).for_each(|(mine, theirs)| *mine -= theirs);
        self.moved_back -= other.moved_back;
        self.reopened -= other.reopened;
    }

    /// How many entered a step of the funnel more than once.
    pub fn entered_again(&self, step: usize) -> u64 {
        self.again.get(place_of(step, self.stages)).copied().unwrap_or(0)
    }
}

/// What a record, or any of a person or an account, did.
#[derive(Default)]
struct Back {
    /// By place, a bit each: entered more than once.
    again: [u64; 4],
    moved: bool,
    reopened: bool,
}

impl Back {
    fn of(from: &[u8], to: &[u8]) -> Back {
        let mut visits = [0u32; 256];
        let mut back = Back::default();
        for (from, to) in from.iter().zip(to) {
            visits[usize::from(*to)] += 1;
            back.moved |= *from < PLACE_LOST && to < from;
            let ended = *from == PLACE_LOST || (PLACE_WON..NO_STAGE).contains(from);
            let goes_on = *to < PLACE_LOST || *from == PLACE_LOST && *to >= PLACE_WON;
            back.reopened |= ended && goes_on;
        }
        for (place, _) in visits.iter().enumerate().filter(|(_, visits)| **visits > 1) {
            back.again[place / 64] |= 1 << (place % 64);
        }
        back
    }

    fn has(&self, place: usize) -> bool {
        self.again.get(place / 64).is_some_and(|bits| bits >> (place % 64) & 1 == 1)
    }

    fn join(&mut self, other: &Back) {
        self.again.iter_mut().zip(other.again).for_each(|(mine, theirs)| *mine |= theirs);
        self.moved |= other.moved;
        self.reopened |= other.reopened;
    }
}

/// The place of a step of the funnel in a history.
fn place_of(step: usize, stages: usize) -> usize {
    match step.checked_sub(stages) {
        None => step,
        Some(0) => usize::from(PLACE_WON),
        Some(after) => usize::from(PLACE_AFTER) + after - 1,
    }
}

/// Which records entered a step of the funnel more than once.
pub(super) fn again(assembled: &Assembled, step: usize) -> Vec<bool> {
    let place = place_of(step, assembled.stages.len());
    let moves = &assembled.moves;
    let (mut once, mut again) =
        (vec![false; assembled.records.count], vec![false; assembled.records.count]);
    let entries = moves.record.iter().zip(&moves.to).filter(|(_, to)| usize::from(**to) == place);
    for (record, _) in entries {
        let at = *record as usize;
        if let (Some(once), Some(again)) = (once.get_mut(at), again.get_mut(at)) {
            *again |= *once;
            *once = true;
        }
    }
    again
}
