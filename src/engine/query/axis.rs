//! An axis: the groups into which rows fall, by one or several dimensions, or by time.

use super::codebook::Codebook;
use super::frame::Frame;
use super::parting;
use super::plan::PlanGroups;
use crate::engine::dimension::{Dimension, DimensionCodes, Label};
use crate::engine::filter::{Grain, Period};
use crate::engine::funnel::NO_ROW;
use crate::engine::measure::gather::NO_CELL;
use crate::engine::report::{Absence, Basis};
use crate::engine::value::Day;
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// The group of each row.
pub(super) enum Codes {
    /// All rows are of the one group.
    One,
    Each(Rc<Vec<u32>>),
    /// The axis says nothing about these rows.
    None,
}

pub(super) struct Axis {
    /// One list of labels a group (as long as there are dimensions), in natural order.
    pub labels: Vec<Vec<Label>>,
    pub created: Codes,
    /// Where closed records fall elsewhere than by `created`.
    closed: Option<Codes>,
    pub spend: Codes,
    /// Along time: the group of any day.
    pub units: Option<Units>,
    /// By dimensions: the group of rows that speak of no record that is there.
    pub unlinked: Option<u32>,
    /// Where records are parted: codes are those of patterns, and each pattern is parts of groups.
    pub parts: Option<Vec<Vec<(u32, f64)>>>,
    /// By dimensions: where the plans stand, if they know of them.
    pub plans: Option<PlanGroups>,
}

/// A table from day to unit of time: one look-up a row instead of calendar arithmetic.
pub(super) struct Units {
    first: i32,
    of_day: Vec<u32>,
}

impl Units {
    #[inline]
    pub fn of(&self, day: i32) -> u32 {
        // No day is as far behind the first as to come round to a day that is known.
        let offset = if day < self.first { u32::MAX } else { day.wrapping_sub(self.first) as u32 };
        self.of_day.get(offset as usize).copied().unwrap_or(NO_CELL)
    }
}

impl Axis {
    /// No dimension: one group that holds everything.
    pub fn one() -> Axis {
        Axis {
            labels: vec![Vec::new()],
            created: Codes::One,
            closed: None,
            spend: Codes::One,
            units: None,
            unlinked: None,
            parts: None,
            plans: None,
        }
    }

    /// Groups that are numbered by the caller, without names.
    pub fn of_rows(groups: usize, created: Vec<u32>, closed: Vec<u32>, spend: Vec<u32>) -> Axis {
        Axis {
            labels: vec![Vec::new(); groups],
            closed: (created != closed).then(|| Codes::Each(closed.into())),
            created: Codes::Each(created.into()),
            spend: Codes::Each(spend.into()),
            units: None,
            unlinked: None,
            parts: None,
            plans: None,
        }
    }

    pub fn len(&self) -> usize {
        self.labels.len()
    }
    /// How many different codes rows have.
    pub fn width(&self) -> usize {
        self.parts.as_ref().map_or(self.len(), Vec::len)
    }
    /// The groups that a code is parts of.
    pub fn parts_of(&self, code: usize) -> Vec<(u32, f64)> {
        match &self.parts {
            Some(parts) => parts.get(code).cloned().unwrap_or_default(),
            None => vec![(code as u32, 1.0)],
        }
    }
    pub fn splits(&self) -> bool {
        self.closed.is_some()
    }
    pub fn closed(&self) -> &Codes {
        self.closed.as_ref().unwrap_or(&self.created)
    }
    pub fn without_spend(&self) -> bool {
        matches!(self.spend, Codes::None)
    }

