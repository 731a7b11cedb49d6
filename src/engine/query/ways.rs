//! The way of each record through the stages, move by move: from a history where there is one, else
//! from the dates of stages.
//!
//! A status alone says where a record is and not where it was: it has no ways (reference: funnels,
//! 5c). What a later stage implies is no move. Stages of one day follow each other as the ladder has
//! them (5d). Not here: what is asked of the ways (`transitions`, `flow`).

use super::frame::Frame;
use crate::engine::dimension::Label;
use crate::engine::funnel::{
    NO_STAGE, Outcome, PLACE_AFTER, PLACE_LOST, PLACE_WON, Records, Shape,
};
use crate::engine::report::{Absence, MoveKind};
use crate::engine::table::NO_DAY;

/// A change of place. An opening has no place that it left.
#[derive(Clone, Copy)]
pub(super) struct Move {
    pub record: u32,
    pub from: Option<usize>,
    pub to: usize,
    /// `None` for an opening.
    pub kind: Option<MoveKind>,
    pub day: i32,
    /// The record had been in that place before.
    pub again: bool,
}

/// The moves of records, one record after the other and each in its order.
#[derive(Default)]
pub(super) struct Ways {
    pub moves: Vec<Move>,
    pub out_of_order: u64,
    pub unknown_depth: u64,
    pub by_own_row: u64,
    pub reopened_by_row: u64,
}

/// The places by position: the ladder, won, lost, the stages after the win.
pub(super) fn places(frame: &Frame<'_>) -> Vec<Label> {
    let stages = frame.assembled.stages.iter().cloned().map(Label::Stage);
    let after = frame.assembled.stages_after.iter().cloned().map(Label::Stage);
    stages.chain([Label::Won, Label::Lost]).chain(after).collect()
}

/// The way of one record that is being walked.
struct Walk<'a> {
    ways: &'a mut Ways,
    record: u32,
    stages: usize,
    at: Option<u8>,
    /// Bits of the places where it was.
    seen: u128,
}

impl Walk<'_> {
    fn go(&mut self, to: u8, day: i32) {
        let bit = 1u128.checked_shl(self.position(to) as u32).unwrap_or(0);
        self.ways.moves.push(Move {
            record: self.record,
            from: self.at.map(|from| self.position(from)),
            to: self.position(to),
            kind: self.at.map(|from| kind(from, to)),
            day,
            again: self.seen & bit != 0,
        });
        self.seen |= bit;
        self.at = Some(to);
    }

    fn position(&self, place: u8) -> usize {
        match place {
            PLACE_WON => self.stages,
            PLACE_LOST => self.stages + 1,
            PLACE_AFTER.. => self.stages + 2 + usize::from(place - PLACE_AFTER),
            at => usize::from(at),
        }
    }
}

fn kind(from: u8, to: u8) -> MoveKind {
    match (from, to) {
        (_, PLACE_LOST) => MoveKind::Lost,
        (PLACE_WON.., PLACE_WON..) => MoveKind::AfterWin,
        (_, PLACE_WON..) => MoveKind::Won,
        (PLACE_LOST.., _) => MoveKind::Reopened,
        (from, to) if to < from => MoveKind::Back,
        (from, to) if to > from + 1 => MoveKind::Skipped,
        _ => MoveKind::Forward,
    }
}

impl Ways {
    /// The ways of these records, which are in their order.
    ///
    /// # Errors
    /// Where the files hold only the current status.
    pub fn of(frame: &Frame<'_>, rows: &[u32]) -> Result<Ways, Absence> {
        let has = &frame.assembled.has;
        for (needed, lack) in [
            (has.records, Absence::NoRecords),
            (!frame.assembled.stages.is_empty(), Absence::NoStages),
            (frame.assembled.shape != Shape::Snapshot, Absence::NoHistory),
        ] {
            if !needed {
                return Err(lack);
            }
        }
        let records = &frame.assembled.records;
        let stages = frame.assembled.stages.len();
        let known = moves_of(frame);
        let mut ways = Ways::default();
        for record in rows.iter().copied() {
            let row = record as usize;
            ways.out_of_order += u64::from(records.disordered.get(row).is_some_and(|b| *b != 0));
            let mut walk = Walk { ways: &mut ways, record, stages, at: None, seen: 0 };
            let moves = known.get(row).cloned().unwrap_or(0..0);
            if moves.is_empty() {
                by_evidence(&mut walk, records, row);
                let is_log = frame.assembled.shape == Shape::EventLog;
                ways.by_own_row += u64::from(is_log);
                ways.unknown_depth += u64::from(records.depth_unknown.get(row) == Some(&true));
            } else {
                by_history(&mut walk, frame, moves);
                let reopened = end(&mut walk, records, row);
                ways.reopened_by_row += u64::from(reopened);
            }
        }
        Ok(ways)
    }
}

