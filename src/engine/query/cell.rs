//! Figures of a question: the facts that its measures want, those of columns included, and what
//! follows from them in a cell.

use super::axis::Axis;
use super::column_fact::{self, ColumnCell, ColumnTable, Source};
use super::frame::Frame;
use super::selection::Selection;
use super::support::Placement;
use crate::engine::formula::{ColumnAsk, ColumnFact, Formula, Leaves, OwnHead, OwnMeasure};
use crate::engine::funnel::{Assembled, FileView};
use crate::engine::measure::chance::{sampling, sampling_needs};
use crate::engine::measure::entry::Rungs;
use crate::engine::measure::fact::{Anchor, Facts, Needs, Terms, Total};
use crate::engine::measure::fact_table::FactTable;
use crate::engine::measure::over_time::OverTime;
use crate::engine::measure::{self, MeasureId};
use crate::engine::report::Absence;
use crate::engine::value::{Caution, Quantity, Unit};
use std::rc::Rc;

/// A measure of the user's own, read; without a formula where it can't be.
pub(super) struct Own {
    id: u16,
    formula: Option<Formula>,
    unit: Unit,
}

impl Own {
    pub fn read(own: &OwnMeasure, files: &[FileView<'_>], assembled: &Assembled) -> Own {
        let kind =
            |file: Option<&str>, header: &str| column_fact::kind(assembled, files, file, header);
        let formula = Formula::read(&own.formula, &kind).ok();
        let unit = formula.as_ref().map_or(Unit::Ratio, |f| shown(f.unit, own.unit));
        Own { id: own.id, formula, unit }
    }

    pub fn head(&self, own: &OwnMeasure) -> OwnHead {
        OwnHead {
            id: own.id,
            name: own.name.clone(),
            formula: own.formula.clone(),
            unit: self.formula.as_ref().map(|_| self.unit),
            of: None,
        }
    }
}

/// The unit that was wished for, among those without money and days.
fn shown(unit: Unit, wish: Option<Unit>) -> Unit {
    let bare = |u: &Unit| matches!(u, Unit::Count | Unit::Share | Unit::Ratio);
    wish.filter(|w| bare(w) && bare(&unit)).unwrap_or(unit)
}

/// What shares of the whole are taken of.
const ALL_MONEY: Needs = Needs::nothing().and_total(Total::WonAmount).and_total(Total::Spend);

/// What several measures want of the rows.
pub(super) struct Wants {
    pub needs: Needs,
    /// Figures are told from chance.
    pub compares: bool,
    columns: Vec<(ColumnAsk, Rc<Source>)>,
}

impl Wants {
    pub fn of(needs: Needs) -> Wants {
        Wants { needs, compares: false, columns: Vec::new() }
    }

    /// With what telling these measures from chance needs.
    pub fn comparing(mut self, measures: &[MeasureId]) -> Wants {
        self.needs = self.needs.union(sampling_needs(measures));
        self.compares = true;
        self
    }

    /// The columns that are read.
    pub fn sources(&self) -> impl Iterator<Item = &Source> {
        self.columns.iter().map(|(_, source)| &**source)
    }

    /// A bit for a column by its position; those that are too many share one.
    pub fn column_bit(at: usize) -> u128 {
        1 << at.min(127)
    }

    /// The stages of which any measure counts who came to them, as bits.
    pub fn stages(&self, assembled: &Assembled) -> u32 {
        let own = self.sources().filter_map(Source::stage).fold(0, |bits, s| bits | s.stage());
        self.needs.stages(Rungs::of(assembled)) | own
    }

    pub fn anchor(&self, anchor: Anchor) -> bool {
        self.needs.anchor(anchor) || self.columns.iter().any(|(_, s)| s.anchor == anchor)
    }
}

/// The facts of many cells.
pub(super) struct Filled {
    facts: FactTable,
    columns: Vec<ColumnTable>,
    /// Cell by cell, where records are parted.
    parted: Option<Vec<Facts>>,
}

/// The facts of one cell, or of several together.
#[derive(Clone)]
pub(super) struct CellFacts {
    pub facts: Facts,
    pub columns: Vec<ColumnCell>,
    /// How many records lack the days of which columns; see [`Wants::column_bit`].
    pub lacking: Vec<(u128, u64)>,
}

impl Filled {
    pub fn merged(&self, cells: impl Iterator<Item = usize> + Clone) -> CellFacts {
        let columns = self.columns.iter().map(|c| c.merged(cells.clone())).collect();
        let Some(parted) = &self.parted else {
            return CellFacts { columns, facts: self.facts.merged(cells), lacking: Vec::new() };
        };
        let mut all: Option<Facts> = None;
        for facts in cells.filter_map(|cell| parted.get(cell)) {
            match &mut all {
                Some(all) => all.merge(facts),
                None => all = Some(facts.clone()),
            }
        }
        CellFacts { columns, facts: all.unwrap_or_default(), lacking: Vec::new() }
    }
}

impl CellFacts {
    /// Takes in the facts of another cell.
    pub fn merge(&mut self, other: &CellFacts) {
        self.facts.merge(&other.facts);
        self.columns.iter_mut().zip(&other.columns).for_each(|(a, b)| a.merge(b));
        self.lacking.extend_from_slice(&other.lacking);
    }

