//! What figures are compared with: the same question of earlier days, of another part of the records,
//! or what was planned.
//!
//! Not here: which days are earlier (`filter`), whether a difference is chance (`measure`).

use super::acting;
use super::axis::Axis;
use super::cell::{CellFacts, Filled, Wants};
use super::frame::Frame;
use super::support::Placement;
use crate::engine::filter::{Comparison, Filter, Period};
use crate::engine::measure::fact::{Anchor, Count, Facts, Needs, Total};
use crate::engine::measure::{MeasureId, with_plan_parts};
use crate::engine::report::{Basis, Compared, ReportSpec};
use crate::engine::value::{Quantity, Unit};

/// The question itself, and the same question of the other segment where two are compared.
pub(super) fn sides(spec: &ReportSpec) -> (ReportSpec, Option<ReportSpec>) {
    let segments = spec.segments.as_ref();
    let is_asked = spec.comparison == Comparison::Segments;
    let Some(segments) = segments.filter(|s| is_asked && s.is_decided()) else {
        return (spec.clone(), None);
    };
    let side = |own: &[Filter]| within(spec, own);
    (side(&segments.a), Some(side(&segments.b)))
}

/// The same question with further filters.
pub(super) fn within(spec: &ReportSpec, own: &[Filter]) -> ReportSpec {
    ReportSpec { filters: acting(spec, own), ..spec.clone() }
}

/// What a measure is planned by: the plan and how many plans it is made of, how many rows it has here,
/// its unit.
fn plan_of(measure: MeasureId) -> Option<([Total; 2], Count, Unit)> {
    use Total as T;
    let plan = match measure {
        MeasureId::Revenue => {
            ([T::PlannedRevenue, T::RevenuePlanParts], Count::RevenuePlans, Unit::Money)
        }
        MeasureId::Won => ([T::PlannedWon, T::WonPlanParts], Count::WonPlans, Unit::Count),
        MeasureId::Leads => ([T::PlannedLeads, T::LeadPlanParts], Count::LeadPlans, Unit::Count),
        _ => return None,
    };
    Some(plan)
}

/// What comparing measures with their plans needs.
pub(super) fn plan_needs(measures: &[MeasureId]) -> Needs {
    let plans = measures.iter().filter_map(|m| plan_of(*m));
    plans.fold(Needs::nothing(), |needs, ([total, parts], count, _)| {
        needs.union(Needs::nothing().and_total(total).and_total(parts).and_count(count))
    })
}

/// What is planned in a cell; `None` where nothing is.
pub(super) fn planned(measure: MeasureId, facts: &Facts) -> Option<Quantity> {
    let ([total, parts], count, unit) = plan_of(measure)?;
    let plan = || with_plan_parts(Quantity::plain(facts.total(total), unit), facts.total(parts));
    (facts.counted(count) > 0).then(plan)
}

impl<'a> Frame<'a> {
    /// The same frame, beside that of another segment.
    pub fn beside(mut self, other: Option<Frame<'a>>) -> Frame<'a> {
        self.against = other.filter(|o| o.unanswerable().is_none()).map(Box::new);
        self
    }
}

impl Frame<'_> {
    /// With what figures are compared, where they are.
    pub fn compared(&self) -> Option<Compared> {
        match self.spec.comparison {
            Comparison::Target => Some(Compared::Target),
            _ if self.against.is_some() => Some(Compared::Segment),
            _ => self.previous.map(|_| Compared::Earlier),
        }
    }

    /// Whether figures are compared with others that could have come out otherwise, as no plan could.
    pub fn is_sampled(&self) -> bool {
        matches!(self.compared(), Some(Compared::Earlier | Compared::Segment))
    }

    /// Whether what is compared with can't give a measure that this side can: the other segment may
    /// lack it, and of what stands now nobody knows how it stood in earlier days.
    pub fn is_lacking(&self, measure: MeasureId, placement: Placement) -> bool {
        match &self.against {
            Some(other) => other.absence(measure, placement).is_some(),
            None => self.is_of_now(measure),
        }
    }

    /// Whether a measure is of open records as they stand now, whatever the days.
    pub fn is_of_now(&self, measure: MeasureId) -> bool {
        let is_open = |id: &MeasureId| id.needs().anchor(Anchor::Open);
        let is_open = match measure {
            MeasureId::Own(id) => self.own(id).is_some_and(|(_, f)| f.measures.iter().any(is_open)),
            id => is_open(&id),
        };
        is_open && self.stands_open()
    }

    /// The days of what is compared with: those before, or the same ones of another segment.
    pub fn window_before(&self) -> Option<Period> {
        if self.against.is_some() { self.now.window } else { self.previous }
    }

    /// The facts of all rows of what is compared with: of other days or of another segment.
    pub fn whole_before(&self, wants: &Wants) -> Option<CellFacts> {
        match (&self.against, self.before()) {
            (Some(other), _) => Some(other.whole(&other.now, wants)),
            (None, Some(before)) => Some(self.whole(before, wants)),
            (None, None) => None,
        }
    }

    /// The same by the cells of two axes.
    pub fn fill_before(&self, rows: &Axis, columns: &Axis, wants: &Wants) -> Option<Filled> {
        match (&self.against, self.before()) {
            (Some(other), _) => Some(other.fill(&other.now, rows, columns, wants)),
            (None, Some(before)) => Some(self.fill(before, rows, columns, wants)),
            (None, None) => None,
        }
    }

    /// What the plan says of a measure over the whole, where figures are compared with it.
    pub fn target(&self, measure: MeasureId) -> Option<Quantity> {
        self.targets(measure, &Axis::one())?.into_iter().next().flatten()
    }

    /// What the plan says of a measure in each group of an axis. Nothing is said of
    /// a cohort, or of what filters leave by what plans don't know.
    pub fn targets(&self, measure: MeasureId, axis: &Axis) -> Option<Vec<Option<Quantity>>> {
        let needs = plan_needs(&[measure]);
        let in_time = axis.units.is_some();
        if !self.is_planned(measure, in_time) || !axis.plan_fit().holds(needs) {
            return None;
        }
        let filled = self.fill(&self.now, axis, &Axis::one(), &Wants::of(needs));
        let of = |at: usize| planned(measure, &filled.merged(std::iter::once(at)).facts);
        Some((0..axis.len()).map(of).collect())
    }

    /// Whether a measure can stand beside its plan: plans are of events, and of what they know.
    pub fn is_planned(&self, measure: MeasureId, in_time: bool) -> bool {
        let by_closing = measure != MeasureId::Leads;
        let in_time = in_time || self.now.window.is_some();
        let fits = !by_closing || !in_time || self.spec.basis == Basis::Period;
        let is_asked = self.spec.comparison == Comparison::Target && plan_of(measure).is_some();
        is_asked && fits && !self.kept.plans_not_filtered
    }
}
