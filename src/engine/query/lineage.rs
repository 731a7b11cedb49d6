//! Where a figure comes from: each record and each cost row is asked what it is to the figure, so
//! that numerator, denominator and what was left out are rows that can be looked at and counted.
//!
//! It needs no second definition of any measure: a row is given a cell of its own, and the measure
//! is derived from it as from any other cell. Not here: the rows as people see them (`window`).

use super::axis::Axis;
use super::codebook::Codebook;
use super::frame::Frame;
use super::ladder;
use super::selection::is_in;
use super::support::Placement;
use crate::engine::dimension::{Dimension, Label};
use crate::engine::filter::{Grain, Period};
use crate::engine::funnel::{Assembled, FileView, Outcome};
use crate::engine::measure::MeasureId;
use crate::engine::measure::fact::{Anchor, Facts};
use crate::engine::measure::gather::{ASIDE, NO_CELL};
use crate::engine::report::{Absence, Basis, ReportSpec};
use crate::engine::table::NO_DAY;
use crate::engine::value::{Caution, Day, Quantity};
use crate::engine::window::{Part, Picked, PickedRow};
use serde::{Deserialize, Serialize};

/// Which figure of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// A card, a cell or a total: a measure in groups of dimensions (none: all of them), perhaps
    /// in one unit of the calendar.
    Measure { id: MeasureId, place: Vec<(Dimension, Label)>, unit: Option<(Grain, Day)> },
    /// A step of the funnel, from 0.
    Step(u32),
}

impl Figure {
    /// A measure over everything that the report is about.
    pub fn whole(id: MeasureId) -> Figure {
        Figure::Measure { id, place: Vec::new(), unit: None }
    }

    /// A measure in groups; `None` where a group stands for many that are not shown.
    pub fn of(id: MeasureId, place: Vec<(Dimension, Label)>) -> Option<Figure> {
        let shown = place.iter().all(|(_, label)| !matches!(label, Label::Rest(_)));
        shown.then_some(Figure::Measure { id, place, unit: None })
    }
}

/// See the module.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lineage {
    /// `None` for a step of the funnel.
    pub quantity: Option<Quantity>,
    pub currency: Option<String>,
    /// The days that act, where any do.
    pub period: Option<Period>,
    pub records: Tally,
    pub costs: Tally,
}

/// What became of all rows of a sort: the counts add up to `all`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    pub all: u64,
    pub filtered: u64,
    /// In another group than the figure's.
    pub elsewhere: u64,
    /// Outside the period, or without the day that would place them in it.
    pub outside: u64,
    /// In the group and the period, and of no concern to this figure (an open record to a share of
    /// the closed ones).
    pub unconcerned: u64,
    pub left_out: Vec<(Part, u64)>,
    /// The rows that the figure is made of; those above the line and those below it.
    pub counted: u64,
    pub above: u64,
    pub below: u64,
}

impl Tally {
    fn put(&mut self, fate: Fate) {
        self.all += 1;
        match fate {
            Fate::Filtered => self.filtered += 1,
            Fate::Elsewhere => self.elsewhere += 1,
            Fate::Outside => self.outside += 1,
            Fate::Unconcerned => self.unconcerned += 1,
            Fate::Part(part) if part.counts() => {
                self.counted += 1;
                self.above += u64::from(part != Part::Below);
                self.below += u64::from(part != Part::Above);
            }
            Fate::Part(part) => match self.left_out.iter_mut().find(|(p, _)| *p == part) {
                Some((_, n)) => *n += 1,
                None => self.left_out.push((part, 1)),
            },
        }
    }
}

/// What a row is to a figure.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Filtered,
    Elsewhere,
    Outside,
    Unconcerned,
    Part(Part),
}