    /// Records that lack the day of any of these columns, each once.
    fn undated(&self, columns: u128) -> Option<Caution> {
        let lacking = self.lacking.iter().filter(|(of, _)| of & columns != 0);
        let records = lacking.map(|(_, n)| n).sum();
        (records > 0).then_some(Caution::WithoutDates { records })
    }

    /// Whether nothing of what is wanted occurred.
    pub fn is_empty(&self, wants: &Wants) -> bool {
        self.facts.is_empty(wants.needs) && self.columns.iter().all(ColumnCell::is_empty)
    }
}

/// The facts of groups whose records are parts of them.
fn parted(table: &FactTable, rows: &Axis, columns: &Axis) -> Vec<Facts> {
    let empty = Facts::with(table.terms);
    let mut cells = vec![empty; rows.len() * columns.len()];
    let of_columns: Vec<_> = (0..columns.width()).map(|code| columns.parts_of(code)).collect();
    for row in 0..rows.width() {
        let groups = rows.parts_of(row);
        for (column, of_column) in of_columns.iter().enumerate() {
            let cell = row * columns.width() + column;
            for (group, part) in &groups {
                for (across, share) in of_column {
                    let at = *group as usize * columns.len() + *across as usize;
                    if let Some(facts) = cells.get_mut(at) {
                        facts.take_part(table, cell, part * share);
                    }
                }
            }
        }
    }
    cells
}

impl Frame<'_> {
    /// Whether a figure can be made of parts of records.
    pub fn is_shared(&self, measure: MeasureId) -> bool {
        match measure {
            MeasureId::Own(id) => self.own(id).is_none_or(|(_, formula)| {
                formula.columns.is_empty() && formula.measures.iter().all(|m| self.is_shared(*m))
            }),
            measure => !measure.needs().keeps(),
        }
    }

    pub fn own(&self, id: u16) -> Option<(&Own, &Formula)> {
        let own = self.own.iter().find(|o| o.id == id)?;
        Some((own, own.formula.as_ref()?))
    }

    pub fn source(&self, ask: &ColumnAsk) -> Option<Rc<Source>> {
        let mut sources = self.sources.borrow_mut();
        let terms = (self.currency, self.spec.policy);
        if let Some((_, _, source)) = sources.iter().find(|(a, t, _)| a == ask && *t == terms) {
            return source.clone();
        }
        let source = Source::of(&self.population, self.files, ask).map(Rc::new);
        sources.push((ask.clone(), terms, source.clone()));
        source
    }

    /// What these measures want of the rows.
    pub fn wants(&self, measures: &[MeasureId]) -> Wants {
        let mut wants = Wants::of(Needs::nothing());
        for measure in measures {
            let MeasureId::Own(id) = measure else {
                wants.needs = wants.needs.union(measure.needs());
                continue;
            };
            let Some((_, formula)) = self.own(*id) else { continue };
            for id in &formula.measures {
                wants.needs = wants.needs.union(id.needs());
            }
            for ask in &formula.columns {
                let is_known = wants.columns.iter().any(|(a, _)| a == ask);
                if let Some(source) = self.source(ask).filter(|_| !is_known) {
                    wants.columns.push((ask.clone(), source));
                }
            }
        }
        wants
    }

    /// The facts of all cells of two axes, over selected rows.
    pub fn fill(
        &self,
        selection: &Selection,
        rows: &Axis,
        columns: &Axis,
        wants: &Wants,
    ) -> Filled {
        let placed = self.placed(selection, rows, columns, wants);
        let count = rows.width() * columns.width();
        let is_parted = rows.parts.is_some() || columns.parts.is_some();
        let column = |(_, source): &(ColumnAsk, Rc<Source>)| source.gather(&placed, count);
        let columns_of = wants.columns.iter().map(column).collect();
        let mut facts = self.population.gather(placed.cells(count), wants.needs);
        facts.terms = self.terms(selection, wants.needs);
        let parted = is_parted.then(|| parted(&facts, rows, columns));
        Filled { columns: columns_of, facts, parted }
    }

    /// What figures take from beside their own rows.
    pub fn terms(&self, selection: &Selection, needs: Needs) -> Terms {
        let elapsed = self.elapsed(selection);
        let mut terms = Terms { margin: self.spec.margin, elapsed, ..Terms::default() };
        terms.working_days = self.working_days(selection);
        terms.published = self.assembled.beside.activities.published;
        if needs.anchor(Anchor::Lagged) {
            terms.lag_days = self.lag_days();
        }
        if needs.whole() {
            let wants = Wants::of(ALL_MONEY);
            let all = self.fill(selection, &Axis::one(), &Axis::one(), &wants);
            let all = all.facts.facts(0);
            terms.all_won = all.total(Total::WonAmount);
            terms.all_spend = all.total(Total::Spend);
        }
        terms
    }

