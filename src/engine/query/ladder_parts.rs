//! The funnel of each group of a dimension. Each record is in one group, and so is each person or
//! account (in that of its first record), so that the groups add up to the whole.
//!
//! Not here: what came down the ladder (`passage`), the funnel as a whole (`ladder`).

use super::codebook::Codebook;
use super::frame::Frame;
use super::ladder::entered;
use super::passage::{Passages, entities};
use crate::engine::dimension::{Dimension, Label};
use crate::engine::filter::Filter;
use crate::engine::measure;
use crate::engine::report::{
    Absence, Entity, FunnelPart, FunnelSpec, FunnelSplit, PartStep, SkipPolicy,
};
use crate::engine::table::NO_DAY;
use crate::engine::value::Quantity;
use std::collections::BTreeMap;

pub(super) fn parts(
    frame: &Frame<'_>,
    codebook: &mut Codebook,
    spec: &FunnelSpec,
    (rows, whole): (&[u32], &Passages),
) -> Result<Option<FunnelSplit>, Absence> {
    let Some(dimension) = &spec.split else { return Ok(None) };
    let codes = codebook.codes(frame.files, frame.assembled, dimension);
    let codes = codes.filter(|c| !c.records.is_empty()).ok_or(Absence::NoDimension)?;
    let now = Groups::of(frame, rows, &codes.records, codes.labels.len())?;
    let chosen = Chosen::of(&codes.labels, &now.entered, spec.top.unwrap_or(FunnelSpec::TOP));
    let before = match (&frame.against, frame.before()) {
        (Some(other), _) => Some((&**other, entered(other, &other.now))),
        (None, Some(before)) => Some((frame, entered(frame, before))),
        (None, None) => None,
    };
    let before = match &before {
        Some((of, rows)) => {
            let groups = Groups::of(of, rows, &codes.records, codes.labels.len())?;
            Some(chosen.passages(of, groups)?)
        }
        None => None,
    };
    let now = chosen.passages(frame, now)?;
    let part = |(at, passages): (usize, &Passages)| {
        let before = before.as_ref().and_then(|b| b.get(at));
        let label = chosen.label(at, &codes.labels)?;
        let filter = chosen.filter(at, &codes.labels, dimension);
        let filter = filter.filter(|_| frame.spec.entity == Entity::Record);
        Some(part(frame, (label, filter), (passages, before), whole))
    };
    Ok(Some(FunnelSplit {
        dimension: dimension.clone(),
        rate: spec.rate,
        parts: now.iter().enumerate().filter_map(part).collect(),
        by_own_channel: *dimension == Dimension::Channel && codebook.parted().is_some(),
        by_first_record: frame.spec.entity != Entity::Record,
    }))
}

fn part(
    frame: &Frame<'_>,
    (label, filter): (Label, Option<Filter>),
    (now, before): (&Passages, Option<&Passages>),
    whole: &Passages,
) -> FunnelPart {
    let mut steps = Vec::with_capacity(now.steps.len());
    let mut previous = None;
    for (at, step) in now.steps.iter().enumerate() {
        let of = previous.filter(|_| frame.spec.policy != SkipPolicy::Any);
        steps.push(PartStep {
            reached: step.reached,
            of_previous: of
                .map(|reached: u64| measure::share(step.from_previous as f64, reached as f64)),
            of_first: measure::share(step.reached as f64, now.entered as f64),
            reached_before: before.and_then(|b| b.steps.get(at)).map(|b| b.reached),
        });
        previous = Some(step.reached);
    }
    let end_to_end = now.end_to_end();
    FunnelPart {
        label,
        filter,
        entered: now.entered,
        won: now.won,
        lost: now.lost,
        open: now.entered - now.won - now.lost,
        steps,
        end_to_end_before: before.map(Passages::end_to_end),
        beside_others: beside_others(&end_to_end, &whole.end_to_end()),
        end_to_end,
    }
}

/// The difference of a share from that of all others of the whole.
fn beside_others(own: &Quantity, whole: &Quantity) -> Option<(f64, f64)> {
    let part = whole.numerator? - own.numerator?;
    apart(own, &measure::share(part, whole.denominator? - own.denominator?))
}

/// The difference of two shares, where neither is of few.
pub(super) fn apart(own: &Quantity, others: &Quantity) -> Option<(f64, f64)> {
    let tells = !own.is_of_few() && !others.is_of_few();
    measure::difference(own, others).filter(|_| tells)
}

