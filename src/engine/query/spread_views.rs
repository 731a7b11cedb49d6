//! Spreads in boxes, and times as curves, each by group where a split is asked for.
//!
//! A box is of the values that the histogram is of. A curve is of all records created in the period,
//! on either basis, those that are still under way included: to look only at what has closed would
//! leave out the slow ones (reference: funnels, 5e). Time to win (or to lose) is the share that has
//! won, since a lost record can't win any more: one less the curve of survival would overstate it.

use super::codebook::Codebook;
use super::frame::Frame;
use super::selection::is_in;
use super::spread::Values;
use super::stage_time;
use super::support::needs;
use crate::engine::curve::{Curve, End};
use crate::engine::dimension::{Dimension, Label};
use crate::engine::funnel::Outcome;
use crate::engine::report::{Absence, BoxGroup, CurveGroup, SpreadOf};
use crate::engine::stats;
use crate::engine::table::NO_DAY;
use crate::engine::value::Caution;
use crate::engine::window::Part;

/// Groups that are shown by themselves; smaller ones are put together.
const MOST_BOXES: usize = 12;
const MOST_CURVES: usize = 6;
/// Tukey's: whiskers reach to the furthest value within so many ranges of the middle half.
const WHISKER: f64 = 1.5;

/// The group of each record (or cost row), and the groups.
pub(super) struct Split {
    codes: Vec<u32>,
    labels: Vec<Label>,
}

impl Split {
    pub fn of(
        frame: &Frame<'_>,
        codebook: &mut Codebook,
        dimension: Option<&Dimension>,
        of_costs: bool,
    ) -> Result<Option<Split>, Absence> {
        let Some(dimension) = dimension else { return Ok(None) };
        let codes = codebook.codes(frame.files, frame.assembled, dimension);
        let codes = codes.ok_or(Absence::NoDimension)?;
        let of_rows = match of_costs {
            true => codes.spend.clone().ok_or(Absence::SpendHasNoDimension)?,
            false => codes.records.to_vec(),
        };
        Ok(Some(Split { codes: of_rows, labels: codes.labels.clone() }))
    }

    /// The group of a row.
    pub fn label(&self, row: usize) -> Option<&Label> {
        self.labels.get(*self.codes.get(row)? as usize)
    }

    /// Rows by group, the greatest groups first (days in their order), the others together at the end.
    fn groups<T: Copy>(&self, rows: &[(usize, T)], most: usize) -> Vec<(Label, Vec<T>)> {
        let mut groups: Vec<(usize, Vec<T>)> =
            (0..self.labels.len()).map(|at| (at, Vec::new())).collect();
        for (row, value) in rows {
            let code = self.codes.get(*row).map(|code| *code as usize);
            let group = code.and_then(|code| groups.get_mut(code));
            group.into_iter().for_each(|(_, values)| values.push(*value));
        }
        groups.retain(|(_, values)| !values.is_empty());
        groups.sort_by_key(|(_, values)| std::cmp::Reverse(values.len()));
        let rest = match groups.len() {
            n if n > most => groups.split_off(most - 1),
            _ => Vec::new(),
        };
        if self.labels.iter().any(|label| matches!(label, Label::Date(..))) {
            groups.sort_by_key(|(at, _)| *at);
        }
        let named =
            groups.into_iter().filter_map(|(at, v)| Some((self.labels.get(at)?.clone(), v)));
        let mut named: Vec<(Label, Vec<T>)> = named.collect();
        if !rest.is_empty() {
            let label = Label::Rest(rest.len() as u64);
            named.push((label, rest.into_iter().flat_map(|(_, values)| values).collect()));
        }
        named
    }
}

/// A box of all values, then one a group.
pub(super) fn boxes(found: &Values, split: Option<&Split>) -> Vec<BoxGroup> {
    let rows: Vec<(usize, f64)> =
        found.rows.iter().copied().zip(found.values.iter().copied()).collect();
    let groups = split.map_or_else(Vec::new, |split| split.groups(&rows, MOST_BOXES));
    let all = boxed(None, found.values.clone());
    let each = groups.into_iter().filter_map(|(label, values)| boxed(Some(label), values));
    all.into_iter().chain(each).collect()
}

