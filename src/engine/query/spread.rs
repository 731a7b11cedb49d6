//! Spread: the values of one kind in figures and in bins.
//!
//! Rows are those of the report's period and filters: closed records as the basis places them, open
//! ones by creation, cost rows by their own day.

use super::codebook::Codebook;
use super::frame::Frame;
use super::selection::is_in;
use super::spread_views::{self, Split};
use super::stage_time;
use super::support::needs;
use crate::engine::funnel::link::rows_in;
use crate::engine::funnel::{NO_KEY, NO_ROW, Outcome};
use crate::engine::report::{Absence, Bin, Spread, SpreadOf, SpreadSpec, SpreadView};
use crate::engine::stats::{self, Sum};
use crate::engine::table::{ColumnType, NO_DAY};
use crate::engine::value::{Caution, Unit};
use crate::engine::window::Part;

/// About as many bins as a picture can show.
const BINS: f64 = 16.0;

pub(super) fn spread(
    frame: &Frame<'_>,
    codebook: &mut Codebook,
    spec: &SpreadSpec,
) -> Result<Spread, Absence> {
    let mut found = values(frame, &spec.of)?;
    let view = match spec.view {
        SpreadView::Survival if !spec.of.has_curve() => SpreadView::Histogram,
        view => view,
    };
    let split = match view {
        SpreadView::Histogram => None,
        _ => Split::of(frame, codebook, spec.split.as_ref(), found.of_costs)?,
    };
    let (mut boxes, mut curves) = (Vec::new(), Vec::new());
    match view {
        SpreadView::Histogram => {}
        SpreadView::Box => boxes = spread_views::boxes(&found, split.as_ref()),
        SpreadView::Survival => {
            let watched = spread_views::watched(frame, &spec.of)?;
            curves = spread_views::curves(&watched, split.as_ref());
            found.cautions = watched.cautions();
            // Nothing may have ended yet: the curve then says how long all have lasted.
            if found.values.is_empty() {
                found.values = watched.times();
            }
        }
    }
    let split = spec.split.clone().filter(|_| view != SpreadView::Histogram);
    let Values { values, unit, cautions, .. } = found;
    let described = describe(spec.of.clone(), unit, values, cautions);
    Ok(Spread { view, split, boxes, curves, ..described.ok_or(Absence::NoValues)? })
}

/// Some of the values in figures.
pub(super) fn described(of: SpreadOf, found: &Values, own: Vec<f64>) -> Option<Spread> {
    describe(of, found.unit, own, Vec::new())
}

/// The values of a kind.
pub(super) fn values(frame: &Frame<'_>, of: &SpreadOf) -> Result<Values, Absence> {
    match of {
        SpreadOf::WonAmount => won_amounts(frame),
        SpreadOf::DaysToWin => days(frame, &[Outcome::Won]),
        SpreadOf::DaysToLose => days(frame, &[Outcome::Lost]),
        SpreadOf::DaysToClose => days(frame, &[Outcome::Won, Outcome::Lost]),
        SpreadOf::OpenAge => open_ages(frame),
        SpreadOf::Cost => costs(frame),
        SpreadOf::Column { file, header } => column(frame, file, header),
        SpreadOf::InStage { stage } => in_stage(frame, stage),
    }
}

pub(super) struct Values {
    pub values: Vec<f64>,
    /// The record (or the cost row) of each.
    pub rows: Vec<usize>,
    pub of_costs: bool,
    /// Rows without a value that counts, by what they lack.
    pub left_out: Vec<(usize, Part)>,
    unit: Unit,
    cautions: Vec<Caution>,
}

impl Values {
    fn of(unit: Unit) -> Values {
        let (values, rows, left_out) = (Vec::new(), Vec::new(), Vec::new());
        Values { values, rows, of_costs: false, left_out, unit, cautions: Vec::new() }
    }

    fn put(&mut self, row: usize, value: f64) {
        self.values.push(value);
        self.rows.push(row);
    }

    /// Counts what was left out.
    fn said(mut self) -> Values {
        for (part, caution) in [
            (
                Part::OtherCurrency,
                (|n| Caution::OtherCurrencies { records: n }) as fn(u64) -> Caution,
            ),
            (Part::WithoutAmount, |n| Caution::WithoutAmount { records: n }),
            (Part::WithoutDates, |n| Caution::WithoutDates { records: n }),
            (Part::DatesOutOfOrder, |n| Caution::DatesOutOfOrder { records: n }),
        ] {
            let records = self.left_out.iter().filter(|(_, p)| *p == part).count() as u64;
            if records > 0 {
                self.cautions.push(caution(records));
            }
        }
        self
    }
}

