//! Cost rows without a day: in no period.

use super::check::{Counted, Definition, Lack, Severity};
use super::ground::{Evidence, Ground, Look, day, look, need, number};

pub(super) const CHECK: Definition = Definition { severity: Severity::High, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        need(ground.assembled.has.spend, Lack::NoSpend)?;
        let spend = &ground.assembled.spend;
        let is_cost = |at: &usize| number(&spend.visits, *at).is_none();
        let all = || (0..spend.count).filter(is_cost);
        let undated = all().filter(|at| day(&spend.day, *at).is_none());
        let costs = undated.map(|at| at as u32).collect();
        let (of, counted) = (all().count() as u64, Some(Counted::CostRows));
        Ok(Look::of(Evidence { costs, of, counted, ..Evidence::default() }))
    })
}
