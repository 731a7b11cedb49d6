//! Other costs in another currency than most of them: in no sum with the others.

use super::beside_rows::costs;
use super::check::{Definition, Severity};
use super::ground::{Evidence, Ground, Look, look, number};
use crate::engine::dimension::Label;

pub(super) const CHECK: Definition = Definition { severity: Severity::Medium, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let all = ground.other_costs()?;
        let code = |at: usize| all.currency.get(at).map_or(usize::MAX, |c| usize::from(*c));
        let priced = (0..all.cost.len()).filter(|at| number(&all.cost, *at).is_some());
        let priced: Vec<usize> = priced.collect();
        let mut counts = vec![0u64; ground.assembled.currencies.len()];
        for at in &priced {
            if let Some(n) = counts.get_mut(code(*at)) {
                *n += 1;
            }
        }
        // The first of equals.
        let main = (0..counts.len()).rev().max_by_key(|at| counts.get(*at).copied());
        let other = priced.iter().filter(|at| Some(code(**at)) != main);
        let found = costs(other.map(|at| *at as u32).collect(), priced.len() as u64);
        let named = ground.assembled.currencies.iter().zip(counts).filter(|(_, n)| *n > 0);
        let label = |name: &String| match name.is_empty() {
            true => Label::Empty,
            false => Label::Text(name.clone()),
        };
        let mut named: Vec<(Label, u64)> = named.map(|(name, n)| (label(name), n)).collect();
        named.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        Ok(Look::of(Evidence { named, ..found }))
    })
}
