//! The rows behind values: those of a bin, of a box, of a curve of time.

use super::Found;
use super::figure::Among;
use super::figure_part::{CurvePart, Stat};
use super::tally::Fate;
use crate::engine::curve::{Curve, End};
use crate::engine::dimension::Dimension;
use crate::engine::query::codebook::Codebook;
use crate::engine::query::frame::Frame;
use crate::engine::query::spread::{self, Values, described};
use crate::engine::query::spread_views::{Split, Watched, boxed, watched};
use crate::engine::report::{Absence, SpreadOf};
use crate::engine::value::{Quantity, Unit};
use crate::engine::window::Part;

/// Values, and the group of which the figure is.
type Asked<'a> = (&'a SpreadOf, Option<&'a (Dimension, Among)>);

/// Values from a number up to another; `None`: all of them.
pub(super) fn bin(
    frame: &Frame<'_>,
    of: &SpreadOf,
    bin: Option<(f64, Option<f64>)>,
) -> Result<Found, Absence> {
    let values = spread::values(frame, of)?;
    let mut fates = fates(frame, values.of_costs);
    let mut count = 0;
    for (row, value) in values.rows.iter().zip(&values.values) {
        let is_in = bin.is_none_or(|(from, to)| from <= *value && to.is_none_or(|to| *value < to));
        count += u64::from(is_in);
        put(&mut fates, *row, if is_in { Fate::Part(Part::Counted) } else { Fate::Elsewhere });
    }
    // What has no value is in no bin.
    for (row, part) in values.left_out.iter().filter(|_| bin.is_none()) {
        put(&mut fates, *row, Fate::Part(*part));
    }
    let quantity = Quantity::plain(count as f64, Unit::Count);
    Ok(found(fates, values.of_costs, quantity))
}

/// A figure of the values of a group, or of all.
pub(super) fn stat(
    frame: &Frame<'_>,
    codebook: &mut Codebook,
    (of, group): Asked<'_>,
    stat: Stat,
) -> Result<Found, Absence> {
    let values = spread::values(frame, of)?;
    let is_in = members(frame, codebook, group, values.of_costs)?;
    let rows = || values.rows.iter().zip(&values.values).filter(|(row, _)| is_in(**row));
    let own: Vec<f64> = rows().map(|(_, value)| *value).collect();
    let (low, high) = boxed(None, own.clone()).map_or((0.0, 0.0), |b| (b.low, b.high));
    let counts = |value: f64| match stat {
        Stat::Below => value < low,
        Stat::Above => value > high,
        _ => true,
    };
    let mut fates = fates(frame, values.of_costs);
    for (row, value) in values.rows.iter().zip(&values.values) {
        let fate = match is_in(*row) {
            true if counts(*value) => Fate::Part(Part::Counted),
            true => Fate::Unconcerned,
            false => Fate::Elsewhere,
        };
        put(&mut fates, *row, fate);
    }
    for (row, part) in &values.left_out {
        let fate = if is_in(*row) { Fate::Part(*part) } else { Fate::Elsewhere };
        put(&mut fates, *row, fate);
    }
    let quantity = quantity(of, &values, own, stat).ok_or(Absence::NoValues)?;
    Ok(found(fates, values.of_costs, quantity))
}

/// The figure as the block shows it.
fn quantity(of: &SpreadOf, values: &Values, own: Vec<f64>, stat: Stat) -> Option<Quantity> {
    let box_of = boxed(None, own.clone())?;
    let spread = described(of.clone(), values, own)?;
    let count = |n: u64| Quantity::plain(n as f64, Unit::Count);
    let value = match stat {
        Stat::Count => return Some(count(spread.count)),
        Stat::Below => return Some(count(box_of.below)),
        Stat::Above => return Some(count(box_of.above)),
        Stat::Sum => Some(spread.sum),
        Stat::Mean => Some(spread.mean),
        Stat::Deviation => spread.deviation,
        Stat::Least => Some(spread.least),
        Stat::Greatest => Some(spread.greatest),
        Stat::LowWhisker => Some(box_of.low),
        Stat::HighWhisker => Some(box_of.high),
        Stat::Quantile(10) => Some(spread.p10),
        Stat::Quantile(25) => Some(spread.p25),
        Stat::Quantile(50) => Some(spread.median),
        Stat::Quantile(75) => Some(spread.p75),
        Stat::Quantile(90) => Some(spread.p90),
        Stat::Quantile(95) => Some(spread.p95),
        Stat::Quantile(_) => None,
    };
    let behind = Some(spread.count as f64);
    Some(Quantity { value, denominator: behind, ..Quantity::none(spread.unit) })
}

