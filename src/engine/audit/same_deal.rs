//! Records of one name, one amount and one day of creation: most likely one that was entered twice.

use super::check::{Definition, Detail, Lack, Severity};
use super::ground::{Evidence, Ground, Look, look, number};
use crate::engine::distinct::Distinct;
use crate::engine::mapping::Role;
use crate::engine::table::NO_DAY;
use rustc_hash::FxHashMap;

pub(super) const CHECK: Definition = Definition { severity: Severity::Medium, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let records = ground.records()?;
        let Some(name) = ground.column(Role::Name) else { return Ok(Look::Not(Lack::NoName)) };
        let distinct = Distinct::of(name);
        let folded = distinct.fold();
        let key = |at: usize| {
            let name = folded.of(distinct.code(ground.row(at) as u32));
            let amount = number(&records.amount, at)?;
            let day = records.created.get(at).copied().filter(|day| *day != NO_DAY)?;
            (name != 0).then_some((name, amount.to_bits(), day))
        };
        let mut counts: FxHashMap<(u32, u64, i32), u32> = FxHashMap::default();
        for key in (0..records.count).filter_map(key) {
            *counts.entry(key).or_default() += 1;
        }
        if counts.is_empty() {
            return Ok(Look::Not(Lack::NoAmount));
        }
        let twice = |at: usize| key(at).is_some_and(|k| counts.get(&k).is_some_and(|n| *n > 1));
        let of = counts.values().map(|n| u64::from(*n)).sum();
        let of_role = |role| ground.column(role).map(|c| c.header.clone());
        let columns = [Role::Name, Role::Amount, Role::Created].into_iter().filter_map(of_role);
        let details = vec![Detail::SameBy { columns: columns.collect() }];
        Ok(Look::of(Evidence { records: ground.pick(twice), of, details, ..Evidence::default() }))
    })
}
