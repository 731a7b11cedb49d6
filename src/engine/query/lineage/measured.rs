//! The rows of a measure. It needs no second definition of any measure: a row is given a cell of its
//! own, and the measure is derived from it as from any other cell.

use super::place::Place;
use super::tally::Fate;
use super::{Acts, Found, members};
use crate::engine::funnel::{BesideKind, NO_ROW, Outcome};
use crate::engine::measure::MeasureId;
use crate::engine::measure::fact::{Anchor, Count, Facts, Kept, Needs};
use crate::engine::measure::fact_table::FactTable;
use crate::engine::measure::gather::{ASIDE, Cells, NO_CELL};
use crate::engine::query::aside::is_grouped;
use crate::engine::query::axis::Axis;
use crate::engine::query::cell::Wants;
use crate::engine::query::frame::{Frame, Placed};
use crate::engine::query::support::Placement;
use crate::engine::query::trend::averaged;
use crate::engine::report::{Absence, Basis};
use crate::engine::table::NO_DAY;
use crate::engine::value::Caution;
use crate::engine::window::Part;
use std::ops::Range;

/// The figure at a place; as the mean of these units of time, where it is one; with how far it
/// scatters, where it is compared.
pub(super) fn measured(
    frame: &Frame<'_>,
    id: MeasureId,
    place: &Place,
    (mean, is_compared): (Option<&Axis>, bool),
) -> Result<Found, Absence> {
    let placement = Placement {
        by_day: place.has_unit,
        without_spend: false,
        by_dimension: place.has_groups,
        by_date: false,
        plans: place.groups.plan_fit(),
    };
    if let Some(absence) = frame.absence(id, placement) {
        return Err(absence);
    }
    let mut wants = frame.wants(&[id]);
    // Of parts of records nobody knows how they scatter.
    if is_compared && place.groups.parts.is_none() {
        wants = wants.comparing(&[id]);
    }
    let time = mean.unwrap_or(&place.time);
    let filled = frame.fill(&frame.now, time, &place.groups, &wants);
    let of_units = |units: Range<usize>| filled.merged(units);
    let mut facts = of_units(0..time.len());
    if place.is_whole {
        frame.add_undated(wants.needs, &mut facts.facts);
    }
    let quantity = match mean {
        Some(units) => averaged(frame, id, (0..units.len(), &of_units), &wants),
        None => frame.derive(id, &facts, &wants),
    };
    let days = frame.now.window.filter(|_| !place.has_unit && !place.by_date);
    let quantity = frame.aged(id, quantity, days);
    let placed = frame.placed(&frame.now, &place.time, &place.groups, |a| wants.anchor(a));
    let mut found = match id {
        // The measures of a formula are each a figure of their own; its rows are those of columns.
        MeasureId::Own(own) => {
            let measures = frame.own(own).map(|(_, formula)| formula.measures.clone());
            let part = |id: MeasureId| (id, id.derive(&facts.facts));
            let parts = measures.unwrap_or_default().into_iter().map(part).collect();
            let conversion = frame.own(own).and_then(|(_, formula)| formula.conversion());
            Found { parts, ..of_columns(frame, place, (&wants, conversion), &placed) }
        }
        id => {
            let is_plain = quantity.numerator.is_none() && quantity.denominator.is_none();
            let part = |facts: &Facts| part_of(id, facts, is_plain);
            let mut found = Rows::new(frame, place, &wants, placed).found(&part);
            found.members = members::of(frame, id, &facts.facts, &mut found.records);
            found
        }
    };
    let by_column = wants.sources().any(|source| source.anchor == Anchor::Closed);
    let in_time = frame.now.window.is_some() || place.has_unit;
    found.acts = Acts {
        basis: in_time && (by_column || wants.anchor(Anchor::Closed) || wants.anchor(Anchor::Open)),
        policy: wants.needs.by_policy() || names_stages(frame, id),
    };
    found.quantity = Some(quantity);
    found.shares = place.shares();
    Ok(found)
}