    /// Groups by the values of dimensions: one group a combination that occurs.
    ///
    /// # Errors
    /// [`Absence::NoDimension`] where the data doesn't have one of them.
    pub fn by_dimensions(
        frame: &Frame<'_>,
        codebook: &mut Codebook,
        dimensions: &[Dimension],
    ) -> Result<Axis, Absence> {
        let parted = codebook.parted();
        let mut parts = Vec::with_capacity(dimensions.len());
        for dimension in dimensions {
            let codes = codebook.codes(frame.files, frame.assembled, dimension);
            let codes = codes.ok_or(Absence::NoDimension)?;
            parts.push(match &parted {
                Some(credit) if *dimension == Dimension::Channel => {
                    Rc::new(parting::codes(frame.assembled, credit))
                }
                _ => codes,
            });
        }
        let mut axis = match parts.as_slice() {
            [] => Axis::one(),
            [only] => Axis {
                labels: only.labels.iter().map(|l| vec![l.clone()]).collect(),
                created: Codes::Each(Rc::clone(&only.records)),
                closed: None,
                spend: only.spend.clone().map_or(Codes::None, |spend| Codes::Each(spend.into())),
                units: None,
                unlinked: None,
                parts: None,
                plans: None,
            },
            several => combine(several),
        };
        let channel = dimensions.iter().position(|d| *d == Dimension::Channel);
        if let Some((credit, level)) = parted.zip(channel) {
            let channels = &frame.assembled.channels;
            parting::part(&mut axis, &parts, (&credit.patterns, level), channels);
        }
        axis.add_plans(frame, dimensions);
        axis.add_unlinked(frame, dimensions.len());
        Ok(axis)
    }

    /// One more group, where any row beside the records speaks of none of them.
    fn add_unlinked(&mut self, frame: &Frame<'_>, levels: usize) {
        let beside = &frame.assembled.beside;
        let mut linked = beside.activities.record.iter().chain(&beside.scores.record);
        if levels > 0 && linked.any(|record| *record == NO_ROW) {
            let group = self.labels.len() as u32;
            self.unlinked = Some(self.width() as u32);
            if let Some(parts) = &mut self.parts {
                parts.push(vec![(group, 1.0)]);
            }
            self.labels.push(vec![Label::Unmatched; levels]);
        }
    }

    /// Groups by time over the days of `range`, without gaps: records by creation (wins and losses
    /// by closing under the period basis), costs by their own day.
    pub fn by_time(frame: &Frame<'_>, grain: Grain, range: Period) -> Axis {
        let mut starts = vec![grain.start(range.first)];
        while let Some(next) = starts.last().map(|s| grain.next(*s)).filter(|n| *n <= range.last) {
            starts.push(next);
        }
        let mut unit_of_day = Vec::with_capacity(range.days().max(0) as usize);
        for (unit, start) in starts.iter().enumerate() {
            let end = grain.next(*start).0.min(range.last.0 + 1);
            let days = end - start.0.max(range.first.0);
            unit_of_day.extend(std::iter::repeat_n(unit as u32, days.max(0) as usize));
        }
        let labels = starts.iter().map(|s| vec![Label::Date(grain, *s)]).collect();
        Axis::along(frame, labels, Units { first: range.first.0, of_day: unit_of_day })
    }

    /// Some days as one group.
    pub fn span(frame: &Frame<'_>, days: Period) -> Axis {
        let of_day = vec![0; days.days().max(0) as usize];
        let labels = vec![vec![Label::Date(Grain::Day, days.first)]];
        Axis::along(frame, labels, Units { first: days.first.0, of_day })
    }

    fn along(frame: &Frame<'_>, labels: Vec<Vec<Label>>, units: Units) -> Axis {
        let codes =
            |days: &[i32]| Codes::Each(Rc::new(days.iter().map(|d| units.of(*d)).collect()));
        let records = &frame.assembled.records;
        let by_closing = frame.spec.basis == Basis::Period;
        Axis {
            labels,
            created: codes(&records.created),
            closed: by_closing.then(|| codes(&records.closed)),
            spend: codes(&frame.assembled.spend.day),
            units: Some(units),
            unlinked: None,
            parts: None,
            plans: None,
        }
    }

