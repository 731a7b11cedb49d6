//! Time in stage: how long records stayed, in all their visits together or in the first or the last
//! of them, those that are still there followed until the as-of day.
//!
//! Only entries that something dates take part: what a later stage implies has no day (reference:
//! funnels, 5b, 5d, 5e). An interval against the ladder is left out and counted.

use super::days::Days;
use super::frame::Frame;
use super::selection::is_in;
use crate::engine::curve::{Curve, Instant};
use crate::engine::funnel::{Assembled, Away, Moves, NO_STAGE, Outcome, PLACE_LOST, Shape};
use crate::engine::report::{Absence, Entity, StageTime, StageVisits};
use crate::engine::table::NO_DAY;

/// The stays in one stage.
#[derive(Clone, Default)]
pub(super) struct Stays {
    ended: Days,
    still: Days,
    undated: u64,
}

/// By stage of the ladder; empty where nothing dates stages, or where not records are counted.
pub(super) fn stays(frame: &Frame<'_>, rows: &[u32]) -> Vec<Stays> {
    let (shape, entity) = (frame.assembled.shape, frame.spec.entity);
    let Some(as_of) = frame.as_of.map(|day| day.0).filter(|_| entity == Entity::Record) else {
        return Vec::new();
    };
    let mut stays = vec![Stays::default(); frame.assembled.stages.len()];
    let take = |at: usize, _: usize, stay: Stay| {
        stays.get_mut(at).into_iter().for_each(|stays| stays.take(stay));
    };
    if shape == Shape::Snapshot {
        return Vec::new();
    }
    each(frame.assembled, rows, (as_of, frame.spec.visits), take);
    stays
}

/// How one stay (or all of a record in a stage together) went, in days.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Stay {
    Ended(i64),
    Still(i64),
    Undated,
}

/// Takes every stay of these records: the stage, the record, how it went. Of a status alone only the
/// first stage has any, entered by creation.
pub(crate) fn each(
    assembled: &Assembled,
    rows: &[u32],
    (as_of, visits): (i32, StageVisits),
    take: impl FnMut(usize, usize, Stay),
) {
    match assembled.shape {
        Shape::Snapshot | Shape::WideDates => by_dates(assembled, rows, as_of, take),
        Shape::EventLog => by_moves(assembled, rows, (as_of, visits), take),
    }
}

/// The stays in one stage, by record.
#[derive(Default)]
pub(super) struct OfStage {
    pub ended: Vec<(usize, f64)>,
    pub still: Vec<(usize, f64)>,
    pub undated: Vec<usize>,
}

/// Of the records created in the period.
pub(super) fn of_stage(frame: &Frame<'_>, name: &str) -> Result<OfStage, Absence> {
    let asked = frame.assembled.stages.iter().position(|stage| stage == name);
    let asked = asked.ok_or(Absence::NoSuchStage)?;
    let rows = (0..frame.assembled.records.count as u32)
        .filter(|row| is_in(&frame.now.created, *row as usize));
    of_rows(frame, asked, &rows.collect::<Vec<u32>>())
}

/// Of these records in the stage at a place of the ladder.
pub(super) fn of_rows(frame: &Frame<'_>, asked: usize, rows: &[u32]) -> Result<OfStage, Absence> {
    if asked >= frame.assembled.stages.len() {
        return Err(Absence::NoSuchStage);
    }
    let as_of = frame.as_of.ok_or(Absence::NoDates)?.0;
    let mut found = OfStage::default();
    let take = |at: usize, row: usize, stay: Stay| match stay {
        _ if at != asked => {}
        Stay::Ended(days) => found.ended.push((row, days as f64)),
        Stay::Still(days) => found.still.push((row, days as f64)),
        Stay::Undated => found.undated.push(row),
    };
    if frame.assembled.shape == Shape::Snapshot {
        return Err(Absence::NoHistory);
    }
    each(frame.assembled, rows, (as_of, frame.spec.visits), take);
    Ok(found)
}

