//! What a report is about: its days, its currency, the records in it and those left out, each with
//! the reason.

use super::frame::Frame;
use super::selection::{Mask, is_in};
use crate::engine::filter::Period;
use crate::engine::funnel::{Assembled, Outcome};
use crate::engine::measure::gather::NO_CELL;
use crate::engine::report::{Basis, CurrencySum, Exclusion, Scope};
use crate::engine::stats::Sum;
use crate::engine::table::NO_DAY;
use crate::engine::value::Day;

/// The first and last days that occur, by what they are days of.
pub(super) struct Extents {
    pub created: Option<Period>,
    /// Of won and lost records.
    pub closed: Option<Period>,
    /// Of open records: the days on which they are expected to close.
    pub expected: Option<Period>,
    pub spend: Option<Period>,
    /// Of activities, survey answers and other costs: by their own days.
    pub activities: Option<Period>,
    pub scores: Option<Period>,
    pub other_costs: Option<Period>,
}

impl Extents {
    pub fn of(assembled: &Assembled) -> Extents {
        let records = &assembled.records;
        let beside = &assembled.beside;
        let closed = records.closed.iter().zip(&records.outcome);
        let expected = records.expected.iter().zip(&records.outcome);
        Extents {
            created: created(assembled),
            closed: extent(closed.filter(|(_, o)| **o != Outcome::Open).map(|(day, _)| *day)),
            expected: extent(expected.filter(|(_, o)| **o == Outcome::Open).map(|(day, _)| *day)),
            spend: spent(assembled),
            activities: extent(beside.activities.day.iter().copied()),
            scores: extent(beside.scores.day.iter().copied()),
            other_costs: extent(beside.other_costs.day.iter().copied()),
        }
    }

    pub fn all(&self) -> Option<Period> {
        union([self.created, self.closed, self.spend])
    }
}

/// From the earliest to the latest of several periods.
pub(super) fn union(periods: impl IntoIterator<Item = Option<Period>>) -> Option<Period> {
    periods
        .into_iter()
        .flatten()
        .reduce(|a, b| Period { first: a.first.min(b.first), last: a.last.max(b.last) })
}

fn created(assembled: &Assembled) -> Option<Period> {
    extent(assembled.records.created.iter().copied())
}

fn spent(assembled: &Assembled) -> Option<Period> {
    extent(assembled.spend.day.iter().copied())
}

/// The days that a report is about before somebody chooses: of creation, else of costs.
pub(super) fn created_or_spent(assembled: &Assembled) -> Option<Period> {
    created(assembled).or_else(|| spent(assembled))
}

pub(super) fn extent(days: impl Iterator<Item = i32>) -> Option<Period> {
    let (mut first, mut last) = (i32::MAX, NO_DAY);
    for day in days {
        // A missing day is before all others: never the last, and not to be the first.
        first = first.min(if day == NO_DAY { i32::MAX } else { day });
        last = last.max(day);
    }
    (last != NO_DAY).then_some(Period { first: Day(first), last: Day(last) })
}

/// How much of the data is in each currency, by its code.
pub(super) struct Weights(Vec<Weight>);

/// In the order in which it decides.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Weight {
    won: u64,
    records: u64,
    costs: u64,
}

impl Weights {
    pub fn of(assembled: &Assembled) -> Weights {
        let mut weights = vec![Weight::default(); assembled.currencies.len()];
        let records = &assembled.records;
        for (code, outcome) in records.currency.iter().zip(&records.outcome) {
            if let Some(weight) = weights.get_mut(usize::from(*code)) {
                weight.won += u64::from(*outcome == Outcome::Won);
                weight.records += 1;
            }
        }
        let costs = assembled.spend.currency.iter().zip(&assembled.spend.visits);
        for (code, _) in costs.filter(|(_, visits)| visits.is_nan()) {
            if let Some(weight) = weights.get_mut(usize::from(*code)) {
                weight.costs += 1;
            }
        }
        Weights(weights)
    }

    /// Each currency that records are in, with how many: the report's own first, then by their wins.
    pub fn records(&self, assembled: &Assembled, wish: Option<&str>) -> Vec<(String, u64)> {
        let (chosen, _) = self.choose(assembled, wish);
        let mut used: Vec<(usize, &Weight)> =
            self.0.iter().enumerate().filter(|(_, weight)| weight.records > 0).collect();
        used.sort_by_key(|(code, weight)| (Some(*code) != chosen, std::cmp::Reverse(weight.won)));
        let named = used.into_iter().map(|(code, weight)| {
            (assembled.currencies.get(code).cloned().unwrap_or_default(), weight.records)
        });
        named.collect()
    }

    fn of_code(&self, code: usize) -> Weight {
        self.0.get(code).copied().unwrap_or_default()
    }

    /// The report's currency by its code, and for each code whether its money counts as the
    /// report's.
    ///
    /// Without a wish (or with one that the data doesn't know) it is the currency of most won
    /// records, then of most records, then of most cost rows. Money that names no currency counts
    /// as that one, as people leave out what goes without saying; it never counts as a currency
    /// that was chosen instead.
    pub fn choose(&self, assembled: &Assembled, wish: Option<&str>) -> (Option<usize>, Vec<bool>) {
        let names = &assembled.currencies;
        let heaviest = |named: bool| {
            let is_candidate =
                |code: &usize| names.get(*code).is_some_and(|n| n.is_empty() != named);
            // The first of equals.
            (0..names.len()).rev().filter(is_candidate).max_by_key(|code| self.of_code(*code))
        };
        let usual = heaviest(true).or_else(|| heaviest(false));
        let wished = wish.and_then(|w| names.iter().position(|n| n.eq_ignore_ascii_case(w)));
        let chosen = wished.or(usual);
        let ours = |(code, name): (usize, &String)| {
            Some(code) == chosen || (name.is_empty() && chosen == usual)
        };
        (chosen, names.iter().enumerate().map(ours).collect())
    }
}