fn won_amounts(frame: &Frame<'_>) -> Result<Values, Absence> {
    let has = &frame.assembled.has;
    needs(has.records, Absence::NoRecords)?;
    needs(has.outcome, Absence::NoStages)?;
    needs(has.amount, Absence::NoAmount)?;
    let records = &frame.assembled.records;
    let mut found = Values::of(Unit::Money);
    let rows = records.outcome.iter().zip(&records.amount).zip(&records.currency).enumerate();
    for (row, ((outcome, amount), currency)) in rows {
        if *outcome != Outcome::Won || !is_in(frame.now.closed(), row) {
            continue;
        }
        match (frame.population.is_ours(*currency), amount.is_nan()) {
            (false, _) => found.left_out.push((row, Part::OtherCurrency)),
            (true, true) => found.left_out.push((row, Part::WithoutAmount)),
            (true, false) => found.put(row, *amount),
        }
    }
    Ok(found.said())
}

fn days(frame: &Frame<'_>, outcomes: &[Outcome]) -> Result<Values, Absence> {
    let has = &frame.assembled.has;
    needs(has.records, Absence::NoRecords)?;
    needs(has.outcome, Absence::NoStages)?;
    needs(has.created, Absence::NoCreatedDate)?;
    needs(has.closed, Absence::NoClosedDate)?;
    let records = &frame.assembled.records;
    let mut found = Values::of(Unit::Days);
    let rows = records.outcome.iter().zip(&records.created).zip(&records.closed).enumerate();
    for (row, ((outcome, created), closed)) in rows {
        if !outcomes.contains(outcome) || !is_in(frame.now.closed(), row) {
            continue;
        }
        match (*created, *closed) {
            (NO_DAY, _) | (_, NO_DAY) => found.left_out.push((row, Part::WithoutDates)),
            (from, to) if to < from => found.left_out.push((row, Part::DatesOutOfOrder)),
            (from, to) => found.put(row, f64::from(to - from)),
        }
    }
    Ok(found.said())
}

/// Stays that are over.
fn in_stage(frame: &Frame<'_>, stage: &str) -> Result<Values, Absence> {
    let stays = stage_time::of_stage(frame, stage)?;
    let mut found = Values::of(Unit::Days);
    stays.ended.iter().for_each(|(row, days)| found.put(*row, *days));
    found.left_out = stays.undated.iter().map(|row| (*row, Part::WithoutDates)).collect();
    Ok(found.said())
}

fn open_ages(frame: &Frame<'_>) -> Result<Values, Absence> {
    let has = &frame.assembled.has;
    needs(has.records, Absence::NoRecords)?;
    needs(has.created, Absence::NoCreatedDate)?;
    let now = frame.as_of.ok_or(Absence::NoDates)?.0;
    let records = &frame.assembled.records;
    let mut found = Values::of(Unit::Days);
    for (row, (outcome, created)) in records.outcome.iter().zip(&records.created).enumerate() {
        if *outcome != Outcome::Open || !is_in(&frame.now.created, row) {
            continue;
        }
        match *created {
            NO_DAY => found.left_out.push((row, Part::WithoutDates)),
            day if day > now => found.left_out.push((row, Part::DatesOutOfOrder)),
            day => found.put(row, f64::from(now - day)),
        }
    }
    Ok(found.said())
}

fn costs(frame: &Frame<'_>) -> Result<Values, Absence> {
    needs(frame.assembled.has.spend, Absence::NoSpend)?;
    let spend = &frame.assembled.spend;
    let mut found = Values { of_costs: true, ..Values::of(Unit::Money) };
    for (row, (cost, currency)) in spend.spend.iter().zip(&spend.currency).enumerate() {
        if cost.is_nan() || !is_in(&frame.now.spend, row) {
            continue;
        }
        match frame.population.is_ours(*currency) {
            true => found.put(row, *cost),
            false => found.left_out.push((row, Part::OtherCurrency)),
        }
    }
    Ok(found.said())
}