/// The rows with values in the columns that a formula reads; of a conversion those that reached the
/// first stage, and of them those that went on.
fn of_columns(
    frame: &Frame<'_>,
    place: &Place,
    (wants, conversion): (&Wants, Option<(usize, usize)>),
    placed: &Placed,
) -> Found {
    let at = |place: usize, row: usize| wants.sources().nth(place).is_some_and(|s| s.has(row));
    let has = |is_cost: bool, row: usize| {
        wants.sources().any(|source| match source.anchor {
            Anchor::Spend => is_cost && is_at(&placed.spend, row) && source.has(row),
            Anchor::Closed => {
                let closed = placed.closed.as_ref().unwrap_or(&placed.created);
                !is_cost && is_at(closed, row) && source.has(row)
            }
            _ => !is_cost && is_at(&placed.created, row) && source.has(row),
        })
    };
    let fate = |is_kept: bool, is_grouped: bool, is_in: bool| match () {
        () if !is_kept => Fate::Filtered,
        () if !is_grouped => Fate::Elsewhere,
        () if is_in => Fate::Part(Part::Above),
        () => Fate::Unconcerned,
    };
    let record = |row: usize| {
        let fate = fate(frame.kept.record(row), place.record(row), has(false, row));
        match (fate, conversion) {
            (Fate::Part(_), Some((from, both))) => match (at(both, row), at(from, row)) {
                (true, _) => Fate::Part(Part::Both),
                (false, true) => Fate::Part(Part::Below),
                (false, false) => Fate::Unconcerned,
            },
            (fate, _) => fate,
        }
    };
    let records = (0..frame.assembled.records.count).map(record);
    let costs = (0..frame.assembled.spend.count)
        .map(|row| fate(frame.kept.cost(row), place.cost(row), has(true, row)));
    Found { records: records.collect(), costs: costs.collect(), ..Found::default() }
}

fn is_at(cells: &[u32], row: usize) -> bool {
    cells.get(row).is_some_and(|cell| *cell != NO_CELL)
}

/// Which sort of rows an anchor is of, besides records and cost rows.
const BESIDE: [(BesideKind, Anchor); 4] = [
    (BesideKind::OtherCosts, Anchor::OtherCosts),
    (BesideKind::Activities, Anchor::Activities),
    (BesideKind::Scores, Anchor::Scores),
    (BesideKind::Plans, Anchor::Targets),
];

/// What places records.
const OF_RECORDS: [Anchor; 5] =
    [Anchor::Created, Anchor::Closed, Anchor::Expected, Anchor::Standing, Anchor::Open];

/// Every row that falls into the figure, each with a cell of its own.
pub(super) struct Rows<'a> {
    frame: &'a Frame<'a>,
    place: &'a Place,
    wants: &'a Wants,
    /// The cell of each record and of each cost row, by whatever anchor it falls in.
    records: Vec<u32>,
    costs: Vec<u32>,
    placed: Placed,
    table: FactTable,
}

