//! Which days an axis of time shows: those on which something is known, up to the as-of day.
//!
//! Behind it may stand a slip of the pen (2052 for 2025), and far before all others one as well (1970
//! for 2024): an axis that reached them would show nothing else. What is not shown is counted. Not
//! here: which days those are (`funnel::as_of`).

use super::cell::Wants;
use super::frame::Frame;
use super::scope::union;
use crate::engine::filter::{Grain, Period};
use crate::engine::funnel::Outcome;
use crate::engine::measure::fact::Anchor;
use crate::engine::report::{Basis, Beyond};
use crate::engine::table::NO_DAY;
use crate::engine::value::Day;

/// More units than this are not a trend but a wrong date: the grain is made coarser instead.
const MOST_UNITS: i32 = 1200;

/// A day of closing that is further ahead is a slip of the pen, or nobody’s plan.
const MOST_MONTHS_AHEAD: i32 = 24;

/// From the first to the last day on which anything that the measures want occurred.
pub(super) fn known_days(frame: &Frame<'_>, wants: &Wants) -> Option<Period> {
    let extents = &frame.basics.extents;
    let by_closing = frame.spec.basis == Basis::Period;
    let closed = if by_closing { extents.closed } else { extents.created };
    let expected = extents.expected;
    let stages = Stages::of(frame, wants);
    let known = [
        extents.created.filter(|_| wants.anchor(Anchor::Created) || stages.by_creation),
        closed.filter(|_| wants.anchor(Anchor::Closed)),
        extents.spend.filter(|_| wants.anchor(Anchor::Spend) || wants.anchor(Anchor::Lagged)),
        extents.activities.filter(|_| wants.anchor(Anchor::Activities)),
        extents.scores.filter(|_| wants.anchor(Anchor::Scores)),
        extents.other_costs.filter(|_| wants.anchor(Anchor::OtherCosts)),
        if by_closing { expected } else { extents.created }.filter(|_| wants.anchor(Anchor::Open)),
    ];
    union(known.into_iter().chain(frame.basics.entered.days(stages.by_entry)))
}

/// How the stages of a question are placed.
struct Stages {
    /// Bits of those that are by the day of entry.
    by_entry: u32,
    /// Whether there are others.
    by_creation: bool,
}

impl Stages {
    fn of(frame: &Frame<'_>, wants: &Wants) -> Stages {
        let stages = wants.stages(frame.assembled);
        let by_entry = frame.by_entry(stages);
        Stages { by_entry, by_creation: stages & !by_entry != 0 }
    }
}

/// The days that are known, within the period: before and after them nothing is known, which is
/// not 0.
pub(super) fn range(frame: &Frame<'_>, known: Period) -> Option<Period> {
    let period = frame.now.window.unwrap_or(known);
    let range = Period { first: known.first.max(period.first), last: known.last.min(period.last) };
    (range.first <= range.last).then_some(range)
}

/// As far as the as-of day. What stands beside the records does not tell that day, and is shown
/// up to its own end; so it is with where the axes begin.
pub(super) fn drawn(frame: &Frame<'_>, range: Period, wants: &Wants) -> Period {
    let until = until_as_of(frame, range);
    let last = beside(frame, wants).map_or(until.last, |beside| beside.last.max(until.last));
    let last = expected(frame, wants).map_or(last, |expected| expected.last.max(last));
    // Who asks for days gets them.
    let is_asked = frame.now.window.is_some();
    let first = first_usual(frame, wants).filter(|first| !is_asked && *first <= until.last);
    let first = first.map_or(range.first, |first| first.max(range.first));
    Period { first, last: last.min(range.last) }
}

/// The first day of what the measures want that does not lie far before all others.
pub(super) fn first_usual(frame: &Frame<'_>, wants: &Wants) -> Option<Day> {
    let known = known_days(frame, wants)?.first;
    let Some(begins) = frame.assembled.begins.filter(|begins| known.0 < *begins) else {
        return Some(known);
    };
    let (records, placed) = (&frame.assembled.records, Placed::by(frame, wants));
    let columns = [
        (&records.created, placed.created),
        (&records.closed, placed.closed),
        (&records.expected, placed.expected),
        (&frame.assembled.spend.day, placed.costs),
    ];
    let columns = columns.into_iter().filter(|(_, is_wanted)| *is_wanted).map(|(days, _)| days);
    let entered = frame.basics.entered.columns(frame.assembled, placed.entered);
    let days = columns.map(Vec::as_slice).chain(entered).flatten();
    let own = days.copied().filter(|day| *day >= begins).min().map(Day);
    let beside = beside(frame, wants).map(|beside| beside.first);
    own.into_iter().chain(beside).min().or(Some(known))
}