/// A figure of the curve of a group, or of all.
pub(super) fn curve(
    frame: &Frame<'_>,
    codebook: &mut Codebook,
    (of, group): Asked<'_>,
    part: CurvePart,
) -> Result<Found, Absence> {
    let watched = watched(frame, of)?;
    let is_in = members(frame, codebook, group, false)?;
    let own = || watched.rows.iter().filter(|(row, _)| is_in(*row));
    let times: Vec<(f64, End)> = own().map(|(_, time)| *time).collect();
    let curve = watched.curve(&times);
    let mut fates = fates(frame, false);
    let (mut above, mut counted) = (0, 0);
    for (row, (days, end)) in &watched.rows {
        let fate = match is_in(*row) {
            true => fate(part, watched.is_rising, *days, *end),
            false => Fate::Elsewhere,
        };
        above += u64::from(fate == Fate::Part(Part::Both));
        counted += u64::from(fate == Fate::Part(Part::Counted));
        put(&mut fates, *row, fate);
    }
    for (row, part) in watched.left_out() {
        put(&mut fates, row, if is_in(row) { Fate::Part(part) } else { Fate::Elsewhere });
    }
    Ok(found(fates, false, figure(&curve, part, &watched, (above, counted))))
}

fn figure(
    curve: &Curve,
    part: CurvePart,
    watched: &Watched,
    (above, counted): (u64, u64),
) -> Quantity {
    let behind = Some(curve.watched as f64);
    let quantity = match part {
        CurvePart::Median => {
            let interval = curve.median_interval.0.zip(curve.median_interval.1);
            let value = curve.median;
            Quantity { value, denominator: behind, interval, ..Quantity::none(Unit::Days) }
        }
        CurvePart::Share(day) => {
            let (share, interval) = curve.at(f64::from(day));
            let numerator = Some(above as f64);
            let share = Quantity::plain(share, Unit::Share);
            Quantity { numerator, denominator: behind, interval, ..share }
        }
        _ => Quantity::plain(counted as f64, Unit::Count),
    };
    watched.cautions().into_iter().fold(quantity, Quantity::with)
}

/// What one that was watched so long is to a figure.
fn fate(part: CurvePart, is_rising: bool, days: f64, end: End) -> Fate {
    let ended = if is_rising { end == End::Asked } else { end != End::Open };
    let counts = match part {
        CurvePart::Watched | CurvePart::Median => true,
        CurvePart::Asked => end == End::Asked,
        CurvePart::Other => end == End::Other,
        CurvePart::Open => end == End::Open,
        CurvePart::AtRisk(day) => days >= f64::from(day),
        CurvePart::Ended(day) => ended && days == f64::from(day),
        CurvePart::Share(day) => {
            let passed = days <= f64::from(day);
            let is_above = if is_rising { ended && passed } else { !passed };
            return Fate::Part(if is_above { Part::Both } else { Part::Below });
        }
    };
    if counts { Fate::Part(Part::Counted) } else { Fate::Unconcerned }
}

/// Which rows are in a group; all without one.
fn members(
    frame: &Frame<'_>,
    codebook: &mut Codebook,
    group: Option<&(Dimension, Among)>,
    of_costs: bool,
) -> Result<impl Fn(usize) -> bool + use<>, Absence> {
    let split = Split::of(frame, codebook, group.map(|(dimension, _)| dimension), of_costs)?;
    let among = group.map(|(_, among)| among.clone());
    Ok(move |row: usize| match (&split, &among) {
        (Some(split), Some(among)) => split.label(row).is_some_and(|label| among.names(label)),
        _ => true,
    })
}

/// Before any of them is known: rows that filters leave out, and rows without a part.
fn fates(frame: &Frame<'_>, of_costs: bool) -> Vec<Fate> {
    let is_kept = |row: usize| match of_costs {
        true => frame.kept.cost(row),
        false => frame.kept.record(row),
    };
    let count = match of_costs {
        true => frame.assembled.spend.count,
        false => frame.assembled.records.count,
    };
    (0..count).map(|row| if is_kept(row) { Fate::Outside } else { Fate::Filtered }).collect()
}

fn put(fates: &mut [Fate], row: usize, fate: Fate) {
    fates.get_mut(row).into_iter().for_each(|slot| *slot = fate);
}

fn found(fates: Vec<Fate>, of_costs: bool, quantity: Quantity) -> Found {
    let quantity = Some(quantity);
    match of_costs {
        true => Found { quantity, costs: fates, ..Found::default() },
        false => Found { quantity, records: fates, ..Found::default() },
    }
}
