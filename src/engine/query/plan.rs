//! Which plans are of which group of a question: by channel, owner, region, month, or whatever else
//! both the plans and the records are told apart by.
//!
//! Groups that have a plan and no records are groups as well. Not here: how plans are read
//! (`funnel::plan`), the comparison with them (`against`).

use super::axis::{Axis, Codes};
use super::frame::Frame;
use crate::engine::dimension::{Dimension, Label};
use crate::engine::filter::Grain;
use crate::engine::fold::fold;
use crate::engine::funnel::{Assembled, PlanColumn};
use crate::engine::mapping::merge::{Merge, fold_merged, merged};
use crate::engine::measure::fact::{Count, Needs};
use crate::engine::measure::gather::NO_CELL;
use crate::engine::table::NO_DAY;
use crate::engine::value::Day;
use std::collections::{BTreeMap, BTreeSet};

/// Whether plans can be placed in groups: those of leads, and those of wins and their money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PlanFit {
    pub leads: bool,
    pub wins: bool,
}

impl PlanFit {
    pub const ALL: PlanFit = PlanFit { leads: true, wins: true };
    pub const NONE: PlanFit = PlanFit { leads: false, wins: false };

    pub fn and(self, other: PlanFit) -> PlanFit {
        PlanFit { leads: self.leads && other.leads, wins: self.wins && other.wins }
    }

    /// Whether all plans that are needed can be placed.
    pub fn holds(self, needs: Needs) -> bool {
        let wins = needs.any_count(&[Count::RevenuePlans, Count::WonPlans]);
        (self.leads || !needs.count(Count::LeadPlans)) && (self.wins || !wins)
    }
}

/// What tells of a plan, and of a result that may have been planned.
pub(super) const KINDS: [(Count, Count); 3] = [
    (Count::RevenuePlans, Count::WonPriced),
    (Count::WonPlans, Count::Won),
    (Count::LeadPlans, Count::Records),
];

/// The group of each row of plans on an axis.
pub(super) struct PlanGroups {
    pub codes: Vec<u32>,
    /// The columns of plans that take part, as bits.
    pub columns: u32,
    pub fit: PlanFit,
}

impl Axis {
    pub fn plan_fit(&self) -> PlanFit {
        match (&self.plans, &self.created) {
            (Some(plans), _) => plans.fit,
            (None, Codes::One) => PlanFit::ALL,
            (None, _) if self.units.is_some() => PlanFit::ALL,
            (None, _) => PlanFit::NONE,
        }
    }

    pub fn plan_columns(&self) -> u32 {
        self.plans.as_ref().map_or(0, |plans| plans.columns)
    }

    /// The group of a row of plans.
    pub fn plan(&self, row: usize, day: i32) -> u32 {
        match (&self.units, &self.plans) {
            (Some(units), _) => units.of(day),
            (None, Some(plans)) => plans.codes.get(row).copied().unwrap_or(NO_CELL),
            (None, None) if matches!(self.created, Codes::One) => 0,
            (None, None) => NO_CELL,
        }
    }

