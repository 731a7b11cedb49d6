//! What the data can't support, and why: the measures of a block parted into those that can be
//! answered and those that can't.

use super::frame::Frame;
use crate::engine::measure::fact::{Anchor, Count};
use crate::engine::measure::{MeasureId, Require};
use crate::engine::report::{Absence, Basis};

/// How a block places rows, which decides what it can't say.
#[derive(Clone, Copy)]
pub(super) struct Placement {
    /// Along days: rows without a day have no place.
    pub by_day: bool,
    /// The groups say nothing about cost rows.
    pub without_spend: bool,
}

/// Measures that can be answered, and those that can't, with the reason.
pub(super) type Answerable = (Vec<MeasureId>, Vec<(MeasureId, Absence)>);

impl Frame<'_> {
    /// Why a measure can't be answered, if it can't.
    pub fn absence(&self, measure: MeasureId, placement: Placement) -> Option<Absence> {
        if let MeasureId::Own(id) = measure {
            return self.own_absence(id, placement);
        }
        let needs = measure.needs();
        let by_day = placement.by_day || self.now.window.is_some();
        let by_creation = needs.anchor(Anchor::Created)
            || (needs.anchor(Anchor::Closed) && self.spec.basis == Basis::Cohort);
        let by_closing = needs.anchor(Anchor::Closed) && self.spec.basis == Basis::Period;
        let days = [(by_creation, Require::Created), (by_closing, Require::Closed)];
        let placed = days.iter().filter(|(needed, _)| by_day && *needed).map(|(_, r)| r);
        let lack = measure.measure().requires.iter().chain(placed).find(|r| !self.has(**r));
        if let Some(lack) = lack {
            return Some(lack.lack());
        }
        let spend = needs.anchor(Anchor::Spend);
        // Counts of clicks are counts in any currency.
        let costs = needs.count(Count::SpendElsewhere);
        if costs && !self.spend_is_ours {
            return Some(Absence::CurrenciesDiffer);
        }
        let apart = placement.without_spend || self.kept.spend_not_filtered;
        (spend && apart).then_some(Absence::SpendHasNoDimension)
    }

    fn has(&self, require: Require) -> bool {
        let has = &self.assembled.has;
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
            Require::Stages(n) => self.assembled.stages.len() >= usize::from(n),
            Require::NextStage => {
                has.qualified.is_some_and(|at| usize::from(at) + 1 < self.assembled.stages.len())
            }
            Require::Account => !self.assembled.details.account.is_empty(),
            Require::Person => !self.assembled.details.person.is_empty(),
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
