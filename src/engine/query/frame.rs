//! What all blocks of a report share: the resolved question, the rows that it is about, and the way
//! from an axis of groups to the cell of each row.

use super::axis::{Axis, Codes};
use super::cell::{CellFacts, Own, Wants};
use super::codebook::{Basics, Codebook, Sources};
use super::figures::LeftOut;
use super::kept::Kept;
use super::passage::Rule;
use super::scope::union;
use super::selection::{Mask, Selection, Undated};
use crate::engine::filter::Period;
use crate::engine::funnel::{Assembled, FileView};
use crate::engine::measure::entry::{Entries, bit};
use crate::engine::measure::fact::{Anchor, Count};
use crate::engine::measure::gather::{ASIDE, Cells, NO_CELL, Population};
use crate::engine::report::{Absence, Basis, ReportSpec};
use crate::engine::value::Day;
use std::cell::OnceCell;
use std::rc::Rc;

pub(super) struct Frame<'a> {
    pub files: &'a [FileView<'a>],
    pub assembled: &'a Assembled,
    pub spec: &'a ReportSpec,
    pub population: Population<'a>,
    /// Position in [`Assembled::currencies`].
    pub currency: Option<usize>,
    pub as_of: Option<Day>,
    pub basics: Rc<Basics>,
    pub kept: Kept,
    /// The rows of the period.
    pub now: Selection,
    /// The period that it is compared with, and its rows once a block asks for them.
    pub previous: Option<Period>,
    before: OnceCell<Selection>,
    /// The same question of another segment, to be compared with.
    pub against: Option<Box<Frame<'a>>>,
    undated: Undated,
    /// How many records came to which stages without a day of them, and were won without one; once it
    /// is asked.
    pub lacking: OnceCell<Vec<((u32, bool), u64)>>,
    /// Whether any cost row is in the report's currency.
    pub spend_is_ours: bool,
    /// Measures of the user's own, and the columns that they read.
    pub own: Vec<Own>,
    pub sources: Sources,
}

/// Where rows fall: the cells of each anchor; empty where nothing that is needed is anchored there.
pub(super) struct Placed {
    pub created: Vec<u32>,
    /// Where closed records fall elsewhere than by creation.
    pub closed: Option<Vec<u32>>,
    /// By stage those that entered it, for the stages that are placed so.
    pub entered: Vec<Vec<u32>>,
    pub entries: Entries,
    pub spend: Vec<u32>,
    /// Rows beside the records, by [`ASIDE`].
    pub aside: [Vec<u32>; ASIDE.len()],
}

impl Placed {
    /// Where closed records fall.
    pub fn closed(&self) -> &[u32] {
        self.closed.as_deref().unwrap_or(&self.created)
    }

    /// Where those that came to a stage fall.
    pub fn entered(&self, stage: usize) -> &[u32] {
        self.cells(0).entered(stage)
    }

    pub fn cells(&self, count: usize) -> Cells<'_> {
        Cells {
            count,
            created: &self.created,
            closed: self.closed.as_deref(),
            entered: &self.entered,
            entries: self.entries,
            spend: &self.spend,
            aside: &self.aside,
        }
    }
}

