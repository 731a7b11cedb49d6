//! The day that stands for today: the latest one of the data, unless it is one of a few that lie far
//! behind all others, as a slip of the pen does (2052 for 2025).
//!
//! **The rule.** All dates of creation, closing, cost, moves and modification stand in a row, and those
//! of stages on other days between the first of these and fifty years after the last; behind the last
//! only where the record shows that it was there, as a demo that is booked is none that was held. Where
//! more than a year ([`GAP`]) passes without any of them, and what comes after is two dates or 2 %
//! of those before ([`FEW`]), whichever is more, the last day before that gap is the as-of day; so
//! it is where more than fifty years pass ([`AGES`]) and less than a half comes after, as with a
//! 9999 that means never. The earliest such gap decides. Fewer than [`BULK`] dates before it are no
//! bulk, and then the latest day of all is taken: of so few none is an exception.
//! A day that the user sets goes before all of this.
//!
//! Days far before all others (1970 for 2024) move no figure, but axes of time begin after them: there
//! must pass more than ten years ([`LONG`]) without any date after one or two of them or 2 % of what
//! comes later, or more than thirty ([`AGO`]) after less than a half. It is more than is asked behind,
//! as an old record is usual and one of the future is not; the latest such gap decides. Who asks for
//! those days by the period gets them.
//! No clock is asked: the same files give the same figures on every day.
//!
//! Source: reference, funnels 5e (“the file's latest date or ask”).
//! Not here: where the day is set (`mapping`), days that are later than the reader’s own (`audit`).

use super::{Assembled, NO_STAGE, Outcome, Records};
use crate::engine::audit::Finding;
use crate::engine::table::NO_DAY;
use crate::engine::value::Day;

/// So many days without anything, and what comes after may be a slip.
const GAP: i32 = 366;
/// One date after the gap for so many before it may be one.
const FEW: u64 = 50;
/// Fifty years, and what comes after is no day of a business.
const AGES: i32 = 18_263;
/// Ten years without anything, and what comes before may be a slip.
const LONG: i32 = 3_653;
/// Thirty years, and what comes before is no day of these data.
const AGO: i32 = 10_958;
/// So many dates show what is usual.
const BULK: u64 = 20;
/// More than 20,000 years: days of calendars lie closer.
const WIDEST: usize = 1 << 23;

/// How many dates fall on each day that has any, in the order of days.
pub type Tally = Vec<(i32, u32)>;

/// The dates of columns.
pub(super) fn tally(columns: &[&[i32]]) -> Tally {
    let days = || columns.iter().copied().flatten().copied().filter(|day| *day != NO_DAY);
    let ends = days().fold(None, |ends: Option<(i32, i32)>, day| {
        Some(ends.map_or((day, day), |(first, last)| (first.min(day), last.max(day))))
    });
    let Some((first, last)) = ends else { return Tally::new() };
    let place = |day: i32| (i64::from(day) - i64::from(first)) as usize;
    if place(last) >= WIDEST {
        let mut all: Vec<i32> = days().collect();
        all.sort_unstable();
        let same = all.chunk_by(|a, b| a == b);
        return same.filter_map(|run| Some((*run.first()?, run.len() as u32))).collect();
    }
    let mut counts = vec![0u32; place(last) + 1];
    days().for_each(|day| {
        if let Some(count) = counts.get_mut(place(day)) {
            *count += 1;
        }
    });
    (first..=last).zip(counts).filter(|(_, count)| *count > 0).collect()
}

/// Two tallies as one.
fn merged(mut all: Tally, other: &[(i32, u32)]) -> Tally {
    all.extend_from_slice(other);
    all.sort_unstable();
    let same = all.chunk_by(|a, b| a.0 == b.0);
    same.filter_map(|run| Some((run.first()?.0, run.iter().map(|(_, n)| n).sum()))).collect()
}

/// The as-of day of dates.
fn usual_last(days: &[(i32, u32)]) -> Option<i32> {
    let all: u64 = days.iter().map(|(_, n)| u64::from(*n)).sum();
    let mut before = 0;
    for ((day, count), (next, _)) in days.iter().zip(days.iter().skip(1)) {
        before += u64::from(*count);
        let (after, gap) = (all - before, next.saturating_sub(*day));
        let is_few = gap > GAP && after <= (before / FEW).max(2);
        if before >= BULK && (is_few || gap > AGES && after < before) {
            return Some(*day);
        }
    }
    days.last().map(|(day, _)| *day)
}

