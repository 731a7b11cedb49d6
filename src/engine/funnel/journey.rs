//! What the events of a history make of records: first entries, moves in their order, how it ended.
//!
//! Moves of one moment (a day, where the history has no times) follow what they say they left, else
//! the ladder. A row that stays where the record is (a changed amount) is no move, nor is one into a
//! value that no stage takes: but a stage is left for it. Not here: how events are read (`log`).

use super::log::Event;
use super::meaning::Meaning;
use super::stage::bit;
use super::{Away, Moves, NO_STAGE, Outcome, Records};
use crate::engine::table::{NO_DAY, NO_MOMENT};
use crate::engine::value::Moment;

/// Places beyond the ladder, in the order in which they follow each other on one day: a deal that
/// was lost and won on one day is won.
pub const PLACE_LOST: u8 = 100;
pub const PLACE_WON: u8 = 101;
/// The first stage after the win; the others follow.
pub const PLACE_AFTER: u8 = 102;

/// The place that a value stands for.
pub(super) fn place(meaning: Meaning) -> u8 {
    match meaning {
        Meaning::Stage(at) => at,
        Meaning::Lost => PLACE_LOST,
        Meaning::Won => PLACE_WON,
        Meaning::After(at) => PLACE_AFTER.saturating_add(at),
        Meaning::Empty | Meaning::Unmapped => NO_STAGE,
    }
}

/// How a place ends a record; `None` where nothing is known.
pub(super) fn outcome_at(place: u8) -> Option<Outcome> {
    match place {
        NO_STAGE => None,
        PLACE_LOST => Some(Outcome::Lost),
        PLACE_WON.. => Some(Outcome::Won),
        _ => Some(Outcome::Open),
    }
}

/// How the records stand by their history.
#[derive(Default)]
pub(super) struct Ends {
    /// By record: the place after its last event, [`NO_STAGE`] without one.
    pub place: Vec<u8>,
    /// By record: the last stage of the ladder that it was in, [`NO_STAGE`] without one.
    pub stage: Vec<u8>,
    /// By record: the day on which it was won or lost, the last of them.
    pub closed: Vec<i32>,
}

/// How openings are to be told.
#[derive(Clone, Copy)]
pub(super) struct Opening {
    /// The records are made by the history: nothing tells of their creation.
    pub by_log: bool,
    /// Events say what was left.
    pub tells_left: bool,
}

/// Takes the events into the records and lists the moves.
pub(super) fn follow(
    mut events: Vec<Event>,
    opening: Opening,
    records: &mut Records,
) -> (Moves, Ends) {
    let mut moves = Moves::default();
    let count = records.count;
    let mut ends = Ends {
        place: vec![NO_STAGE; count],
        stage: vec![NO_STAGE; count],
        closed: vec![NO_DAY; count],
    };
    events.retain(|e| e.is_placed() || e.parks || e.from != NO_STAGE);
    events.sort_by_key(|e| (e.record, e.moment, !e.parks, e.to, e.from));
    for of_record in events.chunk_by_mut(|a, b| a.record == b.record) {
        let Some(record) = of_record.first().map(|e| e.record) else { continue };
        let undated = of_record.partition_point(|e| e.moment == NO_MOMENT);
        let (undated, dated) = of_record.split_at_mut(undated);
        let mut way = Way { record, records, moves: &mut moves, at: NO_STAGE, stage: NO_STAGE };
        for event in undated.iter() {
            way.seen(event.from);
            way.seen(event.to);
        }
        way.open(dated, opening);
        let closed = way.walk(dated);
        if dated.is_empty() {
            way.at =
                undated.iter().map(|e| e.to).filter(|p| *p != NO_STAGE).max().unwrap_or(NO_STAGE);
        }
        let (at, stage) = (way.at, way.stage);
        let record = record as usize;
        if let (Some(p), Some(s), Some(c)) =
            (ends.place.get_mut(record), ends.stage.get_mut(record), ends.closed.get_mut(record))
        {
            (*p, *s, *c) = (at, stage, closed);
        }
    }
    (moves, ends)
}

/// The way of one record.
struct Way<'a> {
    record: u32,
    records: &'a mut Records,
    moves: &'a mut Moves,
    at: u8,
    /// The last stage of the ladder.
    stage: u8,
}

