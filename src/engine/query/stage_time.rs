//! Time in stage: how long records stayed, all their visits together, those that are still there
//! followed until the as-of day.
//!
//! Only entries that something dates take part: what a later stage implies has no day (reference:
//! funnels, 5b, 5d, 5e). An interval against the ladder is left out and counted.

use super::frame::Frame;
use crate::engine::funnel::{Outcome, PLACE_LOST, Shape};
use crate::engine::report::{Entity, StageTime};
use crate::engine::table::NO_DAY;

/// The stays in one stage.
#[derive(Clone, Default)]
struct Stays {
    ended: Counts,
    still: Counts,
    undated: u64,
}

/// By stage of the ladder; empty where nothing dates stages, or where not records are counted.
pub(super) fn times(frame: &Frame<'_>, rows: &[u32]) -> Vec<StageTime> {
    let (shape, entity) = (frame.assembled.shape, frame.spec.entity);
    let Some(as_of) = frame.as_of.map(|day| day.0).filter(|_| entity == Entity::Record) else {
        return Vec::new();
    };
    let stays = match shape {
        Shape::Snapshot => return Vec::new(),
        Shape::WideDates => by_dates(frame, rows, as_of),
        Shape::EventLog => by_moves(frame, rows, as_of),
    };
    stays.into_iter().map(described).collect()
}

/// From each dated stage to the next dated one, or to the end.
fn by_dates(frame: &Frame<'_>, rows: &[u32], as_of: i32) -> Vec<Stays> {
    let records = &frame.assembled.records;
    let mut stays = vec![Stays::default(); frame.assembled.stages.len()];
    let ladder = u32::MAX.checked_shr(u32::BITS - stays.len() as u32).unwrap_or(0);
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
            if let Some(stays) = stays.get_mut(at as usize) {
                stays.take(entered, next, as_of);
            }
            next = Some(entered);
        }
    }
    stays
}

impl Stays {
    /// One stay, to a known end or (`None`) still going on.
    fn take(&mut self, entered: i32, left: Option<i32>, as_of: i32) {
        let end = left.unwrap_or(as_of);
        if entered == NO_DAY || end == NO_DAY || end < entered {
            self.undated += 1;
            return;
        }
        let days = i64::from(end) - i64::from(entered);
        if left.is_some() { self.ended.add(days) } else { self.still.add(days) }
    }
}

/// All visits of a record to a stage together; it is still there where the last one has no end.
fn by_moves(frame: &Frame<'_>, rows: &[u32], as_of: i32) -> Vec<Stays> {
    let assembled = frame.assembled;
    let moves = &assembled.moves;
    let mut stays = vec![Stays::default(); assembled.stages.len()];
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
        let known = of_record.first().and_then(|r| is_in.get(*r as usize));
        let places = moves.to.get(range.clone()).unwrap_or(&[]);
        let days = moves.day.get(range).unwrap_or(&[]);
        if known != Some(&true) {
            continue;
        }
        let record = of_record.first().map_or(0, |r| *r as usize);
        // A record that its own row says is closed stays nowhere, whatever its history has not.
        let is_open = assembled.records.outcome.get(record) == Some(&Outcome::Open);
        let ended = assembled.records.closed.get(record).copied().filter(|_| !is_open);
        // By stage the days so far, whether some have no beginning, and whether it goes on.
        let mut visits = vec![(0i64, false, false, false); stays.len()];
        for (i, (place, day)) in places.iter().zip(days).enumerate() {
            let Some(visit) = visits.get_mut(usize::from(*place)).filter(|_| *place < PLACE_LOST)
            else {
                continue;
            };
            let left = days.get(i + 1).copied().or(ended);
            let end = left.unwrap_or(as_of);
            visit.0 += i64::from(end) - i64::from(*day);
            visit.1 |= *day == NO_DAY || end < *day;
            visit.2 |= left.is_none();
            visit.3 = true;
        }
        for (stays, (days, undated, goes_on, _)) in
            stays.iter_mut().zip(visits).filter(|(_, visit)| visit.3)
        {
            match (undated, goes_on) {
                (true, _) => stays.undated += 1,
                (false, true) => stays.still.add(days),
                (false, false) => stays.ended.add(days),
            }
        }
    }
    stays
}