/// The first day of an axis of time, where dates lie far before all others.
fn usual_first(days: &[(i32, u32)]) -> Option<i32> {
    let all: u64 = days.iter().map(|(_, n)| u64::from(*n)).sum();
    let mut after = 0;
    for ((next, count), (day, _)) in days.iter().rev().zip(days.iter().rev().skip(1)) {
        after += u64::from(*count);
        let (before, gap) = (all - after, next.saturating_sub(*day));
        let is_few = gap > LONG && before <= (after / FEW).max(2);
        if after >= BULK && (is_few || gap > AGO && before < after) {
            return Some(*next);
        }
    }
    None
}

/// The dates of stages, and of deals that are one record with others, on days that no other date is
/// of: most of them are creations, closings and moves once more.
fn of_stages(made: &Assembled, known: &[(i32, u32)]) -> Tally {
    let records = &made.records;
    let columns = records.entered.iter().chain(&records.entered_after);
    let columns: Vec<&[i32]> =
        columns.filter(|days| **days != records.created).map(Vec::as_slice).collect();
    let of_deals = made.begun.as_ref().map_or(&[][..], |begun| &begun.deal_days);
    let is_new = |day: i32| known.binary_search_by_key(&day, |(known, _)| *known).is_err();
    let mut days = merged(tally(&columns), of_deals);
    days.retain(|(day, _)| is_new(*day));
    days
}

/// Without those that are booked.
fn held(records: &Records, mut staged: Tally, others: &[(i32, u32)]) -> Tally {
    let Some((last, _)) = others.last().filter(|_| records.has_status) else { return staged };
    if staged.last().is_none_or(|(day, _)| day <= last) {
        return staged;
    }
    let booked = booked(records, *last);
    for (day, count) in &mut staged {
        let found = booked.binary_search_by_key(day, |(day, _)| *day);
        let found = found.ok().and_then(|at| booked.get(at));
        *count -= found.map_or(0, |(_, booked)| *booked.min(count));
    }
    staged.retain(|(_, count)| *count > 0);
    staged
}

/// The days of stages behind the last other day of open records whose status stands before the stage.
fn booked(records: &Records, last: i32) -> Tally {
    let columns = records.entered.iter().enumerate().filter(|(_, days)| **days != records.created);
    let mut all = Tally::new();
    for (stage, days) in columns {
        let stands_before = |row: usize| {
            let at = records.stage.get(row).copied().unwrap_or(NO_STAGE);
            records.outcome.get(row) == Some(&Outcome::Open)
                && (at == NO_STAGE || usize::from(at) < stage)
        };
        let later =
            days.iter().enumerate().filter(|(row, day)| **day > last && stands_before(*row));
        let later: Vec<i32> = later.map(|(_, day)| *day).collect();
        all = merged(all, &tally(&[&later]));
    }
    all
}

/// Those of them that lie among the other days or soon behind: a stage that nobody reached is dated
/// 1900 or 9999 in every row of some files, and these may be more than all others.
fn near<'a>(staged: &'a [(i32, u32)], others: &[(i32, u32)]) -> &'a [(i32, u32)] {
    let (Some((first, _)), Some((last, _))) = (others.first(), others.last()) else {
        return staged;
    };
    let from = staged.partition_point(|(day, _)| day < first);
    let to = staged.partition_point(|(day, _)| *day <= last.saturating_add(AGES));
    staged.get(from..to).unwrap_or(&[])
}

