//! Other costs without an amount: in no sum.

use super::beside_rows::costs;
use super::check::{Definition, Severity};
use super::ground::{Ground, Look, look, number};

pub(super) const CHECK: Definition = Definition { severity: Severity::High, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let amounts = &ground.other_costs()?.cost;
        let empty = (0..amounts.len()).filter(|at| number(amounts, *at).is_none());
        Ok(Look::of(costs(empty.map(|at| at as u32).collect(), amounts.len() as u64)))
    })
}
