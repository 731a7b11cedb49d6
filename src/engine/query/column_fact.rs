//! Facts of a column for measures of the user's own: its values by record or cost row, and what is
//! counted, added up or kept of them in each cell.
//!
//! Not here: facts that every report knows (`measure::gather`), the formula (`formula`).

use super::frame::Placed;
use super::stage_fact::StageFact;
use crate::engine::distinct::Distinct;
use crate::engine::formula::{Among, ColumnAsk, ColumnFact, ColumnKind};
use crate::engine::funnel::link::rows_in;
use crate::engine::funnel::{Assembled, FileView, NO_KEY, Outcome};
use crate::engine::measure::fact::Anchor;
use crate::engine::measure::gather::Population;
use crate::engine::stats::{self, Sum};
use crate::engine::table::{Cells, Column};

/// Where a column is found: its file, and whether its rows are costs.
pub(super) fn place(
    assembled: &Assembled,
    files: &[FileView<'_>],
    file: Option<&str>,
    header: &str,
) -> Option<(usize, bool)> {
    let named = |at: &usize| {
        let view = files.get(*at);
        view.is_some_and(|v| file.is_none_or(|f| f == v.profile.name))
            && view.is_some_and(|v| v.table.column(header).is_some())
    };
    let own = assembled.record_file.into_iter();
    let joined = own.chain(0..files.len()).filter(named);
    let mut of_records = joined.filter(|at| rows_in(assembled, *at).is_some());
    if let Some(at) = of_records.next() {
        return Some((at, false));
    }
    let is_cost = |at: &usize| assembled.spend.file.iter().any(|f| usize::from(*f) == *at);
    (0..files.len()).filter(named).find(is_cost).map(|at| (at, true))
}

/// The row in the column's table of each record or cost row.
pub(super) fn rows_of(assembled: &Assembled, at: usize, is_cost: bool) -> Option<Vec<u32>> {
    if !is_cost {
        return rows_in(assembled, at);
    }
    let spend = &assembled.spend;
    let row = |(file, row): (&u16, &u32)| if usize::from(*file) == at { *row } else { NO_KEY };
    Some(spend.file.iter().zip(&spend.row).map(row).collect())
}

/// What a column is, for the check of a formula's units.
pub(super) fn kind(
    assembled: &Assembled,
    files: &[FileView<'_>],
    file: Option<&str>,
    header: &str,
) -> Option<ColumnKind> {
    let (at, is_cost) = place(assembled, files, file, header)?;
    let column = files.get(at)?.table.column(header)?;
    if !matches!(column.cells, Cells::Number(_)) {
        return Some(ColumnKind::Other);
    }
    let is_money = column.currency.is_some() || is_amount(assembled, column, at, is_cost);
    Some(if is_money { ColumnKind::Money } else { ColumnKind::Number })
}

/// Whether a column is the one that amounts or costs were read from: it says the same on each row.
fn is_amount(assembled: &Assembled, column: &Column, at: usize, is_cost: bool) -> bool {
    let known = if is_cost { &assembled.spend.spend } else { &assembled.records.amount };
    let Some(rows) = rows_of(assembled, at, is_cost) else { return false };
    if !is_cost && assembled.record_file != Some(at) {
        return false;
    }
    let mut any = false;
    let same = |(row, amount): (&u32, &f64)| {
        let here = column.number(*row as usize);
        any |= here.is_some();
        here.is_none_or(|x| x == *amount)
    };
    let all = rows.iter().zip(known).filter(|(row, _)| **row < NO_KEY).all(same);
    all && any
}

/// The values of a column by record or by cost row.
pub(super) struct Source {
    pub anchor: Anchor,
    what: ColumnFact,
    values: Values,
}

enum Values {
    /// NaN where there is none.
    Numbers(Vec<f64>),
    /// 0 where there is none.
    Codes(Vec<u32>),
    /// Of no column: who came to a stage.
    Stage(StageFact),
}

impl Source {
    /// `None` where the column is not there.
    pub fn of(
        population: &Population<'_>,
        files: &[FileView<'_>],
        ask: &ColumnAsk,
    ) -> Option<Source> {
        let assembled = population.assembled;
        if let ColumnFact::Reached { and, tied } = &ask.what {
            let further = (and.as_deref(), *tied);
            let stage = StageFact::of(population, ask, further)?;
            let (anchor, what) = (stage.anchor(), ColumnFact::Count);
            return Some(Source { anchor, what, values: Values::Stage(stage) });
        }
        let (at, is_cost) = place(assembled, files, ask.file.as_deref(), &ask.header)?;
        if is_cost && ask.of != Among::All {
            return None;
        }
        let column = files.get(at)?.table.column(&ask.header)?;
        let rows = rows_of(assembled, at, is_cost)?;
        let is_money = kind(assembled, files, ask.file.as_deref(), &ask.header)
            == Some(ColumnKind::Money)
            && !matches!(ask.what, ColumnFact::Count | ColumnFact::Distinct);
        let currencies =
            if is_cost { &assembled.spend.currency } else { &assembled.records.currency };
        let counts = |place: usize| {
            let outcome = assembled.records.outcome.get(place);
            let is_among = is_cost
                || match ask.of {
                    Among::All => true,
                    Among::Won => outcome == Some(&Outcome::Won),
                    Among::Lost => outcome == Some(&Outcome::Lost),
                    Among::Open => outcome == Some(&Outcome::Open),
                };
            is_among && (!is_money || currencies.get(place).is_some_and(|c| population.is_ours(*c)))
        };
        let placed = rows.iter().enumerate();
        let values = match ask.what {
            ColumnFact::Count | ColumnFact::Distinct => {
                let distinct = Distinct::of(column);
                let groups = match column.cells {
                    Cells::Text(_) => distinct.fold().group,
                    _ => (0..distinct.len() as u32).collect(),
                };
                let code = |row: u32| groups.get(distinct.code(row) as usize).copied().unwrap_or(0);
                let value = |(place, row): (usize, &u32)| {
                    if *row < NO_KEY && counts(place) { code(*row) } else { 0 }
                };
                Values::Codes(placed.map(value).collect())
            }
            _ => {
                let value = |(place, row): (usize, &u32)| {
                    let known = if *row < NO_KEY { column.number(*row as usize) } else { None };
                    known.filter(|_| counts(place)).unwrap_or(f64::NAN)
                };
                Values::Numbers(placed.map(value).collect())
            }
        };
        let anchor = match (is_cost, ask.of) {
            (true, _) => Anchor::Spend,
            (false, Among::All | Among::Open) => Anchor::Created,
            (false, Among::Won | Among::Lost) => Anchor::Closed,
        };
        Some(Source { anchor, what: ask.what.clone(), values })
    }

    /// Who came to a stage, where it is of one.
    pub fn stage(&self) -> Option<&StageFact> {
        match &self.values {
            Values::Stage(stage) => Some(stage),
            _ => None,
        }
    }

    /// Where its records (or cost rows) fall.
    pub fn cells<'a>(&self, placed: &'a Placed) -> &'a [u32] {
        match (&self.values, self.anchor) {
            (Values::Stage(stage), _) => stage.cells(placed),
            (_, Anchor::Spend) => &placed.spend,
            (_, Anchor::Closed) => placed.closed(),
            _ => &placed.created,
        }
    }

    /// Whether a record (or a cost row) has a value that counts.
    pub fn has(&self, row: usize, placed: &Placed) -> bool {
        match &self.values {
            Values::Numbers(values) => values.get(row).is_some_and(|x| !x.is_nan()),
            Values::Codes(codes) => codes.get(row).is_some_and(|code| *code != 0),
            Values::Stage(stage) => stage.has(row, stage.is_apart(placed)),
        }
    }

    /// The facts of each cell; a row's cell is a number, and any number beyond leaves it out.
    pub fn gather(&self, placed: &Placed, count: usize) -> ColumnTable {
        let cells = self.cells(placed);
        let mut table = ColumnTable { what: self.what.clone(), ..ColumnTable::default() };
        match (&self.values, &self.what) {
            (Values::Stage(stage), _) => {
                let is_apart = stage.is_apart(placed);
                (table.is_apart, table.is_untold) = (is_apart, stage.is_untold(placed));
                table.counts = vec![0; count];
                for (_, cell) in
                    cells.iter().enumerate().filter(|(row, _)| stage.has(*row, is_apart))
                {
                    if let Some(n) = table.counts.get_mut(*cell as usize) {
                        *n += 1;
                    }
                }
            }
            (Values::Codes(codes), ColumnFact::Count) => {
                table.counts = vec![0; count];
                for (cell, _) in cells.iter().zip(codes).filter(|(_, code)| **code != 0) {
                    if let Some(n) = table.counts.get_mut(*cell as usize) {
                        *n += 1;
                    }
                }
            }
            (Values::Codes(codes), _) => {
                let pairs = || cells.iter().copied().zip(codes.iter().copied());
                table.codes = Buckets::of(|| pairs().filter(|(_, c)| *c != 0), count);
            }
            (Values::Numbers(values), ColumnFact::Median) => {
                let pairs = || cells.iter().copied().zip(values.iter().copied());
                table.values = Buckets::of(|| pairs().filter(|(_, x)| !x.is_nan()), count);
            }
            (Values::Numbers(values), what) => {
                let is_extreme = matches!(what, ColumnFact::Least | ColumnFact::Greatest);
                table.counts = vec![0; count];
                table.sums = vec![Sum::default(); if is_extreme { 0 } else { count }];
                table.extremes = vec![f64::NAN; if is_extreme { count } else { 0 }];
                for (cell, x) in cells.iter().zip(values).filter(|(_, x)| !x.is_nan()) {
                    let at = *cell as usize;
                    let Some(n) = table.counts.get_mut(at) else { continue };
                    *n += 1;
                    if let Some(sum) = table.sums.get_mut(at) {
                        sum.add(*x);
                    }
                    if let Some(known) = table.extremes.get_mut(at) {
                        *known = further(what, *known, *x);
                    }
                }
            }
        }
        table
    }
}

/// The lesser or the greater of two numbers, one of which may not be there.
fn further(what: &ColumnFact, a: f64, b: f64) -> f64 {
    if *what == ColumnFact::Least { a.min(b) } else { a.max(b) }
}

/// The facts of one column in all cells; what was not asked for is empty.
#[derive(Default)]
pub(super) struct ColumnTable {
    what: ColumnFact,
    /// Of a stage: how it was counted ([`StageFact::is_apart`], [`StageFact::is_untold`]).
    is_apart: bool,
    is_untold: bool,
    counts: Vec<u64>,
    sums: Vec<Sum>,
    extremes: Vec<f64>,
    values: Buckets<f64>,
    codes: Buckets<u32>,
}

/// The facts of one column in one cell, or in several together.
#[derive(Clone, Debug, Default)]
pub(super) struct ColumnCell {
    what: ColumnFact,
    pub is_apart: bool,
    pub is_untold: bool,
    count: u64,
    sum: Sum,
    extreme: Option<f64>,
    values: Vec<f64>,
    codes: Vec<u32>,
}

impl ColumnTable {
    pub fn merged(&self, cells: impl Iterator<Item = usize>) -> ColumnCell {
        let (is_apart, is_untold) = (self.is_apart, self.is_untold);
        let what = self.what.clone();
        let mut all = ColumnCell { what, is_apart, is_untold, ..ColumnCell::default() };
        for cell in cells {
            all.count += self.counts.get(cell).copied().unwrap_or(0);
            all.sum.merge(self.sums.get(cell).copied().unwrap_or_default());
            if let Some(x) = self.extremes.get(cell).filter(|x| !x.is_nan()) {
                all.extreme = Some(all.extreme.map_or(*x, |known| further(&self.what, known, *x)));
            }
            all.values.extend_from_slice(self.values.cell(cell));
            all.codes.extend_from_slice(self.codes.cell(cell));
        }
        all
    }
}

impl ColumnCell {
    pub fn merge(&mut self, other: &ColumnCell) {
        self.count += other.count;
        self.sum.merge(other.sum);
        self.extreme = match (self.extreme, other.extreme) {
            (Some(a), Some(b)) => Some(further(&self.what, a, b)),
            (a, b) => a.or(b),
        };
        self.values.extend_from_slice(&other.values);
        self.codes.extend_from_slice(&other.codes);
    }

    pub fn is_empty(&self) -> bool {
        self.count == 0 && self.values.is_empty() && self.codes.is_empty()
    }

    /// The figure; a sum or a mean of nothing is none.
    pub fn value(&self) -> Option<f64> {
        let any = self.count > 0;
        match &self.what {
            ColumnFact::Count => Some(self.count as f64),
            ColumnFact::Distinct => Some(different(&self.codes) as f64),
            ColumnFact::Sum => any.then(|| self.sum.value()),
            ColumnFact::Mean => any.then(|| self.sum.value() / self.count as f64),
            ColumnFact::Median => stats::quantile(&mut self.values.clone(), 0.5),
            ColumnFact::Least | ColumnFact::Greatest => self.extreme,
            // Counted as any other records.
            ColumnFact::Reached { .. } => Some(self.count as f64),
        }
    }
}

/// How many different codes there are: marked in bits, which costs no sorting.
fn different(codes: &[u32]) -> usize {
    let most = codes.iter().max().map_or(0, |m| *m as usize);
    if codes.len() < 64 {
        let mut sorted = codes.to_vec();
        sorted.sort_unstable();
        sorted.dedup();
        return sorted.len();
    }
    let mut seen = vec![0u64; most / 64 + 1];
    let mut count = 0;
    for code in codes {
        if let Some(word) = seen.get_mut(*code as usize / 64) {
            let bit = 1u64 << (code % 64);
            count += usize::from(*word & bit == 0);
            *word |= bit;
        }
    }
    count
}

/// Values by cell, all in one vector, cell after cell.
struct Buckets<T> {
    begins: Vec<u32>,
    values: Vec<T>,
}

impl<T> Default for Buckets<T> {
    fn default() -> Self {
        Buckets { begins: Vec::new(), values: Vec::new() }
    }
}

impl<T: Copy + Default> Buckets<T> {
    fn of<I: Iterator<Item = (u32, T)>>(pairs: impl Fn() -> I, count: usize) -> Buckets<T> {
        let mut begins = vec![0u32; count + 1];
        for (cell, _) in pairs().filter(|(cell, _)| (*cell as usize) < count) {
            if let Some(n) = begins.get_mut(cell as usize + 1) {
                *n += 1;
            }
        }
        let mut end = 0;
        for begin in &mut begins {
            end += *begin;
            *begin = end;
        }
        let mut next = begins.clone();
        let mut values = vec![T::default(); end as usize];
        for (cell, value) in pairs().filter(|(cell, _)| (*cell as usize) < count) {
            let Some(place) = next.get_mut(cell as usize) else { continue };
            if let Some(slot) = values.get_mut(*place as usize) {
                *slot = value;
                *place += 1;
            }
        }
        Buckets { begins, values }
    }

    fn cell(&self, cell: usize) -> &[T] {
        match (self.begins.get(cell), self.begins.get(cell + 1)) {
            (Some(begin), Some(end)) => {
                self.values.get(*begin as usize..*end as usize).unwrap_or(&[])
            }
            _ => &[],
        }
    }
}
