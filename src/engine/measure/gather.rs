//! Facts from rows: for each needed fact one tight pass over the columns, adding to the cell that
//! each row falls into.
//!
//! A row's cell is a number; [`NO_CELL`] (or any number that is not a cell) leaves the row out, and
//! so periods, filters and groups are all decided before by whoever numbers the cells (`query`).
//! Sums are compensated and in row order, so the result is the same everywhere.

use super::entry::{Entries, Rungs, bit};
use super::fact::{Anchor, Count, Kept, Needs, Total};
use super::fact_table::{FactTable, KeptValues};
use super::outcome_rows::{Money, OutcomeRows};
use super::reach::Reach;
use crate::engine::funnel::{Assembled, Outcome};
use crate::engine::report::SkipPolicy;
use crate::engine::stats::Sum;
use crate::engine::table::NO_DAY;
use std::cell::OnceCell;
use std::rc::Rc;

/// The cell of a row that is left out.
pub const NO_CELL: u32 = u32::MAX;

/// The cell of each row, by anchor. Record columns are as long as the records, `spend` as the cost
/// rows; a column that no needed fact is anchored to may be empty.
#[derive(Clone, Copy)]
pub struct Cells<'a> {
    pub count: usize,
    pub created: &'a [u32],
    /// Where closed records fall elsewhere than by creation.
    pub closed: Option<&'a [u32]>,
    /// By stage of the ladder where those that entered it fall, for the stages that are placed so.
    pub entered: &'a [Vec<u32>],
    pub entries: Entries,
    pub spend: &'a [u32],
    /// Rows beside the records, by the place of their anchor in [`ASIDE`].
    pub aside: &'a [Vec<u32>; ASIDE.len()],
}

/// What else rows are anchored to.
pub const ASIDE: [Anchor; 8] = [
    Anchor::Lagged,
    Anchor::OtherCosts,
    Anchor::Activities,
    Anchor::Scores,
    Anchor::Targets,
    Anchor::Expected,
    Anchor::Standing,
    Anchor::Open,
];

impl<'a> Cells<'a> {
    /// Where the records that came to a stage fall.
    pub fn entered(&self, stage: usize) -> &'a [u32] {
        let apart = self.entries.by_entry & bit(stage) != 0;
        let cells = self.entered.get(stage).filter(|_| apart);
        cells.map_or(self.created, Vec::as_slice)
    }

    pub(super) fn of(&self, anchor: Anchor) -> &[u32] {
        let at = ASIDE.iter().position(|a| *a == anchor);
        at.and_then(|at| self.aside.get(at)).map_or(&[], Vec::as_slice)
    }
}

/// Where the money of one outcome goes: the count of records with an amount in the report's
/// currency, without one, in another currency; and the sum.
struct MoneyFacts {
    counts: [Count; 3],
    amount: Total,
    /// Of squares and of cubes.
    powers: &'static [Total],
}

const WON: MoneyFacts = MoneyFacts {
    counts: [Count::WonPriced, Count::WonUnpriced, Count::WonElsewhere],
    amount: Total::WonAmount,
    powers: &[Total::WonSquares, Total::WonCubes],
};
const LOST: MoneyFacts = MoneyFacts {
    counts: [Count::LostPriced, Count::LostUnpriced, Count::LostElsewhere],
    amount: Total::LostAmount,
    powers: &[Total::LostSquares, Total::LostCubes],
};
const OPEN: MoneyFacts = MoneyFacts {
    counts: [Count::OpenPriced, Count::OpenUnpriced, Count::OpenElsewhere],
    amount: Total::OpenAmount,
    // Open records are those that there are: nobody compares them by chance.
    powers: &[],
};

/// How far records came by a policy; made when first asked for.
pub type KnownReach = Rc<OnceCell<Reach>>;

/// What is known of each row whatever the cells are: computed once, used by every question.
pub struct Population<'a> {
    pub assembled: &'a Assembled,
    pub policy: SkipPolicy,
    /// By currency code: whether its money is the report's.
    counts_as_ours: Vec<bool>,
    won: Rc<OutcomeRows>,
    reach: KnownReach,
    lost: OnceCell<OutcomeRows>,
    pub(super) open: OnceCell<OutcomeRows>,
}

impl<'a> Population<'a> {
    /// `ours` tells of each currency code whether its money counts as the report's.
    pub fn new(assembled: &'a Assembled, policy: SkipPolicy, ours: Vec<bool>) -> Population<'a> {
        let won = Rc::new(OutcomeRows::of(assembled, Outcome::Won, &ours));
        Population::with_known(assembled, policy, ours, won, KnownReach::default())
    }

    /// The same with what is known already.
    pub fn with_known(
        assembled: &'a Assembled,
        policy: SkipPolicy,
        ours: Vec<bool>,
        won: Rc<OutcomeRows>,
        reach: KnownReach,
    ) -> Population<'a> {
        let (lost, open) = (OnceCell::new(), OnceCell::new());
        let counts_as_ours = ours;
        Population { assembled, policy, counts_as_ours, won, reach, lost, open }
    }