impl<'a> Rows<'a> {
    pub fn new(
        frame: &'a Frame<'a>,
        place: &'a Place,
        wants: &'a Wants,
        placed: Placed,
    ) -> Rows<'a> {
        let (records, spend) = (frame.assembled.records.count, frame.assembled.spend.count);
        let mut count = 0;
        let mut number = |is_in: &dyn Fn(usize) -> bool, rows: usize| -> Vec<u32> {
            let next = |row: usize| match is_in(row) {
                true => {
                    count += 1;
                    count - 1
                }
                false => NO_CELL,
            };
            (0..rows).map(next).collect()
        };
        let [lagged, expected, standing, open] =
            [Anchor::Lagged, Anchor::Expected, Anchor::Standing, Anchor::Open]
                .map(|a| of(&placed, a));
        let closed = placed.closed.as_deref().unwrap_or(&[]);
        let record = |row: usize| {
            [&placed.created, closed, expected, standing, open].iter().any(|c| is_at(c, row))
        };
        let cost = |row: usize| is_at(&placed.spend, row) || is_at(lagged, row);
        let (records, costs) = (number(&record, records), number(&cost, spend));
        let numbered = |cells: &[u32], numbers: &[u32]| -> Vec<u32> {
            let each = cells.iter().zip(numbers);
            each.map(|(cell, number)| if *cell == NO_CELL { NO_CELL } else { *number }).collect()
        };
        let aside = ASIDE.map(|anchor| match anchor {
            Anchor::Lagged => numbered(lagged, &costs),
            Anchor::Expected => numbered(expected, &records),
            Anchor::Standing => numbered(standing, &records),
            Anchor::Open => numbered(open, &records),
            anchor => {
                let cells = of(&placed, anchor);
                number(&|row| is_at(cells, row), cells.len())
            }
        });
        let numbered = Placed {
            created: numbered(&placed.created, &records),
            closed: placed.closed.as_ref().map(|closed| numbered(closed, &records)),
            spend: numbered(&placed.spend, &costs),
            aside,
        };
        let cells: Cells<'_> = numbered.cells(count as usize);
        let mut table = frame.population.gather(cells, wants.needs);
        table.terms = frame.terms(&frame.now, wants.needs);
        Rows { frame, place, wants, records, costs, placed: numbered, table }
    }

    /// What became of each row, by what the facts of one row are to the figure.
    pub fn found(&self, part_of: &dyn Fn(&Facts) -> Option<Part>) -> Found {
        let (frame, needs) = (self.frame, self.wants.needs);
        let fate = |cell: u32| {
            part_of(&self.table.facts(cell as usize)).map_or(Fate::Unconcerned, Fate::Part)
        };
        let uses_records = OF_RECORDS.iter().any(|a| needs.anchor(*a));
        let uses_costs = needs.anchor(Anchor::Spend) || needs.anchor(Anchor::Lagged);
        let record = |(row, cell): (usize, &u32)| match *cell {
            _ if !frame.kept.record(row) => Fate::Filtered,
            _ if !self.place.record(row) => Fate::Elsewhere,
            _ if !uses_records => Fate::Unconcerned,
            NO_CELL if self.place.is_whole && is_undated(frame, needs, row) => {
                Fate::Part(Part::WithoutDates)
            }
            NO_CELL => Fate::Outside,
            cell => fate(cell),
        };
        let cost = |(row, cell): (usize, &u32)| match *cell {
            _ if !frame.kept.cost(row) => Fate::Filtered,
            _ if !self.place.cost(row) => Fate::Elsewhere,
            _ if !uses_costs => Fate::Unconcerned,
            NO_CELL => Fate::Outside,
            cell => fate(cell),
        };
        let plans = frame.counting_plans(&self.place.groups, &self.place.time);
        let beside = BESIDE.iter().filter(|(_, anchor)| needs.anchor(*anchor));
        let beside = beside.map(|(kind, anchor)| {
            let each = of(&self.placed, *anchor).iter().enumerate();
            let each = each.map(|(row, cell)| {
                if *kind == BesideKind::Plans {
                    return self.plan(row, *cell, plans.get(row) == Some(&true), &fate);
                }
                let owner = self.owner(*kind, row);
                let is_kept = match owner {
                    NO_ROW => frame.kept.records.is_none(),
                    owner => frame.kept.record(owner as usize),
                };
                match *cell {
                    _ if !is_kept => Fate::Filtered,
                    _ if !is_grouped(&self.place.groups, owner) => Fate::Elsewhere,
                    NO_CELL => Fate::Outside,
                    cell => fate(cell),
                }
            });
            let mut fates: Vec<Fate> = each.collect();
            if *kind == BesideKind::Plans {
                once(&frame.assembled.beside.plans.first, &mut fates);
            }
            (*kind, fates)
        });
        Found {
            records: self.records.iter().enumerate().map(record).collect(),
            costs: self.costs.iter().enumerate().map(cost).collect(),
            beside: beside.collect(),
            ..Found::default()
        }
    }

    /// What a row of plans is to the figure: it may be one that is not counted, as the same is
    /// planned in another way.
    fn plan(&self, row: usize, cell: u32, counts: bool, fate: &dyn Fn(u32) -> Fate) -> Fate {
        let day = self.frame.assembled.beside.plans.day.get(row).copied().unwrap_or(NO_DAY);
        match cell {
            _ if !self.frame.kept.plan(row) => Fate::Filtered,
            _ if !counts => Fate::Unconcerned,
            _ if self.place.groups.plan(row, day) == NO_CELL => Fate::Elsewhere,
            NO_CELL => Fate::Outside,
            cell => fate(cell),
        }
    }

    /// The record that a row speaks of.
    fn owner(&self, kind: BesideKind, row: usize) -> u32 {
        let beside = &self.frame.assembled.beside;
        let owners = match kind {
            BesideKind::Activities => &beside.activities.record,
            BesideKind::Scores => &beside.scores.record,
            BesideKind::OtherCosts | BesideKind::Plans => return NO_ROW,
        };
        owners.get(row).copied().unwrap_or(NO_ROW)
    }
}

