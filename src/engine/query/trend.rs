//! Values by time, without gaps: in parts, beside the year before, smoothed, by season.

use super::axis::Axis;
use super::cell::{CellFacts, Filled, Wants};
use super::codebook::Codebook;
use super::frame::Frame;
use super::grid::limit;
use super::line::Asks;
use super::season::{self, Seasonal};
use super::selection::Selection;
use super::support::Placement;
use super::time_range::{
    Placed, beyond, drawn, first_usual, fitting, in_whole_units, known_days, range, with_plans,
};
use crate::engine::dimension::Label;
use crate::engine::filter::{Grain, Period};
use crate::engine::measure::MeasureId;
use crate::engine::measure::over_time::OverTime;
use crate::engine::report::{
    Absence, Compared, Level, Season, SeasonAbsence, SplitLine, Trend, TrendSpec,
};
use crate::engine::value::{Caution, Day, Quantity};
use std::ops::Range;

const ALONG_DAYS: Placement = Placement { by_day: true, ..Placement::WHOLE };

/// So many lines can be told apart.
const MOST_LINES: u32 = 7;

pub(super) fn trend(
    frame: &Frame<'_>,
    codebook: &mut Codebook,
    spec: &TrendSpec,
) -> Result<Trend, Absence> {
    let parts = Axis::by_dimensions(frame, codebook, spec.split.as_slice())?;
    let (without_spend, plans) = (parts.without_spend(), parts.plan_fit());
    let placement = Placement { without_spend, plans, ..ALONG_DAYS };
    let (measures, absent) = frame.shared(&spec.measures, placement, parts.parts.is_some())?;
    let wants = frame.wants(&measures);
    let known = known_days(frame, &wants).ok_or(Absence::NoDates)?;
    let all = range(frame, known).ok_or(Absence::NothingInPeriod)?;
    let shown = drawn(frame, all, &wants);
    let grain = fitting(spec.grain, shown);
    let told = in_whole_units(grain, shown, all);
    let range = with_plans(grain, told, &wants);
    let parts = limited(frame, parts, spec, &measures, &wants);
    let series = Series::of(frame, &frame.now, &wants, (grain, range), &parts);
    // Parts of records add up to whole ones but for the last digits: the whole is of whole ones.
    let whole = parts
        .parts
        .is_some()
        .then(|| Series::of(frame, &frame.now, &wants, (grain, range), &Axis::one()));
    let whole = whole.as_ref().unwrap_or(&series);
    let starts = series.axis.starts();
    let last_is_partial = is_last_partial(frame, grain, &starts);
    let each = |figures: &dyn Fn(MeasureId) -> Vec<Quantity>| -> Vec<Vec<Quantity>> {
        measures.iter().map(|m| figures(*m)).collect()
    };
    let lines = parts.labels.iter().enumerate().filter(|_| spec.split.is_some());
    let line = |(at, labels): (usize, &Vec<Label>)| SplitLine {
        label: labels.first().cloned().unwrap_or(Label::Empty),
        values: each(&|m| series.part(frame, m, at)),
    };
    let (compared, against) = against(frame, &measures, &wants, (grain, range));
    let average_units = spec.average.filter(|k| *k > 1).unwrap_or(0);
    let season = |m: &MeasureId| match seasonal(frame, whole, *m, grain) {
        Ok((found, _)) => Season::Index(found.index),
        Err(why) => Season::Absent(why),
    };
    let is_unfinished = frame.any_ripens(&measures);
    let undated = undated(frame, whole, &measures);
    Ok(Trend {
        lines: lines.map(line).collect(),
        split: spec.split.clone(),
        year_before: match spec.year_before {
            true => a_year_before(frame, &measures, &wants, (grain, range), &starts),
            false => Vec::new(),
        },
        compared,
        against,
        average: match average_units {
            0 => Vec::new(),
            k => each(&|m| whole.average(frame, m, k as usize)),
        },
        average_units,
        season: if spec.season { measures.iter().map(season).collect() } else { Vec::new() },
        values: each(&|m| whole.whole(frame, m)),
        grain,
        days: Some(range),
        starts,
        measures,
        last_is_partial,
        is_unfinished,
        absent,
        undated,
        beyond: beyond(frame, all, told, Placed::by(frame, &wants)),
    })
}

