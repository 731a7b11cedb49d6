//! Files that end long before the others, or long before the day on which the question is asked: what
//! they would say of the last weeks is missing.

use super::check::{Counted, Definition, Detail, Lack, Severity};
use super::ground::{Evidence, Ground, Look, day, look, need};
use crate::engine::table::NO_DAY;
use crate::engine::value::Day;
use std::collections::BTreeMap;

/// Reports are made once a month: an export older than that belongs to the one before.
const MOST_DAYS: i32 = 31;

pub(super) const CHECK: Definition = Definition { severity: Severity::Medium, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let (records, spend) = (&ground.assembled.records, &ground.assembled.spend);
        let mut latest: BTreeMap<usize, i32> = BTreeMap::new();
        // A day far behind all others says nothing of how fresh a file is.
        let usual = ground.usual_days();
        let mut see = |file: usize, day: i32| {
            if usual.contains(&day) {
                latest.entry(file).and_modify(|last| *last = day.max(*last)).or_insert(day);
            }
        };
        if let Some(main) = ground.assembled.record_file {
            let days = records.created.iter().chain(&records.closed);
            days.for_each(|day| see(main, *day));
        }
        let rows = spend.file.iter().zip(&spend.day);
        rows.for_each(|(file, day)| see(usize::from(*file), *day));
        need(!latest.is_empty(), Lack::NoCreated)?;
        let all = latest.values().copied().max().unwrap_or(NO_DAY);
        let today = ground.today.map(|day| day.0);
        need(latest.len() > 1 || today.is_some(), Lack::NoToday)?;
        let expected = today.unwrap_or(all);
        let old = latest.iter().filter(|(_, last)| expected - **last > MOST_DAYS);
        let details: Vec<Detail> = old
            .filter_map(|(file, last)| {
                let file = self::name(ground, *file)?;
                Some(Detail::Latest { file, latest: Day(*last), expected: Day(expected) })
            })
            .collect();
        let (count, of) = (Some(details.len() as u64), latest.len() as u64);
        let counted = Some(Counted::Files);
        // The rows of the last day that each of them has.
        let last_of = |file: usize| latest.get(&file).filter(|last| expected - **last > MOST_DAYS);
        let last_main = ground.assembled.record_file.and_then(last_of);
        let on = |days: &[i32], at: usize| day(days, at).as_ref() == last_main;
        let is_last = |at| on(&records.created, at) || on(&records.closed, at);
        let found = if last_main.is_some() { ground.pick(is_last) } else { Vec::new() };
        let costs = (0..spend.count).filter(|at| {
            let last = spend.file.get(*at).and_then(|file| last_of(usize::from(*file)));
            last.is_some() && day(&spend.day, *at).as_ref() == last
        });
        Ok(Look::of(Evidence {
            records: found,
            costs: costs.map(|at| at as u32).collect(),
            count,
            of,
            counted,
            details,
            without_effect: true,
            ..Evidence::default()
        }))
    })
}

fn name(ground: &Ground<'_>, file: usize) -> Option<String> {
    ground.files.get(file).map(|f| f.profile.name.clone())
}
