//! Facts from rows: for each needed fact one tight pass over the columns, adding to the cell that
//! each row falls into.
//!
//! A row's cell is a number; [`NO_CELL`] (or any number that is not a cell) leaves the row out, and
//! so periods, filters and groups are all decided before by whoever numbers the cells (`query`).
//! Sums are compensated and in row order, so the result is the same everywhere.

use super::fact::{Anchor, Count, Kept, Needs, Total};
use super::fact_table::{FactTable, KeptValues};
use super::reach;
use crate::engine::funnel::{Assembled, Outcome, SpendRows};
use crate::engine::report::SkipPolicy;
use crate::engine::stats::Sum;
use crate::engine::table::NO_DAY;
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
    pub spend: &'a [u32],
}

/// What is known of each row whatever the cells are: computed once, used by every question.
pub struct Population<'a> {
    pub assembled: &'a Assembled,
    pub policy: SkipPolicy,
    /// By currency code: whether its money is the report's.
    counts_as_ours: Vec<bool>,
    won: Rc<WonRows>,
}

/// The won records alone, so that money and durations don't visit the rest.
#[derive(Default)]
pub struct WonRows {
    pub row: Vec<u32>,
    /// 0 without an amount in the report's currency.
    amount: Vec<f64>,
    money: Vec<WonMoney>,
    /// Days from creation to closing, [`NO_DAY`] without one of the dates; may be negative.
    cycle_days: Vec<i32>,
}

/// What is known of a won record's amount.
#[derive(Clone, Copy, PartialEq, Eq)]
enum WonMoney {
    Priced,
    Unpriced,
    Elsewhere,
}

impl WonRows {
    /// `ours` tells of each currency code whether its money counts as the report's.
    pub fn of(assembled: &Assembled, ours: &[bool]) -> WonRows {
        let records = &assembled.records;
        let mut won = WonRows::default();
        let outcomes = records.outcome.iter().zip(&records.amount).zip(&records.currency);
        let dates = records.created.iter().zip(&records.closed);
        for (row, (((outcome, amount), currency), (created, closed))) in
            outcomes.zip(dates).enumerate()
        {
            if *outcome != Outcome::Won {
                continue;
            }
            let is_ours = ours.get(usize::from(*currency)).copied().unwrap_or(false);
            won.row.push(row as u32);
            let money = match (is_ours, amount.is_nan()) {
                (false, _) => WonMoney::Elsewhere,
                (true, true) => WonMoney::Unpriced,
                (true, false) => WonMoney::Priced,
            };
            won.money.push(money);
            won.amount.push(if money == WonMoney::Priced { *amount } else { 0.0 });
            let dated = *created != NO_DAY && *closed != NO_DAY;
            won.cycle_days.push(if dated { closed - created } else { NO_DAY });
        }
        won
    }
}

impl<'a> Population<'a> {
    /// `ours` tells of each currency code whether its money counts as the report's.
    pub fn new(assembled: &'a Assembled, policy: SkipPolicy, ours: Vec<bool>) -> Population<'a> {
        let won = Rc::new(WonRows::of(assembled, &ours));
        Population::with_won(assembled, policy, ours, won)
    }

    /// The same with won rows that are known already.
    pub fn with_won(
        assembled: &'a Assembled,
        policy: SkipPolicy,
        ours: Vec<bool>,
        won: Rc<WonRows>,
    ) -> Population<'a> {
        Population { assembled, policy, counts_as_ours: ours, won }
    }

    pub fn won_rows(&self) -> &WonRows {
        &self.won
    }

    /// Whether money of this currency code counts as the report's.
    pub fn is_ours(&self, currency: u8) -> bool {
        self.counts_as_ours.get(usize::from(currency)).copied().unwrap_or(false)
    }

    /// All needed facts of all cells.
    pub fn gather(&self, cells: Cells<'_>, needs: Needs) -> FactTable {
        let mut table =
            FactTable { one_population: cells.closed.is_none(), ..FactTable::default() };
        self.gather_outcomes(cells, needs, &mut table);
        if needs.count(Count::Qualified) {
            table.counts[Count::Qualified as usize] = self.qualified(cells);
        }
        let money = [Count::WonPriced, Count::WonUnpriced, Count::WonElsewhere];
        if needs.total(Total::WonAmount) || needs.any_count(&money) {
            self.gather_money(cells, &mut table);
        }
        let cycle = [Count::CycleUndated, Count::CycleBackwards];
        if needs.kept(Kept::CycleDays) || needs.any_count(&cycle) {
            self.gather_cycle(cells, &mut table);
        }
        if needs.anchor(Anchor::Spend) {
            self.gather_spend(cells, needs, &mut table);
        }
        table
    }