/// What no unit holds of each measure, as it has no day.
fn undated(frame: &Frame<'_>, whole: &Series<'_>, measures: &[MeasureId]) -> Vec<(MeasureId, u64)> {
    let placed = whole.facts(0..whole.axis.len());
    let mut all = placed.clone();
    frame.add_unplaced(whole.wants, &mut all);
    let said = |m: MeasureId, facts: &CellFacts| {
        let cautions = frame.derive(m, facts, whole.wants).cautions;
        let without = cautions.iter().filter_map(|caution| match caution {
            Caution::WithoutDates { records } => Some(*records),
            _ => None,
        });
        without.max().unwrap_or(0)
    };
    // What is said of placed ones is said in the cells.
    let more = |m: &MeasureId| (*m, said(*m, &all).saturating_sub(said(*m, &placed)));
    measures.iter().map(more).filter(|(_, n)| *n > 0).collect()
}

/// The groups with most of the first measure, and the rest.
fn limited(
    frame: &Frame<'_>,
    mut parts: Axis,
    spec: &TrendSpec,
    measures: &[MeasureId],
    wants: &Wants,
) -> Axis {
    let top = spec.top.unwrap_or(MOST_LINES).clamp(1, MOST_LINES);
    let level = Level { top: Some(top), ..Level::default() };
    let first = measures.first().copied();
    let asks = Asks { levels: &[level], sort: None, first, most: MOST_LINES as usize };
    limit(frame, &mut parts, &asks, wants);
    parts
}

/// The facts of each unit of time, by group.
struct Series<'a> {
    axis: Axis,
    filled: Filled,
    width: usize,
    wants: &'a Wants,
}

impl<'a> Series<'a> {
    fn of(
        frame: &Frame<'_>,
        selection: &Selection,
        wants: &'a Wants,
        (grain, range): (Grain, Period),
        parts: &Axis,
    ) -> Series<'a> {
        let axis = Axis::by_time(frame, grain, range);
        let filled = frame.fill(selection, &axis, parts, wants);
        Series { axis, filled, width: parts.len(), wants }
    }

    /// The facts of several units together.
    fn facts(&self, units: Range<usize>) -> CellFacts {
        self.filled.merged(units.start * self.width..units.end * self.width)
    }

    fn whole(&self, frame: &Frame<'_>, measure: MeasureId) -> Vec<Quantity> {
        let unit = |at| frame.derive(measure, &self.facts(at..at + 1), self.wants);
        (0..self.axis.len()).map(unit).collect()
    }

    fn part(&self, frame: &Frame<'_>, measure: MeasureId, part: usize) -> Vec<Quantity> {
        let unit = |at: usize| {
            let facts = self.filled.merged(std::iter::once(at * self.width + part));
            frame.derive(measure, &facts, self.wants)
        };
        (0..self.axis.len()).map(unit).collect()
    }

    /// The mean of `k` units up to each.
    fn average(&self, frame: &Frame<'_>, measure: MeasureId, k: usize) -> Vec<Quantity> {
        let unit = |at: usize| match at + 1 < k {
            true => Quantity::none(frame.unit(measure)),
            false => {
                let facts = |units| self.facts(units);
                averaged(frame, measure, (at + 1 - k..at + 1, &facts), self.wants)
            }
        };
        (0..self.axis.len()).map(unit).collect()
    }
}

/// The mean of units of time by the facts of any of them together: of rates and medians, the figure
/// on the rows of all of them, as the mean of rates is no rate.
pub(super) fn averaged(
    frame: &Frame<'_>,
    measure: MeasureId,
    (units, facts): (Range<usize>, &dyn Fn(Range<usize>) -> CellFacts),
    wants: &Wants,
) -> Quantity {
    let all = frame.derive(measure, &facts(units.clone()), wants);
    let count = units.len() as f64;
    match frame.over_time(measure) {
        OverTime::Pools => all,
        OverTime::Adds => {
            let by_count = |sum: f64| sum / count;
            let (value, numerator) = (all.value.map(by_count), all.numerator.map(by_count));
            Quantity { value, numerator, ..all }
        }
        OverTime::Recounts => {
            let unit = |at: usize| frame.derive(measure, &facts(at..at + 1), wants);
            recounted(&units.map(unit).collect::<Vec<_>>(), all)
        }
    }
}

