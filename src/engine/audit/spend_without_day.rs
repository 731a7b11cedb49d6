//! Cost rows without a day: in no period.

use super::check::{Counted, Definition, Lack, Severity};
use super::ground::{Evidence, Ground, Look, day, look, need};

pub(super) const CHECK: Definition = Definition { severity: Severity::High, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        need(ground.assembled.has.spend, Lack::NoSpend)?;
        let spend = &ground.assembled.spend;
        let undated = (0..spend.count).filter(|at| day(&spend.day, *at).is_none());
        let costs = undated.map(|at| at as u32).collect();
        let (of, counted) = (spend.count as u64, Some(Counted::CostRows));
        Ok(Look::of(Evidence { costs, of, counted, ..Evidence::default() }))
    })
}