impl<'a> Frame<'a> {
    pub fn new(
        files: &'a [FileView<'a>],
        assembled: &'a Assembled,
        spec: &'a ReportSpec,
        codebook: &mut Codebook,
    ) -> Frame<'a> {
        Frame::without(files, assembled, spec, codebook, &LeftOut::default())
    }

    /// How far records came is decided by this.
    pub fn rule(&self) -> Rule<'a> {
        let ReportSpec { policy, window, entity, .. } = *self.spec;
        Rule { assembled: self.assembled, policy, window, entity }
    }

    /// As [`Frame::new`], without some rows.
    pub fn without(
        files: &'a [FileView<'a>],
        assembled: &'a Assembled,
        spec: &'a ReportSpec,
        codebook: &mut Codebook,
        left: &LeftOut<'_>,
    ) -> Frame<'a> {
        let basics = codebook.basics(assembled);
        let (currency, ours) = basics.weights.choose(assembled, spec.currency.as_deref());
        let won = codebook.won(assembled, currency, &ours);
        let reach = codebook.reach(spec.policy);
        let population = Population::with_known(assembled, spec.policy, ours, won, reach);
        let mut kept = Kept::by(&spec.filters, files, assembled, codebook);
        kept.leave_out(left, assembled);
        let as_of = assembled.as_of.map(Day);
        let period = spec.period.resolve(as_of);
        // Nothing is known of days outside the data, so there is nothing to compare with.
        let by_events = spec.basis == Basis::Period;
        let entered = if by_events { basics.entered.all() } else { None };
        let known = union([basics.extents.all(), entered]);
        let previous = period
            .and_then(|p| spec.comparison.period(p, as_of))
            .filter(|p| known.is_some_and(|k| p.first <= k.last && k.first <= p.last));
        let now = Selection::new(period, spec.basis, assembled, &kept);
        let ended = (&*basics.ended_undated, &*basics.open_undated);
        let undated =
            Undated::of(spec.basis, assembled, &kept, ended, |code| population.is_ours(code));
        let mut costs = assembled.spend.spend.iter().zip(&assembled.spend.currency);
        let spend_is_ours = costs.any(|(cost, code)| !cost.is_nan() && population.is_ours(*code));
        let read = |own| Own::read(own, files, assembled);
        Frame {
            own: spec.own.iter().map(read).collect(),
            sources: codebook.sources(),
            files,
            assembled,
            spec,
            population,
            currency,
            as_of,
            basics,
            kept,
            now,
            previous,
            before: OnceCell::new(),
            against: None,
            undated,
            lacking: OnceCell::new(),
            spend_is_ours,
        }
    }

    /// The rows of the period that the report's own is compared with.
    pub fn before(&self) -> Option<&Selection> {
        let window = Some(self.previous?);
        let select = || Selection::new(window, self.spec.basis, self.assembled, &self.kept);
        Some(self.before.get_or_init(select))
    }

    /// Why no block can be answered.
    pub fn unanswerable(&self) -> Option<Absence> {
        self.kept.disobeyed.then_some(Absence::NoDimension)
    }

    /// The cell of each row: cell `row × columns + column` of two axes, over selected rows.
    pub fn placed(
        &self,
        selection: &Selection,
        rows: &Axis,
        columns: &Axis,
        wants: &Wants,
    ) -> Placed {
        let (records, costs) = (self.assembled.records.count, self.assembled.spend.count);
        let width = columns.width();
        // Wins are placed by closing while leads are placed by creation.
        let apart = selection.closed.is_some() || rows.splits() || columns.splits();
        let aside = ASIDE.map(|anchor| match wants.anchor(anchor) {
            true if anchor == Anchor::Open && self.spec.basis == Basis::Cohort => {
                cells(&rows.created, &columns.created, width, &selection.created, records)
            }
            true => self.aside(anchor, selection, (rows, columns)),
            false => Vec::new(),
        });
        let stages = wants.stages(self.assembled);
        let entries = self.entries(stages, apart);
        let entered = |stage: usize| match entries.by_entry & bit(stage) {
            0 => Vec::new(),
            _ => self.cells_entered(stage, selection, (rows, columns)),
        };
        let mut placed = Placed {
            created: Vec::new(),
            closed: None,
            entered: (0..self.assembled.stages.len()).map(entered).collect(),
            entries,
            spend: Vec::new(),
            aside,
        };
        let by_creation = wants.anchor(Anchor::Created) || stages & !entries.by_entry != 0;
        if by_creation || (wants.anchor(Anchor::Closed) && !apart) {
            placed.created =
                cells(&rows.created, &columns.created, width, &selection.created, records);
        }
        if apart {
            placed.closed = Some(match wants.anchor(Anchor::Closed) {
                true => cells(rows.closed(), columns.closed(), width, selection.closed(), records),
                false => Vec::new(),
            });
        }
        if wants.anchor(Anchor::Spend) {
            placed.spend = cells(&rows.spend, &columns.spend, width, &selection.spend, costs);
        }
        placed
    }

    /// Counts the rows that would be in the figures if they had a day. Only totals can show them.
    pub fn add_undated(&self, wants: &Wants, cell: &mut CellFacts) {
        if self.now.window.is_some() {
            self.add_unplaced(wants, cell);
        }
    }

    /// Counts the rows that no unit of time can hold, be it of a period or of all days.
    pub fn add_unplaced(&self, wants: &Wants, cell: &mut CellFacts) {
        self.add_without_day(wants, cell);
        let (needs, facts) = (wants.needs, &mut cell.facts);
        if needs.anchor(Anchor::Closed) {
            facts.add_count(Count::WonUndated, self.undated.won);
            facts.add_count(Count::LostUndated, self.undated.lost);
        }
        if needs.anchor(Anchor::Spend) {
            facts.add_count(Count::SpendUndated, self.undated.spend);
        }
        if needs.anchor(Anchor::Open) {
            facts.add_count(Count::OpenUndated, self.undated.open);
        }
        if needs.anchor(Anchor::OtherCosts) {
            facts.add_count(Count::OtherUndated, self.undated.other_costs);
        }
    }
}

/// The cell of each row by its two groups, without the rows that are not selected.
pub(super) fn cells(
    rows: &Codes,
    columns: &Codes,
    width: usize,
    mask: &Mask,
    count: usize,
) -> Vec<u32> {
    match (rows, columns) {
        (Codes::None, _) | (_, Codes::None) => vec![NO_CELL; count],
        (Codes::One, Codes::One) => mask.clone().unwrap_or_else(|| vec![0; count]),
        // One row, or one column: the cell is the number of the other.
        (Codes::One, Codes::Each(codes)) | (Codes::Each(codes), Codes::One) => match mask {
            Some(mask) => codes.iter().zip(mask).map(|(cell, out)| cell | out).collect(),
            None => codes.to_vec(),
        },
        (Codes::Each(rows), Codes::Each(columns)) => {
            let width = width as u32;
            // Both are asked of each row: to stop at the first would be a guess.
            let cell = |row: u32, column: u32| match (row == NO_CELL) | (column == NO_CELL) {
                true => NO_CELL,
                false => row.wrapping_mul(width).wrapping_add(column),
            };
            let both = rows.iter().zip(columns.iter());
            match mask {
                Some(mask) => {
                    let each = both.zip(mask);
                    each.map(|((row, column), out)| cell(*row, *column) | out).collect()
                }
                None => both.map(|(row, column)| cell(*row, *column)).collect(),
            }
        }
    }
}