impl Frame<'_> {
    /// The report's head; names of files and dimensions are left to the caller.
    pub fn scope(&self) -> Scope {
        let all = self.assembled.records.count as u64;
        let decided = self.now.closed.as_ref().map(|closed| {
            let cells = closed.iter().zip(&self.assembled.records.outcome);
            let of = |(cell, outcome): (&u32, &Outcome)| match outcome {
                Outcome::Open => NO_CELL,
                _ => *cell,
            };
            cells.map(of).collect::<Vec<u32>>()
        });
        // In scope by creation, by closing or by the entry of a stage: a cell is 0 or NO_CELL.
        let either = decided.as_ref().zip(self.now.created.as_ref());
        let either = either.map(|(closed, created)| -> Mask {
            let cells = created.iter().zip(closed).map(|(created, closed)| created & closed);
            let mut cells: Vec<u32> = cells.collect();
            self.put_entered(&mut cells);
            Some(cells)
        });
        let scope = either.as_ref().unwrap_or(&self.now.created);
        let counts = self.in_scope(scope);
        let in_scope: u64 = counts.iter().sum();
        let filtered = self.kept.records.as_ref().map_or(0, |k| k.iter().filter(|k| !**k).count());
        let without_date = self.without_date();
        let outside = all - in_scope - filtered as u64 - without_date;
        let excluded = [
            (Exclusion::Filtered, filtered as u64),
            (Exclusion::WithoutDate, without_date),
            (Exclusion::OutsidePeriod, outside),
        ];
        let name = self.currency.and_then(|c| self.assembled.currencies.get(c).cloned());
        Scope {
            period: self.now.window,
            previous: self.previous,
            compared: self.compared(),
            credit: None,
            lacking: Vec::new(),
            segments: self.spec.segments.clone().filter(|_| self.against.is_some()),
            extent: self.basics.extents.created.or(self.basics.extents.spend),
            as_of: self.as_of,
            basis: self.spec.basis,
            policy: self.spec.policy,
            currency: name.filter(|name| !name.is_empty()),
            currencies: match decided {
                Some(decided) => self.currencies(&counts, &Some(decided)),
                None => self.currencies(&counts, scope),
            },
            records: all,
            in_scope,
            excluded: excluded.into_iter().filter(|(_, n)| *n > 0).collect(),
            files: Vec::new(),
            dimensions: Vec::new(),
            own: Vec::new(),
            absent: self.absent_measures(),
        }
    }

    /// Records that pass the filters and have no day by which they could be in the period.
    fn without_date(&self) -> u64 {
        if self.now.window.is_none() {
            return 0;
        }
        let records = &self.assembled.records;
        let by_closing = self.spec.basis == Basis::Period;
        let undated = self.basics.created_undated.iter().map(|row| *row as usize);
        let dateless = undated.filter(|row| {
            let closed = records.closed.get(*row).is_some_and(|day| *day != NO_DAY);
            let open = records.outcome.get(*row) == Some(&Outcome::Open);
            let has_day = !open && closed || self.basics.entered.is_dated(*row);
            !(by_closing && has_day) && self.kept.record(*row)
        });
        dateless.count() as u64
    }

    /// The records in scope by the code of their currency.
    fn in_scope(&self, scope: &Mask) -> Vec<u64> {
        let codes = &self.assembled.records.currency;
        // Four counts of each currency, as adding to the same one again and again has to wait.
        let mut counts = [[0u64; 4]; 256];
        for (row, code) in codes.iter().enumerate() {
            counts[usize::from(*code)][row % 4] += u64::from(is_in(scope, row));
        }
        counts.iter().map(|four| four.iter().sum()).collect()
    }

    /// Each currency with its records in scope and its wins (those that the period decides): the
    /// report's own first, then the others by their wins; those that no record has are left out.
    fn currencies(&self, counts: &[u64], decided: &Mask) -> Vec<CurrencySum> {
        let records = &self.assembled.records;
        let mut won = vec![(0u64, Sum::default()); self.assembled.currencies.len()];
        let rows = self.population.won_rows().row.iter().map(|row| *row as usize);
        for row in rows.filter(|row| is_in(decided, *row)) {
            let code = records.currency.get(row).map_or(usize::MAX, |code| usize::from(*code));
            if let (Some((n, sum)), Some(amount)) = (won.get_mut(code), records.amount.get(row)) {
                *n += 1;
                sum.add(if amount.is_nan() { 0.0 } else { *amount });
            }
        }
        let named = self.assembled.currencies.iter().zip(won).enumerate();
        let used = named.filter(|(code, _)| self.basics.weights.of_code(*code).records > 0);
        let mut sums: Vec<(usize, CurrencySum)> = used
            .map(|(code, (name, (won, sum)))| {
                let records = counts.get(code).copied().unwrap_or(0);
                let currency = name.clone();
                (code, CurrencySum { currency, records, won, won_amount: sum.value() })
            })
            .collect();
        sums.sort_by_key(|(code, c)| (Some(*code) != self.currency, std::cmp::Reverse(c.won)));
        sums.into_iter().map(|(_, sum)| sum).collect()
    }
}