/// From each dated stage to the next dated one, or to the end.
fn by_dates(
    assembled: &Assembled,
    rows: &[u32],
    as_of: i32,
    mut take: impl FnMut(usize, usize, Stay),
) {
    let records = &assembled.records;
    let stages = assembled.stages.len() as u32;
    let ladder = u32::MAX.checked_shr(u32::BITS - stages).unwrap_or(0);
    for row in rows.iter().map(|row| *row as usize) {
        let outcome = records.outcome.get(row).copied().unwrap_or(Outcome::Open);
        let closed = records.closed.get(row).copied().unwrap_or(NO_DAY);
        let seen = records.observed.get(row).copied().unwrap_or(0);
        // The stage after this one that the record entered for certain, and its day.
        let mut next: Option<i32> = (outcome != Outcome::Open).then_some(closed);
        let mut rest = seen & ladder;
        while rest != 0 {
            let at = u32::BITS - 1 - rest.leading_zeros();
            rest &= !(1 << at);
            let days = records.entered.get(at as usize).and_then(|days| days.get(row));
            let entered = days.copied().unwrap_or(NO_DAY);
            take(at as usize, row, stay(entered, next, as_of));
            next = Some(entered);
        }
    }
}

/// One stay, to a known end or (`None`) still going on.
fn stay(entered: i32, left: Option<i32>, as_of: i32) -> Stay {
    let end = left.unwrap_or(as_of);
    if entered == NO_DAY || end == NO_DAY || end < entered {
        return Stay::Undated;
    }
    let days = i64::from(end) - i64::from(entered);
    if left.is_some() { Stay::Ended(days) } else { Stay::Still(days) }
}

impl Stays {
    fn take(&mut self, stay: Stay) {
        match stay {
            Stay::Ended(days) => self.ended.add(length(days)),
            Stay::Still(days) => self.still.add(length(days)),
            Stay::Undated => self.undated += 1,
        }
    }

    /// Takes out the stays of some of the records.
    pub fn less(&mut self, other: &Stays) {
        self.ended.less(&other.ended);
        self.still.less(&other.still);
        self.undated -= other.undated;
    }

    pub fn described(&self) -> StageTime {
        let Stays { ended, still, undated } = self;
        let curve = curve(ended, still);
        let count = ended.count();
        StageTime {
            ended: count,
            still: still.count(),
            undated: *undated,
            median_of_all: curve.median,
            watched: curve.end(),
            mean: (count > 0).then(|| ended.sum() as f64 / count as f64),
            p25: ended.quantile(0.25),
            median: ended.quantile(0.5),
            p75: ended.quantile(0.75),
            p90: ended.quantile(0.9),
        }
    }
}

fn length(days: i64) -> usize {
    usize::try_from(days).unwrap_or(0)
}

/// The visits of a record to a stage that are asked for; it is still there where one has no end. What
/// it was away meanwhile, in a value that no stage takes, is no part of them.
fn by_moves(
    assembled: &Assembled,
    rows: &[u32],
    (as_of, asked): (i32, StageVisits),
    mut take: impl FnMut(usize, usize, Stay),
) {
    let moves = &assembled.moves;
    let mut is_in = vec![false; assembled.records.count];
    for row in rows {
        if let Some(flag) = is_in.get_mut(*row as usize) {
            *flag = true;
        }
    }
    let mut start = 0;
    for of_record in moves.record.chunk_by(|a, b| a == b) {
        let range = start..start + of_record.len();
        start = range.end;
        let record = of_record.first().map_or(usize::MAX, |r| *r as usize);
        let Some(is_in) = is_in.get_mut(record).filter(|is_in| **is_in) else { continue };
        *is_in = false;
        // A record that its own row says is closed stays nowhere, whatever its history has not.
        let is_open = assembled.records.outcome.get(record) == Some(&Outcome::Open);
        let ended = assembled.records.closed.get(record).copied().filter(|_| !is_open);
        let mut visits = vec![None; assembled.stages.len()];
        for at in range.clone() {
            let (place, day) = (moves.to.get(at), moves.day.get(at).copied().unwrap_or(NO_DAY));
            let place = place.copied().filter(|place| *place < PLACE_LOST);
            let Some(visit) = place.and_then(|place| visits.get_mut(usize::from(place))) else {
                continue;
            };
            let next = moves.day.get(at + 1).filter(|_| at + 1 < range.end);
            let (gone, away) = absence(&moves.away, at as u32);
            let left = gone.or(next.copied()).or(ended);
            let end = left.unwrap_or(as_of);
            let here = Visit {
                days: i64::from(end) - i64::from(day) - away,
                undated: day == NO_DAY || end < day,
                goes_on: left.is_none(),
            };
            *visit = Some(here.after(*visit, asked));
        }
        for (at, visit) in visits.into_iter().enumerate() {
            visit.into_iter().for_each(|visit| take(at, record, visit.stay()));
        }
    }
    // The records that no move is of.
    let since = first_move(&assembled.moves);
    let silent = is_in.iter().enumerate().filter(|(_, is_in)| **is_in);
    let silent = silent.filter_map(|(record, _)| unmoved(assembled, record, (since, as_of)));
    silent.for_each(|(record, at, stay)| take(at, record, stay));
}

