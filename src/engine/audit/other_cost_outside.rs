//! Other costs of months before the first or after the last of which the files tell anything else:
//! they have no results to stand against.

use super::beside_rows::costs;
use super::check::{Definition, Lack, Severity};
use super::ground::{Ground, Look, day, look};
use crate::engine::table::NO_DAY;
use crate::engine::value::Day;

pub(super) const CHECK: Definition = Definition { severity: Severity::Medium, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let days = &ground.other_costs()?.day;
        let records = &ground.assembled.records;
        let told = [&records.created, &records.closed, &ground.assembled.spend.day];
        let told = || told.into_iter().flatten().copied().filter(|day| *day != NO_DAY);
        let month = |day: i32| Day(day).month_start();
        let (first, last) = (told().min().map(month), told().max().map(month));
        let (first, last) = (first.ok_or(Lack::NoCreated)?, last.ok_or(Lack::NoCreated)?);
        let outside = |at: &usize| day(days, *at).map(month).is_some_and(|m| m < first || m > last);
        let found = (0..days.len()).filter(outside).map(|at| at as u32).collect();
        let of = days.iter().filter(|day| **day != NO_DAY).count() as u64;
        Ok(Look::of(costs(found, of)))
    })
}
