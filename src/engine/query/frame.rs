//! What all blocks of a report share: the resolved question, the rows that the filters leave, and
//! the way from an axis of groups to gathered facts.

use super::axis::{Axis, Codes};
use super::codebook::Codebook;
use super::scope::{Extents, report_currency};
use crate::engine::filter::{Filter, Period};
use crate::engine::funnel::{Assembled, FileView, Outcome};
use crate::engine::measure::fact::{Anchor, Count, Facts, Needs};
use crate::engine::measure::gather::{Cells, FactTable, NO_CELL, Population};
use crate::engine::measure::{MeasureId, Require};
use crate::engine::report::{Absence, Basis, ReportSpec};
use crate::engine::table::NO_DAY;
use crate::engine::value::Day;

pub(super) struct Frame<'a> {
    pub files: &'a [FileView<'a>],
    pub assembled: &'a Assembled,
    pub spec: &'a ReportSpec,
    pub population: Population<'a>,
    /// Position in [`Assembled::currencies`].
    pub currency: Option<usize>,
    pub as_of: Option<Day>,
    pub period: Option<Period>,
    pub previous: Option<Period>,
    pub extents: Extents,
    /// Rows that pass the filters; `None` where there is no filter.
    pub kept_records: Option<Vec<bool>>,
    kept_spend: Option<Vec<bool>>,
    /// A filter is by something that cost rows don't have.
    spend_not_filtered: bool,
    spend_is_ours: bool,
    /// Why no block can be answered.
    pub unanswerable: Option<Absence>,
}

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

