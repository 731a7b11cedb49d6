//! What a report is about: its days, its currency, the records in it and those left out, each with
//! the reason.

use super::frame::Frame;
use crate::engine::filter::Period;
use crate::engine::funnel::{Assembled, Outcome};
use crate::engine::report::{Basis, CurrencySum, Exclusion, Scope};
use crate::engine::stats::Sum;
use crate::engine::table::NO_DAY;
use crate::engine::value::Day;

/// The first and last days that occur, by what they are days of.
pub(super) struct Extents {
    pub created: Option<Period>,
    /// Of won and lost records.
    pub closed: Option<Period>,
    pub spend: Option<Period>,
}

impl Extents {
    pub fn of(assembled: &Assembled) -> Extents {
        let records = &assembled.records;
        let closed = records.closed.iter().zip(&records.outcome);
        Extents {
            created: extent(records.created.iter().copied()),
            closed: extent(closed.filter(|(_, o)| **o != Outcome::Open).map(|(day, _)| *day)),
            spend: extent(assembled.spend.day.iter().copied()),
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

fn extent(days: impl Iterator<Item = i32>) -> Option<Period> {
    let mut found: Option<(i32, i32)> = None;
    for day in days.filter(|d| *d != NO_DAY) {
        let (first, last) = found.unwrap_or((day, day));
        found = Some((first.min(day), last.max(day)));
    }
    found.map(|(first, last)| Period { first: Day(first), last: Day(last) })
}

/// The report's currency by its code, and for each code whether its money counts as the report's.
///
/// Without a wish (or with one that the data doesn't know) it is the currency of most won records,
/// then of most records, then of most cost rows. Money that names no currency counts as that one,
/// as people leave out what goes without saying; it never counts as a currency that was chosen
/// instead.
pub(super) fn report_currency(
    assembled: &Assembled,
    wish: Option<&str>,
) -> (Option<usize>, Vec<bool>) {
    let names = &assembled.currencies;
    let mut weights = vec![(0u64, 0u64, 0u64); names.len()];
    let records = &assembled.records;
    for (code, outcome) in records.currency.iter().zip(&records.outcome) {
        if let Some((won, all, _)) = weights.get_mut(usize::from(*code)) {
            *won += u64::from(*outcome == Outcome::Won);
            *all += 1;
        }
    }
    for code in &assembled.spend.currency {
        if let Some((_, _, costs)) = weights.get_mut(usize::from(*code)) {
            *costs += 1;
        }
    }
    let heaviest = |named: bool| {
        let candidates =
            (0..names.len()).filter(|i| names.get(*i).is_some_and(|n| !n.is_empty()) == named);
        // The first of equals.
        candidates.rev().max_by_key(|i| weights.get(*i).copied().unwrap_or_default())
    };
    let usual = heaviest(true).or_else(|| heaviest(false));
    let wished = wish.and_then(|w| names.iter().position(|n| n.eq_ignore_ascii_case(w)));
    let chosen = wished.or(usual);
    let ours = |(code, name): (usize, &String)| {
        Some(code) == chosen || (name.is_empty() && chosen == usual)
    };
    (chosen, names.iter().enumerate().map(ours).collect())
}

/// Whether a record is in the report, or why not.
enum Place {
    In,
    Out(Exclusion),
}

impl Frame<'_> {
    /// The report's head; names of files and dimensions are left to the caller.
    pub fn scope(&self) -> Scope {
        let records = &self.assembled.records;
        let (mut in_scope, mut filtered, mut without_date, mut outside) = (0, 0, 0, 0);
        let mut currencies = self.empty_currencies();
        let mut sums = vec![Sum::default(); currencies.len()];
        for row in 0..records.count {
            match self.place(row) {
                Place::In => {
                    in_scope += 1;
                    self.add_currency(row, &mut currencies, &mut sums);
                }
                Place::Out(Exclusion::Filtered) => filtered += 1,
                Place::Out(Exclusion::WithoutDate) => without_date += 1,
                Place::Out(Exclusion::OutsidePeriod) => outside += 1,
            }
        }
        for (currency, sum) in currencies.iter_mut().zip(&sums) {
            currency.won_amount = sum.value();
        }
        let excluded = [
            (Exclusion::Filtered, filtered),
            (Exclusion::WithoutDate, without_date),
            (Exclusion::OutsidePeriod, outside),
        ];
        Scope {
            period: self.period,
            previous: self.previous,
            extent: self.extents.created.or(self.extents.spend),
            as_of: self.as_of,
            basis: self.spec.basis,
            policy: self.spec.policy,
            currency: self
                .currency
                .and_then(|c| self.assembled.currencies.get(c).cloned())
                .filter(|name| !name.is_empty()),
            currencies: self.own_first(currencies),
            records: records.count as u64,
            in_scope,
            excluded: excluded.into_iter().filter(|(_, n)| *n > 0).collect(),
            files: Vec::new(),
            dimensions: Vec::new(),
        }
    }

    fn place(&self, row: usize) -> Place {
        if !self.keeps_record(row) {
            return Place::Out(Exclusion::Filtered);
        }
        let Some(period) = self.period else { return Place::In };
        let records = &self.assembled.records;
        let day = |days: &[i32]| days.get(row).copied().filter(|d| *d != NO_DAY).map(Day);
        let created = day(&records.created);
        let is_closed = records.outcome.get(row).is_some_and(|o| *o != Outcome::Open);
        let closed = match self.spec.basis {
            Basis::Period if is_closed => day(&records.closed),
            _ => None,
        };
        let mut days = [created, closed].into_iter().flatten();
        match (created, closed) {
            (None, None) => Place::Out(Exclusion::WithoutDate),
            _ if days.any(|day| period.contains(day)) => Place::In,
            _ => Place::Out(Exclusion::OutsidePeriod),
        }
    }

    fn empty_currencies(&self) -> Vec<CurrencySum> {
        let empty = |name: &String| CurrencySum {
            currency: name.clone(),
            records: 0,
            won: 0,
            won_amount: 0.0,
        };
        self.assembled.currencies.iter().map(empty).collect()
    }

    /// Counts an in-scope record in its own currency. Its win counts where it falls in the period
    /// by the report's basis.
    fn add_currency(&self, row: usize, currencies: &mut [CurrencySum], sums: &mut [Sum]) {
        let records = &self.assembled.records;
        let code = records.currency.get(row).map_or(usize::MAX, |c| usize::from(*c));
        let (Some(currency), Some(sum)) = (currencies.get_mut(code), sums.get_mut(code)) else {
            return;
        };
        currency.records += 1;
        let by_closing = match (self.spec.basis, self.period) {
            (Basis::Period, Some(period)) => {
                records.closed.get(row).is_some_and(|day| period.contains(Day(*day)))
            }
            _ => true,
        };
        if by_closing && records.outcome.get(row) == Some(&Outcome::Won) {
            currency.won += 1;
            if let Some(amount) = records.amount.get(row).filter(|a| !a.is_nan()) {
                sum.add(*amount);
            }
        }
    }

    /// The report's own currency, then the others by their won records; those that no record has
    /// are left out.
    fn own_first(&self, currencies: Vec<CurrencySum>) -> Vec<CurrencySum> {
        let used = self.assembled.records.currency.iter().fold([false; 256], |mut used, code| {
            used[usize::from(*code)] = true;
            used
        });
        let mut kept: Vec<(usize, CurrencySum)> = currencies
            .into_iter()
            .enumerate()
            .filter(|(code, _)| used.get(*code).copied().unwrap_or(false))
            .collect();
        kept.sort_by_key(|(code, c)| (Some(*code) != self.currency, std::cmp::Reverse(c.won)));
        kept.into_iter().map(|(_, c)| c).collect()
    }
}