    fn gather_outcomes(&self, cells: Cells<'_>, needs: Needs, table: &mut FactTable) {
        let outcome = &self.assembled.records.outcome;
        let closed = needs.any_count(&[Count::Won, Count::Lost]);
        if needs.any_count(&[Count::Records, Count::Open]) || (closed && cells.closed.is_none()) {
            let tally = tally_outcomes(cells.created, outcome, cells.count);
            let records = |t: &[u32; 3]| t.iter().sum();
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

    fn qualified(&self, cells: Cells<'_>) -> Vec<u32> {
        let mut reached = Slots::<u32>::new(cells.count);
        let Some(stage) = self.assembled.has.qualified else {
            return reached.done();
        };
        let records = &self.assembled.records;
        let rows = records.observed.iter().zip(&records.outcome);
        for (cell, (observed, outcome)) in cells.created.iter().zip(rows) {
            let mask = reach::reached(*observed, *outcome, self.policy);
            *reached.of(*cell) += mask >> stage & 1;
        }
        reached.done()
    }

    fn gather_money(&self, cells: Cells<'_>, table: &mut FactTable) {
        let mut sums = Slots::<Sum>::new(cells.count);
        let mut money = Slots::<[u32; 3]>::new(cells.count);
        let (won, closed) = (self.won_rows(), cells.closed.unwrap_or(cells.created));
        for ((row, amount), kind) in won.row.iter().zip(&won.amount).zip(&won.money) {
            let cell = closed.get(*row as usize).copied().unwrap_or(NO_CELL);
            money.of(cell)[*kind as usize] += 1;
            sums.of(cell).add(*amount);
        }
        let money = money.done();
        let column = |kind: WonMoney| money.iter().map(|m| m[kind as usize]).collect();
        table.counts[Count::WonPriced as usize] = column(WonMoney::Priced);
        table.counts[Count::WonUnpriced as usize] = column(WonMoney::Unpriced);
        table.counts[Count::WonElsewhere as usize] = column(WonMoney::Elsewhere);
        table.totals[Total::WonAmount as usize] = sums.done();
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

    fn gather_spend(&self, cells: Cells<'_>, needs: Needs, table: &mut FactTable) {
        let rows = &self.assembled.spend;
        if needs.total(Total::Spend) || needs.any_count(&[Count::SpendRows, Count::SpendElsewhere])
        {
            self.gather_cost(cells, rows, table);
        }
        for (fact, values) in [
            (Total::Impressions, &rows.impressions),
            (Total::Clicks, &rows.clicks),
            (Total::Conversions, &rows.conversions),
        ] {
            if needs.total(fact) {
                let mut sums = vec![Sum::default(); cells.count];
                for (cell, value) in cells.spend.iter().zip(values) {
                    if let Some(sum) = sums.get_mut(*cell as usize).filter(|_| !value.is_nan()) {
                        sum.add(*value);
                    }
                }
                table.totals[fact as usize] = sums;
            }
        }
    }

    fn gather_cost(&self, cells: Cells<'_>, rows: &SpendRows, table: &mut FactTable) {
        let mut sums = vec![Sum::default(); cells.count];
        let mut counts = vec![[0u32; 2]; cells.count];
        for ((cell, cost), currency) in cells.spend.iter().zip(&rows.spend).zip(&rows.currency) {
            let cell = *cell as usize;
            let (Some(sum), Some(count)) = (sums.get_mut(cell), counts.get_mut(cell)) else {
                continue;
            };
            if cost.is_nan() {
                continue;
            }
            if self.is_ours(*currency) {
                sum.add(*cost);
                count[0] += 1;
            } else {
                count[1] += 1;
            }
        }
        table.totals[Total::Spend as usize] = sums;
        table.counts[Count::SpendRows as usize] = counts.iter().map(|c| c[0]).collect();
        table.counts[Count::SpendElsewhere as usize] = counts.iter().map(|c| c[1]).collect();
    }
}

/// Counts by cell and outcome in one pass without a branch on the outcome.
fn tally_outcomes(cells: &[u32], outcomes: &[Outcome], count: usize) -> Vec<[u32; 3]> {
    let mut tally = Slots::<[u32; 3]>::new(count);
    for (cell, outcome) in cells.iter().zip(outcomes) {
        tally.of(*cell)[*outcome as usize] += 1;
    }
    tally.done()
}

fn column(tally: &[[u32; 3]], outcome: Outcome) -> Vec<u32> {
    tally.iter().map(|t| t[outcome as usize]).collect()
}

/// One slot a cell, and one more for the rows that are left out: adding them to a slot that nobody
/// reads is quicker than asking of each row whether it is in.
struct Slots<T>(Vec<T>);

impl<T: Clone + Default> Slots<T> {
    fn new(cells: usize) -> Slots<T> {
        Slots(vec![T::default(); cells + 1])
    }
    #[inline]
    fn of(&mut self, cell: u32) -> &mut T {
        // Never empty, so the last slot is there.
        let last = self.0.len() - 1;
        &mut self.0[(cell as usize).min(last)]
    }
    /// The slots of the cells.
    fn done(mut self) -> Vec<T> {
        self.0.pop();
        self.0
    }
}
