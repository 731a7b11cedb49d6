//! What the data can't support, and why: the measures of a block parted into those that can be
//! answered and those that can't.

use super::frame::Frame;
use super::plan::PlanFit;
use crate::engine::funnel::{NO_ROW, Planned};
use crate::engine::measure::entry::Rungs;
use crate::engine::measure::fact::{Anchor, Count, Needs, Total};
use crate::engine::measure::{MeasureId, Require};
use crate::engine::report::{Absence, Basis};
use crate::engine::table::NO_DAY;

/// How a block places rows, which decides what it can't say.
#[derive(Clone, Copy)]
pub(super) struct Placement {
    /// Along days: rows without a day have no place.
    pub by_day: bool,
    /// The groups say nothing about cost rows.
    pub without_spend: bool,
    /// By dimensions: rows that belong to no record and no channel have no place.
    pub by_dimension: bool,
    /// One of them is a date.
    pub by_date: bool,
    /// Which plans have a place in them.
    pub plans: PlanFit,
}

impl Placement {
    /// Everything in one.
    pub const WHOLE: Placement = Placement {
        by_day: false,
        without_spend: false,
        by_dimension: false,
        by_date: false,
        plans: PlanFit::ALL,
    };
}

/// Measures that can be answered, and those that can't, with the reason.
pub(super) type Answerable = (Vec<MeasureId>, Vec<(MeasureId, Absence)>);

/// What the data must have for a question.
///
/// # Errors
/// What is lacking.
pub(super) fn needs(has: bool, lack: Absence) -> Result<(), Absence> {
    if has { Ok(()) } else { Err(lack) }
}

