//! Records whose status stands for no stage and for neither won nor lost: they count as open, and as
//! having reached the first stage only.

use super::check::{Definition, Lack, Severity};
use super::ground::{Evidence, Ground, Look, look};
use crate::engine::dimension::Label;
use crate::engine::distinct::Distinct;
use crate::engine::fold::fold;
use crate::engine::mapping::Role;
use std::collections::BTreeSet;

pub(super) const CHECK: Definition = Definition { severity: Severity::High, look: find };

fn find(ground: &Ground<'_>) -> Look {
    look(|| {
        let records = ground.records()?;
        let Some(column) = ground.column(Role::Stage) else {
            return Ok(Look::Not(Lack::NoStages));
        };
        let ladder = &ground.mapping.ladder;
        let values = ladder.stages.iter().flat_map(|s| &s.values);
        let known: BTreeSet<String> =
            values.chain(&ladder.won).chain(&ladder.lost).map(|value| fold(value)).collect();
        let distinct = Distinct::of(column);
        let odd: Vec<bool> = distinct
            .texts()
            .map(|text| fold(&text))
            .map(|key| !key.is_empty() && !known.contains(&key))
            .collect();
        let code = |at: usize| distinct.code(ground.row(at) as u32) as usize;
        let found = ground.pick(|at| odd.get(code(at)) == Some(&true));
        let counts = distinct.tally(found.iter().map(|at| ground.row(*at as usize) as u32));
        let mut named: Vec<(Label, u64)> = counts
            .iter()
            .enumerate()
            .filter(|(_, n)| **n > 0)
            .map(|(code, n)| (Label::Text(distinct.text(code as u32).into_owned()), *n))
            .collect();
        named.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        let of = records.count as u64;
        Ok(Look::of(Evidence { records: found, of, named, ..Evidence::default() }))
    })
}
