//! What becomes of records takes time: which figures go on to change after the days that they are of,
//! and whether the data reach far enough beyond these days (reference: kpis, 4a).
//!
//! Not here: cohorts by age (`cohorts`), which differences are chance (`measure::chance`).

use super::frame::Frame;
use super::stage_fact::StageFact;
use crate::engine::filter::Period;
use crate::engine::formula::{self, ColumnAsk};
use crate::engine::measure::MeasureId;
use crate::engine::measure::entry::Rungs;
use crate::engine::measure::fact::{Anchor, Count, Kept, Needs};
use crate::engine::report::Basis;
use crate::engine::value::{Caution, Quantity};

/// What becomes of a record after its creation, and is counted by it.
const LATER: [Count; 5] =
    [Count::Contacted, Count::Met, Count::MetWon, Count::WithContent, Count::Open];

/// The first stage is reached with the creation.
const FIRST_STAGE: u32 = 1;

impl Frame<'_> {
    /// Whether a figure is of what became of the records of its days, so that it changes while they
    /// are under way.
    pub fn ripens(&self, measure: MeasureId) -> bool {
        let by_creation = self.spec.basis == Basis::Cohort;
        let rungs = Rungs::of(self.assembled);
        let needs_time = |needs: Needs| {
            let stages = needs.stages(rungs) & !FIRST_STAGE;
            needs.any_count(&LATER)
                || stages & !self.by_entry(stages) != 0
                || needs.kept(Kept::MonthOutcomes)
                || (by_creation && needs.anchor(Anchor::Closed))
        };
        let MeasureId::Own(id) = measure else { return needs_time(measure.needs()) };
        self.own(id).is_some_and(|(_, formula)| {
            let decided = |of| matches!(of, formula::Among::Won | formula::Among::Lost);
            let goes_on = |ask: &ColumnAsk| {
                let source = self.source(ask);
                let stage = source.as_ref().and_then(|s| s.stage()).map_or(0, StageFact::stage);
                stage & !FIRST_STAGE & !self.by_entry(stage) != 0
                    || (stage != 0 && ask.of == formula::Among::Open)
            };
            let columns = formula.columns.iter();
            formula.measures.iter().any(|m| needs_time(m.needs()))
                || columns.clone().any(goes_on)
                || (by_creation && columns.clone().any(|ask| decided(ask.of)))
        })
    }

    /// A figure of these days with what its age says, where it has one.
    pub fn aged(&self, measure: MeasureId, figure: Quantity, days: Option<Period>) -> Quantity {
        if self.ripens(measure) { self.under_way(figure, days) } else { figure }
    }

    /// What became of the records of these days: nine in ten wins come within the usual cycle, and
    /// the youngest records may have had less.
    pub fn under_way(&self, figure: Quantity, days: Option<Period>) -> Quantity {
        match self.usual_of(days).filter(|_| figure.value.is_some()) {
            Some((had, usual)) => figure.with(Caution::Young { had, usual }),
            None => figure,
        }
    }

    /// How many days the youngest records of these days have had, and what is usual, where that is more.
    pub fn usual_of(&self, days: Option<Period>) -> Option<(f64, f64)> {
        let (days, as_of) = days.zip(self.as_of)?;
        let had = f64::from(as_of.0 - days.last.0).max(0.0);
        let usual = self.population.won_rows().usual_cycle()?;
        (had < usual).then_some((had, usual))
    }

    /// Whether any of these figures by time has units that are under way.
    pub fn any_ripens(&self, measures: &[MeasureId]) -> bool {
        measures.iter().any(|m| self.ripens(*m))
    }
}