/// The lineage of a figure, and its rows by file: those that count and those that were left out.
///
/// # Errors
/// Where the data can't give the figure.
pub fn lineage(
    files: &[FileView<'_>],
    assembled: &Assembled,
    spec: &ReportSpec,
    codebook: &mut Codebook,
    figure: &Figure,
) -> Result<(Lineage, Vec<Picked>), Absence> {
    let spec = &spec.calendar.apply(spec);
    let frame = Frame::new(files, assembled, spec, codebook);
    if let Some(absence) = frame.unanswerable() {
        return Err(absence);
    }
    let (quantity, records, costs) = match figure {
        Figure::Measure { id, place, unit } => {
            let place = Place::of(&frame, codebook, place, *unit)?;
            measured(&frame, *id, &place)?
        }
        Figure::Step(at) => (None, stepped(&frame, *at as usize)?, Vec::new()),
    };
    let tally = |fates: &[Fate]| {
        let mut tally = Tally::default();
        fates.iter().for_each(|fate| tally.put(*fate));
        tally.left_out.sort_unstable();
        tally
    };
    let currency = frame.currency.and_then(|at| assembled.currencies.get(at).cloned());
    let lineage = Lineage {
        quantity,
        currency: currency.filter(|name| !name.is_empty()),
        period: frame.now.window,
        records: tally(&records),
        costs: tally(&costs),
    };
    Ok((lineage, picked(assembled, &records, &costs)))
}

/// Which rows are in a figure's groups: one flag a row.
struct Place {
    created: Option<Vec<bool>>,
    closed: Option<Vec<bool>>,
    spend: Option<Vec<bool>>,
    is_whole: bool,
}

impl Place {
    fn of(
        frame: &Frame<'_>,
        codebook: &mut Codebook,
        groups: &[(Dimension, Label)],
        unit: Option<(Grain, Day)>,
    ) -> Result<Place, Absence> {
        let is_whole = groups.is_empty() && unit.is_none();
        let mut place = Place { created: None, closed: None, spend: None, is_whole };
        for (dimension, label) in groups {
            let codes =
                codebook.codes(frame.files, frame.assembled, &frame.spec.calendar.meant(dimension));
            let codes = codes.ok_or(Absence::NoDimension)?;
            let own = codes.labels.iter().position(|l| l == label).ok_or(Absence::NoDimension)?;
            let is_own = |codes: &[u32]| codes.iter().map(|c| *c as usize == own).collect();
            narrow(&mut place.created, is_own(&codes.records));
            narrow(&mut place.closed, is_own(&codes.records));
            match &codes.spend {
                Some(spend) => narrow(&mut place.spend, is_own(spend)),
                None => narrow(&mut place.spend, vec![false; frame.assembled.spend.count]),
            }
        }
        if let Some((grain, start)) = unit {
            let within = |day: &i32| start.0 <= *day && *day < grain.next(start).0;
            let is_in = |days: &[i32]| days.iter().map(within).collect::<Vec<bool>>();
            let records = &frame.assembled.records;
            let by_closing = frame.spec.basis == Basis::Period;
            let closed = if by_closing { &records.closed } else { &records.created };
            narrow(&mut place.created, is_in(&records.created));
            narrow(&mut place.closed, is_in(closed));
            narrow(&mut place.spend, is_in(&frame.assembled.spend.day));
        }
        Ok(place)
    }
}

fn narrow(kept: &mut Option<Vec<bool>>, is_in: Vec<bool>) {
    match kept {
        None => *kept = Some(is_in),
        Some(kept) => kept.iter_mut().zip(is_in).for_each(|(k, is_in)| *k &= is_in),
    }
}

fn holds(flags: &Option<Vec<bool>>, row: usize) -> bool {
    flags.as_ref().is_none_or(|f| f.get(row) == Some(&true))
}

type Measured = (Option<Quantity>, Vec<Fate>, Vec<Fate>);

fn measured(frame: &Frame<'_>, id: MeasureId, place: &Place) -> Result<Measured, Absence> {
    // A formula of the user's own has the rows of all its measures, which are no one list.
    if matches!(id, MeasureId::Own(_)) {
        return Err(Absence::NoValues);
    }
    let placement =
        Placement { by_day: false, without_spend: false, by_dimension: false, by_date: false };
    if let Some(absence) = frame.absence(id, placement) {
        return Err(absence);
    }
    let (records, spend) = (frame.assembled.records.count, frame.assembled.spend.count);
    let needs = id.needs();
    let now = &frame.now;
    // Rows in the figure's groups, all in one cell: the figure itself.
    let one = |flags: &Option<Vec<bool>>, count: usize| -> Vec<u32> {
        (0..count).map(|row| if holds(flags, row) { 0 } else { NO_CELL }).collect()
    };
    let axis = match place.is_whole {
        true => Axis::one(),
        false => Axis::of_rows(
            1,
            one(&place.created, records),
            one(&place.closed, records),
            one(&place.spend, spend),
        ),
    };
    let mut facts = frame.gather(now, &axis, &Axis::one(), needs).facts(0);
    if place.is_whole {
        frame.add_undated(needs, &mut facts);
    }
    let quantity = id.derive(&facts);
    // Which rows of other files (activities, plans, other costs) are in a group is not known here.
    let is_known = place.is_whole || ASIDE.iter().all(|anchor| !needs.anchor(*anchor));
    // A cell for each row of them.
    let mut cells = 0;
    let mut own = |of: &dyn Fn(usize) -> bool, count: usize| -> Vec<u32> {
        let mut number = |row: usize| match of(row) {
            true => {
                cells += 1;
                cells - 1
            }
            false => NO_CELL,
        };
        (0..count).map(&mut number).collect()
    };
    let created = |row: usize| holds(&place.created, row) && is_in(&now.created, row);
    let closed = |row: usize| holds(&place.closed, row) && is_in(now.closed(), row);
    let numbers = own(&|row| created(row) || closed(row), records);
    let costs = own(&|row| holds(&place.spend, row) && is_in(&now.spend, row), spend);
    let masked = |is_in: &dyn Fn(usize) -> bool| -> Vec<u32> {
        let each = numbers.iter().enumerate();
        each.map(|(row, cell)| if is_in(row) { *cell } else { NO_CELL }).collect()
    };
    let axis = Axis::of_rows(cells as usize, masked(&created), masked(&closed), costs.clone());
    let table = frame.gather(now, &axis, &Axis::one(), needs);
    let is_plain = quantity.numerator.is_none() && quantity.denominator.is_none();
    let part = |cell: u32| part_of(id, &table.facts(cell as usize), is_plain);
    let uses_records = needs.anchor(Anchor::Created) || needs.anchor(Anchor::Closed);
    let record = |row: usize| {
        if !frame.kept.record(row) {
            return Fate::Filtered;
        }
        if !holds(&place.created, row) && !holds(&place.closed, row) {
            return Fate::Elsewhere;
        }
        if !uses_records {
            return Fate::Unconcerned;
        }
        match numbers.get(row).copied().unwrap_or(NO_CELL) {
            NO_CELL if place.is_whole && is_undated(frame, needs.anchor(Anchor::Closed), row) => {
                Fate::Part(Part::WithoutDates)
            }
            NO_CELL => Fate::Outside,
            cell => part(cell).map_or(Fate::Unconcerned, Fate::Part),
        }
    };
    let cost = |row: usize| {
        let cell = costs.get(row).copied().unwrap_or(NO_CELL);
        match () {
            () if !frame.kept.cost(row) => Fate::Filtered,
            () if !holds(&place.spend, row) => Fate::Elsewhere,
            () if !needs.anchor(Anchor::Spend) => Fate::Unconcerned,
            () if cell == NO_CELL => Fate::Outside,
            () => part(cell).map_or(Fate::Unconcerned, Fate::Part),
        }
    };
    let fates = (0..records).map(record).collect();
    Ok((is_known.then_some(quantity), fates, (0..spend).map(cost).collect()))
}

/// Won or lost, without the closing day that would place it in a period by events.
fn is_undated(frame: &Frame<'_>, counts_closed: bool, row: usize) -> bool {
    let records = &frame.assembled.records;
    let by_closing = frame.spec.basis == Basis::Period && frame.now.window.is_some();
    let decided = records.outcome.get(row).is_some_and(|o| *o != Outcome::Open);
    counts_closed && by_closing && decided && records.closed.get(row) == Some(&NO_DAY)
}

/// What the facts of one row are to a measure.
fn part_of(id: MeasureId, facts: &Facts, is_plain: bool) -> Option<Part> {
    let alone = id.derive(facts);
    let above = alone.numerator.is_some_and(|n| n != 0.0);
    // What is divided by the whole of all rows is not divided by this one.
    let below = alone.denominator.is_some_and(|d| d != 0.0) && !id.needs().whole();
    let reason = alone.cautions.iter().find_map(|caution| match caution {
        Caution::WithoutAmount { records: 1.. } => Some(Part::WithoutAmount),
        Caution::OtherCurrencies { records: 1.. } => Some(Part::OtherCurrency),
        Caution::WithoutDates { records: 1.. } => Some(Part::WithoutDates),
        Caution::DatesOutOfOrder { records: 1.. } => Some(Part::DatesOutOfOrder),
        Caution::WithoutAccount { records: 1.. }
        | Caution::WithoutChance { records: 1.. }
        | Caution::WithoutQuantity { records: 1.. } => Some(Part::LeftOut),
        _ => None,
    });
    match (above, below) {
        (true, true) => Some(Part::Both),
        (true, false) => Some(Part::Above),
        (false, true) if alone.numerator.is_some() => Some(Part::Below),
        // The values behind a median stand for themselves.
        (false, true) => Some(Part::Above),
        (false, false) if reason.is_some() => reason,
        (false, false) if is_plain => {
            let has = !facts.is_empty(id.needs()) && alone.value.is_some();
            (has || alone.value.is_some_and(|v| v != 0.0)).then_some(Part::Above)
        }
        (false, false) => None,
    }
}

/// The records of a step of the funnel: above those that reached it, below those that entered.
fn stepped(frame: &Frame<'_>, at: usize) -> Result<Vec<Fate>, Absence> {
    let reached = ladder::reached(frame, at)?;
    let fate = |row: usize| match reached.get(row).copied().flatten() {
        _ if !frame.kept.record(row) => Fate::Filtered,
        None => Fate::Outside,
        Some(true) => Fate::Part(Part::Both),
        Some(false) => Fate::Part(Part::Below),
    };
    Ok((0..frame.assembled.records.count).map(fate).collect())
}

/// The rows of the figure by file: records first.
fn picked(assembled: &Assembled, records: &[Fate], costs: &[Fate]) -> Vec<Picked> {
    let part = |fate: &Fate| match fate {
        Fate::Part(part) => Some(*part),
        _ => None,
    };
    let mut picked: Vec<Picked> = Vec::new();
    let mut put = |file: usize, row: u32, part: Part| {
        let row = PickedRow { row, part: Some(part) };
        match picked.iter_mut().find(|p| p.file == file) {
            Some(of_file) => of_file.rows.push(row),
            None => picked.push(Picked { file, rows: vec![row] }),
        }
    };
    for (record, fate) in records.iter().enumerate() {
        if let Some(((file, row), part)) = assembled.place(record).zip(part(fate)) {
            put(file, row, part);
        }
    }
    let spend = &assembled.spend;
    for ((fate, row), file) in costs.iter().zip(&spend.row).zip(&spend.file) {
        if let Some(part) = part(fate) {
            put(usize::from(*file), *row, part);
        }
    }
    picked
}
