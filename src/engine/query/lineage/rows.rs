//! What became of each row under a figure: every row that falls into it is given a cell of its own, so
//! that the measure itself says what the row is.
//!
//! Not here: which figure it is (`measured`, `planned`).

use super::Found;
use super::place::Place;
use super::tally::Fate;
use crate::engine::funnel::{BesideKind, NO_ROW, Outcome};
use crate::engine::measure::fact::{Anchor, Count, Facts, Needs};
use crate::engine::measure::fact_table::FactTable;
use crate::engine::measure::gather::{ASIDE, Cells, NO_CELL};
use crate::engine::query::aside::is_grouped;
use crate::engine::query::cell::Wants;
use crate::engine::query::frame::{Frame, Placed};
use crate::engine::report::Basis;
use crate::engine::table::NO_DAY;
use crate::engine::window::Part;

pub(super) fn is_at(cells: &[u32], row: usize) -> bool {
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
const OF_RECORDS: [Anchor; 6] = [
    Anchor::Created,
    Anchor::Entered,
    Anchor::Closed,
    Anchor::Expected,
    Anchor::Standing,
    Anchor::Open,
];

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
                || placed.entered.iter().any(|cells| is_at(cells, row))
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
            entered: placed.entered.iter().map(|cells| numbered(cells, &records)).collect(),
            entries: placed.entries,
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
            cell => match if cell == NO_CELL { Fate::Outside } else { fate(cell) } {
                Fate::Outside | Fate::Unconcerned
                    if self.place.is_whole && is_undated(frame, needs, row) =>
                {
                    Fate::Part(Part::WithoutDates)
                }
                fate => fate,
            },
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

/// What is counted of lost records, and of won ones by the skip policy.
const LOST: [Count; 4] =
    [Count::Lost, Count::LostPriced, Count::LostUnpriced, Count::LostElsewhere];
const BY_POLICY: [Count; 3] = [Count::QualifiedWon, Count::OpportunitiesWon, Count::LastStageWon];

/// Whether what has no day is in no days of the question.
pub(super) fn by_events(frame: &Frame<'_>) -> bool {
    frame.spec.basis == Basis::Period && frame.now.window.is_some()
}

/// Without the day that would place it in a period by events: won or lost without that of closing,
/// open without that on which it is expected, at a stage without that of entering it.
fn is_undated(frame: &Frame<'_>, needs: Needs, row: usize) -> bool {
    let records = &frame.assembled.records;
    let without = |days: &[i32]| days.get(row) == Some(&NO_DAY);
    let is_without = match records.outcome.get(row) {
        Some(Outcome::Open) => {
            let is_told = frame.basics.extents.expected.is_some();
            needs.anchor(Anchor::Open) && is_told && without(&records.expected)
        }
        Some(Outcome::Lost) => needs.any_count(&LOST) && without(&records.closed),
        // Wins by the skip policy are told with their stages.
        Some(Outcome::Won) => {
            needs.anchor(Anchor::Closed) && !needs.any_count(&BY_POLICY) && without(&records.closed)
        }
        None => false,
    };
    by_events(frame) && (is_without || frame.is_without_day(needs, row))
}
