//! Money brought to one currency: by the latest rate that is not after its day. What has no rate
//! stays in its own currency, and is never added.
//!
//! Closed records are converted by the day of closing, open ones by that of creation, costs by their
//! own day. Not here: the user's table (`mapping::rates`), which money a report adds (`query`).

use super::crossing::Crossing;
use super::source::Source;
use super::{FileView, Records, SpendRows};
use crate::engine::audit::Finding;
use crate::engine::currency::normalise;
use crate::engine::error::BuildError;
use crate::engine::mapping::{FileKind, Mapping, Role};
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

/// Converts what has a rate, and says so.
pub(super) fn convert(
    files: &[FileView],
    mapping: &Mapping,
    currencies: &mut Vec<String>,
    records: &mut Records,
    spend: &mut SpendRows,
) -> Result<Vec<Finding>, BuildError> {
    let to = normalise(&mapping.rates.to);
    if to.is_empty() {
        return Ok(Vec::new());
    }
    let courses = courses(files, mapping)?;
    let target = match currencies.iter().position(|c| *c == to) {
        Some(at) => at,
        None if currencies.len() < usize::from(u8::MAX) => {
            currencies.push(to.clone());
            currencies.len() - 1
        }
        None => return Ok(Vec::new()),
    } as u8;
    let courses: Vec<Option<&Course>> = currencies.iter().map(|c| courses.get(c)).collect();
    let mut tallies = vec![Tally::default(); currencies.len()];
    let mut oldest = 0;
    let mut change = |amount: &mut f64, code: &mut u8, day: i32| {
        let at = usize::from(*code);
        let named = currencies.get(at).is_some_and(|c| !c.is_empty());
        if *code == target || !named || amount.is_nan() {
            return;
        }
        let Some(tally) = tallies.get_mut(at) else { return };
        match courses.get(at).copied().flatten().and_then(|course| course.at(day)) {
            Some((rate, age)) => {
                *amount *= rate;
                *code = target;
                tally.converted += 1;
                oldest = oldest.max(age);
            }
            None => tally.left += 1,
        }
    };
    let days = records.closed.iter().zip(&records.created);
    let days = days.map(|(closed, created)| if *closed == NO_DAY { *created } else { *closed });
    let money = records.amount.iter_mut().zip(&mut records.currency);
    money.zip(days).for_each(|((amount, code), day)| change(amount, code, day));
    let money = spend.spend.iter_mut().zip(&mut spend.currency);
    money.zip(&spend.day).for_each(|((cost, code), day)| change(cost, code, *day));

    let named = |of: &dyn Fn(&Tally) -> u64| -> Vec<(String, u64)> {
        let each = currencies.iter().cloned().zip(tallies.iter().map(of));
        each.filter(|(_, n)| *n > 0).collect()
    };
    let (converted, left) = (named(&|t| t.converted), named(&|t| t.left));
    let mut told = Vec::new();
    if !converted.is_empty() {
        let to = to.clone();
        told.push(Finding::Crossing(Crossing::Converted { to, rows: converted, oldest }));
    }
    if !left.is_empty() {
        told.push(Finding::Crossing(Crossing::NoRate { to, rows: left }));
    }
    Ok(told)
}

/// The courses of the user's table and of the files of rates; of two rates of one day the user's.
fn courses(files: &[FileView], mapping: &Mapping) -> Result<BTreeMap<String, Course>, BuildError> {
    let mut days: BTreeMap<String, BTreeMap<i32, f64>> = BTreeMap::new();
    let mut found: BTreeMap<String, Course> = BTreeMap::new();
    let is_rate = |rate: f64| rate.is_finite() && rate > 0.0;
    for source in Source::of_kind(files, mapping, FileKind::Rates)? {
        let (date, name) = (source.role(Role::Date)?, source.role(Role::Currency)?);
        let (Some(name), Some(rate)) = (name, source.role(Role::Rate)?) else { continue };
        for row in 0..source.table.rows {
            let Some(rate) = rate.number(row).filter(|r| is_rate(*r)) else { continue };
            let currency = normalise(&name.plain_text(row));
            match date.map(|d| d.day(row)) {
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