/// Sets the as-of day and where axes begin, and says which dates lie behind it.
pub(super) fn settle(made: &mut Assembled, set: Option<Day>) {
    let records = &made.records;
    let columns: [&[i32]; 4] =
        [&records.created, &records.closed, &made.spend.day, &made.moves.day];
    let others = merged(tally(&columns), &made.changed);
    made.begins = usual_first(&others);
    let staged = of_stages(made, &others);
    let held = held(records, staged.clone(), &others);
    let near = near(&held, &others).to_vec();
    let days = merged(others, &near);
    made.as_of = set.map(|day| day.0).or_else(|| usual_last(&days));
    let last = days.last().into_iter().chain(staged.last()).map(|(day, _)| *day).max();
    // Where no day is set, what is told lies behind a gap; what is booked sooner is usual.
    let gap = if set.is_some() { 0 } else { GAP };
    let is_far = |(as_of, last): &(i32, i32)| *last > as_of.saturating_add(gap);
    let Some((as_of, last)) = made.as_of.zip(last).filter(is_far) else { return };
    let from = as_of.saturating_add(gap);
    // Days of modification are those of a file, and none of a record's own.
    let later = columns.iter().copied().flatten().filter(|day| **day > from).count() as u64;
    let of_stages = staged.iter().filter(|(day, _)| *day > from).map(|(_, n)| u64::from(*n));
    let dates = later + of_stages.sum::<u64>();
    if dates > 0 {
        let (as_of, last, is_set) = (Day(as_of), Day(last), set.is_some());
        made.findings.push(Finding::FarDays { dates, last, as_of, is_set });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every third day of a year, the last of them 363, and what comes after: 122 dates.
    fn year(after: &[i32]) -> Option<i32> {
        usual_last(&tally(&[&(0..122).map(|n| n * 3).collect::<Vec<i32>>(), after, &[NO_DAY]]))
    }

    #[test]
    fn a_slip_of_the_pen_moves_nothing() {
        assert_eq!(year(&[]), Some(363));
        assert_eq!(year(&[10_000]), Some(363));
        // Two dates are few, be they of one day or of two.
        assert_eq!(year(&[10_000, 12_000]), Some(363));
        assert_eq!(year(&[10_000, 10_000]), Some(363));
        // “Never” is no day, however often it is written.
        assert_eq!(year(&[2_932_896; 100]), Some(363));
    }

    #[test]
    fn what_may_be_real_counts() {
        // A year to the day is no gap, a day more is one.
        assert_eq!(year(&[363 + 366]), Some(363 + 366));
        assert_eq!(year(&[363 + 367]), Some(363));
        // Three dates are more than two, and more than 2 % of 122.
        assert_eq!(year(&[10_000, 10_000, 10_000]), Some(10_000));
        // Of nineteen dates nobody knows what is usual.
        assert_eq!(usual_last(&tally(&[&[7; 19], &[5_000]])), Some(5_000));
        assert_eq!(usual_last(&tally(&[&[7; 20], &[5_000]])), Some(7));
        assert_eq!(usual_last(&[]), None);
    }

    /// The same year and what comes before it.
    fn first(before: &[i32]) -> Option<i32> {
        usual_first(&tally(&[&(0..122).map(|n| n * 3).collect::<Vec<i32>>(), before, &[NO_DAY]]))
    }

    #[test]
    fn an_old_day_is_a_slip_only_when_it_is_very_old_and_rare() {
        assert_eq!(first(&[]), None);
        assert_eq!(first(&[-20_000]), Some(0));
        // Ten years to the day are no gap, a day more is one.
        assert_eq!(first(&[-3_653]), None);
        assert_eq!(first(&[-3_654]), Some(0));
        // Three dates are more than two, and more than 2 % of 122; unless thirty years pass.
        assert_eq!(first(&[-4_000, -4_000, -4_000]), None);
        assert_eq!(first(&[-10_958; 3]), None);
        assert_eq!(first(&[-10_959; 121]), Some(0));
        assert_eq!(first(&[-10_959; 122]), None);
        // Old ones with others between are a history.
        assert_eq!(first(&[-8_000, -5_000, -2_000]), None);
        // Of nineteen dates nobody knows what is usual.
        assert_eq!(usual_first(&tally(&[&[7; 19], &[-20_000]])), None);
        assert_eq!(usual_first(&tally(&[&[7; 20], &[-20_000]])), Some(7));
    }

    #[test]
    fn dates_are_counted_by_day_however_far_they_lie() {
        assert_eq!(tally(&[&[5, 3, NO_DAY, 5], &[4]]), [(3, 1), (4, 1), (5, 2)]);
        assert_eq!(tally(&[&[i32::MAX, 3, -7, 3]]), [(-7, 1), (3, 2), (i32::MAX, 1)]);
        assert_eq!(tally(&[&[NO_DAY]]), Tally::new());
        assert_eq!(merged(vec![(3, 1)], &[(2, 1), (3, 4)]), [(2, 1), (3, 5)]);
    }
}