/// The months of one plan are told as its one row: as the first of them that counts, if any does.
fn once(first: &[u32], fates: &mut [Fate]) {
    for (row, first) in first.iter().map(|first| *first as usize).enumerate() {
        if first == row {
            continue;
        }
        let month = fates.get_mut(row).map(|fate| std::mem::replace(fate, Fate::Again));
        let counts = month.filter(|fate| fate.part().is_some());
        if let (Some(month), Some(whole)) = (counts, fates.get_mut(first))
            && whole.part().is_none()
        {
            *whole = month;
        }
    }
}

/// The cells of rows beside the records.
fn of(placed: &Placed, anchor: Anchor) -> &[u32] {
    let at = ASIDE.iter().position(|a| *a == anchor);
    at.and_then(|at| placed.aside.get(at)).map_or(&[], Vec::as_slice)
}

/// Without the day that would place it in a period by events: won or lost without that of closing,
/// open without that on which it is expected.
fn is_undated(frame: &Frame<'_>, needs: Needs, row: usize) -> bool {
    let records = &frame.assembled.records;
    let by_events = frame.spec.basis == Basis::Period && frame.now.window.is_some();
    let without = |days: &[i32]| days.get(row) == Some(&NO_DAY);
    let is_without = match records.outcome.get(row) {
        Some(Outcome::Open) => {
            let is_told = frame.basics.extents.expected.is_some();
            needs.anchor(Anchor::Open) && is_told && without(&records.expected)
        }
        Some(_) => needs.anchor(Anchor::Closed) && without(&records.closed),
        None => false,
    };
    by_events && is_without
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
        | Caution::InvalidScores { answers: 1.. }
        | Caution::WithoutQuantity { records: 1.. } => Some(Part::LeftOut),
        _ => None,
    });
    if id == MeasureId::Nps
        && let Some(answer) = answer(facts)
    {
        return Some(answer);
    }
    match (above, below) {
        (true, true) => Some(Part::Both),
        (true, false) => Some(Part::Above),
        (false, true) if alone.numerator.is_some() => Some(Part::Below),
        // The values behind a median stand for themselves.
        (false, true) if VALUES.iter().any(|kept| id.needs().kept(*kept)) => Some(Part::Value),
        (false, true) => Some(Part::Above),
        (false, false) if reason.is_some() => reason,
        (false, false) if is_plain => {
            let has = !facts.is_empty(id.needs()) && alone.value.is_some();
            (has || alone.value.is_some_and(|v| v != 0.0)).then_some(Part::Above)
        }
        (false, false) => None,
    }
}

/// Whether a measure of the user's own counts who came to a stage.
fn names_stages(frame: &Frame<'_>, id: MeasureId) -> bool {
    let MeasureId::Own(own) = id else { return false };
    frame.own(own).is_some_and(|(_, formula)| !formula.stages.is_empty())
}

/// What is kept to find a middle of it.
const VALUES: [Kept; 5] =
    [Kept::CycleDays, Kept::WonAmounts, Kept::LifeDays, Kept::OpenDays, Kept::ResponseHours];

/// What one answer to a survey is to the score.
fn answer(facts: &Facts) -> Option<Part> {
    let kinds = [
        (Count::Promoters, Part::Promoter),
        (Count::Passives, Part::Passive),
        (Count::Detractors, Part::Detractor),
    ];
    kinds.into_iter().find(|(count, _)| facts.counted(*count) > 0).map(|(_, part)| part)
}