/// The rows of each group, and how many records (persons, accounts) that is.
struct Groups {
    rows: Vec<Vec<u32>>,
    entered: Vec<u64>,
}

impl Groups {
    fn of(frame: &Frame<'_>, rows: &[u32], codes: &[u32], count: usize) -> Result<Groups, Absence> {
        let mut groups = Groups { rows: vec![Vec::new(); count], entered: vec![0; count] };
        let code = |row: u32| codes.get(row as usize).copied().unwrap_or(0);
        let Some(numbers) = entities(&frame.rule())? else {
            rows.iter().for_each(|row| groups.put(code(*row), *row, true));
            return Ok(groups);
        };
        let number = |row: u32| numbers.get(row as usize).copied().filter(|n| *n != 0);
        // Whoever has no day was created after all others, as far as anybody knows.
        let created = |row: u32| {
            let day = frame.assembled.records.created.get(row as usize).copied();
            let day = day.filter(|day| *day != NO_DAY);
            (day.is_none(), day, row)
        };
        let mut first: BTreeMap<u32, u32> = BTreeMap::new();
        for row in rows {
            let Some(number) = number(*row) else { continue };
            let known = first.entry(number).or_insert(*row);
            if created(*row) < created(*known) {
                *known = *row;
            }
        }
        for row in rows {
            let of = number(*row).and_then(|n| first.get(&n)).copied().unwrap_or(*row);
            groups.put(code(of), *row, of == *row);
        }
        Ok(groups)
    }

    fn put(&mut self, group: u32, row: u32, is_first: bool) {
        let (group, counts) = (group as usize, u64::from(is_first));
        self.rows.get_mut(group).into_iter().for_each(|rows| rows.push(row));
        self.entered.get_mut(group).into_iter().for_each(|n| *n += counts);
    }
}

/// The groups that are shown, in their order, and those that are the rest.
struct Chosen {
    shown: Vec<usize>,
    rest: Vec<usize>,
}

impl Chosen {
    fn of(labels: &[Label], entered: &[u64], top: u32) -> Chosen {
        let size = |at: &usize| entered.get(*at).copied().unwrap_or(0);
        let mut shown: Vec<usize> = (0..labels.len()).filter(|at| size(at) > 0).collect();
        let is_date = |at: &usize| matches!(labels.get(*at), Some(Label::Date(..)));
        let has_order = |at: &usize| {
            is_date(at) || matches!(labels.get(*at), Some(Label::Stage(_) | Label::Won))
        };
        let top = (top as usize).max(1);
        let in_time = shown.iter().any(is_date);
        let in_order = shown.iter().any(has_order);
        if in_time {
            // The latest ones; what has no date goes first into the rest.
            shown.sort_by_key(|at| (!is_date(at), std::cmp::Reverse(*at)));
        } else {
            shown.sort_by_key(|at| std::cmp::Reverse(size(at)));
        }
        let rest = shown.split_off(top.min(shown.len()));
        if in_order {
            shown.sort_unstable();
        }
        Chosen { shown, rest }
    }

    fn passages(&self, frame: &Frame<'_>, groups: Groups) -> Result<Vec<Passages>, Absence> {
        let mut rows = groups.rows;
        let mut take = |at: &usize| rows.get_mut(*at).map(std::mem::take).unwrap_or_default();
        let mut sets: Vec<Vec<u32>> = self.shown.iter().map(&mut take).collect();
        if !self.rest.is_empty() {
            // In the order of the rows, as everywhere.
            let mut rest: Vec<u32> = self.rest.iter().flat_map(&mut take).collect();
            rest.sort_unstable();
            sets.push(rest);
        }
        sets.iter().map(|rows| Passages::of(&frame.rule(), rows)).collect()
    }

    fn label(&self, at: usize, labels: &[Label]) -> Option<Label> {
        match self.shown.get(at) {
            Some(group) => labels.get(*group).cloned(),
            None => Some(Label::Rest(self.rest.len() as u64)),
        }
    }

    /// What leaves the records of a part.
    fn filter(&self, at: usize, labels: &[Label], dimension: &Dimension) -> Option<Filter> {
        let key = |group: &usize| labels.get(*group).map(Filter::key);
        match self.shown.get(at) {
            Some(group) => Some(Filter::among(dimension.clone(), vec![key(group)?])),
            None => {
                let shown = self.shown.iter().filter_map(key).collect();
                Some(Filter { exclude: true, ..Filter::among(dimension.clone(), shown) })
            }
        }
    }
}
