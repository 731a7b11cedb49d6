//! Amounts in another currency than most: they are in no sum of the report.

use super::check::{Definition, Lack, Severity};
use super::ground::{Evidence, Ground, Look, look, need, number};
use crate::engine::dimension::Label;

pub(super) const CHECK: Definition = Definition { severity: Severity::Medium, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let records = ground.records()?;
        need(ground.assembled.has.amount, Lack::NoAmount)?;
        let code = |at: usize| records.currency.get(at).map_or(usize::MAX, |c| usize::from(*c));
        let priced = ground.pick(|at| number(&records.amount, at).is_some());
        let mut counts = vec![0u64; ground.assembled.currencies.len()];
        for at in &priced {
            if let Some(n) = counts.get_mut(code(*at as usize)) {
                *n += 1;
            }
        }
        // The first of equals.
        let main = (0..counts.len()).rev().max_by_key(|at| counts.get(*at).copied());
        let is_other = |at: &u32| Some(code(*at as usize)) != main;
        let of = priced.len() as u64;
        let found: Vec<u32> = priced.into_iter().filter(is_other).collect();
        let named = ground.assembled.currencies.iter().zip(counts);
        let mut named: Vec<(Label, u64)> = named
            .filter(|(_, n)| *n > 0)
            .map(|(name, n)| {
                (if name.is_empty() { Label::Empty } else { Label::Text(name.clone()) }, n)
            })
            .collect();
        named.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        Ok(Look::of(Evidence { records: found, of, named, ..Evidence::default() }))
    })
}