impl Way<'_> {
    /// The stage in which the record began: what the first event left, else the first of the
    /// ladder, where the record was there before that event.
    fn open(&mut self, dated: &[Event], opening: Opening) {
        let Some(first) = dated.first() else { return };
        let created = self.records.created.get(self.record as usize).copied().unwrap_or(NO_DAY);
        let began = match opening {
            _ if first.from != NO_STAGE => first.from,
            Opening { by_log: false, tells_left: false } if first.to != 0 && created != NO_DAY => 0,
            _ => return,
        };
        let day = if opening.by_log || created > day_of(first) { NO_DAY } else { created };
        self.push(NO_STAGE, began, day);
        self.seen(began);
        self.visit(began, day);
    }

    /// Follows the dated events; the day on which the record ended, if it did.
    fn walk(&mut self, dated: &mut [Event]) -> i32 {
        let (mut won, mut after, mut lost) = (NO_DAY, NO_DAY, NO_DAY);
        for of_moment in dated.chunk_by_mut(|a, b| a.moment == b.moment) {
            for i in 0..of_moment.len() {
                // Of several events of one moment the one that leaves the place where we are.
                let rest = of_moment.get(i..).unwrap_or(&[]);
                if let Some(next) =
                    rest.iter().position(|e| self.at != NO_STAGE && e.from == self.at)
                {
                    of_moment.get_mut(i..=i + next).into_iter().for_each(|r| r.rotate_right(1));
                }
                let Some(event) = of_moment.get(i).copied() else { continue };
                let left = if event.from == NO_STAGE { self.at } else { event.from };
                self.seen(event.from);
                if !event.is_placed() {
                    if event.parks {
                        self.leave(day_of(&event));
                    }
                    continue;
                }
                if event.to == left {
                    // Nothing moved; where a row is missing in between, that is where it is.
                    self.come_back(left, day_of(&event));
                    self.seen(left);
                    self.at = left;
                    continue;
                }
                let day = day_of(&event);
                self.push(left, event.to, day);
                self.seen(event.to);
                self.visit(event.to, day);
                match event.to {
                    PLACE_LOST => lost = day,
                    PLACE_WON => won = day,
                    PLACE_AFTER.. if after == NO_DAY => after = day,
                    _ => {}
                }
            }
        }
        match outcome_at(self.at) {
            Some(Outcome::Won) if won == NO_DAY => after,
            Some(Outcome::Won) => won,
            Some(Outcome::Lost) => lost,
            _ => NO_DAY,
        }
    }

    fn push(&mut self, from: u8, to: u8, day: i32) {
        self.moves.record.push(self.record);
        self.moves.from.push(from);
        self.moves.to.push(to);
        self.moves.day.push(day);
        self.at = to;
    }

    /// The place of the last move was left for a value that no stage takes.
    fn leave(&mut self, day: i32) {
        let Some(last) = self.last_move() else { return };
        let is_gone = |away: &Away| away.after == last && away.until == NO_DAY;
        if !self.moves.away.last().is_some_and(is_gone) {
            self.moves.away.push(Away { after: last, from: day, until: NO_DAY });
        }
    }

    /// From such a value back to the place that was left for it.
    fn come_back(&mut self, place: u8, day: i32) {
        let last = self.last_move();
        if self.moves.to.last() != Some(&place) {
            return;
        }
        if let Some(away) = self.moves.away.last_mut().filter(|away| Some(away.after) == last)
            && away.until == NO_DAY
        {
            away.until = day;
        }
    }

    /// The last move of this record.
    fn last_move(&self) -> Option<u32> {
        let is_ours = self.moves.record.last() == Some(&self.record);
        (self.moves.record.len() as u32).checked_sub(1).filter(|_| is_ours)
    }

    /// Evidence that a place was entered.
    fn seen(&mut self, place: u8) {
        let record = self.record as usize;
        match place {
            NO_STAGE | PLACE_LOST | PLACE_WON => {}
            PLACE_AFTER.. => {
                if let Some(bits) = self.records.after.get_mut(record) {
                    *bits |= bit(usize::from(place - PLACE_AFTER));
                }
            }
            _ => {
                self.stage = place;
                if let Some(bits) = self.records.observed.get_mut(record) {
                    *bits |= bit(usize::from(place));
                }
            }
        }
    }

    /// The first entry of a stage counts.
    fn visit(&mut self, place: u8, day: i32) {
        if day == NO_DAY {
            return;
        }
        let count = self.records.count;
        let days = match place.checked_sub(PLACE_AFTER) {
            Some(at) => self.records.entered_after.get_mut(usize::from(at)),
            None => self.records.entered.get_mut(usize::from(place)),
        };
        let Some(days) = days else { return };
        if days.is_empty() {
            days.resize(count, NO_DAY);
        }
        if let Some(known) = days.get_mut(self.record as usize)
            && (*known == NO_DAY || day < *known)
        {
            *known = day;
        }
    }
}

fn day_of(event: &Event) -> i32 {
    Moment(event.moment).day().0
}
