//! Money brought to one currency: by the latest rate that is not after its day. What has no rate
//! stays in its own currency, and is never added.
//!
//! Closed records are converted by the day of closing, open ones by that of creation, costs by their
//! own day. Not here: the user's table (`mapping::rates`), which money a report adds (`query`).

use super::crossing::Crossing;
use super::source::Source;
use super::{FileView, Records};
use crate::engine::audit::Finding;
use crate::engine::currency::normalise;
use crate::engine::error::BuildError;
use crate::engine::mapping::rates_bare::BareRates;
use crate::engine::mapping::{FileKind, Mapping, Role, rates};
use crate::engine::table::NO_DAY;
use std::collections::BTreeMap;

/// The rates of one currency.
#[derive(Default)]
struct Course {
    /// By day, in order.
    dated: Vec<(i32, f64)>,
    always: Option<f64>,
}

impl Course {
    /// The rate for a day, and how many days older it is.
    fn at(&self, day: i32) -> Option<(f64, i32)> {
        if day == NO_DAY {
            // Nothing says when: what holds always, else what holds last.
            return self.always.or(self.dated.last().map(|(_, rate)| *rate)).map(|r| (r, 0));
        }
        let after = self.dated.partition_point(|(d, _)| *d <= day);
        let dated = after.checked_sub(1).and_then(|at| self.dated.get(at));
        dated.map(|(d, rate)| (*rate, day - d)).or(self.always.map(|rate| (rate, 0)))
    }
}

/// What became of the money of one currency.
#[derive(Clone, Copy, Default)]
struct Tally {
    converted: u64,
    left: u64,
}

/// The rates that the user wants money to be converted by, and what became of the money.
pub(super) struct Rates {
    to: String,
    courses: BTreeMap<String, Course>,
    /// By currency.
    tallies: Vec<Tally>,
    oldest: i32,
}

impl Rates {
    /// `None` where nothing is to be converted.
    pub fn of(files: &[FileView], mapping: &Mapping) -> Result<Option<Rates>, BuildError> {
        let to = normalise(&mapping.rates.to);
        if to.is_empty() {
            return Ok(None);
        }
        let courses = courses(files, mapping)?;
        Ok(Some(Rates { to, courses, tallies: Vec::new(), oldest: 0 }))
    }

    /// Records by the day of closing, open ones by that of creation.
    pub fn records(&mut self, currencies: &mut Vec<String>, records: &mut Records) {
        let days = records.closed.iter().zip(&records.created);
        let days = days.map(|(closed, created)| if *closed == NO_DAY { *created } else { *closed });
        let days: Vec<i32> = days.collect();
        self.convert(currencies, (&mut records.amount, &mut records.currency), &days);
    }

    /// Converts what has a rate, each amount by its own day.
    pub fn convert(
        &mut self,
        currencies: &mut Vec<String>,
        (amounts, codes): (&mut [f64], &mut [u8]),
        days: &[i32],
    ) {
        let target = match currencies.iter().position(|c| *c == self.to) {
            Some(at) => at,
            None if currencies.len() < usize::from(u8::MAX) => {
                currencies.push(self.to.clone());
                currencies.len() - 1
            }
            None => return,
        } as u8;
        self.tallies.resize(currencies.len(), Tally::default());
        let courses: Vec<Option<&Course>> =
            currencies.iter().map(|c| self.courses.get(c)).collect();
        for ((amount, code), day) in amounts.iter_mut().zip(codes).zip(days) {
            let at = usize::from(*code);
            let named = currencies.get(at).is_some_and(|c| !c.is_empty());
            if *code == target || !named || amount.is_nan() {
                continue;
            }
            let Some(tally) = self.tallies.get_mut(at) else { continue };
            match courses.get(at).copied().flatten().and_then(|course| course.at(*day)) {
                Some((rate, age)) => {
                    *amount *= rate;
                    *code = target;
                    tally.converted += 1;
                    self.oldest = self.oldest.max(age);
                }
                None => tally.left += 1,
            }
        }
    }

    /// What became of all the money, each said once.
    pub fn told(self, currencies: &[String]) -> Vec<Finding> {
        let named = |of: &dyn Fn(&Tally) -> u64| -> Vec<(String, u64)> {
            let each = currencies.iter().cloned().zip(self.tallies.iter().map(of));
            each.filter(|(_, n)| *n > 0).collect()
        };
        let (converted, left) = (named(&|t| t.converted), named(&|t| t.left));
        let (to, oldest) = (self.to, self.oldest);
        let mut told = Vec::new();
        if !converted.is_empty() {
            let to = to.clone();
            told.push(Finding::Crossing(Crossing::Converted { to, rows: converted, oldest }));
        }
        if !left.is_empty() {
            told.push(Finding::Crossing(Crossing::NoRate { to, rows: left }));
        }
        told
    }
}