impl<'a> Frame<'a> {
    pub fn new(
        files: &'a [FileView<'a>],
        assembled: &'a Assembled,
        spec: &'a ReportSpec,
        codebook: &mut Codebook,
    ) -> Frame<'a> {
        let (currency, ours) = report_currency(assembled, spec.currency.as_deref());
        let population = Population::new(assembled, spec.policy, ours);
        let as_of = assembled.as_of.map(Day);
        let extents = Extents::of(assembled);
        let period = spec.period.resolve(as_of);
        let previous = period.and_then(|p| spec.comparison.period(p, as_of)).filter(|p| {
            extents.all().is_some_and(|all| p.first <= all.last && all.first <= p.last)
        });
        let spend = &assembled.spend;
        let spend_is_ours = spend
            .spend
            .iter()
            .zip(&spend.currency)
            .any(|(cost, code)| !cost.is_nan() && population.is_ours(*code));
        let mut frame = Frame {
            files,
            assembled,
            spec,
            population,
            currency,
            as_of,
            period,
            previous,
            extents,
            kept_records: None,
            kept_spend: None,
            spend_not_filtered: false,
            spend_is_ours,
            unanswerable: None,
        };
        for filter in spec.filters.iter().filter(|f| !f.values.is_empty()) {
            frame.filter(filter, codebook);
        }
        frame
    }

    /// Takes out what a filter doesn't keep. A filter whose dimension is gone can't be obeyed, and
    /// figures without it would be of another question: then nothing is answered.
    fn filter(&mut self, filter: &Filter, codebook: &mut Codebook) {
        let Some(codes) = codebook.codes(self.files, self.assembled, &filter.dimension) else {
            self.unanswerable = Some(Absence::NoDimension);
            return;
        };
        let keeps: Vec<bool> = codes.labels.iter().map(|label| filter.keeps(label)).collect();
        narrow(&mut self.kept_records, &codes.records, &keeps);
        match &codes.spend {
            Some(spend) => narrow(&mut self.kept_spend, spend, &keeps),
            None => self.spend_not_filtered = true,
        }
    }

    /// Whether wins are placed by closing while leads are placed by creation.
    fn splits_populations(&self, window: Option<Period>) -> bool {
        self.spec.basis == Basis::Period && window.is_some()
    }

    /// Facts by cell: cell `row × columns + column` of two axes, over the days of `window`.
    pub fn gather(
        &self,
        window: Option<Period>,
        rows: &Axis,
        columns: &Axis,
        needs: Needs,
    ) -> FactTable {
        let records = &self.assembled.records;
        let width = columns.len();
        let kept = self.kept_records.as_deref();
        let wants_closed = needs.anchor(Anchor::Closed);
        let apart = self.splits_populations(window) || rows.splits() || columns.splits();
        let mut created = Vec::new();
        if needs.anchor(Anchor::Created) || (wants_closed && !apart) {
            created = self.created_cells(window, rows, columns);
        }
        let mut closed = Vec::new();
        if wants_closed && apart {
            closed = number(rows.closed(), columns.closed(), width, records.count);
            let days = match self.spec.basis {
                Basis::Cohort => &records.created,
                Basis::Period => &records.closed,
            };
            leave_out(&mut closed, window, days, kept);
        }
        let mut spend = Vec::new();
        if needs.anchor(Anchor::Spend) {
            let cost_rows = &self.assembled.spend;
            spend = number(&rows.spend, &columns.spend, width, cost_rows.count);
            leave_out(&mut spend, window, &cost_rows.day, self.kept_spend.as_deref());
        }
        let cells = Cells {
            count: rows.len() * width,
            created: &created,
            closed: apart.then_some(closed.as_slice()),
            spend: &spend,
        };
        self.population.gather(cells, needs)
    }

    /// The cell of each record by its creation.
    pub fn created_cells(&self, window: Option<Period>, rows: &Axis, columns: &Axis) -> Vec<u32> {
        let records = &self.assembled.records;
        let mut cells = number(&rows.created, &columns.created, columns.len(), records.count);
        leave_out(&mut cells, window, &records.created, self.kept_records.as_deref());
        cells
    }

    /// The facts of everything in the window, with what has no day to place it.
    pub fn total(&self, window: Option<Period>, needs: Needs) -> Facts {
        let mut facts = self.gather(window, &Axis::one(), &Axis::one(), needs).facts(0);
        self.add_undated(window, needs, &mut facts);
        facts
    }

    /// Counts the rows that would be in the figures if they had a day. Only totals can show them.
    pub fn add_undated(&self, window: Option<Period>, needs: Needs, facts: &mut Facts) {
        if window.is_none() {
            return;
        }
        let records = &self.assembled.records;
        if self.splits_populations(window) && needs.anchor(Anchor::Closed) {
            let kept = |row: usize| self.keeps_record(row);
            let undated = records.closed.iter().zip(&records.outcome).enumerate();
            for (row, (_, outcome)) in undated.filter(|(_, (day, _))| **day == NO_DAY) {
                match outcome {
                    Outcome::Won if kept(row) => facts.add_count(Count::WonUndated, 1),
                    Outcome::Lost if kept(row) => facts.add_count(Count::LostUndated, 1),
                    _ => {}
                }
            }
        }
        if needs.anchor(Anchor::Spend) {
            let spend = &self.assembled.spend;
            let rows = spend.day.iter().zip(&spend.spend).enumerate();
            let undated = rows.filter(|(row, (day, cost))| {
                **day == NO_DAY && !cost.is_nan() && keeps(self.kept_spend.as_deref(), *row)
            });
            facts.add_count(Count::SpendUndated, undated.count() as u64);
        }
    }

    pub fn keeps_record(&self, row: usize) -> bool {
        keeps(self.kept_records.as_deref(), row)
    }

    /// Why a measure can't be answered, if it can't.
    pub fn absence(&self, measure: MeasureId, placement: Placement) -> Option<Absence> {
        let has = &self.assembled.has;
        let has_it = |require: Require| match require {
            Require::Records => has.records,
            Require::Outcome => has.outcome,
            Require::QualifiedStage => has.qualified.is_some(),
            Require::Amount => has.amount,
            Require::Created => has.created,
            Require::Closed => has.closed,
            Require::Spend => has.spend,
        };
        let needs = measure.needs();
        let by_day = placement.by_day || self.period.is_some();
        let by_creation = needs.anchor(Anchor::Created)
            || (needs.anchor(Anchor::Closed) && self.spec.basis == Basis::Cohort);
        let by_closing = needs.anchor(Anchor::Closed) && self.spec.basis == Basis::Period;
        let days = [(by_creation, Require::Created), (by_closing, Require::Closed)];
        let placed = days.iter().filter(|(needed, _)| by_day && *needed).map(|(_, r)| r);
        let lack = measure.measure().requires.iter().chain(placed).find(|r| !has_it(**r));
        if let Some(lack) = lack {
            return Some(lack.lack());
        }
        let spend = needs.anchor(Anchor::Spend);
        if spend && !self.spend_is_ours {
            return Some(Absence::CurrenciesDiffer);
        }
        let apart = placement.without_spend || self.spend_not_filtered;
        (spend && apart).then_some(Absence::SpendHasNoDimension)
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

/// The facts that several measures need.
pub(super) fn needs_of(measures: &[MeasureId]) -> Needs {
    measures.iter().fold(Needs::nothing(), |needs, m| needs.union(m.needs()))
}

fn keeps(kept: Option<&[bool]>, row: usize) -> bool {
    kept.is_none_or(|k| k.get(row).copied().unwrap_or(false))
}

fn narrow(kept: &mut Option<Vec<bool>>, codes: &[u32], keeps: &[bool]) {
    let passes = |code: &u32| keeps.get(*code as usize).copied().unwrap_or(false);
    match kept {
        None => *kept = Some(codes.iter().map(passes).collect()),
        Some(kept) => kept.iter_mut().zip(codes).for_each(|(k, code)| *k &= passes(code)),
    }
}

/// The cell of each row by its two groups.
fn number(rows: &Codes, columns: &Codes, width: usize, count: usize) -> Vec<u32> {
    match (rows, columns) {
        (Codes::None, _) | (_, Codes::None) => vec![NO_CELL; count],
        (Codes::One, Codes::One) => vec![0; count],
        (Codes::One, Codes::Each(codes)) => codes.clone(),
        // One column: the cell is the row's number.
        (Codes::Each(codes), Codes::One) => codes.clone(),
        (Codes::Each(rows), Codes::Each(columns)) => {
            let width = width as u32;
            let cell = |(row, column): (&u32, &u32)| match (*row, *column) {
                (NO_CELL, _) | (_, NO_CELL) => NO_CELL,
                (row, column) => row * width + column,
            };
            rows.iter().zip(columns).map(cell).collect()
        }
    }
}

fn leave_out(cells: &mut [u32], window: Option<Period>, days: &[i32], kept: Option<&[bool]>) {
    if let Some(window) = window {
        let (first, last) = (window.first.0, window.last.0);
        for (cell, day) in cells.iter_mut().zip(days) {
            // A missing day is before all others.
            *cell = if first <= *day && *day <= last { *cell } else { NO_CELL };
        }
    }
    if let Some(kept) = kept {
        for (cell, kept) in cells.iter_mut().zip(kept) {
            *cell = if *kept { *cell } else { NO_CELL };
        }
    }
}