/// The mean of figures that were each counted by itself: of fractions, all that is above by all that
/// is below. What is to be said of their rows is said of all rows together.
fn recounted(each: &[Quantity], all: Quantity) -> Quantity {
    let sum = |of: &dyn Fn(&Quantity) -> Option<f64>| -> Option<f64> {
        each.iter().map(of).sum::<Option<f64>>()
    };
    let sides = sum(&|q| q.numerator).zip(sum(&|q| q.denominator));
    let figure = match sides {
        Some((above, below)) => Quantity::ratio(above, below, all.unit),
        None => {
            let value = sum(&|q| q.value).map(|sum| sum / each.len() as f64);
            Quantity { value, ..Quantity::none(all.unit) }
        }
    };
    Quantity { cautions: all.cautions, ..figure }
}

/// The same units of the year before, on the same days of them.
fn a_year_before(
    frame: &Frame<'_>,
    measures: &[MeasureId],
    wants: &Wants,
    (grain, range): (Grain, Period),
    starts: &[Day],
) -> Vec<Vec<Quantity>> {
    let (back, days) = (|day| year_back(grain, day), year_before_of(grain, range));
    let window = frame.now.window.map(|_| days);
    let selection = Selection::new(window, frame.spec.basis, frame.assembled, &frame.kept);
    let series = Series::of(frame, &selection, wants, (grain, days), &Axis::one());
    let known = series.axis.starts();
    let first = first_usual(frame, wants).map(|first| grain.start(first));
    let figures = |measure: &MeasureId| {
        let values = series.whole(frame, *measure);
        let at_start = |start: &Day| {
            let then = back(*start);
            let at = known.binary_search(&then).ok().filter(|_| first.is_some_and(|f| f <= then));
            let found = at.and_then(|at| values.get(at)).cloned();
            found.unwrap_or_else(|| Quantity::none(frame.unit(*measure)))
        };
        starts.iter().map(at_start).collect()
    };
    measures.iter().map(figures).collect()
}

/// Weeks have their place among weekdays: 52 of them are a year.
pub(super) fn year_back(grain: Grain, day: Day) -> Day {
    match grain {
        Grain::Week | Grain::WeekFrom(_) => Day(day.0 - 364),
        _ => day.add_months(-12),
    }
}

pub(super) fn year_before_of(grain: Grain, range: Period) -> Period {
    match grain {
        Grain::Week | Grain::WeekFrom(_) => {
            Period { first: year_back(grain, range.first), last: year_back(grain, range.last) }
        }
        _ => range.year_before(),
    }
}

/// The same units of another segment, or of the plan.
fn against(
    frame: &Frame<'_>,
    measures: &[MeasureId],
    wants: &Wants,
    (grain, range): (Grain, Period),
) -> (Option<Compared>, Vec<Vec<Quantity>>) {
    let compared = frame.compared().filter(|c| *c != Compared::Earlier);
    if let Some(other) = &frame.against {
        let series = Series::of(other, &other.now, wants, (grain, range), &Axis::one());
        let whole = |m: &MeasureId| match frame.is_lacking(*m, ALONG_DAYS) {
            true => vec![Quantity::none(frame.unit(*m)); series.axis.len()],
            false => series.whole(other, *m),
        };
        return (compared, measures.iter().map(whole).collect());
    }
    if compared != Some(Compared::Target) {
        return (None, Vec::new());
    }
    // A plan is of a whole unit, also where the data begin or end within it.
    let last = Day(grain.next(grain.start(range.last)).0 - 1);
    let axis = Axis::by_time(frame, grain, Period { first: grain.start(range.first), last });
    let plan = |measure: &MeasureId| -> Vec<Quantity> {
        let none = || Quantity::none(frame.unit(*measure));
        let found = frame.targets(*measure, &axis).unwrap_or_else(|| vec![None; axis.len()]);
        found.into_iter().map(|q| q.unwrap_or_else(none)).collect()
    };
    (compared, measures.iter().map(plan).collect())
}

