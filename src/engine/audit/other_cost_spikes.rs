//! Other costs far from what is usual for their type.

use super::beside_rows::costs;
use super::check::{Definition, Lack, Severity};
use super::ground::{Evidence, Ground, Look, look, need, number};
use super::usual::unusual;
use crate::engine::distinct::Distinct;
use crate::engine::funnel::BesideKind;
use crate::engine::mapping::Role;
use std::collections::BTreeMap;

pub(super) const CHECK: Definition = Definition { severity: Severity::Medium, look: find };

/// Costs come by the month: a year of them has a usual range.
const FEWEST: usize = 10;

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let all = ground.other_costs()?;
        let mut groups: BTreeMap<(usize, u32, u8), Vec<(u32, f64)>> = BTreeMap::new();
        for file in ground.beside(BesideKind::OtherCosts) {
            let types = file.column(Role::CostType).map(Distinct::of);
            let types = types.as_ref().map(|t| (t, t.fold()));
            for (row, at) in file.rows() {
                let Some(cost) = number(&all.cost, at as usize) else { continue };
                let currency = all.currency.get(at as usize).copied().unwrap_or(0);
                let of_type = types.as_ref().map_or(0, |(t, folded)| folded.of(t.code(row as u32)));
                groups.entry((file.at, of_type, currency)).or_default().push((at, cost));
            }
        }
        let (mut rows, mut details, mut of) = (Vec::new(), Vec::new(), 0);
        for ((_, _, currency), amounts) in groups {
            let name = ground.assembled.currencies.get(usize::from(currency));
            let Some(found) = unusual(&amounts, name.map_or("", String::as_str), FEWEST) else {
                continue;
            };
            of += found.of;
            if !found.rows.is_empty() {
                rows.extend(found.rows);
                details.push(found.bounds);
            }
        }
        need(of > 0, Lack::TooFew)?;
        rows.sort_unstable();
        Ok(Look::of(Evidence { details, ..costs(rows, of) }))
    })
}
