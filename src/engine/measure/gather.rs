//! Facts from rows: for each needed fact one tight pass over the columns, adding to the cell that
//! each row falls into.
//!
//! A row's cell is a number; [`NO_CELL`] (or any number that is not a cell) leaves the row out, and
//! so periods, filters and groups are all decided before by whoever numbers the cells (`query`).
//! Sums are compensated and in row order, so the result is the same everywhere.

use super::fact::{Anchor, COUNTS, Count, Facts, KEPT, Kept, Needs, TOTALS, Total};
use super::reach;
use crate::engine::funnel::{Assembled, Outcome, SpendRows};
use crate::engine::report::SkipPolicy;
use crate::engine::stats::Sum;
use crate::engine::table::NO_DAY;

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
    won: WonRows,
}

/// The won records alone, so that money and durations don't visit the rest.
#[derive(Default)]
struct WonRows {
    row: Vec<u32>,
    /// NaN without an amount in the report's currency.
    amount: Vec<f64>,
    elsewhere: Vec<bool>,
    /// Days from creation to closing, [`NO_DAY`] without one of the dates; may be negative.
    cycle_days: Vec<i32>,
}

impl<'a> Population<'a> {
    /// `ours` tells of each currency code whether its money counts as the report's.
    pub fn new(assembled: &'a Assembled, policy: SkipPolicy, ours: Vec<bool>) -> Population<'a> {
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
            won.amount.push(if is_ours { *amount } else { f64::NAN });
            won.elsewhere.push(!is_ours);
            let dated = *created != NO_DAY && *closed != NO_DAY;
            won.cycle_days.push(if dated { closed - created } else { NO_DAY });
        }
        Population { assembled, policy, counts_as_ours: ours, won }
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
        let mut reached = vec![0; cells.count];
        let Some(stage) = self.assembled.has.qualified else {
            return reached;
        };
        let records = &self.assembled.records;
        let rows = records.observed.iter().zip(&records.outcome);
        for (cell, (observed, outcome)) in cells.created.iter().zip(rows) {
            if let Some(slot) = reached.get_mut(*cell as usize) {
                *slot += reach::reached(*observed, *outcome, self.policy) >> stage & 1;
            }
        }
        reached
    }

    fn gather_money(&self, cells: Cells<'_>, table: &mut FactTable) {
        let mut sums = vec![Sum::default(); cells.count];
        // Without an amount, elsewhere, priced: all three from one look at the row.
        let mut states = vec![[0u32; 3]; cells.count];
        let (won, closed) = (&self.won, cells.closed.unwrap_or(cells.created));
        for ((row, amount), elsewhere) in won.row.iter().zip(&won.amount).zip(&won.elsewhere) {
            let cell = closed.get(*row as usize).map_or(usize::MAX, |c| *c as usize);
            let (Some(sum), Some(state)) = (sums.get_mut(cell), states.get_mut(cell)) else {
                continue;
            };
            if *elsewhere {
                state[1] += 1;
            } else if amount.is_nan() {
                state[0] += 1;
            } else {
                state[2] += 1;
                sum.add(*amount);
            }
        }
        table.totals[Total::WonAmount as usize] = sums;
        table.counts[Count::WonUnpriced as usize] = states.iter().map(|s| s[0]).collect();
        table.counts[Count::WonElsewhere as usize] = states.iter().map(|s| s[1]).collect();
        table.counts[Count::WonPriced as usize] = states.iter().map(|s| s[2]).collect();
    }

    fn gather_cycle(&self, cells: Cells<'_>, table: &mut FactTable) {
        let mut undated = vec![0u32; cells.count];
        let mut backwards = vec![0u32; cells.count];
        let closed = cells.closed.unwrap_or(cells.created);
        let cell_of = |row: u32| closed.get(row as usize).copied().unwrap_or(NO_CELL);
        let mut kept: Vec<(u32, f64)> = Vec::new();
        for (row, days) in self.won.row.iter().zip(&self.won.cycle_days) {
            let cell = cell_of(*row);
            let (Some(u), Some(b)) =
                (undated.get_mut(cell as usize), backwards.get_mut(cell as usize))
            else {
                continue;
            };
            match *days {
                NO_DAY => *u += 1,
                days if days < 0 => *b += 1,
                days => kept.push((cell, f64::from(days))),
            }
        }
        table.counts[Count::CycleUndated as usize] = undated;
        table.counts[Count::CycleBackwards as usize] = backwards;
        table.kept[Kept::CycleDays as usize] = KeptValues::new(&kept, cells.count);
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
    let mut tally = vec![[0u32; 3]; count];
    for (cell, outcome) in cells.iter().zip(outcomes) {
        if let Some(slots) = tally.get_mut(*cell as usize) {
            slots[*outcome as usize] += 1;
        }
    }
    tally
}

fn column(tally: &[[u32; 3]], outcome: Outcome) -> Vec<u32> {
    tally.iter().map(|t| t[outcome as usize]).collect()
}

/// The facts of all cells, column by column; a fact that was not needed has an empty column.
#[derive(Default)]
pub struct FactTable {
    counts: [Vec<u32>; COUNTS],
    totals: [Vec<Sum>; TOTALS],
    kept: [KeptValues; KEPT],
    one_population: bool,
}

impl FactTable {
    /// The facts of one cell.
    pub fn facts(&self, cell: usize) -> Facts {
        self.merged(std::iter::once(cell))
    }

    /// The facts of several cells together.
    pub fn merged(&self, cells: impl Iterator<Item = usize>) -> Facts {
        let mut facts = Facts { one_population: self.one_population, ..Facts::default() };
        for cell in cells {
            facts.take(self, cell);
        }
        facts
    }
}

impl Facts {
    fn take(&mut self, table: &FactTable, cell: usize) {
        for (mine, column) in self.counts.iter_mut().zip(&table.counts) {
            *mine += column.get(cell).copied().map_or(0, u64::from);
        }
        for (mine, column) in self.totals.iter_mut().zip(&table.totals) {
            mine.merge(column.get(cell).copied().unwrap_or_default());
        }
        for (mine, column) in self.kept.iter_mut().zip(&table.kept) {
            mine.extend_from_slice(column.of(cell));
        }
    }
}

/// Values kept by cell: all in one vector, cell after cell.
#[derive(Default)]
struct KeptValues {
    /// `ends[cell]` closes the cell's values; they begin where the cell before ended.
    ends: Vec<u32>,
    values: Vec<f64>,
}

impl KeptValues {
    fn new(kept: &[(u32, f64)], cells: usize) -> KeptValues {
        let mut ends = vec![0u32; cells];
        for (cell, _) in kept {
            if let Some(n) = ends.get_mut(*cell as usize) {
                *n += 1;
            }
        }
        let mut next: Vec<u32> = Vec::with_capacity(cells);
        let mut end = 0;
        for n in &mut ends {
            next.push(end);
            end += *n;
            *n = end;
        }
        let mut values = vec![0.0; end as usize];
        for (cell, value) in kept {
            let Some(at) = next.get_mut(*cell as usize) else { continue };
            if let Some(slot) = values.get_mut(*at as usize) {
                *slot = *value;
            }
            *at += 1;
        }
        KeptValues { ends, values }
    }

    fn of(&self, cell: usize) -> &[f64] {
        let begin = cell.checked_sub(1).map_or(Some(0), |c| self.ends.get(c).copied());
        let (Some(begin), Some(end)) = (begin, self.ends.get(cell).copied()) else {
            return &[];
        };
        self.values.get(begin as usize..end as usize).unwrap_or(&[])
    }
}
