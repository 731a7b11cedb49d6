//! Which days an axis of time shows: those on which something is known, up to the as-of day.
//!
//! Behind it may stand a slip of the pen (2052 for 2025): an axis that reached it would show nothing
//! else. What is not shown is counted. Not here: which day that is (`funnel::as_of`).

use super::cell::Wants;
use super::frame::Frame;
use super::scope::union;
use crate::engine::filter::{Grain, Period};
use crate::engine::measure::fact::Anchor;
use crate::engine::report::{Basis, Beyond};
use crate::engine::table::NO_DAY;
use crate::engine::value::Day;

/// More units than this are not a trend but a wrong date: the grain is made coarser instead.
const MOST_UNITS: i32 = 1200;

/// From the first to the last day on which anything that the measures want occurred.
pub(super) fn known_days(frame: &Frame<'_>, wants: &Wants) -> Option<Period> {
    let extents = &frame.basics.extents;
    let by_closing = frame.spec.basis == Basis::Period;
    let closed = if by_closing { extents.closed } else { extents.created };
    union([
        extents.created.filter(|_| wants.anchor(Anchor::Created)),
        closed.filter(|_| wants.anchor(Anchor::Closed)),
        extents.spend.filter(|_| wants.anchor(Anchor::Spend) || wants.anchor(Anchor::Lagged)),
        extents.activities.filter(|_| wants.anchor(Anchor::Activities)),
        extents.scores.filter(|_| wants.anchor(Anchor::Scores)),
        extents.other_costs.filter(|_| wants.anchor(Anchor::OtherCosts)),
    ])
}

/// The days that are known, within the period: before and after them nothing is known, which is
/// not 0.
pub(super) fn range(frame: &Frame<'_>, known: Period) -> Option<Period> {
    let period = frame.now.window.unwrap_or(known);
    let range = Period { first: known.first.max(period.first), last: known.last.min(period.last) };
    (range.first <= range.last).then_some(range)
}

/// As far as the as-of day. What stands beside the records does not tell that day, and is shown
/// up to its own end.
pub(super) fn drawn(frame: &Frame<'_>, range: Period, wants: &Wants) -> Period {
    let extents = &frame.basics.extents;
    let beside = union([
        extents.activities.filter(|_| wants.anchor(Anchor::Activities)),
        extents.scores.filter(|_| wants.anchor(Anchor::Scores)),
        extents.other_costs.filter(|_| wants.anchor(Anchor::OtherCosts)),
    ]);
    let until = until_as_of(frame, range);
    let last = beside.map_or(until.last, |beside| beside.last.max(until.last));
    Period { last: last.min(range.last), ..until }
}

/// The grain, or a coarser one where the range has too many units of it.
pub(super) fn fitting(grain: Grain, range: Period) -> Grain {
    let coarser = [Grain::Day, Grain::Week, Grain::Month, Grain::Quarter, Grain::Year];
    let units = |grain: Grain| match grain {
        Grain::Day => range.days(),
        Grain::Week | Grain::WeekFrom(_) => range.days() / 7,
        Grain::Month => range.days() / 30,
        Grain::Quarter | Grain::FiscalQuarter(_) => range.days() / 91,
        Grain::Year | Grain::FiscalYear(_) => range.days() / 365,
    };
    let candidates = coarser.into_iter().skip_while(|g| *g != grain.plain());
    let fits = candidates.filter(|g| units(*g) <= MOST_UNITS).min().unwrap_or(Grain::Year);
    if fits == grain.plain() { grain } else { grain.with(fits) }
}

/// The days up to the as-of day. All of them where none lies before it: then somebody asked for
/// days behind it.
fn until_as_of(frame: &Frame<'_>, range: Period) -> Period {
    match frame.as_of {
        Some(as_of) if range.first <= as_of && as_of < range.last => {
            Period { last: as_of, ..range }
        }
        _ => range,
    }
}

/// With the whole of the unit that the last day is in: a point of a line is a whole unit.
pub(super) fn in_whole_units(grain: Grain, shown: Period, all: Period) -> Period {
    let end = Day(grain.next(grain.start(shown.last)).0 - 1);
    Period { last: end.min(all.last), ..shown }
}

/// The days that were cut off, with the records that stand on them: those created then, and those
/// closed then where closing places them.
pub(super) fn beyond(
    frame: &Frame<'_>,
    all: Period,
    shown: Period,
    by_closing: bool,
) -> Option<Beyond> {
    if shown.last >= all.last {
        return None;
    }
    let days = Period { first: Day(shown.last.0 + 1), last: all.last };
    let is_in = |day: i32| day != NO_DAY && days.first.0 <= day && day <= days.last.0;
    let records = &frame.assembled.records;
    let stands = records.created.iter().zip(&records.closed).enumerate();
    let stands = stands.filter(|(row, (created, closed))| {
        frame.kept.record(*row) && (is_in(**created) || by_closing && is_in(**closed))
    });
    Some(Beyond { days, records: stands.count() as u64 })
}