/// When the place of a move was left for a value that no stage takes, not to come back before the next
/// move, and how many days a record was away and back before that.
fn absence(away: &[Away], at: u32) -> (Option<i32>, i64) {
    let first = away.partition_point(|away| away.after < at);
    let of_move = away.iter().skip(first).take_while(|away| away.after == at);
    of_move.fold((None, 0), |(gone, days), away| match away.until {
        NO_DAY => (Some(away.from), days),
        until => (gone, days + i64::from(until) - i64::from(away.from)),
    })
}

/// The first day on which a history knows a record to have left a place.
fn first_move(moves: &Moves) -> Option<i32> {
    let dated = moves.from.iter().zip(&moves.day);
    dated.filter(|(from, day)| **from != NO_STAGE && **day != NO_DAY).map(|(_, day)| *day).min()
}

/// A visit to a stage, or several of them together.
#[derive(Clone, Copy)]
struct Visit {
    days: i64,
    /// It has no beginning, or ends before it.
    undated: bool,
    goes_on: bool,
}

impl Visit {
    /// With what is known of the visits before.
    fn after(self, before: Option<Visit>, of: StageVisits) -> Visit {
        match (before, of) {
            (None, _) | (_, StageVisits::Last) => self,
            (Some(first), StageVisits::First) => first,
            (Some(before), StageVisits::All) => Visit {
                days: before.days + self.days,
                undated: before.undated || self.undated,
                goes_on: before.goes_on || self.goes_on,
            },
        }
    }

    fn stay(self) -> Stay {
        match (self.undated, self.goes_on) {
            (true, _) => Stay::Undated,
            (false, true) => Stay::Still(self.days),
            (false, false) => Stay::Ended(self.days),
        }
    }
}

/// An open record that a history of moves says nothing of stands where it was created, and is still
/// there: its stage and its stay. One that was there before the history began may have moved before.
fn unmoved(
    assembled: &Assembled,
    record: usize,
    (since, as_of): (Option<i32>, i32),
) -> Option<(usize, usize, Stay)> {
    let records = &assembled.records;
    let at = usize::from(*records.stage.get(record)?);
    let at = if at == usize::from(NO_STAGE) && !records.has_status { 0 } else { at };
    let is_open = records.outcome.get(record) == Some(&Outcome::Open);
    let own = records.entered.get(at).filter(|_| is_open)?.get(record).copied();
    let own = own.filter(|day| *day != NO_DAY);
    // Where a column dates the first stage, the day of creation may be another's.
    let created = records.created.get(record).copied();
    let created = created.filter(|day| at > 0 && since.is_some_and(|since| *day >= since));
    Some((record, at, stay(own.or(created).unwrap_or(NO_DAY), None, as_of)))
}

/// How many are still there by day, of counts by day.
fn curve(ended: &Days, still: &Days) -> Curve {
    let instant = |day: usize| {
        let (asked, open) = (u64::from(ended.of(day)), u64::from(still.of(day)));
        (asked + open > 0).then_some(Instant { time: day as f64, asked, other: 0, open })
    };
    let days = 0..ended.span().max(still.span());
    Curve::survival_by(&days.filter_map(instant).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::curve::End;
    use crate::engine::stats;

    #[test]
    fn counts_by_day_say_what_the_values_say() {
        for seed in 1..40u64 {
            let days = |salt: u64, n: u64| -> Vec<f64> {
                let day = |i: u64| (i * seed * 7919 + salt * 104_729 + i * i) % 23;
                (0..n).map(|i| day(i) as f64).collect()
            };
            let (mut ended, still) = (days(1, seed % 9), days(2, seed % 7));
            let counted = |values: &[f64]| {
                let mut counts = Days::default();
                values.iter().for_each(|d| counts.add(*d as usize));
                counts
            };
            let (by_day, open) = (counted(&ended), counted(&still));
            let times = |days: &[f64], end| days.iter().map(move |d| (*d, end)).collect();
            let all: [Vec<_>; 2] = [times(&ended, End::Asked), times(&still, End::Open)];
            assert_eq!(curve(&by_day, &open), Curve::survival(&all.concat()), "{seed}");
            for p in [0.0, 0.25, 0.5, 0.75, 0.9, 1.0] {
                assert_eq!(by_day.quantile(p), stats::quantile(&mut ended, p), "{seed} {p}");
            }
        }
    }
}