    pub fn won_rows(&self) -> &OutcomeRows {
        &self.won
    }

    /// How far each record came.
    pub fn reach(&self) -> &Reach {
        self.reach.get_or_init(|| Reach::of(self.assembled, self.policy))
    }

    /// Whether money of this currency code counts as the report's.
    pub fn is_ours(&self, currency: u8) -> bool {
        self.counts_as_ours.get(usize::from(currency)).copied().unwrap_or(false)
    }

    /// All needed facts of all cells.
    pub fn gather(&self, cells: Cells<'_>, needs: Needs) -> FactTable {
        let entries = Entries { rungs: Rungs::of(self.assembled), ..cells.entries };
        let one_population = cells.closed.is_none();
        let mut table = FactTable { one_population, entries, ..FactTable::default() };
        self.gather_outcomes(cells, needs, &mut table);
        if needs.total(Total::WonAmount)
            || needs.any_count(&WON.counts)
            || needs.kept(Kept::WonAmounts)
        {
            let closed = cells.closed.unwrap_or(cells.created);
            self.gather_money(&WON, (closed, cells.count), &self.won, &mut table);
            powers(&WON, (closed, cells.count), &self.won, needs, &mut table);
            if needs.kept(Kept::WonAmounts) {
                self.keep_amounts(closed, &mut table);
            }
        }
        if needs.total(Total::LostAmount) || needs.any_count(&LOST.counts) {
            let closed = cells.closed.unwrap_or(cells.created);
            let lost = self.lost.get_or_init(|| self.rows_of(Outcome::Lost));
            self.gather_money(&LOST, (closed, cells.count), lost, &mut table);
            powers(&LOST, (closed, cells.count), lost, needs, &mut table);
        }
        if needs.total(Total::OpenAmount) || needs.any_count(&OPEN.counts) {
            let open = self.open.get_or_init(|| self.rows_of(Outcome::Open));
            self.gather_money(&OPEN, (cells.of(Anchor::Open), cells.count), open, &mut table);
        }
        let cycle = [Count::CycleUndated, Count::CycleBackwards];
        if needs.kept(Kept::CycleDays) || needs.any_count(&cycle) {
            self.gather_cycle(cells, &mut table);
        }
        if needs.anchor(Anchor::Spend) {
            self.gather_spend(cells, needs, &mut table);
        }
        self.gather_created(cells, needs, &mut table);
        self.gather_visited(cells, needs, &mut table);
        self.gather_reach(cells, needs, &mut table);
        self.gather_chances(cells, needs, &mut table);
        self.gather_lives(cells, needs, &mut table);
        self.gather_people(cells, needs, &mut table);
        self.gather_customers(cells, needs, &mut table);
        self.gather_contacts(cells, needs, &mut table);
        self.gather_aside(cells, needs, &mut table);
        table.finished()
    }

    fn gather_outcomes(&self, cells: Cells<'_>, needs: Needs, table: &mut FactTable) {
        let outcome = &self.assembled.records.outcome;
        let closed = needs.any_count(&[Count::Won, Count::Lost]);
        if needs.any_count(&[Count::Records, Count::Open]) || (closed && cells.closed.is_none()) {
            let tally = tally_outcomes(cells.created, outcome, cells.count);
            let records = |t: &[u32; 4]| t.iter().sum();
            table.counts[Count::Records as usize] = tally.iter().map(records).collect();
            table.counts[Count::Open as usize] = column(&tally, Outcome::Open);
            if cells.closed.is_none() {
                table.counts[Count::Won as usize] = column(&tally, Outcome::Won);
                table.counts[Count::Lost as usize] = column(&tally, Outcome::Lost);
            }
        }
        if let Some(closed) = cells.closed.filter(|_| closed) {
            let tally = tally_outcomes(closed, outcome, cells.count);
            table.counts[Count::Won as usize] = column(&tally, Outcome::Won);
            table.counts[Count::Lost as usize] = column(&tally, Outcome::Lost);
        }
    }

    pub(super) fn rows_of(&self, outcome: Outcome) -> OutcomeRows {
        OutcomeRows::of(self.assembled, outcome, &self.counts_as_ours)
    }