/// Where the moves of each record stand in the history; empty without one.
fn moves_of(frame: &Frame<'_>) -> Vec<std::ops::Range<usize>> {
    let moves = &frame.assembled.moves;
    let mut ranges =
        vec![0..0; if moves.record.is_empty() { 0 } else { frame.assembled.records.count }];
    let mut start = 0;
    for of_record in moves.record.chunk_by(|a, b| a == b) {
        let range = start..start + of_record.len();
        start = range.end;
        let slot = of_record.first().and_then(|record| ranges.get_mut(*record as usize));
        slot.into_iter().for_each(|slot| *slot = range.clone());
    }
    ranges
}

fn by_history(walk: &mut Walk<'_>, frame: &Frame<'_>, range: std::ops::Range<usize>) {
    let moves = &frame.assembled.moves;
    let of = |range: std::ops::Range<usize>| {
        let days = moves.day.get(range.clone()).unwrap_or(&[]);
        let to = moves.to.get(range.clone()).unwrap_or(&[]);
        moves.from.get(range).unwrap_or(&[]).iter().zip(to).zip(days)
    };
    for ((from, to), day) in of(range) {
        // Where a row is missing in between, the record came to the place that the next one left, and
        // nobody knows when.
        match walk.at {
            Some(at) if *from != NO_STAGE && *from != at => walk.go(*from, NO_DAY),
            None if *from != NO_STAGE => walk.go(*from, NO_DAY),
            _ => {}
        }
        walk.go(*to, *day);
    }
}

/// A record's own row is believed: what it says is closed is closed. Whether it is open by its row
/// and ended by its history.
fn end(walk: &mut Walk<'_>, records: &Records, row: usize) -> bool {
    let closed = records.closed.get(row).copied().unwrap_or(NO_DAY);
    let at = walk.at.unwrap_or(NO_STAGE);
    match records.outcome.get(row).copied().unwrap_or(Outcome::Open) {
        Outcome::Won if at < PLACE_WON => walk.go(PLACE_WON, closed),
        Outcome::Lost if at != PLACE_LOST => walk.go(PLACE_LOST, closed),
        Outcome::Open => return at >= PLACE_LOST && at != NO_STAGE,
        _ => {}
    }
    false
}

/// The stages with evidence of their own, as the ladder has them, and the end.
fn by_evidence(walk: &mut Walk<'_>, records: &Records, row: usize) {
    let day_of =
        |days: Option<&Vec<i32>>| days.and_then(|days| days.get(row)).copied().unwrap_or(NO_DAY);
    let created = records.created.get(row).copied().unwrap_or(NO_DAY);
    let seen = records.observed.get(row).copied().unwrap_or(0) | 1;
    for at in (0..walk.stages.min(32)).filter(|at| seen >> at & 1 == 1) {
        let day = day_of(records.entered.get(at));
        walk.go(at as u8, if at == 0 && day == NO_DAY { created } else { day });
    }
    end(walk, records, row);
    let after = records.after.get(row).copied().unwrap_or(0);
    if records.outcome.get(row) == Some(&Outcome::Won) {
        for at in (0..records.entered_after.len().min(32)).filter(|at| after >> at & 1 == 1) {
            walk.go(PLACE_AFTER + at as u8, day_of(records.entered_after.get(at)));
        }
    }
}