    /// Places the plans in the groups of dimensions, and adds the groups that only plans know.
    pub fn add_plans(&mut self, frame: &Frame<'_>, dimensions: &[Dimension]) {
        let plans = &frame.assembled.beside.plans;
        if plans.day.is_empty() || dimensions.is_empty() {
            return;
        }
        let sides: Option<Vec<PlanSide>> =
            dimensions.iter().map(|d| PlanSide::of(frame.assembled, d)).collect();
        let Some(sides) = sides else { return };
        let fit = sides.iter().fold(PlanFit::ALL, |fit, side| fit.and(side.fit()));
        let columns = sides.iter().fold(0, |bits, side| bits | side.bits());
        let rows = (0..plans.day.len()).map(|row| {
            // Which of them count is decided where rows and columns are known together.
            (plans.parted(row) & columns == columns)
                .then(|| sides.iter().map(|side| side.label(row)).collect::<Vec<Label>>())
        });
        let rows: Vec<Option<Vec<Label>>> = rows.collect();
        let known = self.with_groups(rows.iter().flatten(), &sides);
        let mut code_of: BTreeMap<u32, u32> = BTreeMap::new();
        let mut code = |labels: &Vec<Label>| {
            let group = known.get(&keys(labels, &sides)).copied().unwrap_or(NO_CELL);
            let Some(parts) = self.parts.as_mut().filter(|_| group != NO_CELL) else {
                return group;
            };
            // Where records are parted, a code is a pattern: here one of a single group.
            *code_of.entry(group).or_insert_with(|| {
                parts.push(vec![(group, 1.0)]);
                parts.len() as u32 - 1
            })
        };
        let codes = rows.iter().map(|r| r.as_ref().map_or(NO_CELL, &mut code)).collect();
        self.plans = Some(PlanGroups { codes, columns, fit });
    }

    /// Adds the groups that are not there, in the natural order of each level; the group of each
    /// combination of (folded) labels.
    fn with_groups<'a>(
        &mut self,
        wanted: impl Iterator<Item = &'a Vec<Label>>,
        sides: &[PlanSide<'_>],
    ) -> BTreeMap<Vec<Label>, u32> {
        let mut all = self.labels.clone();
        let mut known: BTreeMap<Vec<Label>, usize> =
            all.iter().enumerate().map(|(at, labels)| (keys(labels, sides), at)).collect();
        for labels in wanted {
            known.entry(keys(labels, sides)).or_insert_with(|| {
                all.push(labels.clone());
                all.len() - 1
            });
        }
        if all.len() > self.labels.len() {
            let places = |(level, side): (usize, &PlanSide<'_>)| -> BTreeMap<Label, usize> {
                let order = order(&all, level, side);
                order.iter().enumerate().map(|(at, label)| (side.key(label), at)).collect()
            };
            let places: Vec<_> = sides.iter().enumerate().map(places).collect();
            let place = |labels: &Vec<Label>| -> Vec<usize> {
                let of = keys(labels, sides);
                let at = |(key, places): (&Label, &BTreeMap<_, usize>)| places.get(key).copied();
                of.iter().zip(&places).map(|p| at(p).unwrap_or(usize::MAX)).collect()
            };
            let mut sorted: Vec<usize> = (0..all.len()).collect();
            sorted.sort_by_cached_key(|at| all.get(*at).map(place));
            let mut new = vec![0u32; all.len()];
            for (number, at) in sorted.iter().enumerate() {
                if let Some(slot) = new.get_mut(*at) {
                    *slot = number as u32;
                }
            }
            let labels = sorted.iter().filter_map(|at| all.get(*at).cloned()).collect();
            self.regroup(&new, labels);
            known.values_mut().for_each(|at| *at = new.get(*at).map_or(*at, |n| *n as usize));
        }
        known.into_iter().map(|(labels, at)| (labels, at as u32)).collect()
    }
}

