//! Days of creation, closing, stages or cost that are still to come. One that is not far behind all
//! others (`funnel::as_of`) moves the as-of day, and with it every relative period. The engine has no
//! clock: who asks says what day it is.

use super::check::{Definition, Lack, Severity};
use super::ground::{Evidence, Ground, Look, day, look, need};

pub(super) const CHECK: Definition = Definition { severity: Severity::High, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let Some(today) = ground.today else { return Ok(Look::Not(Lack::NoToday)) };
        let (records, spend) = (&ground.assembled.records, &ground.assembled.spend);
        need(records.count + spend.count > 0, Lack::NoRecords)?;
        let later = |days: &[i32], at: usize| day(days, at).is_some_and(|d| d > today.0);
        let mut moved = vec![false; records.count];
        let moves = &ground.assembled.moves;
        for (record, _) in moves.record.iter().zip(&moves.day).filter(|(_, day)| **day > today.0) {
            moved.get_mut(*record as usize).into_iter().for_each(|moved| *moved = true);
        }
        let stages = || records.entered.iter().chain(&records.entered_after);
        let found = ground.pick(|at| {
            later(&records.created, at)
                || later(&records.closed, at)
                || stages().any(|days| later(days, at))
                || moved.get(at) == Some(&true)
        });
        let is_visit = |at: &usize| spend.visits.get(*at).is_some_and(|v| !v.is_nan());
        let of_costs = (0..spend.count).filter(|at| !is_visit(at));
        let costs = of_costs.clone().filter(|at| later(&spend.day, *at));
        let costs = costs.map(|at| at as u32).collect();
        let of = (records.count + of_costs.count()) as u64;
        Ok(Look::of(Evidence { records: found, costs, of, ..Evidence::default() }))
    })
}
