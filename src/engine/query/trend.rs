//! Values by time, without gaps.

use super::axis::Axis;
use super::frame::Frame;
use super::scope::union;
use super::support::{Placement, needs_of};
use crate::engine::filter::{Grain, Period};
use crate::engine::measure::MeasureId;
use crate::engine::measure::fact::Anchor;
use crate::engine::report::{Absence, Basis, Trend, TrendSpec};
use crate::engine::value::{Day, Quantity};

/// More units than this are not a trend but a wrong date: the grain is made coarser instead.
const MOST_UNITS: i32 = 1200;

const ALONG_DAYS: Placement = Placement { by_day: true, without_spend: false };

pub(super) fn trend(frame: &Frame<'_>, spec: &TrendSpec) -> Result<Trend, Absence> {
    let (measures, absent) = frame.answerable(&spec.measures, ALONG_DAYS)?;
    let range = range(frame, &measures).ok_or(Absence::NoDates)?;
    let grain = fitting(spec.grain, range);
    let (axis, values) = series(frame, &measures, grain, range);
    let starts = axis.starts();
    let end = starts.last().map(|s| Day(grain.next(*s).0 - 1));
    let known_to = frame.as_of.map(|day| frame.now.window.map_or(day, |p| p.last.min(day)));
    let last_is_partial = matches!((end, known_to), (Some(end), Some(known)) if known < end);
    Ok(Trend { grain, starts, measures, values, last_is_partial, absent })
}

/// The last months of each measure, for a sparkline: nothing where a measure has no days.
pub(super) fn sparks(
    frame: &Frame<'_>,
    measures: &[MeasureId],
    months: usize,
) -> Vec<Vec<Option<f64>>> {
    let nothing = || vec![Vec::new(); measures.len()];
    let able: Vec<MeasureId> =
        measures.iter().copied().filter(|m| frame.absence(*m, ALONG_DAYS).is_none()).collect();
    let Some(mut range) = range(frame, &able) else { return nothing() };
    let earliest = Grain::Month.back(range.last.month_start(), months.max(1) as u32 - 1);
    range.first = range.first.max(earliest);
    let (_, values) = series(frame, &able, Grain::Month, range);
    let spark = |measure: &MeasureId| {
        let at = able.iter().position(|m| m == measure);
        let quantities = at.and_then(|at| values.get(at));
        quantities.into_iter().flatten().map(|q| q.value).collect()
    };
    measures.iter().map(spark).collect()
}

/// The figures of each measure by unit of time.
fn series(
    frame: &Frame<'_>,
    measures: &[MeasureId],
    grain: Grain,
    range: Period,
) -> (Axis, Vec<Vec<Quantity>>) {
    let axis = Axis::by_time(frame, grain, range);
    let table = frame.gather(&frame.now, &axis, &Axis::one(), needs_of(measures));
    let units: Vec<_> = (0..axis.len()).map(|at| table.facts(at)).collect();
    let values = measures.iter().map(|m| units.iter().map(|facts| m.derive(facts)).collect());
    let values = values.collect();
    (axis, values)
}

/// From the first to the last day on which anything that the measures need occurred, within the
/// period and not after the as-of day: before and after that nothing is known, which is not 0.
fn range(frame: &Frame<'_>, measures: &[MeasureId]) -> Option<Period> {
    let needs = needs_of(measures);
    let extents = &frame.basics.extents;
    let by_closing = frame.spec.basis == Basis::Period;
    let closed = if by_closing { extents.closed } else { extents.created };
    let known = union([
        extents.created.filter(|_| needs.anchor(Anchor::Created)),
        closed.filter(|_| needs.anchor(Anchor::Closed)),
        extents.spend.filter(|_| needs.anchor(Anchor::Spend)),
    ])?;
    let period = frame.now.window.unwrap_or(known);
    let range = Period { first: known.first.max(period.first), last: known.last.min(period.last) };
    (range.first <= range.last).then_some(range)
}

/// The grain, or a coarser one where the range has too many units of it.
fn fitting(grain: Grain, range: Period) -> Grain {
    let coarser = [Grain::Day, Grain::Week, Grain::Month, Grain::Quarter, Grain::Year];
    let units = |grain: Grain| match grain {
        Grain::Day => range.days(),
        Grain::Week => range.days() / 7,
        Grain::Month => range.days() / 30,
        Grain::Quarter => range.days() / 91,
        Grain::Year => range.days() / 365,
    };
    let candidates = coarser.into_iter().skip_while(|g| *g != grain);
    candidates.filter(|g| units(*g) <= MOST_UNITS).min().unwrap_or(Grain::Year)
}