/// The days on which open records are expected to close, as far ahead as anybody plans, where a line
/// is of nothing else: it is of days to come. Beside others they end with the as-of day as these do.
fn expected(frame: &Frame<'_>, wants: &Wants) -> Option<Period> {
    let others = [Anchor::Created, Anchor::Entered, Anchor::Closed, Anchor::Spend, Anchor::Lagged];
    let is_alone = !others.iter().any(|anchor| wants.anchor(*anchor));
    let days = frame.basics.extents.expected.filter(|_| is_alone && by_expected(frame, wants))?;
    let furthest = frame.as_of.map_or(days.last, |as_of| as_of.add_months(MOST_MONTHS_AHEAD));
    Some(Period { last: days.last.min(furthest), ..days })
}

/// Whether open records are placed by the day on which they are expected to close.
fn by_expected(frame: &Frame<'_>, wants: &Wants) -> bool {
    frame.spec.basis == Basis::Period && wants.anchor(Anchor::Open)
}

/// The days of what stands beside the records and costs.
fn beside(frame: &Frame<'_>, wants: &Wants) -> Option<Period> {
    let extents = &frame.basics.extents;
    union([
        extents.activities.filter(|_| wants.anchor(Anchor::Activities)),
        extents.scores.filter(|_| wants.anchor(Anchor::Scores)),
        extents.other_costs.filter(|_| wants.anchor(Anchor::OtherCosts)),
    ])
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

/// Where figures are of plans, all days of the units: a plan stands on the first day of its period, also
/// where the data begin or end within it.
pub(super) fn with_plans(grain: Grain, range: Period, wants: &Wants) -> Period {
    if !wants.anchor(Anchor::Targets) {
        return range;
    }
    let last = Day(grain.next(grain.start(range.last)).0 - 1);
    Period { first: grain.start(range.first), last }
}

/// What places something on an axis of time.
#[derive(Clone, Copy, Default)]
pub(super) struct Placed {
    /// Records, by creation and by closing.
    pub created: bool,
    pub closed: bool,
    /// Bits of the stages by whose entry they are.
    pub entered: u32,
    /// Open records, by the day on which they are expected to close.
    pub expected: bool,
    /// Of closed records the won alone.
    pub won_only: bool,
    /// Rows of costs and of visits.
    pub costs: bool,
}

impl Placed {
    /// By what the measures want.
    pub fn by(frame: &Frame<'_>, wants: &Wants) -> Placed {
        let (closes, by_closing) =
            (wants.anchor(Anchor::Closed), frame.spec.basis == Basis::Period);
        let stages = Stages::of(frame, wants);
        Placed {
            entered: stages.by_entry,
            created: wants.anchor(Anchor::Created)
                || stages.by_creation
                || !by_closing && (closes || wants.anchor(Anchor::Open)),
            closed: closes && by_closing,
            expected: by_expected(frame, wants),
            won_only: false,
            costs: wants.anchor(Anchor::Spend) || wants.anchor(Anchor::Lagged),
        }
    }
}

/// The days that were cut off, before and behind, with what stands there of that which is placed;
/// nothing where nothing does.
pub(super) fn beyond(frame: &Frame<'_>, all: Period, shown: Period, placed: Placed) -> Vec<Beyond> {
    let before = Period { first: all.first, last: Day(shown.first.0 - 1) };
    let behind = Period { first: Day(shown.last.0 + 1), last: all.last };
    let sides = [(before, true), (behind, false)].into_iter();
    let cut = sides.filter(|(days, _)| days.first <= days.last);
    let told = cut.map(|(days, is_before)| {
        let (records, rows) = (standing(frame, days, placed), costs(frame, days, placed));
        Beyond { days, is_before, records, rows }
    });
    told.filter(|beyond| beyond.records + beyond.rows > 0).collect()
}

fn standing(frame: &Frame<'_>, days: Period, placed: Placed) -> u64 {
    let is_in = |day: i32| day != NO_DAY && days.first.0 <= day && day <= days.last.0;
    let records = &frame.assembled.records;
    let dates = records.created.iter().zip(&records.closed).zip(&records.expected);
    let dates = dates.zip(&records.outcome).enumerate();
    let entered = || frame.basics.entered.columns(frame.assembled, placed.entered);
    let stands = dates.filter(|(row, (((created, closed), expected), outcome))| {
        let counts = !placed.won_only || **outcome == Outcome::Won;
        let is_open = **outcome == Outcome::Open;
        let is_there = placed.created && is_in(**created)
            || placed.closed && counts && is_in(**closed)
            || placed.expected && is_open && is_in(**expected)
            || entered().any(|days| days.get(*row).is_some_and(|day| is_in(*day)));
        is_there && frame.kept.record(*row)
    });
    stands.count() as u64
}

fn costs(frame: &Frame<'_>, days: Period, placed: Placed) -> u64 {
    if !placed.costs {
        return 0;
    }
    let is_in = |day: i32| day != NO_DAY && days.first.0 <= day && day <= days.last.0;
    let rows = frame.assembled.spend.day.iter().enumerate();
    rows.filter(|(row, day)| is_in(**day) && frame.kept.cost(*row)).count() as u64
}