/// Columns such as `EUR/USD`, of which one side is the currency that money is converted to.
fn wide(
    source: &Source,
    to: &str,
    days: &mut BTreeMap<String, BTreeMap<i32, f64>>,
) -> Result<(), BuildError> {
    let Some(date) = source.role(Role::Date)? else { return Ok(()) };
    for pair in rates::pairs(source.table) {
        let Some(column) = source.table.column(&pair.header) else { continue };
        let (currency, turn) = match () {
            () if pair.worth_in == to => (pair.one, false),
            () if pair.one == to => (pair.worth_in, true),
            () => continue,
        };
        for row in 0..source.table.rows {
            let worth = column.number(row).filter(|w| w.is_finite() && *w > 0.0);
            if let (Some(worth), Some(day)) = (worth, source.day(date, row)) {
                let rate = if turn { 1.0 / worth } else { worth };
                days.entry(currency.clone()).or_default().insert(day.0, rate);
            }
        }
    }
    Ok(())
}

/// Columns that bear nothing but a code: each day by the currency that the file is told in.
fn bare(
    source: &Source,
    to: &str,
    days: &mut BTreeMap<String, BTreeMap<i32, f64>>,
) -> Result<(), BuildError> {
    let Some(date) = source.role(Role::Date)? else { return Ok(()) };
    let Some(rates) = BareRates::of(&source.mapping.name, source.table) else { return Ok(()) };
    let Some(base) = rates.base(to) else { return Ok(()) };
    let Some(tells_worth) = rates.tells_worth(source.table, &base) else { return Ok(()) };
    let of = |header: &str, row: usize| {
        let value = source.table.column(header).and_then(|c| c.number(row));
        let value = value.filter(|x| x.is_finite() && *x > 0.0)?;
        Some(if tells_worth { value } else { 1.0 / value })
    };
    let target = rates.columns.iter().find(|(code, _)| code == to);
    for row in 0..source.table.rows {
        let Some(day) = source.day(date, row) else { continue };
        // What one of the target is worth in the currency of the file.
        let of_target = match target {
            _ if base == to => Some(1.0),
            Some((_, header)) => of(header, row),
            None => None,
        };
        let Some(of_target) = of_target else { continue };
        let own = rates.columns.iter().filter(|(code, _)| code != to && *code != base);
        let mut put = |code: &str, worth: f64| {
            days.entry(code.to_owned()).or_default().insert(day.0, worth / of_target);
        };
        for (code, header) in own {
            of(header, row).into_iter().for_each(|worth| put(code, worth));
        }
        if base != to {
            put(&base, 1.0);
        }
    }
    Ok(())
}

/// The courses of the user's table and of the files of rates; of two rates of one day the user's.
fn courses(files: &[FileView], mapping: &Mapping) -> Result<BTreeMap<String, Course>, BuildError> {
    let mut days: BTreeMap<String, BTreeMap<i32, f64>> = BTreeMap::new();
    let mut found: BTreeMap<String, Course> = BTreeMap::new();
    let is_rate = |rate: f64| rate.is_finite() && rate > 0.0;
    for source in Source::of_kind(files, mapping, FileKind::Rates)? {
        wide(&source, &normalise(&mapping.rates.to), &mut days)?;
        bare(&source, &normalise(&mapping.rates.to), &mut days)?;
        let (date, name) = (source.role(Role::Date)?, source.role(Role::Currency)?);
        let (Some(name), Some(rate)) = (name, source.role(Role::Rate)?) else { continue };
        for row in 0..source.table.rows {
            let Some(rate) = rate.number(row).filter(|r| is_rate(*r)) else { continue };
            let currency = normalise(&name.plain_text(row));
            match date.map(|d| source.day(d, row)) {
                Some(Some(day)) => {
                    days.entry(currency).or_default().insert(day.0, rate);
                }
                // A rate whose day can't be read holds for no day.
                Some(None) => {}
                None => found.entry(currency).or_default().always = Some(rate),
            }
        }
    }
    for rate in mapping.rates.table.iter().filter(|r| is_rate(r.rate)) {
        let currency = normalise(&rate.currency);
        match rate.day {
            Some(day) => {
                days.entry(currency).or_default().insert(day.0, rate.rate);
            }
            None => found.entry(currency).or_default().always = Some(rate.rate),
        }
    }
    for (currency, dated) in days {
        found.entry(currency).or_default().dated = dated.into_iter().collect();
    }
    Ok(found)
}