/// What the seasons of a measure are, and the beginnings of the units of the series.
fn seasonal(
    frame: &Frame<'_>,
    series: &Series<'_>,
    measure: MeasureId,
    grain: Grain,
) -> Result<(Seasonal, Vec<Day>), SeasonAbsence> {
    let cycle = Season::units(grain).ok_or(SeasonAbsence::NotThisGrain)?;
    let mut starts = series.axis.starts();
    // Units that the period cuts, or that are not over, say nothing of a whole one.
    let cut = |p: Period| starts.first().is_some_and(|s| *s < p.first);
    let from = usize::from(frame.now.window.is_some_and(cut));
    let to = series.axis.len() - usize::from(is_last_partial(frame, grain, &starts));
    if to < from + 2 * cycle {
        return Err(SeasonAbsence::TooShort);
    }
    if frame.over_time(measure) != OverTime::Adds {
        return Err(SeasonAbsence::NotASum);
    }
    let values: Vec<f64> = (from..to)
        .map(|at| frame.derive(measure, &series.facts(at..at + 1), series.wants))
        .map(|q| q.value.unwrap_or(0.0))
        .collect();
    let place = starts.get(from).map_or(0, |s| Season::place(grain, *s));
    let found = season::seasonal(&values, place, cycle).ok_or(SeasonAbsence::NotASum)?;
    Ok((found, starts.drain(from..to).collect()))
}

/// The seasons of a measure on the days of a trend, with the beginnings of the units.
pub(super) fn seasons(
    frame: &Frame<'_>,
    measure: MeasureId,
    grain: Grain,
    days: Period,
) -> Result<(Seasonal, Vec<Day>), Absence> {
    if let Some(absence) = frame.absence(measure, ALONG_DAYS) {
        return Err(absence);
    }
    let wants = frame.wants(&[measure]);
    let series = Series::of(frame, &frame.now, &wants, (grain, days), &Axis::one());
    seasonal(frame, &series, measure, grain).map_err(|_| Absence::NoValues)
}

/// Whether the last unit is not over, as far as the data go.
fn is_last_partial(frame: &Frame<'_>, grain: Grain, starts: &[Day]) -> bool {
    let end = starts.last().map(|s| Day(grain.next(*s).0 - 1));
    let known_to = frame.as_of.map(|day| frame.now.window.map_or(day, |p| p.last.min(day)));
    matches!((end, known_to), (Some(end), Some(known)) if known < end)
}

/// A value a month.
pub(super) type Spark = Vec<Option<f64>>;

/// The last months of each measure, for a sparkline: nothing where a measure has no days. And what no
/// month holds of them.
pub(super) fn sparks(
    frame: &Frame<'_>,
    measures: &[MeasureId],
    months: usize,
) -> (Vec<Spark>, Vec<(MeasureId, u64)>) {
    let nothing = || (vec![Vec::new(); measures.len()], Vec::new());
    let able: Vec<MeasureId> =
        measures.iter().copied().filter(|m| frame.absence(*m, ALONG_DAYS).is_none()).collect();
    let wants = frame.wants(&able);
    let known = known_days(frame, &wants);
    let Some(all) = known.and_then(|known| range(frame, known)) else { return nothing() };
    let mut range = in_whole_units(Grain::Month, drawn(frame, all, &wants), all);
    let earliest = Grain::Month.back(range.last.month_start(), months.max(1) as u32 - 1);
    range.first = range.first.max(earliest);
    let range = with_plans(Grain::Month, range, &wants);
    let series = Series::of(frame, &frame.now, &wants, (Grain::Month, range), &Axis::one());
    let undated = undated(frame, &series, &able);
    let spark = |measure: &MeasureId| {
        let able = able.contains(measure).then(|| series.whole(frame, *measure));
        able.into_iter().flatten().map(|q| q.value).collect()
    };
    (measures.iter().map(spark).collect(), undated)
}