/// Labels by what they are compared by.
fn keys(labels: &[Label], sides: &[PlanSide<'_>]) -> Vec<Label> {
    labels.iter().zip(sides).map(|(label, side)| side.key(label)).collect()
}

/// The labels of a level in their natural order: as they stand, with new ones put between them.
fn order(all: &[Vec<Label>], level: usize, side: &PlanSide<'_>) -> Vec<Label> {
    let mut order: Vec<Label> = Vec::new();
    let mut seen: BTreeSet<Label> = BTreeSet::new();
    for label in all.iter().filter_map(|labels| labels.get(level)) {
        if !seen.insert(side.key(label)) {
            continue;
        }
        let at = order.iter().position(|known| is_after(known, label)).unwrap_or(order.len());
        order.insert(at, label.clone());
    }
    order
}

/// Whether a label stands behind another by what it is; gaps are last.
fn is_after(known: &Label, label: &Label) -> bool {
    let gap = |label: &Label| matches!(label, Label::Empty | Label::Unmatched | Label::Rest(_));
    match (known, label) {
        (known, label) if gap(known) != gap(label) => gap(known),
        (Label::Date(_, known), Label::Date(_, day)) => known > day,
        (Label::Channel(known), Label::Channel(channel)) => known > channel,
        (Label::Text(known), Label::Text(text)) => match (known.parse::<f64>(), text.parse()) {
            (Ok(known), Ok(number)) => known > number,
            _ => fold(known) > fold(text),
        },
        _ => false,
    }
}

/// How plans are told apart by a dimension.
pub(super) enum PlanSide<'a> {
    /// By the day on which their period begins: for leads (of creation) or wins (of closing).
    Day {
        grain: Grain,
        days: &'a [i32],
        is_created: bool,
    },
    Column {
        at: usize,
        column: &'a PlanColumn,
        labels: Vec<Label>,
        merge: Option<&'a Merge>,
    },
}

impl<'a> PlanSide<'a> {
    /// `None` where plans say nothing of the dimension.
    pub fn of(assembled: &'a Assembled, dimension: &Dimension) -> Option<PlanSide<'a>> {
        let plans = &assembled.beside.plans;
        let of_day = |grain, is_created| PlanSide::Day { grain, days: &plans.day, is_created };
        let find = |is: &dyn Fn(&PlanColumn) -> bool| plans.columns.iter().position(is);
        let mut merge = None;
        let at = match dimension {
            Dimension::Created(grain) => return Some(of_day(*grain, true)),
            Dimension::Closed(grain) => return Some(of_day(*grain, false)),
            Dimension::Stage | Dimension::Outcome => return None,
            Dimension::Channel => find(&|c| !c.channels.is_empty())?,
            Dimension::Campaign => find(&|c| c.is_campaign)?,
            Dimension::Column { file, header } => {
                // Spellings that are one value among the records are one here as well.
                merge = merged(&assembled.merges, file, header);
                find(&|c| c.says.iter().any(|(f, h)| f == file && h == header))?
            }
        };
        let column = plans.columns.get(at)?;
        let text = |text: &String| match text.as_str() {
            "" => Label::Empty,
            text => Label::Text(text.to_owned()),
        };
        let labels = match dimension {
            Dimension::Channel => column.channels.iter().cloned().map(Label::Channel).collect(),
            _ => column.texts.iter().map(text).collect(),
        };
        Some(PlanSide::Column { at, column, labels, merge })
    }

    pub fn fit(&self) -> PlanFit {
        match self {
            PlanSide::Day { is_created, .. } => PlanFit { leads: *is_created, wins: !is_created },
            PlanSide::Column { .. } => PlanFit::ALL,
        }
    }

    /// By what a label of this dimension is compared with those of others.
    pub fn key(&self, label: &Label) -> Label {
        let merge = match self {
            PlanSide::Column { merge, .. } => *merge,
            PlanSide::Day { .. } => None,
        };
        match label {
            Label::Text(text) => Label::Text(fold_merged(merge, text)),
            other => other.clone(),
        }
    }

    pub fn bits(&self) -> u32 {
        match self {
            PlanSide::Day { .. } => 0,
            PlanSide::Column { at, .. } => 1 << at,
        }
    }

    /// The label of a row of plans.
    pub fn label(&self, row: usize) -> Label {
        match self {
            PlanSide::Day { grain, days, .. } => match days.get(row) {
                Some(day) if *day != NO_DAY => Label::Date(*grain, grain.start(Day(*day))),
                _ => Label::Empty,
            },
            PlanSide::Column { column, labels, .. } => {
                let code = column.codes.get(row).copied().unwrap_or(0);
                labels.get(code as usize).cloned().unwrap_or(Label::Empty)
            }
        }
    }
}