    /// The facts of all selected rows, with what has no day to place it.
    pub fn whole(&self, selection: &Selection, wants: &Wants) -> CellFacts {
        let filled = self.fill(selection, &Axis::one(), &Axis::one(), wants);
        let mut facts = filled.merged(std::iter::once(0));
        self.add_undated(wants, &mut facts);
        facts
    }

    /// The figure of a cell.
    pub fn derive(&self, measure: MeasureId, cell: &CellFacts, wants: &Wants) -> Quantity {
        let MeasureId::Own(id) = measure else {
            let figure = measure.derive(&cell.facts);
            let sampling = wants.compares.then(|| sampling(measure, &cell.facts)).flatten();
            return Quantity { sampling: sampling.map(Box::new), ..figure };
        };
        let Some((own, formula)) = self.own(id) else { return Quantity::none(Unit::Ratio) };
        let place_of = |at: usize| {
            let ask = formula.columns.get(at)?;
            wants.columns.iter().position(|(a, _)| a == ask)
        };
        let cell_of = |at: usize| cell.columns.get(place_of(at)?);
        let column = |at: usize| cell_of(at)?.value();
        let leaf = |id: MeasureId| id.derive(&cell.facts).value;
        let (value, sides) = formula.value(&Leaves { measure: &leaf, column: &column });
        let columns: Vec<&ColumnCell> = (0..formula.columns.len()).filter_map(&cell_of).collect();
        let is_untold = columns.iter().any(|column| column.is_untold);
        let untold = is_untold.then_some(Caution::StageByCreation).into_iter();
        let bit_of = |at: usize| place_of(at).map_or(0, Wants::column_bit);
        if let Some(((both, from), (_, at))) = sides.zip(formula.conversion()) {
            // Those who went on tell whether they are of the others, and who lacks the day of either.
            let Some(went_on) = cell_of(at) else { return Quantity::none(own.unit) };
            let mut figure = measure::entry::rate(both, from, !went_on.is_apart);
            figure.cautions.extend(untold.chain(cell.undated(bit_of(at))));
            return Quantity { unit: own.unit, ..figure };
        }
        let mut figure = Quantity { value, ..Quantity::none(own.unit) };
        if let Some((numerator, denominator)) = sides {
            figure.numerator = Some(numerator);
            figure.denominator = Some(denominator);
            if denominator > 0.0 && denominator < measure::SMALL && own.unit == Unit::Share {
                figure.cautions.push(Caution::SmallDenominator);
            }
        }
        let of_measures = formula.measures.iter().flat_map(|id| id.derive(&cell.facts).cautions);
        let asked = (0..formula.columns.len()).fold(0, |bits, at| bits | bit_of(at));
        let of_columns = untold.chain(cell.undated(asked));
        for caution in of_measures.chain(of_columns) {
            let is_said = caution == Caution::SmallDenominator;
            if !is_said && !figure.cautions.contains(&caution) {
                figure.cautions.push(caution);
            }
        }
        figure
    }

    /// How units of time of a measure come together.
    pub fn over_time(&self, measure: MeasureId) -> OverTime {
        match measure {
            MeasureId::Own(id) => self.own(id).map_or(OverTime::Pools, |(_, f)| f.over_time()),
            measure => measure.over_time(),
        }
    }

    /// The unit of a measure.
    pub fn unit(&self, measure: MeasureId) -> Unit {
        match measure {
            MeasureId::Own(id) => self.own(id).map_or(Unit::Ratio, |(own, _)| own.unit),
            measure => measure.unit(),
        }
    }

    /// Why a measure of the user's own can't be answered, if it can't.
    pub fn own_absence(&self, id: u16, placement: Placement) -> Option<Absence> {
        let Some((_, formula)) = self.own(id) else { return Some(Absence::BadFormula) };
        let lack = formula.measures.iter().find_map(|m| self.absence(*m, placement));
        lack.or_else(|| formula.columns.iter().find_map(|ask| self.column_absence(ask, placement)))
    }

    fn column_absence(&self, ask: &ColumnAsk, placement: Placement) -> Option<Absence> {
        let Some(source) = self.source(ask) else {
            let is_stage = matches!(ask.what, ColumnFact::Reached { .. });
            return Some(if is_stage { Absence::NoStageOfName } else { Absence::NoDimension });
        };
        let by_day = placement.by_day || self.now.window.is_some();
        let has = &self.assembled.has;
        match source.anchor {
            Anchor::Spend => {
                let apart = placement.without_spend || self.kept.spend_not_filtered;
                apart.then_some(Absence::SpendHasNoDimension)
            }
            Anchor::Closed => {
                let by_closing = self.spec.basis == crate::engine::report::Basis::Period;
                let lack = if by_closing { !has.closed } else { !has.created };
                let why = if by_closing { Absence::NoClosedDate } else { Absence::NoCreatedDate };
                (by_day && lack).then_some(why)
            }
            _ => {
                let is_placed = source.stage().is_some_and(|s| self.by_entry(s.stage()) != 0);
                (by_day && !has.created && !is_placed).then_some(Absence::NoCreatedDate)
            }
        }
    }
}