/// Source: J. W. Tukey, *Exploratory Data Analysis* (1977): whiskers and outliers. Quartiles are those
/// of [`stats::quantile`].
pub(super) fn boxed(label: Option<Label>, mut values: Vec<f64>) -> Option<BoxGroup> {
    let mut at = |p: f64| stats::quantile(&mut values, p);
    let (least, greatest) = (at(0.0)?, at(1.0)?);
    let (p25, median, p75) = (at(0.25)?, at(0.5)?, at(0.75)?);
    let reach = WHISKER * (p75 - p25);
    let (fence_low, fence_high) = (p25 - reach, p75 + reach);
    let within = || values.iter().copied().filter(|v| (fence_low..=fence_high).contains(v));
    Some(BoxGroup {
        label,
        count: values.len() as u64,
        least,
        // A whisker never ends inside of its box.
        low: within().fold(f64::INFINITY, f64::min).min(p25),
        p25,
        median,
        p75,
        high: within().fold(f64::NEG_INFINITY, f64::max).max(p75),
        greatest,
        below: values.iter().filter(|v| **v < fence_low).count() as u64,
        above: values.iter().filter(|v| **v > fence_high).count() as u64,
    })
}

/// How long records were watched and how it ended; and how many were left out for want of dates, or
/// for dates out of order.
pub(super) struct Watched {
    pub rows: Vec<(usize, (f64, End))>,
    pub is_rising: bool,
    undated: Vec<usize>,
    backwards: Vec<usize>,
}

impl Watched {
    /// What was left out.
    pub fn cautions(&self) -> Vec<Caution> {
        let (undated, backwards) = (self.undated.len() as u64, self.backwards.len() as u64);
        let undated = (undated > 0).then_some(Caution::WithoutDates { records: undated });
        let backwards = (backwards > 0).then_some(Caution::DatesOutOfOrder { records: backwards });
        undated.into_iter().chain(backwards).collect()
    }

    /// The same by row.
    pub fn left_out(&self) -> impl Iterator<Item = (usize, Part)> {
        let undated = self.undated.iter().map(|row| (*row, Part::WithoutDates));
        undated.chain(self.backwards.iter().map(|row| (*row, Part::DatesOutOfOrder)))
    }

    pub fn curve(&self, times: &[(f64, End)]) -> Curve {
        match self.is_rising {
            true => Curve::incidence(times),
            false => Curve::survival(times),
        }
    }

    pub fn times(&self) -> Vec<f64> {
        self.rows.iter().map(|(_, (days, _))| *days).collect()
    }
}

pub(super) fn watched(frame: &Frame<'_>, of: &SpreadOf) -> Result<Watched, Absence> {
    let end = |outcome: Outcome| match (of, outcome) {
        (_, Outcome::Open) => End::Open,
        (SpreadOf::DaysToWin, Outcome::Lost) | (SpreadOf::DaysToLose, Outcome::Won) => End::Other,
        _ => End::Asked,
    };
    let is_rising = matches!(of, SpreadOf::DaysToWin | SpreadOf::DaysToLose);
    let mut watched =
        Watched { rows: Vec::new(), is_rising, undated: Vec::new(), backwards: Vec::new() };
    if let SpreadOf::InStage { stage } = of {
        let stays = stage_time::of_stage(frame, stage)?;
        watched.undated = stays.undated;
        let ended = stays.ended.into_iter().map(|(row, days)| (row, (days, End::Asked)));
        let still = stays.still.into_iter().map(|(row, days)| (row, (days, End::Open)));
        watched.rows = ended.chain(still).collect();
        watched.rows.sort_by_key(|(row, _)| *row);
        return Ok(watched);
    }
    let has = &frame.assembled.has;
    needs(has.records, Absence::NoRecords)?;
    needs(has.outcome, Absence::NoStages)?;
    needs(has.created, Absence::NoCreatedDate)?;
    needs(has.closed, Absence::NoClosedDate)?;
    let now = frame.as_of.ok_or(Absence::NoDates)?.0;
    let records = &frame.assembled.records;
    let rows = records.outcome.iter().zip(&records.created).zip(&records.closed).enumerate();
    for (row, ((outcome, created), closed)) in rows {
        if !is_in(&frame.now.created, row) {
            continue;
        }
        let until = if *outcome == Outcome::Open { now } else { *closed };
        match (*created, until) {
            (NO_DAY, _) | (_, NO_DAY) => watched.undated.push(row),
            (from, to) if to < from => watched.backwards.push(row),
            (from, to) => watched.rows.push((row, (f64::from(to - from), end(*outcome)))),
        }
    }
    Ok(watched)
}

/// A curve of all, then one a group.
pub(super) fn curves(found: &Watched, split: Option<&Split>) -> Vec<CurveGroup> {
    let groups = split.map_or_else(Vec::new, |split| split.groups(&found.rows, MOST_CURVES));
    let all: Vec<(f64, End)> = found.rows.iter().map(|(_, time)| *time).collect();
    let whole = (!all.is_empty()).then(|| CurveGroup { label: None, curve: found.curve(&all) });
    let each = groups.into_iter();
    let each =
        each.map(|(label, times)| CurveGroup { label: Some(label), curve: found.curve(&times) });
    whole.into_iter().chain(each).collect()
}