fn described(stays: Stays) -> StageTime {
    let Stays { ended, still, undated } = stays;
    let (median_of_all, watched) = survival(&ended, &still);
    let total: u64 = ended.0.iter().zip(0u64..).map(|(n, days)| u64::from(*n) * days).sum();
    let count = ended.count();
    StageTime {
        ended: count,
        still: still.count(),
        undated,
        median_of_all,
        watched,
        mean: (count > 0).then(|| total as f64 / count as f64),
        p25: ended.quantile(0.25),
        median: ended.quantile(0.5),
        p75: ended.quantile(0.75),
        p90: ended.quantile(0.9),
    }
}

/// How many lasted so many days: there are far fewer of these than records.
#[derive(Clone, Default)]
struct Counts(Vec<u32>);

impl Counts {
    fn add(&mut self, days: i64) {
        let at = usize::try_from(days).unwrap_or(0);
        if at >= self.0.len() {
            self.0.resize(at + 1, 0);
        }
        if let Some(count) = self.0.get_mut(at) {
            *count += 1;
        }
    }

    fn of(&self, days: usize) -> u32 {
        self.0.get(days).copied().unwrap_or(0)
    }

    fn count(&self) -> u64 {
        self.0.iter().map(|n| u64::from(*n)).sum()
    }

    /// As [`crate::engine::stats::quantile`] has it, type 7.
    fn quantile(&self, p: f64) -> Option<f64> {
        let last = self.count().checked_sub(1)?;
        let position = p * last as f64;
        let below = position.floor();
        let low = self.nth(below as u64)?;
        let next = self.nth((below as u64 + 1).min(last))?;
        Some(low + (position - below) * (next - low))
    }

    /// The value at a place of the sorted ones.
    fn nth(&self, place: u64) -> Option<f64> {
        let mut before = 0;
        let passes = |n: &u32| {
            before += u64::from(*n);
            before > place
        };
        self.0.iter().position(passes).map(|days| days as f64)
    }
}

/// The median and the end of the estimate of [`crate::engine::survival`], over counts by day.
fn survival(ended: &Counts, still: &Counts) -> (Option<f64>, Option<(f64, f64)>) {
    let mut at_risk = ended.count() + still.count();
    let (mut share, mut median, mut watched) = (1.0, None, None);
    for days in 0..ended.0.len().max(still.0.len()) {
        let (ends, goes) = (ended.of(days), still.of(days));
        if ends > 0 {
            share *= 1.0 - f64::from(ends) / at_risk as f64;
            // Half of an even number of equals, within what multiplying rounds.
            median = median.or((share <= 0.5 + 1e-12).then_some(days as f64));
        }
        at_risk -= u64::from(ends) + u64::from(goes);
        watched = if ends + goes > 0 { Some(days as f64) } else { watched };
    }
    (median, watched.map(|days| (days, share)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::stats;
    use crate::engine::survival::Survival;

    #[test]
    fn counts_by_day_say_what_the_values_say() {
        for seed in 1..40u64 {
            let days = |salt: u64, n: u64| -> Vec<f64> {
                let day = |i: u64| (i * seed * 7919 + salt * 104_729 + i * i) % 23;
                (0..n).map(|i| day(i) as f64).collect()
            };
            let (mut ended, still) = (days(1, seed % 9), days(2, seed % 7));
            let counted = |values: &[f64]| {
                let mut counts = Counts::default();
                values.iter().for_each(|d| counts.add(*d as i64));
                counts
            };
            let (by_day, open) = (counted(&ended), counted(&still));
            let curve = Survival::of(&ended, &still);
            assert_eq!(survival(&by_day, &open), (curve.median(), curve.end()), "{seed}");
            for p in [0.0, 0.25, 0.5, 0.75, 0.9, 1.0] {
                assert_eq!(by_day.quantile(p), stats::quantile(&mut ended, p), "{seed} {p}");
            }
        }
    }
}