/// A column of numbers, by the rows of the records or of the costs.
fn column(frame: &Frame<'_>, file: &str, header: &str) -> Result<Values, Absence> {
    let at = frame.files.iter().position(|f| f.profile.name == file);
    let at = at.ok_or(Absence::NoDimension)?;
    let column = frame.files.get(at).and_then(|f| f.table.column(header));
    let column = column.ok_or(Absence::NoDimension)?;
    let spend = &frame.assembled.spend;
    let mut found = Values::of(Unit::Count);
    if spend.file.iter().any(|f| usize::from(*f) == at) {
        let rows = spend.file.iter().zip(&spend.row).enumerate();
        let rows =
            rows.filter(|(row, (f, _))| usize::from(**f) == at && is_in(&frame.now.spend, *row));
        let known = rows.filter_map(|(at, (_, row))| Some((at, column.number(*row as usize)?)));
        known.for_each(|(at, value)| found.put(at, value));
        found.of_costs = true;
    } else {
        let rows = rows_in(frame.assembled, at).ok_or(Absence::NoDimension)?;
        let rows = rows.iter().enumerate().filter(|(row, _)| is_in(&frame.now.created, *row));
        let known = rows.filter(|(_, row)| **row != NO_ROW && **row != NO_KEY);
        let known = known.filter_map(|(at, row)| Some((at, column.number(*row as usize)?)));
        known.for_each(|(at, value)| found.put(at, value));
    }
    // Money of another currency than the report's is a plain number here: no sign is right for it.
    let ours = frame.currency.and_then(|code| frame.assembled.currencies.get(code));
    found.unit = match column.kind {
        ColumnType::Percent => Unit::Share,
        ColumnType::Money if column.currency.as_ref() == ours => Unit::Money,
        _ => Unit::Count,
    };
    Ok(found)
}

fn describe(
    of: SpreadOf,
    unit: Unit,
    mut values: Vec<f64>,
    cautions: Vec<Caution>,
) -> Option<Spread> {
    let sum: Sum = values.iter().copied().collect();
    let (sum, count) = (sum.value(), values.len() as f64);
    let mean = if values.is_empty() { return None } else { sum / count };
    let squares: Sum = values.iter().map(|x| (x - mean) * (x - mean)).collect();
    let mut at = |p: f64| stats::quantile(&mut values, p);
    let (least, greatest) = (at(0.0)?, at(1.0)?);
    let (p10, p25, median) = (at(0.1)?, at(0.25)?, at(0.5)?);
    let (p75, p90, p95) = (at(0.75)?, at(0.9)?, at(0.95)?);
    let bins = bins(&values, unit, least, greatest, p95);
    Some(Spread {
        of,
        unit,
        count: values.len() as u64,
        sum,
        mean,
        deviation: (count > 1.0).then(|| (squares.value() / (count - 1.0)).sqrt()),
        least,
        p10,
        p25,
        median,
        p75,
        p90,
        p95,
        greatest,
        bins,
        cautions,
        view: SpreadView::Histogram,
        split: None,
        boxes: Vec::new(),
        curves: Vec::new(),
    })
}

/// Bins of one round width from a round beginning. A long tail (beyond three times the range to
/// the 95th percentile) is one bin without an end, so that it does not flatten all others.
fn bins(values: &[f64], unit: Unit, least: f64, greatest: f64, p95: f64) -> Vec<Bin> {
    let range = greatest - least;
    if !range.is_finite() || range <= 0.0 {
        return vec![Bin { from: least, to: None, count: values.len() as u64 }];
    }
    let has_tail = range > 3.0 * (p95 - least) && p95 > least;
    let end = if has_tail { p95 } else { greatest };
    let step = round_step((end - least) / BINS, unit);
    let begin = (least / step).floor() * step;
    let count = ((end - begin) / step).floor() as usize + 1;
    let mut bins: Vec<Bin> = (0..count)
        .map(|i| {
            let from = begin + step * i as f64;
            Bin { from, to: Some(begin + step * (i + 1) as f64), count: 0 }
        })
        .collect();
    if has_tail {
        bins.push(Bin { from: begin + step * count as f64, to: None, count: 0 });
    }
    for value in values {
        // Compared with the written ends, so that a value stands where they say.
        let at = bins.partition_point(|bin| bin.from <= *value).saturating_sub(1);
        if let Some(bin) = bins.get_mut(at) {
            bin.count += 1;
        }
    }
    bins
}

/// The next of 1, 2, 5 times a power of ten; whole for days.
fn round_step(raw: f64, unit: Unit) -> f64 {
    let least = if unit == Unit::Days { 1.0 } else { f64::MIN_POSITIVE };
    if !raw.is_finite() || raw <= 0.0 {
        return 1.0;
    }
    let power = 10f64.powf(raw.log10().floor());
    let steps = [1.0, 2.0, 5.0, 10.0].map(|n| n * power);
    steps.into_iter().find(|s| *s >= raw * (1.0 - 1e-9)).unwrap_or(power * 10.0).max(least)
}