    /// The first days of the groups of [`Axis::by_time`].
    pub fn starts(&self) -> Vec<Day> {
        let start = |labels: &Vec<Label>| match labels.first() {
            Some(Label::Date(_, day)) => Some(*day),
            _ => None,
        };
        self.labels.iter().filter_map(start).collect()
    }

    /// Gives groups new numbers, of which several may be the same, and their new labels.
    pub fn regroup(&mut self, new: &[u32], labels: Vec<Vec<Label>>) {
        self.labels = labels;
        let moved = |code: u32| new.get(code as usize).copied().unwrap_or(NO_CELL);
        if let Some(parts) = &mut self.parts {
            parts.iter_mut().flatten().for_each(|(group, _)| *group = moved(*group));
            return;
        }
        self.unlinked = self.unlinked.map(moved);
        let of_plans = self.plans.iter_mut().flat_map(|plans| &mut plans.codes);
        of_plans.filter(|c| **c != NO_CELL).for_each(|code| *code = moved(*code));
        for codes in [Some(&mut self.created), self.closed.as_mut(), Some(&mut self.spend)] {
            if let Some(Codes::Each(codes)) = codes {
                for code in Rc::make_mut(codes).iter_mut().filter(|c| **c != NO_CELL) {
                    *code = moved(*code);
                }
            }
        }
    }
}

/// One code for each combination of codes that occurs, in the order of the dimensions' own orders.
fn combine(parts: &[Rc<DimensionCodes>]) -> Axis {
    let records: Vec<&[u32]> = parts.iter().map(|p| p.records.as_slice()).collect();
    let spend: Option<Vec<&[u32]>> = parts.iter().map(|p| p.spend.as_deref()).collect();
    let sizes: Vec<u64> = parts.iter().map(|p| p.labels.len() as u64).collect();
    let records = mixed(&records, &sizes);
    let spend = spend.map(|columns| mixed(&columns, &sizes));

    let mut known: FxHashMap<u64, u32> = FxHashMap::default();
    for key in records.iter().chain(spend.iter().flatten()) {
        known.entry(*key).or_insert(0);
    }
    // A mixed number sorts as its digits do: first dimension first.
    let mut keys: Vec<u64> = known.keys().copied().collect();
    keys.sort_unstable();
    for (code, key) in keys.iter().enumerate() {
        known.insert(*key, code as u32);
    }
    let codes = |keys: &[u64]| {
        let code = |key| known.get(key).copied().unwrap_or(NO_CELL);
        Codes::Each(Rc::new(keys.iter().map(code).collect()))
    };
    Axis {
        labels: keys.iter().map(|key| labels_of(*key, parts, &sizes)).collect(),
        created: codes(&records),
        closed: None,
        spend: spend.map_or(Codes::None, |keys| codes(&keys)),
        units: None,
        unlinked: None,
        parts: None,
        plans: None,
    }
}

/// Several codes a row as one number whose digits they are.
fn mixed(columns: &[&[u32]], sizes: &[u64]) -> Vec<u64> {
    let mut keys = vec![0u64; columns.first().map_or(0, |c| c.len())];
    for (column, size) in columns.iter().zip(sizes) {
        for (key, code) in keys.iter_mut().zip(*column) {
            *key = key.wrapping_mul(*size).wrapping_add(u64::from(*code));
        }
    }
    keys
}

fn labels_of(key: u64, parts: &[Rc<DimensionCodes>], sizes: &[u64]) -> Vec<Label> {
    let mut left = key;
    let mut labels: Vec<Label> = Vec::with_capacity(parts.len());
    for (part, size) in parts.iter().zip(sizes).rev() {
        let digit = left % (*size).max(1);
        left /= (*size).max(1);
        labels.push(part.labels.get(digit as usize).cloned().unwrap_or(Label::Empty));
    }
    labels.reverse();
    labels
}