    fn gather_money(
        &self,
        facts: &MoneyFacts,
        (cells, count): (&[u32], usize),
        rows: &OutcomeRows,
        table: &mut FactTable,
    ) {
        let mut sums = Slots::<Sum>::new(count);
        let mut money = Slots::<[u32; 3]>::new(count);
        for ((row, amount), kind) in rows.row.iter().zip(&rows.amount).zip(&rows.money) {
            let cell = cells.get(*row as usize).copied().unwrap_or(NO_CELL);
            money.of(cell)[*kind as usize] += 1;
            sums.of(cell).add(*amount);
        }
        let money = money.done();
        for (kind, fact) in facts.counts.iter().enumerate() {
            table.counts[*fact as usize] = money.iter().map(|m| m[kind]).collect();
        }
        table.totals[facts.amount as usize] = sums.done();
    }

    /// The amounts one by one, once they are counted.
    fn keep_amounts(&self, cells: &[u32], table: &mut FactTable) {
        let mut kept = KeptValues::with_room(&table.counts[Count::WonPriced as usize]);
        let rows = self.won.row.iter().zip(&self.won.amount).zip(&self.won.money);
        for ((row, amount), _) in rows.filter(|(_, money)| **money == Money::Priced) {
            kept.push(cells.get(*row as usize).copied().unwrap_or(NO_CELL), *amount);
        }
        table.kept[Kept::WonAmounts as usize] = kept;
    }

    fn gather_cycle(&self, cells: Cells<'_>, table: &mut FactTable) {
        // Dated, undated, backwards.
        let mut kinds = Slots::<[u32; 3]>::new(cells.count);
        let (won, closed) = (self.won_rows(), cells.closed.unwrap_or(cells.created));
        let cell_of = |row: &u32| closed.get(*row as usize).copied().unwrap_or(NO_CELL);
        for (row, days) in won.row.iter().zip(&won.cycle_days) {
            let kind = match *days {
                0.. => 0,
                NO_DAY => 1,
                _ => 2,
            };
            kinds.of(cell_of(row))[kind] += 1;
        }
        let kinds = kinds.done();
        let column = |kind: usize| -> Vec<u32> { kinds.iter().map(|k| k[kind]).collect() };
        let mut kept = KeptValues::with_room(&column(0));
        for (row, days) in won.row.iter().zip(&won.cycle_days).filter(|(_, days)| **days >= 0) {
            kept.push(cell_of(row), f64::from(*days));
        }
        table.counts[Count::CycleUndated as usize] = column(1);
        table.counts[Count::CycleBackwards as usize] = column(2);
        table.kept[Kept::CycleDays as usize] = kept;
    }
}

/// Sums of squares and cubes of amounts, where they are needed.
fn powers(
    facts: &MoneyFacts,
    (cells, count): (&[u32], usize),
    rows: &OutcomeRows,
    needs: Needs,
    table: &mut FactTable,
) {
    for (power, fact) in (2..).zip(facts.powers).filter(|(_, fact)| needs.total(**fact)) {
        let mut sums = Slots::<Sum>::new(count);
        for (row, amount) in rows.row.iter().zip(&rows.amount) {
            let cell = cells.get(*row as usize).copied().unwrap_or(NO_CELL);
            sums.of(cell).add(if power == 2 { amount * amount } else { amount * amount * amount });
        }
        table.totals[*fact as usize] = sums.done();
    }
}

/// Counts by cell and outcome in one pass without a branch on the outcome. There is one place more
/// than outcomes, since a place among four is found without a multiplication.
fn tally_outcomes(cells: &[u32], outcomes: &[Outcome], count: usize) -> Vec<[u32; 4]> {
    let mut tally = Slots::<[u32; 4]>::new(count);
    for (cell, outcome) in cells.iter().zip(outcomes) {
        tally.of(*cell)[*outcome as usize] += 1;
    }
    tally.done()
}

fn column(tally: &[[u32; 4]], outcome: Outcome) -> Vec<u32> {
    tally.iter().map(|t| t[outcome as usize]).collect()
}

/// One slot a cell, and one more for the rows that are left out: adding them to a slot that nobody
/// reads is quicker than asking of each row whether it is in.
pub(super) struct Slots<T>(Vec<T>);

impl<T: Clone + Default> Slots<T> {
    pub(super) fn new(cells: usize) -> Slots<T> {
        Slots(vec![T::default(); cells + 1])
    }
    #[inline]
    pub(super) fn of(&mut self, cell: u32) -> &mut T {
        // Never empty, so the last slot is there.
        let last = self.0.len() - 1;
        &mut self.0[(cell as usize).min(last)]
    }
    /// The slots of the cells.
    pub(super) fn done(mut self) -> Vec<T> {
        self.0.pop();
        self.0
    }
}