impl Frame<'_> {
    /// Why a measure can't be answered, if it can't.
    pub fn absence(&self, measure: MeasureId, placement: Placement) -> Option<Absence> {
        if let MeasureId::Own(id) = measure {
            return self.own_absence(id, placement);
        }
        let needs = measure.needs();
        let by_day = placement.by_day || self.now.window.is_some();
        let stages = needs.stages(Rungs::of(self.assembled));
        let by_creation = needs.anchor(Anchor::Created)
            || stages & !self.by_entry(stages) != 0
            || (self.spec.basis == Basis::Cohort
                && (needs.anchor(Anchor::Closed) || needs.anchor(Anchor::Open)));
        let by_closing = needs.anchor(Anchor::Closed) && self.spec.basis == Basis::Period;
        let days = [(by_creation, Require::Created), (by_closing, Require::Closed)];
        let placed = days.iter().filter(|(needed, _)| by_day && *needed).map(|(_, r)| r);
        let lack = measure
            .measure()
            .requires
            .iter()
            .chain(placed)
            .find(|r| !self.has(**r, placement.by_day));
        if let Some(lack) = lack {
            return Some(lack.lack());
        }
        let spend = needs.anchor(Anchor::Spend);
        // Counts of clicks are counts in any currency.
        let costs = needs.count(Count::SpendElsewhere);
        if costs && self.assembled.has.spend && !self.spend_is_ours {
            return Some(Absence::CurrenciesDiffer);
        }
        let apart = placement.without_spend || self.kept.spend_not_filtered;
        let spend = spend || needs.anchor(Anchor::Lagged);
        if needs.total(Total::Visits) && apart {
            return Some(Absence::NotByDimension);
        }
        if spend && apart {
            return Some(Absence::SpendHasNoDimension);
        }
        self.absence_aside(needs, placement)
    }

    /// What rows beside the records can't say.
    fn absence_aside(&self, needs: Needs, placement: Placement) -> Option<Absence> {
        let placed = placement.by_dimension || self.kept.records.is_some();
        if needs.anchor(Anchor::OtherCosts) && (placed || self.kept.spend.is_some()) {
            return Some(Absence::NotByDimension);
        }
        let is_planned = placement.plans.holds(needs) && !self.kept.plans_not_filtered;
        if needs.anchor(Anchor::Targets) && !is_planned {
            return Some(Absence::NotByDimension);
        }
        let stands =
            needs.anchor(Anchor::Standing) || (needs.anchor(Anchor::Open) && self.stands_open());
        if stands && placement.by_day {
            return Some(Absence::NotAlongTime);
        }
        // Open records are in no group of days of closing.
        if needs.anchor(Anchor::Expected) && placement.by_date {
            return Some(Absence::NotByDimension);
        }
        if needs.count(Count::OtherElsewhere) && !self.other_costs_are_ours() {
            return Some(Absence::CurrenciesDiffer);
        }
        (needs.anchor(Anchor::Lagged) && placement.by_date).then_some(Absence::NotByDimension)
    }

    /// Whether open records are as they stand now, whatever the days of the question.
    pub(super) fn stands_open(&self) -> bool {
        self.spec.basis == Basis::Period && self.basics.extents.expected.is_none()
    }

    fn other_costs_are_ours(&self) -> bool {
        let other = &self.assembled.beside.other_costs;
        let mut costs = other.cost.iter().zip(&other.currency);
        costs.any(|(cost, code)| !cost.is_nan() && self.population.is_ours(*code))
    }

    fn has(&self, require: Require, by_day: bool) -> bool {
        let has = &self.assembled.has;
        let beside = &self.assembled.beside;
        match require {
            Require::Records => has.records,
            Require::Outcome => has.outcome,
            Require::QualifiedStage => has.qualified.is_some(),
            Require::Amount => has.amount,
            Require::Created => has.created,
            Require::Closed => has.closed,
            Require::Spend => has.spend,
            Require::Impressions => has.impressions,
            Require::Clicks => has.clicks,
            Require::Conversions => has.conversions,
            Require::Visits => has.visits,
            Require::Stages(n) => self.assembled.stages.len() >= usize::from(n),
            Require::NextStage => {
                has.qualified.is_some_and(|at| usize::from(at) + 1 < self.assembled.stages.len())
            }
            Require::Account => !self.assembled.details.account.is_empty(),
            Require::Person => !self.assembled.details.person.is_empty(),
            Require::Quantity => !self.assembled.details.units.is_empty(),
            Require::Chance => !self.assembled.details.chance.is_empty(),
            Require::ExpectedClose => {
                self.assembled.records.expected.iter().any(|day| *day != NO_DAY)
            }
            Require::Margin => self.spec.margin.is_some(),
            Require::OtherCosts => !beside.other_costs.day.is_empty(),
            Require::Activities => !beside.activities.day.is_empty(),
            Require::TiedActivities => beside.activities.record.iter().any(|r| *r != NO_ROW),
            Require::Direction => beside.activities.tells_direction,
            Require::Times => beside.activities.has_times,
            Require::Scores => !beside.scores.day.is_empty(),
            Require::ContentItems => !beside.activities.item.is_empty(),
            Require::ContentList => beside.activities.published.is_some(),
            Require::RevenuePlan => beside.plans.planned.contains(&Planned::Revenue),
            Require::WonPlan => beside.plans.planned.contains(&Planned::Won),
            Require::LeadPlan => beside.plans.planned.contains(&Planned::Leads),
            // Over all days the two bases are one.
            Require::PeriodBasis => {
                self.spec.basis == Basis::Period || !(by_day || self.now.window.is_some())
            }
            Require::Window => self.now.window.is_some() && !by_day,
        }
    }

    /// The measures that can't be given for the whole question, with the reason.
    pub fn absent_measures(&self) -> Vec<(MeasureId, Absence)> {
        let lack = |m: &MeasureId| self.absence(*m, Placement::WHOLE).map(|why| (*m, why));
        MeasureId::EVERY.iter().filter_map(lack).collect()
    }

    /// As [`Frame::answerable`], where records may be parted among groups.
    ///
    /// # Errors
    /// The first reason, where none can be answered.
    pub fn shared(
        &self,
        measures: &[MeasureId],
        placement: Placement,
        is_parted: bool,
    ) -> Result<Answerable, Absence> {
        let (able, mut absent) = self.answerable(measures, placement)?;
        let (able, whole): (Vec<MeasureId>, Vec<MeasureId>) =
            able.into_iter().partition(|m| !is_parted || self.is_shared(*m));
        absent.extend(whole.into_iter().map(|m| (m, Absence::NotShared)));
        match absent.first() {
            Some((_, first)) if able.is_empty() => Err(first.clone()),
            _ => Ok((able, absent)),
        }
    }

    /// Parts measures into those that can be answered and those that can't.
    ///
    /// # Errors
    /// The first reason, where none can be answered.
    pub fn answerable(
        &self,
        measures: &[MeasureId],
        placement: Placement,
    ) -> Result<Answerable, Absence> {
        let mut able = Vec::new();
        let mut absent = Vec::new();
        for measure in measures {
            match self.absence(*measure, placement) {
                None => able.push(*measure),
                Some(absence) => absent.push((*measure, absence)),
            }
        }
        match absent.first() {
            Some((_, first)) if able.is_empty() => Err(first.clone()),
            _ => Ok((able, absent)),
        }
    }
}
